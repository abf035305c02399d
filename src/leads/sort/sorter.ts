import type { Host, Scratch } from '../host.ts'

/**
 * Sorts any number of lines (by UTF-16 units). Above `MAX_HELD_CHARACTERS` it keeps sorted runs on
 * disk and merged when it is read.
 */
export interface Sorter {
  add(lines: readonly string[]): Promise<void>
  /** All lines that were added, a few at a time. Can be read again, and by several readers at once. */
  sorted(): AsyncGenerator<readonly string[]>
  drop(): Promise<void>
}

/** What one sorter holds in memory at most, in characters of two bytes. */
const MAX_HELD_CHARACTERS = 16 * 1024 * 1024

/** Lines that are handed on together. */
const TOGETHER = 500

export function createSorter(host: Pick<Host, 'scratch'>, held = MAX_HELD_CHARACTERS): Sorter {
  const runs: Scratch[] = []
  let heap = createHeap()
  return {
    async add(lines) {
      for (const line of lines) heap.add(line)
      if (heap.characters() <= held) return
      const run = await host.scratch()
      runs.push(run)
      for (const sorted of heap.sorted()) await run.write(sorted)
      heap = createHeap()
    },
    async *sorted() {
      if (runs.length === 0) yield* heap.sorted()
      else yield* merge([...runs.map(readRun), readHeap(heap)])
    },
    async drop() {
      heap = createHeap()
      for (const run of runs.splice(0)) await run.drop()
    },
  }
}

/** Lines in one buffer, which spares the garbage collector an object per line. */
interface Heap {
  add(line: string): void
  characters(): number
  sorted(): Generator<string[]>
}

const FIRST_CHARACTERS = 64 * 1024
const FIRST_LINES = 1024

function createHeap(): Heap {
  let text = Buffer.alloc(0)
  let units = new Uint16Array(0)
  /** Where each line starts; the end of one is the start of the next. */
  let starts = new Uint32Array(FIRST_LINES)
  let lines = 0
  let used = 0
  let order: Uint32Array | undefined

  const makeRoom = (characters: number) => {
    if (characters <= units.length) return
    const larger = new Uint16Array(Math.max(2 * units.length, characters, FIRST_CHARACTERS))
    larger.set(units)
    units = larger
    text = Buffer.from(units.buffer)
  }
  const compare = (a: number, b: number): number => {
    let left = starts[a] ?? 0
    let right = starts[b] ?? 0
    const leftEnd = starts[a + 1] ?? 0
    const rightEnd = starts[b + 1] ?? 0
    for (; left < leftEnd && right < rightEnd; left += 1, right += 1) {
      const difference = (units[left] ?? 0) - (units[right] ?? 0)
      if (difference !== 0) return difference
    }
    return leftEnd - left - (rightEnd - right) || a - b
  }
  const lineAt = (index: number) => text.toString('utf16le', 2 * (starts[index] ?? 0), 2 * (starts[index + 1] ?? 0))

  return {
    add(line) {
      makeRoom(used + line.length)
      if (lines + 2 > starts.length) {
        const more = new Uint32Array(2 * starts.length)
        more.set(starts)
        starts = more
      }
      text.write(line, 2 * used, 'utf16le')
      used += line.length
      lines += 1
      starts[lines] = used
      order = undefined
    },
    characters: () => used,
    *sorted() {
      order ??= Uint32Array.from({ length: lines }, (_, index) => index).sort(compare)
      for (let from = 0; from < lines; from += TOGETHER) {
        yield Array.from(order.subarray(from, from + TOGETHER), lineAt)
      }
    },
  }
}

async function* readRun(run: Scratch): AsyncGenerator<readonly string[]> {
  let lines: string[] = []
  for await (const line of run.lines()) {
    lines.push(line)
    if (lines.length < TOGETHER) continue
    yield lines
    lines = []
  }
  yield lines
}

async function* readHeap(heap: Heap): AsyncGenerator<readonly string[]> {
  yield* heap.sorted()
}

/** The lines of a sorted run that are next. */
interface Head {
  readonly run: AsyncGenerator<readonly string[]>
  lines: readonly string[]
  next: number
}

async function* merge(runs: readonly AsyncGenerator<readonly string[]>[]): AsyncGenerator<readonly string[]> {
  try {
    let heads = await filled(runs.map(run => ({ run, lines: [], next: 0 })))
    let merged: string[] = []
    while (heads.length > 0) {
      const head = heads.reduce((best, each) => (lineOf(each) < lineOf(best) ? each : best))
      merged.push(lineOf(head))
      head.next += 1
      if (head.next === head.lines.length) heads = await filled(heads)
      if (merged.length < TOGETHER) continue
      yield merged
      merged = []
    }
    yield merged
  } finally {
    for (const run of runs) await run.return(undefined)
  }
}

function lineOf({ lines, next }: Head): string {
  return lines[next] ?? ''
}

/** The heads that still have lines, those that came to their end read on. */
async function filled(heads: readonly Head[]): Promise<Head[]> {
  for (const head of heads) {
    while (head.next === head.lines.length) {
      const { done, value } = await head.run.next()
      if (done === true) break
      head.lines = value
      head.next = 0
    }
  }
  return heads.filter(({ lines, next }) => next < lines.length)
}
