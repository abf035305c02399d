import { Buffer } from 'node:buffer'
import { LF } from '../../io/csv/csv-record.ts'
import type { PlainCutter } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { startCounts, type VerdictCounts } from '../../ir/results/counts.ts'
import type { Chunk, FastJob, FastJudge } from '../job.ts'
import { mergeCounts } from '../pieces/counts.ts'
import { guessRecord, type Lines } from './boundary.ts'
import type { Block, Part } from './part.ts'

/** Threads that judge blocks of bytes. */
export interface Helpers {
  readonly count: number
  work(block: Block): Promise<readonly Part[]>
}

/** A block, judged or not. */
interface Used {
  readonly bytes: Uint8Array
  readonly parts: readonly Part[]
  readonly buffer?: Buffers
}

/** Buffers for a block, which are used again: handing over new ones all the time keeps the garbage collector busy. */
interface Buffers {
  readonly input: Uint8Array
  readonly output: Uint8Array
}

/** Bytes that are fed at a time are no more than this, or there are as many of them as one block takes. */
const MAX_PIECE = 65_536
/** Bytes that are written of one that is read; what takes more goes into buffers of its own. */
const GROWTH = 3

export interface CrewOptions extends Lines, Pick<FastJob, 'identify'> {
  readonly plan: Plan
  /** Bytes of a block. */
  readonly block: number
}

/** Blocks that threads have, beyond one for each. */
const AHEAD = 2
/** A block is cut when so much more is there, to be looked through for the beginning of a record. */
const BEYOND = 0.25
/** Most bytes of a block. */
export const MAX_BLOCK = 2 ** 21

/**
 * An engine with helpers: they judge blocks of the file ahead, and what they made of a block is taken where the records
 * before it end exactly where its own begin. The engine itself judges whatever is left, in the order of the file: rows that
 * were cut elsewhere, records near one that is not plain, and blocks that began in the middle of a record. So which
 * records are judged where makes no difference, and neither does a wrong guess.
 */
export function createCrew(inner: FastJudge, helpers: Helpers, options: CrewOptions): FastJudge {
  const { plan, block } = options
  const own = inner.cutter
  /** Bytes that no helper has got yet. */
  let queue: Uint8Array[] = []
  let queued = 0
  const buffers = createBuffers(Math.ceil((1 + BEYOND) * block) + MAX_PIECE)
  /** What helpers work on, in the order of the file. */
  const pending: { readonly buffer: Buffers; readonly length: number; readonly parts: Promise<readonly Part[]> }[] = []
  /** The block whose turn it is, and how far it was used. */
  let current: Used = { bytes: new Uint8Array(0), parts: [] }
  let at = 0
  let nextPart = 0
  let isOver = false
  /** A part that was taken over and not given away yet, and the line it begins on. */
  let taken: { readonly part: Part; readonly line: number } | undefined
  const sums = { scored: 0, formulas: 0, counts: startCounts(plan) }

  const rest = () => current.bytes.length - at
  const hasRoom = () => pending.length < helpers.count + AHEAD

  function use(next: Used): void {
    if (current.buffer !== undefined) buffers.give(current.buffer)
    current = next
    at = 0
    nextPart = 0
  }

  /** Gives helpers what is queued, as long as they have room; a last block may be smaller. */
  function share(): void {
    while (hasRoom() && (queued >= (1 + BEYOND) * block || (isOver && queued > 0))) {
      const buffer = buffers.take()
      const size = fill(buffer.input)
      const guess = size > block ? guessRecord(buffer.input.subarray(0, size), block, options) : -1
      const length = guess < 0 ? size : guess
      if (length < size) unshift(buffer.input.slice(length, size))
      const parts = helpers.work({ input: buffer.input.subarray(0, length), output: buffer.output })
      // Whoever waits for it gets the error.
      parts.catch(() => {})
      pending.push({ buffer, length, parts })
    }
  }

  /** Takes bytes from the queue, as many as there is room for. */
  function fill(input: Uint8Array): number {
    let size = 0
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const taken = Math.min(next.length, input.length - size)
      input.set(next.subarray(0, taken), size)
      size += taken
      queued -= taken
      if (taken === next.length) continue
      queue.unshift(next.subarray(taken))
      break
    }
    return size
  }

  function unshift(bytes: Uint8Array): void {
    queue.unshift(bytes)
    queued += bytes.length
  }

  /** The part that begins here, if nothing before it is left. */
  function partHere(): Part | undefined {
    while ((current.parts[nextPart]?.from ?? at) < at) nextPart += 1
    const part = current.parts[nextPart]
    return part?.from === at && own.waiting() === 0 ? part : undefined
  }

  function take(part: Part): void {
    const line = own.line()
    taken = { part, line }
    at = part.to
    nextPart += 1
    own.begin({ text: '', line: line + part.lines })
  }

  /** Bytes up to the next part for the engine itself; nothing if the block is used up. */
  function nextBytes(): Uint8Array | undefined {
    if (rest() === 0) return undefined
    while ((current.parts[nextPart]?.from ?? at + 1) <= at) nextPart += 1
    const from = at
    at = current.parts[nextPart]?.from ?? current.bytes.length
    return current.bytes.subarray(from, at)
  }

  const cutter: PlainCutter = {
    begin: own.begin,
    feed(bytes) {
      queue.push(bytes)
      queued += bytes.length
      share()
      return true
    },
    cut() {
      for (;;) {
        const part = partHere()
        if (part !== undefined) {
          if (!own.hasRecords()) take(part)
          return 'full'
        }
        const stop = own.waiting() > 0 ? own.cut() : 'more'
        if (stop !== 'more') return stop
        if (partHere() !== undefined) continue
        const bytes = nextBytes()
        if (bytes === undefined) return pending.length > 0 && (isOver || !hasRoom()) ? 'later' : 'more'
        if (!own.feed(bytes)) return 'full'
      }
    },
    async ready() {
      if (rest() > 0) return
      share()
      const first = pending.shift()
      if (first !== undefined) {
        const { buffer, length, parts } = first
        use({ bytes: buffer.input.subarray(0, length), parts: await parts, buffer })
      } else if (queued > 0) {
        use({ bytes: together(queue, queued), parts: [] })
        queue = []
        queued = 0
      }
      share()
    },
    end() {
      if (isOver) return false
      isOver = true
      share()
      return pending.length > 0
    },
    hasRecords: () => taken !== undefined || own.hasRecords(),
    line: own.line,
    col: own.col,
    progress: own.progress,
    waiting: () => own.waiting() + rest(),
    giveBack(wanted) {
      const missing = wanted - own.waiting()
      if (missing > 0 && rest() > 0) {
        const end = current.bytes.indexOf(LF, at + missing) + 1
        const to = end > 0 ? end : current.bytes.length
        own.feed(current.bytes.subarray(at, to))
        at = to
      }
      return own.giveBack(wanted)
    },
    skip() {
      throw new TypeError('nothing is passed over here')
    },
  }

  function* give({ part, line }: { readonly part: Part; readonly line: number }): Generator<Chunk> {
    sums.scored += part.scored
    sums.formulas += part.formulas
    mergeCounts(sums.counts, withLines(part.counts, line))
    for (const keys of part.keys) {
      for (let lead = 0; lead < keys.records; lead += 1) keys.lines[lead] = line + (keys.lines[lead] ?? 0)
      options.identify(keys)
    }
    for (const { bytes, leads, stages } of part.chunks) {
      yield {
        bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        leads,
        stages: new Map(stages.map(each => [each.stage, { parts: [Buffer.from(each.bytes)], leads: each.leads }])),
        items: [],
      }
    }
  }

  return {
    ...inner,
    cutter,
    *judge(known) {
      if (taken === undefined) return yield* inner.judge(known)
      const part = taken
      taken = undefined
      yield* give(part)
    },
    scored: () => inner.scored() + sums.scored,
    formulas: () => inner.formulas() + sums.formulas,
    counts() {
      const all = inner.counts()
      mergeCounts(all, sums.counts)
      return all
    },
  }
}

function createBuffers(size: number) {
  const free: Buffers[] = []
  return {
    take(): Buffers {
      const shared = (length: number) => new Uint8Array(new SharedArrayBuffer(length))
      return free.pop() ?? { input: shared(size), output: shared(GROWTH * size) }
    },
    give(buffer: Buffers): void {
      free.push(buffer)
    },
  }
}

/** Lines of a part as lines of the file. */
function withLines(counts: VerdictCounts, line: number): VerdictCounts {
  for (const { lines } of counts.fields) lines.splice(0, lines.length, ...lines.map(each => line + each))
  return counts
}

function together(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces, length)
}
