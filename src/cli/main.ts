import { diagnose } from '../base/diagnostic.ts'
import { EXIT, type Exit } from '../base/exit.ts'
import { Refusal } from '../base/refusal.ts'
import { ReaderGone, writeTo } from './hosts/stdout.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** Runs one command line and returns the exit code. The only place that catches a failed run. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  // The errors of a closed pipe also come with each write, where they are handled.
  for (const stream of [around.stdout, around.stderr]) stream.on('error', () => {})
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      await writeTo(around.stdout, `${VERSION}\n`)
      return EXIT.done
    }
    if (argv.includes('--watch')) {
      const { isWatching, watchRuns } = await import('./watch.ts')
      if (isWatching(argv)) return EXIT[await watchRuns(argv, around, main)]
    }
    const { runCommand } = await import('./program.ts')
    return EXIT[await runCommand(argv, around)]
  } catch (error) {
    const exit = exitOf(error)
    // If stderr cannot be written either, only the exit code is left.
    if (exit !== 'done') await explainFailure(error, argv, around).catch(() => {})
    return EXIT[exit]
  }
}

function exitOf(error: unknown): Exit {
  if (error instanceof ReaderGone) return 'done'
  return error instanceof Refusal ? error.exit : 'bug'
}

async function explainFailure(error: unknown, argv: readonly string[], around: Surroundings): Promise<void> {
  const { createConsole } = await import('./console.ts')
  const console = createConsole(around, { colour: !argv.includes('--no-color'), quiet: false })
  if (error instanceof Refusal) {
    await console.diagnostics([error.diagnostic])
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  await console.diagnostics([
    diagnose('cli/bug', `this is a bug in leadq ${VERSION}: ${message}`, {
      hint: 'run it again with LEADQ_DEBUG=1 and report what it prints',
    }),
  ])
  if (around.env.LEADQ_DEBUG && error instanceof Error) await console.say(`${error.stack}\n`)
}
