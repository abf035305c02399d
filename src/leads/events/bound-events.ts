import type { BoundEventSource, BoundEvents } from '../../ir/plan/bound-events.ts'
import type { Plan } from '../../ir/plan/plan.ts'

/** Lead fields whose values find the lead's events, best first. */
export function joinOf(plan: Plan): string[] {
  return [...new Set(['id', 'email', ...(plan.events?.join ?? [])])]
}

/** The bound events of a plan, once the columns of its event files are known. */
export function boundEvents(
  plan: Plan,
  sources: readonly BoundEventSource[],
  replaced: BoundEvents['replaced'] = {},
): BoundEvents {
  return { join: joinOf(plan), ignore: plan.events?.ignore ?? { ownDomains: [] }, sources, replaced }
}
