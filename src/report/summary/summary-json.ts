import type { Summary } from '../../ir/results/summary.ts'
import { printJson } from '../json.ts'

/** What `--json` prints. */
export function summaryJson(summary: Summary): string {
  return printJson(summary)
}
