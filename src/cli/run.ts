import { fstatSync, readFileSync, statSync } from 'node:fs'
import { main } from './main.ts'
import { SIGNALS, type Signal, type Surroundings } from './surroundings.ts'

/** The program in a real process: `bin` sets the exit code this gives. */
export function run(): Promise<number> {
  const around: Surroundings = {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    isStdoutClosed: () => isClosed(1),
    now: Date.now,
    onStop: listenForSignals,
  }
  return main(process.argv.slice(2), around)
}

/** The first signal asks the run to stop; a second one ends the process at once, as nobody listens any more. */
function listenForSignals(stop: (signal: Signal) => void): void {
  for (const signal of SIGNALS) process.once(signal, () => stop(signal))
}

/**
 * Node puts /dev/null, open for reading and writing, in the place of a standard stream that is closed. A shell's
 * `> /dev/null` is open for writing only, which is how the two can be told apart where there is /proc.
 */
function isClosed(descriptor: number): boolean {
  const READ_AND_WRITE = 2
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false
    if (fstatSync(descriptor).rdev !== statSync('/dev/null').rdev) return false
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & 3) === READ_AND_WRITE
  } catch {
    return false
  }
}
