import { diagnose } from '../base/diagnostic.ts'
import { EXIT, type Exit } from '../base/exit.ts'
import { Refusal } from '../base/refusal.ts'
import { ReaderGone } from './hosts/stdout.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** Runs one command line and gives the exit code. The one place where a run that failed ends; nobody else catches. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  // The errors of a closed pipe also come with each write, where they are handled.
  for (const stream of [around.stdout, around.stderr]) stream.on('error', () => {})
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    around.stdout.write(`${VERSION}\n`)
    return EXIT.done
  }
  try {
    const { runCommand } = await import('./program.ts')
    return EXIT[await runCommand(argv, around)]
  } catch (error) {
    return EXIT[await explainFailure(error, argv, around)]
  }
}

async function explainFailure(error: unknown, argv: readonly string[], around: Surroundings): Promise<Exit> {
  if (error instanceof ReaderGone) return 'done'
  const { createConsole } = await import('./console.ts')
  const console = createConsole(around, { colour: !argv.includes('--no-color'), quiet: false })
  if (error instanceof Refusal) {
    await console.diagnostics([error.diagnostic])
    return error.exit
  }
  const message = error instanceof Error ? error.message : String(error)
  await console.diagnostics([
    diagnose('cli/bug', `this is a bug in leadq ${VERSION}: ${message}`, {
      hint: 'run it again with LEADQ_DEBUG=1 and report what it prints',
    }),
  ])
  if (around.env.LEADQ_DEBUG && error instanceof Error) await console.say(`${error.stack}\n`)
  return 'bug'
}
