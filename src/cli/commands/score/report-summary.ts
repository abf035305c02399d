import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { Summary } from '../../../ir/results/summary.ts'
import { STDIO } from '../../../leads/host.ts'
import { summaryJson } from '../../../report/summary/summary-json.ts'
import { printSummary } from '../../../report/summary/summary-text.ts'
import type { ScoreRequest } from '../../../tools/score/score-request.ts'
import type { Console } from '../../console.ts'
import { type FoundRulebook, textsOf } from '../../rulebook.ts'
import type { ScoreFlags } from './score-flags.ts'

interface Reported {
  readonly flags: ScoreFlags
  readonly request: Pick<ScoreRequest, 'inputs' | 'out'>
  readonly found: FoundRulebook
  readonly console: Console
}

/** The summary goes to stdout, unless the leads themselves do; a bare filter (`score -`) prints warnings only. */
export async function reportSummary(summary: Summary, { flags, request, found, console }: Reported): Promise<void> {
  const sources = textsOf(found)
  const rowsOnStdout = request.out === STDIO || (request.out === undefined && request.inputs.includes(STDIO))
  const isFilter = rowsOnStdout && request.out === undefined
  if (flags.quiet === true) return console.diagnostics(summary.warnings, sources)
  if (isFilter && flags.json !== true) {
    const warnings = summary.warnings.filter(({ severity }) => severity !== 'info')
    return console.diagnostics([...warnings, ...rejectsOf(summary)], sources)
  }
  if (found.chosen !== undefined) await console.diagnostics([found.chosen])
  const print = rowsOnStdout ? console.say : console.report
  await print(
    flags.json === true
      ? summaryJson(summary)
      : printSummary(summary, console.theme(rowsOnStdout ? 'stderr' : 'stdout')),
  )
}

/** A bare filter has no file for its rejects and prints no summary: what is missing from its output is said here. */
function rejectsOf({ inputs }: Summary): Diagnostic[] {
  return inputs.flatMap(({ name, rejects, import: target }) =>
    [...rejects, ...(target?.refused ?? [])].map(({ code, count, first_line: line, message }) => {
      const records = count === 1 ? 'a record is left out' : `${count} records are left out, the first`
      return diagnose(code, `${records}: ${message}`, { place: { file: name, line, col: 1 } })
    }),
  )
}
