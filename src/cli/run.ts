import { main } from './main.ts'
import type { Surroundings } from './surroundings.ts'

/** The program in a real process: `bin` sets the exit code this gives. */
export function run(): Promise<number> {
  const around: Surroundings = {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: Date.now,
    onStop: listenForSignals,
  }
  return main(process.argv.slice(2), around)
}

/** The first signal asks the run to stop; a second one ends the process at once, as nobody listens any more. */
function listenForSignals(stop: (signal: 'SIGINT' | 'SIGTERM') => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal))
}
