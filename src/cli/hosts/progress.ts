import type { Surroundings } from '../surroundings.ts'

/** A progress line on stderr; only on a terminal, and only if the run takes a while. */
export interface Progress {
  /** So much more was done: bytes read, or percent. */
  advance(amount: number): void
  /** Takes the line away. */
  end(): void
}

const PATIENCE = 500
const PACE = 100
const BAR = 20
const MAX_NAME_LENGTH = 24

const SILENT: Progress = { advance: () => {}, end: () => {} }

export function createProgress(name: string, size: number | undefined, around: Surroundings): Progress {
  return drawn((done, seconds) => lineOfBytes(shownName(name), done, size, seconds), around)
}

/** The same of work that is known by its percentage only; that is what it is advanced by. */
export function createPercentage(name: string, around: Surroundings): Progress {
  return drawn((done, seconds) => `${name}  ${barOf(done / 100)}${left(100 - done, done / seconds)}`, around)
}

function drawn(lineOf: (done: number, seconds: number) => string, { stderr, now }: Surroundings): Progress {
  if (stderr.isTTY !== true) return SILENT
  const start = now()
  let done = 0
  let last = start + PATIENCE - PACE
  let visible = false
  return {
    advance(amount) {
      done += amount
      const time = now()
      if (time - last < PACE) return
      last = time
      visible = true
      stderr.write(`\r\u{1b}[2K${lineOf(done, (time - start) / 1000)}`)
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
    .slice(-MAX_NAME_LENGTH)
}

function lineOfBytes(name: string, done: number, size: number | undefined, seconds: number): string {
  const rate = done / seconds
  const speed = `${megabytes(done)} MB  ${megabytes(rate)} MB/s`
  if (size === undefined || size === 0) return `${name}  ${speed}`
  return `${name}  ${barOf(done / size)}  ${speed}${left(size - done, rate)}`
}

function barOf(share: number): string {
  const reached = Math.min(1, share)
  const filled = Math.round(reached * BAR)
  return `[${'='.repeat(filled)}${' '.repeat(BAR - filled)}] ${Math.floor(reached * 100)} %`
}

function left(amount: number, rate: number): string {
  return rate > 0 ? `  ${Math.max(0, Math.ceil(amount / rate))} s left` : ''
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
}
