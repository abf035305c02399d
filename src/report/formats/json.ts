import { type CheckReport, countOutcomes } from '../../ir/results/check-report.ts'
import { printJson } from '../json.ts'
import type { Format } from './format.ts'

/** The results as a document; `schemas/lint.ts` describes it. */
export interface CheckDocument extends CheckReport {
  /** New keys may be added in minor versions; readers ignore unknown keys. */
  readonly format_version: '1.0'
  readonly tool: { readonly name: 'leadq'; readonly version: string }
  readonly counts: ReturnType<typeof countOutcomes>
}

export const json: Format = ({ command, summary, checks }, { version }) => {
  const document: CheckDocument = {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    command,
    summary,
    counts: countOutcomes(checks),
    checks,
  }
  return printJson(document)
}
