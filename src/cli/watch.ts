import type { Exit } from '../base/exit.ts'
import { watchChanges } from './hosts/changes.ts'
import { writeTo } from './hosts/stdout.ts'
import { EXIT_OF, type Surroundings } from './surroundings.ts'

const FLAG = '--watch'
const WATCHABLE = ['lint', 'test']
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H'

/** Runs one command line; resolves to an exit code and never rejects. */
type Run = (argv: readonly string[], around: Surroundings) => Promise<number>

/** Whether a command line is to be run again whenever something changes. */
export function isWatching(argv: readonly string[]): boolean {
  return WATCHABLE.includes(argv[0] ?? '') && argv.includes(FLAG) && !argv.includes('--help') && !argv.includes('-h')
}

/** Runs a command line, and again after each change of a rulebook or its tests, until a signal comes. */
export async function watchRuns(argv: readonly string[], around: Surroundings, run: Run): Promise<Exit> {
  const changes = watchChanges(around.cwd)
  let stopped: Exit | undefined
  around.onStop(signal => {
    stopped = EXIT_OF[signal]
    changes.close()
  })
  const once = argv.filter(word => word !== FLAG)
  while (stopped === undefined) {
    if (around.stdout.isTTY === true) await writeTo(around.stdout, CLEAR_SCREEN)
    // The signal is taken here, for all runs.
    await run(once, { ...around, onStop: () => {} })
    await writeTo(around.stderr, '\nwatching for changes, Ctrl-C ends it\n')
    await changes.next()
  }
  return stopped
}
