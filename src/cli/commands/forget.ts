import { resolve } from 'node:path'
import { Command } from 'commander'
import { forgottenText } from '../../report/history/forgotten-text.ts'
import { forgetLead } from '../../tools/forget/forget-lead.ts'
import { findRuns } from '../../tools/history/past-runs.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createForgetOnDisk, finishForgetting } from '../hosts/run/forget-on-disk.ts'
import { lockRuns } from '../hosts/run/run-lock.ts'
import { stopOf } from '../hosts/run/stop.ts'
import { parsePath } from '../options.ts'
import { shared } from '../shared-options.ts'

interface Flags extends AnswerFlags {
  readonly id: string
  readonly dryRun?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq forget --id 00Q5g00000A1b2c --dry-run    which files of which runs hold the lead
  leadq forget --id 00Q5g00000A1b2c

The rows of the lead leave the verdicts, the annotated leads, files by stage and for importers, delta.csv, new-sql.csv,
due.csv and the rejects of every run; workbooks, Parquet and pages that may hold it are removed as a whole. Manifests get
the new hashes and say when. All runs change or none; after a crash the next run, or the same command, finishes it.
Exit codes: 0 done (also if no run holds the lead), 66 no runs, 75 a run is at work.`

export function forgetCommand({ around }: CommandContext): Command {
  return new Command('forget')
    .description('remove a lead from all nightly runs, for data protection')
    .argument('[folder]', 'folder of runs, `out` of `leadq run`', parsePath, 'runs')
    .requiredOption('--id <key>', 'id of the lead (its e-mail, if it has no id)')
    .option('--dry-run', 'show what would be removed, and change nothing')
    .addOption(shared('json'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createForgetOnDisk(around.cwd, folder, around.now)
      await findRuns(folder, host)
      const path = resolve(around.cwd, folder)
      const stop = stopOf(undefined, around)
      const lock = await lockRuns({ path, shown: folder }, { wait: 0, now: around.now, stop: stop.signal })
      try {
        await finishForgetting(path)
        const found = await forgetLead({ folder, id: flags.id, dryRun: flags.dryRun === true }, host)
        await console.diagnostics([...found.warnings])
        const answer = {
          text: () => forgottenText(found, console.theme('stdout')),
          document: () => documentOf(found),
        }
        await printAnswer(flags, answer, { around, console })
      } finally {
        await lock.release()
        stop.end()
      }
    })
}
