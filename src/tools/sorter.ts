import type { Host, Scratch } from './host.ts'

/** How things are ordered, and how one of them looks on a line of its own. */
export interface Sortable<T> {
  /** Things that are equal keep the order in which they came. */
  compare(a: T, b: T): number
  /** Characters that it takes to hold it. */
  sizeOf(item: T): number
  toLine(item: T): string
  fromLine(line: string): T
}

/** Puts any number of things in order. What does not fit in memory is kept in sorted runs on disk and merged. */
export interface Sorter<T> {
  add(items: readonly T[]): Promise<void>
  /** Everything that was added, in order; can be read several times, also at the same time. */
  sorted(): AsyncGenerator<T>
  drop(): Promise<void>
}

/** What one sorter holds in memory at most, in characters. */
export const HELD_CHARACTERS = 32 * 1024 * 1024

export function createSorter<T>(sortable: Sortable<T>, host: Pick<Host, 'scratch'>, held = HELD_CHARACTERS): Sorter<T> {
  const runs: Scratch[] = []
  let items: T[] = []
  let characters = 0
  return {
    async add(more) {
      for (const item of more) {
        items.push(item)
        characters += sortable.sizeOf(item)
      }
      if (characters <= held) return
      runs.push(await spill(items.sort(sortable.compare), sortable, host))
      items = []
      characters = 0
    },
    async *sorted() {
      yield* merge([...runs.map(run => readRun(run, sortable)), once(items.sort(sortable.compare))], sortable)
    },
    async drop() {
      items = []
      for (const run of runs.splice(0)) await run.drop()
    },
  }
}

/** Lines in the order of their characters; each is a list of texts, of which the first ones decide. */
export const LINES: Sortable<string> = {
  compare: (a, b) => (a < b ? -1 : Number(a > b)),
  sizeOf: line => line.length,
  toLine: line => line,
  fromLine: line => line,
}

/** A list of texts on one line. Lines that begin with the same texts stand together when they are sorted. */
export function writeLine(texts: readonly (string | number)[]): string {
  const line = JSON.stringify(texts.map(String))
  return line.replace(/[\u2028\u2029]/g, sign => (sign === '\u2028' ? '\\u2028' : '\\u2029'))
}

export function readLine(line: string): string[] {
  const texts: unknown = JSON.parse(line)
  return Array.isArray(texts) ? texts.map(String) : []
}

async function spill<T>(items: readonly T[], { toLine }: Sortable<T>, host: Pick<Host, 'scratch'>): Promise<Scratch> {
  const run = await host.scratch()
  for (let from = 0; from < items.length; from += 500) await run.write(items.slice(from, from + 500).map(toLine))
  return run
}

async function* readRun<T>(run: Scratch, { fromLine }: Sortable<T>): AsyncGenerator<T> {
  for await (const line of run.lines()) yield fromLine(line)
}

async function* once<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Earlier runs hold what came earlier, so of equal things those of the first run come first. */
async function* merge<T>(runs: readonly AsyncGenerator<T>[], { compare }: Sortable<T>): AsyncGenerator<T> {
  const [only] = runs
  if (only !== undefined && runs.length === 1) return yield* only
  try {
    const heads = await Promise.all(runs.map(run => run.next()))
    for (;;) {
      let best = -1
      for (const [index, head] of heads.entries()) {
        const leader = heads[best]
        if (head.done === true) continue
        if (leader === undefined || leader.done === true || compare(head.value, leader.value) < 0) best = index
      }
      const head = heads[best]
      const run = runs[best]
      if (head === undefined || head.done === true || run === undefined) return
      yield head.value
      heads[best] = await run.next()
    }
  } finally {
    for (const run of runs) await run.return(undefined)
  }
}
