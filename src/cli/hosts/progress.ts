import type { Surroundings } from '../surroundings.ts'

/** One line on stderr that says how far reading has come; only on a terminal, and only if the run takes a while. */
export interface Progress {
  /** So many more bytes of a file of this size were read. */
  advance(bytes: number): void
  /** Takes the line away. */
  end(): void
}

const PATIENCE = 500
const PACE = 100
const BAR = 20
const LONGEST_NAME = 24

export const SILENT: Progress = { advance: () => {}, end: () => {} }

export function createProgress(name: string, size: number | undefined, { stderr, now }: Surroundings): Progress {
  if (stderr.isTTY !== true) return SILENT
  const start = now()
  let done = 0
  let drawn = start + PATIENCE - PACE
  let visible = false
  return {
    advance(bytes) {
      done += bytes
      const time = now()
      if (time - drawn < PACE) return
      drawn = time
      visible = true
      stderr.write(`\r\u{1b}[2K${lineOf(shownName(name), done, size, (time - start) / 1000)}`)
    },
    end() {
      if (visible) stderr.write('\r\u{1b}[2K')
    },
  }
}

/** A name on a terminal: without its folder, and without what could move the cursor. */
function shownName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
    .slice(-LONGEST_NAME)
}

function lineOf(name: string, done: number, size: number | undefined, seconds: number): string {
  const rate = done / seconds
  const speed = `${megabytes(done)} MB  ${megabytes(rate)} MB/s`
  if (size === undefined || size === 0) return `${name}  ${speed}`
  const share = Math.min(1, done / size)
  const filled = Math.round(share * BAR)
  const left = Math.ceil((size - done) / rate)
  return `${name}  [${'='.repeat(filled)}${' '.repeat(BAR - filled)}] ${Math.floor(share * 100)} %  ${speed}  ${left} s left`
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
}
