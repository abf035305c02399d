import type { Lead } from '../../engine/lead.ts'
import type { Batch, Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Mover } from '../../ir/difference.ts'
import type { Verdict } from '../../ir/verdict.ts'
import type { Alone } from './alone.ts'
import type { BlindSpots } from './blind.ts'
import type { Comparison } from './changes.ts'
import type { Shown } from './keys.ts'
import type { Movers } from './movers.ts'
import { readAlike, type Side } from './side.ts'
import { stageOf } from './stages.ts'
import type { DiffTally } from './tally.ts'
import { watchOf } from './watch.ts'

/** BASE with a change alone, beside the leads. */
export interface Trial {
  readonly alone: Alone
  /** The stages of some rows, given the leads as BASE has read them. */
  stages(
    rows: readonly Row[],
    leads: readonly (Lead | undefined)[],
    wanted: readonly number[],
  ): Promise<readonly string[]>
}

export interface PassInput {
  readonly comparison: Comparison
  readonly base: Side
  readonly head: Side
  readonly trials: readonly Trial[]
  readonly tally: DiffTally
  readonly movers: Movers
  readonly blind: BlindSpots
  readonly nameOf: (row: Row) => string
  readonly shown: readonly Shown[]
  /** Whether both sides know the same of a lead besides its record. */
  readonly alikeAround: boolean
  readonly rankOf: (stage: string) => number
}

export interface PassResult {
  readonly moved: { readonly leads: number; readonly up: number; readonly down: number; readonly interaction: number }
  /** By the names of changes. */
  readonly moves: ReadonlyMap<string, number>
  readonly touches: ReadonlyMap<string, number>
  readonly rejected: number
  readonly leftOut: number
}

/** Reads the leads once and judges each by both rulebooks; those that moved by each single change too. */
export async function comparePass(batches: AsyncIterable<Batch>, input: PassInput): Promise<PassResult> {
  const { comparison, base, head, trials, tally, movers, blind } = input
  const share = input.alikeAround && readAlike(base.binding, head.binding)
  const bounds: readonly [BoundPlan, BoundPlan] = [base.binding.bound, head.binding.bound]
  const changes = comparison.changes.filter(({ cosmetic }) => !cosmetic)
  const watched = changes.map(change => ({ name: change.name, watch: watchOf(change, comparison, bounds), touches: 0 }))
  const moves = new Map(trials.map(({ alone }) => [alone.change.name, 0]))
  const [only] = changes
  const moved = { leads: 0, up: 0, down: 0, interaction: 0 }
  let rejected = 0
  let leftOut = 0

  for await (const batch of batches) {
    const { rows } = batch
    rejected += batch.rejects.length
    for (const count of Object.values(batch.leftOut)) leftOut += count
    const before = await base.read(rows)
    const after = share ? before : await head.read(rows)
    const verdicts = rows.map((_, index) => pairOf(before[index], after[index], base, head))
    const gone: number[] = []
    for (const [index, [old, now]] of verdicts.entries()) {
      if (old === undefined && now === undefined) continue
      const lead = after[index]
      if (lead !== undefined) blind.add(lead)
      const [from, to] = [stageOf(old), stageOf(now)]
      tally.add([from, to], old, now)
      if (old !== undefined && now !== undefined)
        for (const each of watched) if (each.watch(old, now)) each.touches += 1
      if (from !== to) gone.push(index)
    }
    const tried = await Promise.all(trials.map(trial => trial.stages(rows, before, gone)))
    for (const [place, index] of gone.entries()) {
      const row = rows[index]
      if (row === undefined) continue
      const mover = moverOf(row, verdicts[index] ?? [undefined, undefined], input)
      const alone = trials
        .filter((_, trial) => tried[trial]?.[place] === mover.to)
        .map(({ alone: { change } }) => change.name)
      const because = trials.length === 0 && changes.length === 1 && only ? [only.name] : alone
      for (const name of because) moves.set(name, (moves.get(name) ?? 0) + 1)
      moved.leads += 1
      if (because.length === 0) moved.interaction += 1
      const step = input.rankOf(mover.from) - input.rankOf(mover.to)
      if (step > 0) moved.up += 1
      if (step < 0) moved.down += 1
      await movers.add({ ...mover, because })
    }
  }
  return { moved, moves, touches: new Map(watched.map(({ name, touches }) => [name, touches])), rejected, leftOut }
}

type Pair = readonly [Verdict | undefined, Verdict | undefined]

function pairOf(before: Lead | undefined, after: Lead | undefined, base: Side, head: Side): Pair {
  return [before && base.judge(before), after && head.judge(after)]
}

function moverOf(row: Row, [old, now]: Pair, { nameOf, shown }: PassInput): Omit<Mover, 'because'> {
  return {
    lead: nameOf(row),
    from: stageOf(old),
    to: stageOf(now),
    score: { before: old?.total ?? null, after: now?.total ?? null },
    ...(shown.length > 0 && {
      shown: Object.fromEntries(shown.map(({ name, position }) => [name, row.cells[position] ?? ''])),
    }),
  }
}
