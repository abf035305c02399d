import type { Lead } from '../../engine/lead.ts'
import type { Batch, Row } from '../../io/records.ts'
import type { Difference, Mover } from '../../ir/results/difference.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { BlindSpots } from './blind.ts'
import type { Causes } from './causes.ts'
import type { Comparison } from './changes/changes.ts'
import type { DiffCounter } from './diff-counts.ts'
import type { Shown } from './moved-keys.ts'
import type { Movers } from './movers.ts'
import { readAlike, type Side } from './side.ts'
import { type Direction, stageOf } from './stages.ts'
import { watchOf } from './watch.ts'

export interface PassInput {
  readonly comparison: Comparison
  readonly base: Side
  readonly head: Side
  /** Whether both sides have the same data on a lead besides its record. */
  readonly alikeAround: boolean
  readonly causes: Causes
  readonly counter: DiffCounter
  readonly movers: Movers
  readonly blind: BlindSpots
  readonly nameOf: (row: Row) => string
  readonly shown: readonly Shown[]
  readonly directionOf: (from: string, to: string) => Direction
}

export interface PassResult {
  readonly moved: Pick<Difference['moved'], 'leads' | Direction>
  /** Leads in which a change can be seen, by its name. */
  readonly touches: ReadonlyMap<string, number>
  readonly rejected: number
  readonly leftOut: number
}

/** Reads the leads once, judges each by both rulebooks, and finds the causes for those that moved. */
export async function comparePass(batches: AsyncIterable<Batch>, input: PassInput): Promise<PassResult> {
  const { comparison, base, head, causes, counter, movers, blind } = input
  const share = input.alikeAround && readAlike(base.binding, head.binding)
  const bounds = [base.binding.bound, head.binding.bound] as const
  const watched = comparison.changes
    .filter(({ cosmetic }) => !cosmetic)
    .map(change => ({ name: change.name, watch: watchOf(change, comparison, bounds), touches: 0 }))
  const moved = { leads: 0, up: 0, down: 0, new: 0, gone: 0 }
  let rejected = 0
  let leftOut = 0

  /** Counts a lead; true if its stage is another one. */
  const take = ([old, now]: Pair, lead: Lead | undefined): boolean => {
    if (old === undefined && now === undefined) return false
    if (lead !== undefined) blind.add(lead)
    const [from, to] = [stageOf(old), stageOf(now)]
    counter.add([from, to], old, now)
    if (old !== undefined && now !== undefined) {
      for (const each of watched) if (each.watch(old, now)) each.touches += 1
    }
    return from !== to
  }

  const step = ({ from, to }: Pick<Mover, 'from' | 'to'>) => {
    moved.leads += 1
    moved[input.directionOf(from, to)] += 1
  }

  for await (const { rows, rejects, leftOut: apart } of batches) {
    rejected += rejects.length
    for (const count of Object.values(apart)) leftOut += count
    const before = await base.read(rows)
    const after = share ? before : await head.read(rows)
    const verdicts = rows.map((_, index) => pairOf(before[index], after[index], base, head))
    const gone = rows.flatMap((_, index) => (take(verdicts[index] ?? NEITHER, after[index]) ? [index] : []))
    const causesOf = await causes.try(rows, before, gone)
    for (const [place, index] of gone.entries()) {
      const row = rows[index]
      if (row === undefined) continue
      const mover = moverOf(row, verdicts[index] ?? NEITHER, input)
      step(mover)
      await movers.add({ ...mover, ...causesOf(place, mover.to, row, after[index]) })
    }
  }
  return { moved, touches: new Map(watched.map(({ name, touches }) => [name, touches])), rejected, leftOut }
}

type Pair = readonly [Verdict | undefined, Verdict | undefined]

const NEITHER: Pair = [undefined, undefined]

function pairOf(before: Lead | undefined, after: Lead | undefined, base: Side, head: Side): Pair {
  return [before && base.judge(before), after && head.judge(after)]
}

function moverOf(row: Row, [old, now]: Pair, { nameOf, shown }: PassInput): Omit<Mover, 'because' | 'together'> {
  const cells = shown.map(({ name, position }) => [name, row.cells[position] ?? ''])
  return {
    lead: nameOf(row),
    from: stageOf(old),
    to: stageOf(now),
    score: { before: old?.total ?? null, after: now?.total ?? null },
    ...(shown.length > 0 && { shown: Object.fromEntries(cells) }),
  }
}
