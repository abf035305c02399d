import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { JudgedLead } from '../ir/results/verdict.ts'
import type { Truth } from '../ir/values/value.ts'
import type { Cells } from './input/cells.ts'
import type { Memory } from './memory.ts'
import { createSharing } from './owners.ts'
import type { Parts } from './pieces/parts.ts'
import type { Piece } from './pieces/pieces.ts'

/** The verdict on one record of a batch, whose parts are looked up when they are asked for. */
export interface VerdictView {
  /** Good until it is called again. */
  at(record: number): JudgedLead
}

export function createVerdictView(
  { found, scores, outcomes, slots }: Pick<Parts, 'found' | 'scores' | 'outcomes' | 'slots'>,
  bound: BoundPlan,
  places: { readonly cells: Cells; readonly memory: Memory; readonly width: number },
): VerdictView {
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules)).length
  const points = Array.from({ length: rules }, () => 0)
  const totals: (number | undefined)[] = bound.scores.map(() => undefined)
  const criteria: Truth[] = bound.criteria.map(() => undefined)
  const segments = bound.segments.map(() => '')
  const tags = bound.tags.map(() => false)
  const sharing = createSharing(bound, slots, places)
  let record = 0
  /** By cluster: the combination whose points are there. */
  const filled = scores.clusters.map(() => -1)
  const of = <T>({ values, ids }: Piece<T>) => values[ids[record] ?? 0]

  function fillPoints(): void {
    for (const [index, { rules: places, part }] of scores.clusters.entries()) {
      const { values, ids } = part.piece
      const id = ids[record] ?? 0
      if (filled[index] === id) continue
      filled[index] = id
      const own = values[id]?.points
      for (let place = 0; place < places.length; place += 1) points[places[place] ?? 0] = own?.[place] ?? 0
    }
  }

  const view: JudgedLead = {
    get total() {
      return outcomes.total.value(outcomes.total.ids[record] ?? 0)
    },
    get stage() {
      return of(outcomes.stage) ?? ''
    },
    get scores() {
      for (let index = 0; index < totals.length; index += 1) {
        const score = found.scores[index]
        totals[index] = score?.value(score.ids[record] ?? 0)
      }
      return totals
    },
    get points() {
      fillPoints()
      return points
    },
    pointsOf(rule) {
      const own = found.rules.get(rule)
      return own?.points(own.source.ids[record] ?? 0) ?? 0
    },
    get grade() {
      return of(outcomes.grade)
    },
    get chance() {
      return of(outcomes.chance)
    },
    get criteria() {
      for (const [index, piece] of outcomes.criteria.entries()) criteria[index] = of(piece)
      return criteria
    },
    get excluded() {
      return of(outcomes.excluded) ?? []
    },
    get segments() {
      for (const [index, piece] of outcomes.segments.entries()) segments[index] = of(piece) ?? ''
      return segments
    },
    get tags() {
      for (const [index, piece] of outcomes.tags.entries()) tags[index] = of(piece) === true
      return tags
    },
    get owner() {
      return sharing(of(outcomes.owners) ?? [], record)
    },
    get next() {
      return of(outcomes.next)?.next ?? ''
    },
    get due() {
      return outcomes.due.value(outcomes.due.ids[record] ?? 0)
    },
  }
  return {
    at(wanted) {
      record = wanted
      return view
    },
  }
}
