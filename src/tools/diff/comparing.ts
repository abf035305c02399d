import type { Lead } from '../../engine/lead.ts'
import type { Batch, Row } from '../../io/records.ts'
import type { Difference, Mover } from '../../ir/results/difference.ts'
import type { JudgedLead } from '../../ir/results/verdict.ts'
import type { BlindSpots } from './blind.ts'
import type { Causes } from './causes.ts'
import type { Comparison } from './changes/changes.ts'
import type { DiffCounter } from './diff-counts.ts'
import type { Shown } from './moved-keys.ts'
import type { Movers } from './movers.ts'
import type { Side } from './side.ts'
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

/** The verdicts of both rulebooks on one lead; nothing for a duplicate. */
export type Pair = readonly [JudgedLead | undefined, JudgedLead | undefined]

/** A lead that moved. */
export interface Moved {
  readonly row: Row
  readonly mover: Omit<Mover, 'because' | 'together'>
}

/** Leads as both sides have read them. */
export interface ReadRows {
  readonly rows: readonly Row[]
  readonly before: readonly (Lead | undefined)[]
  readonly after: readonly (Lead | undefined)[]
}

/** Counts the leads of one pass, and finds out why some moved. */
export interface Comparing {
  /** Counts what is no lead. */
  skip(batch: Pick<Batch, 'rejects' | 'leftOut'>): void
  /** Counts a lead; gives it if its stage is another one. `has`: whether the field in a slot of HEAD is filled. */
  take(pair: Pair, has: (slot: number) => boolean, rowOf: () => Row): Moved | undefined
  /** Finds the causes for those of some leads that moved, which are named by their index. */
  settle(read: ReadRows, moved: readonly (Moved & { readonly index: number })[]): Promise<void>
  result(): PassResult
}

export function createComparing(input: PassInput): Comparing {
  const { comparison, base, head, causes, counter, movers, blind } = input
  const bounds = [base.binding.bound, head.binding.bound] as const
  const watched = comparison.changes
    .filter(({ cosmetic }) => !cosmetic)
    .map(change => ({ name: change.name, watch: watchOf(change, comparison, bounds), touches: 0 }))
  const moved = { leads: 0, up: 0, down: 0, new: 0, gone: 0 }
  let rejected = 0
  let leftOut = 0

  return {
    skip({ rejects, leftOut: apart }) {
      rejected += rejects.length
      for (const count of Object.values(apart)) leftOut += count
    },
    take(pair, has, rowOf) {
      const [old, now] = pair
      if (old === undefined && now === undefined) return undefined
      if (now !== undefined) blind.add(has)
      const [from, to] = [stageOf(old), stageOf(now)]
      counter.add([from, to], old, now)
      if (old !== undefined && now !== undefined) {
        for (const each of watched) if (each.watch(old, now)) each.touches += 1
      }
      if (from === to) return undefined
      moved.leads += 1
      moved[input.directionOf(from, to)] += 1
      const row = rowOf()
      return { row, mover: moverOf(row, pair, input) }
    },
    async settle({ rows, before, after }, found) {
      const causesOf = await causes.try(
        rows,
        before,
        found.map(({ index }) => index),
      )
      for (const [place, { row, mover, index }] of found.entries()) {
        await movers.add({ ...mover, ...causesOf(place, mover.to, row, after[index]) })
      }
    },
    result: () => ({
      moved,
      touches: new Map(watched.map(({ name, touches }) => [name, touches])),
      rejected,
      leftOut,
    }),
  }
}

function moverOf(row: Row, [old, now]: Pair, { nameOf, shown }: PassInput): Moved['mover'] {
  const cells = shown.map(({ name, position }) => [name, row.cells[position] ?? ''])
  return {
    lead: nameOf(row),
    from: stageOf(old),
    to: stageOf(now),
    score: { before: old?.total ?? null, after: now?.total ?? null },
    ...(shown.length > 0 && { shown: Object.fromEntries(cells) }),
  }
}
