import { rmSync } from 'node:fs'
import type { Signal } from '../../surroundings.ts'

/** The temporary files of this process, for removal if it is killed. */
const kept = new Set<string>()
let placed = 0

/** Remembers a temporary file or folder. */
export function keep(path: string): void {
  kept.add(path)
}

export function release(path: string): void {
  kept.delete(path)
}

/** Removes all of it, at once. */
export function removeKept(): void {
  for (const path of kept) {
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // The next run tries again.
    }
  }
}

const lastWords = new Set<(signal: Signal) => void>()

/** Calls back if a signal ends the process before it could end by itself; what is done then is done at once. */
export function onKilled(say: (signal: Signal) => void): { off(): void } {
  lastWords.add(say)
  return { off: () => void lastWords.delete(say) }
}

export function sayLastWords(signal: Signal): void {
  for (const say of lastWords) {
    try {
      say(signal)
    } catch {
      // The process ends.
    }
  }
}

/** An output has its name, while others of the same run may still have none. */
export function beginPlacing(): void {
  placed += 1
}

export function endPlacing(): void {
  placed -= 1
}

export function isPlacing(): boolean {
  return placed > 0
}
