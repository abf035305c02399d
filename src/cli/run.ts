import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs'
import { EXIT } from '../base/exit.ts'
import { isPlacing, removeKept, sayLastWords } from './hosts/disk/kept.ts'
import { main } from './main.ts'
import { SIGNALS, type Signal, type Surroundings } from './surroundings.ts'

/** The program in a real process: `bin` sets the exit code this gives. */
export async function run(): Promise<number> {
  const cwd = workingFolder()
  if (cwd === undefined) return EXIT.noInput
  const around: Surroundings = {
    cwd,
    env: process.env,
    // Node makes this stream when it is first asked for, which most runs never do.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    stderr: process.stderr,
    isStdoutClosed: () => isClosed(1),
    now: Date.now,
    onStop: listenForSignals,
  }
  const exit = await main(process.argv.slice(2), around)
  // An input that was opened and then refused may have a temporary folder.
  removeKept()
  return exit
}

/** Nothing, and a message, where somebody has removed the folder that the program was started in. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    writeSync(
      2,
      'error file/not-found  the working folder was removed\n   hint: change to a folder that exists: `cd`\n',
    )
    return undefined
  }
}

/** Milliseconds for a run to stop by itself; a query that is being planned does not react to signals. */
const PATIENCE = 3_000

const stops: ((signal: Signal) => void)[] = []

/** The first signal asks the run to stop; a second one, or some seconds without an end, ends the process. */
function listenForSignals(stop: (signal: Signal) => void): void {
  stops.push(stop)
  if (stops.length > 1) return
  let isAsked = false
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (isAsked) return end(signal)
      isAsked = true
      for (const each of stops) each(signal)
      setTimeout(() => end(signal), PATIENCE).unref()
    })
  }
}

/** Ends the process by the signal itself, and leaves no temporary file behind. */
function end(signal: Signal, tries = 0): void {
  // Renaming takes no time, and files that belong together appear together.
  if (isPlacing() && tries < 50) {
    setTimeout(() => end(signal, tries + 1), 100)
    return
  }
  sayLastWords(signal)
  removeKept()
  try {
    writeSync(2, `error cli/interrupted  stopped by ${signal}, nothing was written\n`)
  } catch {
    // Stdout and stderr are closed.
  }
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
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
