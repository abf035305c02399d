import type { Lead } from '../../engine/lead.ts'
import { NOTHING } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { Backgrounds } from '../background.ts'
import type { Slot } from '../values/slots.ts'
import type { Found } from './found.ts'
import { questionsOf } from './found.ts'
import type { Dependencies, Observed } from './observe.ts'
import { type Budget, createPiece, type Piece } from './pieces.ts'
import type { Question } from './questions.ts'

/** A lead that looks like a record of the batch, and the reference's verdict on it. */
export interface Judged {
  readonly lead: Lead
  readonly verdict: Verdict
}

/** What the pieces of a judge are made with. */
export interface Making {
  readonly bound: BoundPlan
  readonly asOf: number
  readonly observed: Observed
  readonly slots: readonly (Slot | undefined)[]
  readonly found: Found
  readonly budget: Budget
  readonly batch: number
  /** Of a record, judged once per batch. */
  judged(record: number): Judged
}

/** The reference's verdicts on leads made of the readings that their classes stand for, and of what is known of them. */
export function createRepresentatives(
  slots: readonly (Slot | undefined)[],
  backgrounds: Pick<Backgrounds, 'of'>,
  judge: Observed['judge'],
) {
  const judged = new Map<number, Judged>()
  return {
    judged(record: number): Judged {
      const before = judged.get(record)
      if (before !== undefined) return before
      const readings = slots.map(slot => slot?.reading(slot.ids[record] ?? 0) ?? NOTHING)
      const lead: Lead = { cells: [], readings, ...backgrounds.of(record) }
      const both = { lead, verdict: judge(lead) }
      judged.set(record, both)
      return both
    },
    next: () => judged.clear(),
  }
}

/** A part of the verdict as a piece that learns its values from the reference. */
export interface PartOf<T> {
  readonly piece: Piece<T>
  run(records: number): void
}

export function createPart<T>(
  making: Making,
  dependencies: Dependencies,
  worth: (judged: Judged) => T,
  further: readonly Question[] = [],
): PartOf<T> {
  const { slots, found, bound, budget, batch } = making
  const questions = [...further, ...questionsOf(dependencies, slots, found, bound)]
  return learning(createPiece<T>(batch, questions, budget), record => worth(making.judged(record)))
}

/** A piece beside what it learns new combinations from. */
export function learning<T>(piece: Piece<T>, worth: (record: number) => T): PartOf<T> {
  return {
    piece,
    run(records) {
      piece.run(records)
      piece.learn(records, worth)
    },
  }
}
