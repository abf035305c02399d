import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { Exit } from '../../../base/exit.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { printJson } from '../../../report/json.ts'
import { runMarkdown } from '../../../report/run/run-markdown.ts'
import { printSummary } from '../../../report/summary/summary-text.ts'
import { type AnswerFlags, printAnswer } from '../../answer.ts'
import type { Console } from '../../console.ts'
import { createRunLog } from '../../hosts/run/run-log.ts'
import type { Surroundings } from '../../surroundings.ts'
import { PRINTED } from './announce.ts'
import type { Night } from './night.ts'
import type { NightResult } from './nightly.ts'

export interface ReportFlags extends AnswerFlags {
  readonly verbose?: true
}

interface Where {
  readonly around: Surroundings
  readonly console: Console
}

/** Prints what a night came to, and says how the program ends. */
export async function reportNight(
  result: NightResult,
  night: Night,
  flags: ReportFlags,
  { around, console }: Where,
): Promise<Exit> {
  if ('error' in result) {
    if (!(result.error instanceof Refusal)) throw result.error
    const { manifest } = result
    await printAnswer(flags, { text: () => '', document: () => printJson(manifest) }, { around, console })
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
    const shown = errors.length > 0 ? errors : [result.error.diagnostic]
    await sayProblems(shown, manifest, night, { around, console }, result.sources)
    return result.error.exit
  }
  const { manifest, summary, folder } = result.run
  const document = () => printJson(manifest)
  if (manifest.status === 'quarantined') {
    await printAnswer(flags, { text: () => '', document }, { around, console })
    await sayProblems(reasonsOf(manifest, folder), manifest, night, { around, console })
    return 'data'
  }
  const isMarkdown = night.settings.markdown?.path === PRINTED
  const text = () =>
    isMarkdown
      ? runMarkdown(manifest, result.run.before)
      : `${printSummary(summary, { ...console.theme('stdout'), verbose: flags.verbose === true }, 1)}${folder}  published\n`
  const quiet = isMarkdown ? undefined : flags.quiet
  await printAnswer({ ...flags, quiet }, { text, document }, { around, console })
  return 'done'
}

function reasonsOf({ guards }: Manifest, folder: string): Diagnostic[] {
  const failed = guards.filter(({ status }) => status === 'fail')
  return failed.map(({ guard, message }, index) => {
    const hint = `look at ${folder}; if it is right: \`leadq run --release ${folder}\``
    return diagnose('run/quarantined', `${guard}: ${message}`, index === failed.length - 1 ? { hint } : {})
  })
}

/** As lines of the log where somebody reads it by a program. */
async function sayProblems(
  problems: readonly Diagnostic[],
  { run, job }: Manifest,
  { settings }: Night,
  { around, console }: Where,
  sources?: ReadonlyMap<string, string>,
): Promise<void> {
  if (settings.logFormat === 'text') {
    await console.diagnostics(problems, sources)
    return
  }
  const log = createRunLog(around, { format: 'json', quiet: true, run, job })
  for (const { code, message } of problems) log({ level: 'error', event: 'failed', message, data: { code } })
}
