import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { Summary } from '../../../ir/results/summary.ts'
import { STDIO } from '../../../leads/host.ts'
import { summaryJson } from '../../../report/summary/summary-json.ts'
import { printSummary } from '../../../report/summary/summary-text.ts'
import type { ScoreRequest } from '../../../tools/score/score-request.ts'
import { printAnswer } from '../../answer.ts'
import type { Console } from '../../console.ts'
import { type FoundRulebook, textsOf } from '../../rulebook.ts'
import type { Surroundings } from '../../surroundings.ts'
import type { ScoreFlags } from './score-flags.ts'

interface Reported {
  readonly flags: ScoreFlags
  readonly request: Pick<ScoreRequest, 'inputs' | 'out'>
  readonly found: FoundRulebook
  readonly console: Console
  readonly around: Surroundings
}

/** The summary goes to stdout, unless the leads themselves do; a bare filter (`score -`) prints warnings only. */
export async function reportSummary(
  summary: Summary,
  { flags, request, found, console, around }: Reported,
): Promise<void> {
  const sources = textsOf(found)
  const rowsOnStdout = request.out === STDIO || (request.out === undefined && request.inputs.includes(STDIO))
  const isFilter = rowsOnStdout && request.out === undefined
  const isSilent = flags.quiet === true || (isFilter && flags.json !== true)
  let taken = 0
  if (isSilent) {
    const warnings = summary.warnings.filter(({ severity }) => severity !== 'info')
    await console.diagnostics([...warnings, ...(isFilter ? rejectsOf(summary) : [])], sources)
  } else if (found.chosen !== undefined) taken = await console.diagnostics([found.chosen])
  const theme = console.theme(rowsOnStdout ? 'stderr' : 'stdout')
  const text = () => printSummary(summary, { ...theme, verbose: flags.verbose === true }, taken)
  const document = () => summaryJson(summary)
  const asked = { json: flags.json, jsonFile: flags.jsonFile, quiet: isSilent ? (true as const) : undefined }
  await printAnswer(asked, { text, document }, { around, console }, rowsOnStdout ? console.say : console.report)
}

/** A bare filter has no file for its rejects and prints no summary: what is missing from its output is said here. */
function rejectsOf({ inputs }: Summary): Diagnostic[] {
  return inputs.flatMap(({ name, rejects, import: target }) =>
    [...rejects, ...(target?.refused ?? [])].map(({ code, count, first_line: line, message }) => {
      const records = count === 1 ? '1 record is not scored' : `${count} records are not scored, first here`
      return diagnose(code, `${records}: ${message}`, { place: { file: name, line, col: 1 } })
    }),
  )
}
