import type { Host, Scratch } from './host.ts'

/** A written lead on its way to the outputs. */
export interface Item {
  readonly stage: string
  /** The total; leads without one come last. */
  readonly score: number
  readonly text: string
}

/** Takes leads in input order and gives them back in the order that was asked for. */
export interface Ordering {
  /** Takes some leads; gives those that can already be written. */
  add(items: readonly Item[]): Promise<readonly Item[]>
  /** What was held back. */
  rest(): AsyncIterable<Item>
  /** Leaves nothing on disk, however the run ended. */
  drop(): Promise<void>
}

const HELD_CHARACTERS = 32 * 1024 * 1024

/** Input order: nothing is held back. */
export function asTheyCome(): Ordering {
  return {
    add: async items => items,
    rest: async function* () {},
    drop: async () => {},
  }
}

/** The `count` leads with the highest scores, best first; of equal ones the earlier. */
export function bestOf(count: number): Ordering {
  let held: Item[] = []
  const prune = () => {
    held = held.sort(byScore).slice(0, count)
  }
  return {
    async add(items) {
      held.push(...items)
      if (held.length >= 2 * count + 1_000) prune()
      return []
    },
    async *rest() {
      prune()
      yield* held
    },
    drop: async () => {},
  }
}

/** All leads by score, best first. What does not fit in memory is kept in sorted runs on disk and merged at the end. */
export function sortedByScore(host: Pick<Host, 'scratch'>): Ordering {
  const runs: Scratch[] = []
  let held: Item[] = []
  let characters = 0
  return {
    async add(items) {
      held.push(...items)
      for (const { text } of items) characters += text.length
      if (characters > HELD_CHARACTERS) {
        const run = await host.scratch()
        runs.push(run)
        await spill(held.sort(byScore), run)
        held = []
        characters = 0
      }
      return []
    },
    async *rest() {
      yield* merge([...runs.map(readRun), once(held.sort(byScore))])
    },
    async drop() {
      for (const run of runs) await run.drop()
    },
  }
}

/** Array.prototype.sort is stable, so equal scores stay in input order. */
function byScore(a: Item, b: Item): number {
  return a.score === b.score ? 0 : b.score - a.score
}

async function spill(items: readonly Item[], run: Scratch): Promise<void> {
  for (let from = 0; from < items.length; from += 500) {
    await run.write(
      items.slice(from, from + 500).map(({ stage, score, text }) => JSON.stringify([stage, String(score), text])),
    )
  }
}

async function* readRun(run: Scratch): AsyncGenerator<Item> {
  for await (const line of run.lines()) {
    const parts: unknown = JSON.parse(line)
    if (!Array.isArray(parts)) continue
    const [stage, score, text] = parts.map(String)
    yield { stage: stage ?? '', score: Number(score), text: text ?? '' }
  }
}

async function* once(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

/** Earlier runs hold earlier leads, so of equal scores the first run's comes first. */
async function* merge(runs: readonly AsyncGenerator<Item>[]): AsyncGenerator<Item> {
  try {
    const heads = await Promise.all(runs.map(run => run.next()))
    for (;;) {
      const best = bestHead(heads)
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

function bestHead(heads: readonly IteratorResult<Item>[]): number {
  let best = -1
  for (const [index, head] of heads.entries()) {
    const leader = heads[best]
    if (head.done !== true && (leader === undefined || leader.done === true || head.value.score > leader.value.score))
      best = index
  }
  return best
}
