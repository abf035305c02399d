import { eventRulesOf } from '../../../ir/plan/event-rules.ts'
import type { Expr } from '../../../ir/plan/expr.ts'
import { leavesOf } from '../../../ir/plan/expr.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { applyChange, type Change, type Comparison } from './changes.ts'
import { eventsFor, statedEvents, undeclaredFields } from './event-settings.ts'
import { meaning } from './meaning.ts'
import { planOf } from './parts.ts'

/** BASE with one change applied to it alone, and HEAD with everything but that change. */
export interface Alone {
  readonly change: Change
  readonly plan: Plan
  readonly without: Plan
  /** The change affects data from other files or other leads, which have to be read again for it. */
  readonly ownSurroundings: boolean
}

/** Most readings of other files and leads for single changes; more would take too long. */
const MAX_READINGS = 6

/** Applies each change that could move a lead alone. A single change needs no trial: it is the cause of everything. */
export function applyAlone(
  { base, head, changes }: Comparison,
  before: Plan,
  after: Plan,
  hasEvents: boolean,
): Alone[] {
  const effective = changes.filter(({ cosmetic }) => !cosmetic)
  if (effective.length < 2) return []
  const like = likeBoth(before, after)
  const unlike = likeBoth(after, before)
  const known = surroundingsOf(before, hasEvents)
  let readings = 0
  return effective.flatMap(change => {
    const plan = planOf(applyChange(base, change, head), like)
    const ownSurroundings = surroundingsOf(plan, hasEvents) !== known
    if (ownSurroundings) readings += 1
    const without = planOf(applyChange(head, change, base), unlike)
    return readings > MAX_READINGS && ownSurroundings ? [] : [{ change, plan, without, ownSurroundings }]
  })
}

/** A plan with the fields that only the other one reads. */
export function likeBoth(plan: Plan, other: Plan): Plan {
  const events = eventsFor(statedEvents(plan), [...plan.scores, ...other.scores], undeclaredFields(plan, other))
  return { ...plan, fields: { ...other.fields, ...plan.fields }, ...events }
}

/** The part of a plan that decides which data besides a lead's own record is read. */
function surroundingsOf(plan: Plan, hasEvents: boolean): string {
  const { dedupe, account, scores, total } = plan
  const events = hasEvents ? [plan.events, eventRulesOf(plan)] : []
  const figures = account === undefined || !readsAccount(plan) ? [] : [scores, total, plan.fields, plan.locale]
  return meaning([dedupe, account, events, figures])
}

function readsAccount({ criteria, exclude, stages }: Plan): boolean {
  const conditions: (Expr | undefined)[] = [...criteria, ...exclude, ...stages].map(({ when }) => when)
  return conditions.some(
    when => when !== undefined && [...leavesOf(when)].some(({ subject }) => subject.kind === 'account'),
  )
}
