import { countOutcomes } from '../../ir/check.ts'
import { printJson } from '../json.ts'
import type { Format } from './format.ts'

/** The results as they are. Readers take no offence at keys they do not know: those are added with the next minor version. */
export const json: Format = ({ command, summary, checks }, { version }) =>
  printJson({
    format_version: '1.0',
    tool: { name: 'leadq', version },
    command,
    summary,
    counts: countOutcomes(checks),
    checks,
  })
