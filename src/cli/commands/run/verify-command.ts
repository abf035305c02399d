import { basename, dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Diagnostic } from '../../../base/diagnostic.ts'
import { PREFIX } from '../../../ir/plan/columns.ts'
import type { Manifest, ManifestRulebook } from '../../../ir/results/manifest.ts'
import { RUN_FILES, RUNS } from '../../../ir/results/run-folder.ts'
import { isVerified, type Rerun, type Verification } from '../../../ir/results/verification.ts'
import { verificationText } from '../../../report/run/verification-text.ts'
import { readRunFile } from '../../../rulebook/index.ts'
import { refuseOtherInputs, rerun, settingsOfRerun } from '../../../tools/run/rerun.ts'
import { manifestOf, verifyRun } from '../../../tools/run/verify-run.ts'
import type { Rulebook } from '../../../tools/score/score-request.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../../answer.ts'
import type { CommandContext } from '../../command.ts'
import { createConsole } from '../../console.ts'
import { removeFolder, temporaryFolder } from '../../hosts/disk/run-name.ts'
import { createOutside } from '../../hosts/outside.ts'
import { folderContents, openRuns } from '../../hosts/run/run-folders.ts'
import { createRunOutside, shownPath } from '../../hosts/run/run-outside.ts'
import { stopOf } from '../../hosts/run/stop.ts'
import { findRun, readStoredRun } from '../../hosts/run/stored-run.ts'
import { readText } from '../../hosts/text.ts'
import { parseDay, parsePath, usage } from '../../options.ts'
import { shared } from '../../shared-options.ts'
import type { Surroundings } from '../../surroundings.ts'
import { findJob } from './run-job.ts'

const EXAMPLES = `
Examples:
  leadq verify                        the run that runs/latest leads to
  leadq verify runs/2026-11-28T02-00-00Z --rerun`

interface VerifyFlags extends AnswerFlags {
  readonly rerun?: true
  readonly color: boolean
}

export function verifyCommand({ around, end }: CommandContext): Command {
  return new Command('verify')
    .description('compare a run folder with its manifest; with --rerun score its inputs again')
    .argument('[folder]', 'a run folder, or a folder of runs (default: runs)', parsePath)
    .option('--rerun', 'score the same inputs again, and compare the outputs byte by byte')
    .addOption(shared('json'))
    .option('-q, --quiet', 'print nothing if it is verified')
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (named = 'runs', flags: VerifyFlags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const path = await findRun(resolve(around.cwd, named))
      const stored = await readStoredRun(path, shownPath(path, around.cwd))
      const again = flags.rerun === true ? { rerun: await runAgain(path, manifestOf(stored), around) } : {}
      const found: Verification = { ...verifyRun(stored), ...again }
      const document = () => documentOf({ ...found, verified: isVerified(found) })
      const quiet = isVerified(found) ? flags.quiet : undefined
      await printAnswer({ ...flags, quiet }, { text: () => verificationText(found), document }, { around, console })
      if (!isVerified(found)) end('no')
    })
}

/** A run once more, by its own copy of the rulebook and settings, in a temporary folder. */
async function runAgain(path: string, manifest: Manifest, here: Surroundings): Promise<Rerun> {
  const around = { ...here, cwd: manifest.cwd }
  const isApart = [RUNS.quarantine, RUNS.failed].some(name => name === basename(dirname(path)))
  const runsPath = isApart ? dirname(dirname(path)) : dirname(path)
  const stop = stopOf(undefined, around)
  const folders = await openRuns(runsPath, shownPath(runsPath, around.cwd))
  const host = createRunOutside({
    cwd: around.cwd,
    home: around.cwd,
    runs: folders,
    now: around.now,
    log: () => {},
    stop: stop.signal,
  })
  await refuseOtherInputs(manifest, host, folders.shown)
  const source = (name: string) => ({ file: name, text: readText(join(path, name), name) })
  const { settings } = readRunFile(source(RUN_FILES.settings), new Map())
  if (settings === undefined) throw usage(`${RUN_FILES.settings} of the run cannot be read`)
  const night = {
    settings: {
      ...settingsOfRerun(settings, manifest, folders.shown),
      rules: { path: join(path, RUN_FILES.rulebook), of: 'flag' as const },
    },
    settingsText: source(RUN_FILES.settings).text,
    home: around.cwd,
    runFile: manifest.run_file,
    asOf: parseDay(manifest.as_of),
    quiet: true,
  }
  const { job } = await findJob(night, manifest, around)
  if (job === undefined || manifest.rulebook === null) throw usage(`${RUN_FILES.rulebook} of the run gives no plan`)
  const folder = `${folders.shown}/${manifest.run}`
  const temporary = await temporaryFolder()
  try {
    const outside = createOutside(around, {
      force: false,
      progress: false,
      prefix: PREFIX,
      staged: { shown: folder, path: temporary },
      stop: stop.signal,
    })
    const contents = folderContents(temporary, folder)
    return await rerun(
      {
        ...job,
        rulebook: rulebookOf(job.rulebook.plan, manifest.rulebook, manifest.warnings),
        rulebookText: source(RUN_FILES.rulebook).text,
      },
      manifest,
      host,
      { folder, host: outside, ...contents },
    )
  } finally {
    stop.end()
    await removeFolder(temporary)
  }
}

/** The rulebook under the name that it had, with what was said of it then: its copy has other lines. */
function rulebookOf(
  plan: Rulebook['plan'],
  { git: _, ...summary }: ManifestRulebook,
  warnings: readonly Diagnostic[],
): Rulebook {
  return { plan, summary, diagnostics: warnings.filter(({ code }) => /^(?:rule|extends|yaml)\//.test(code)) }
}
