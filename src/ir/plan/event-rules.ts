import type { EventEarning, Plan, Rule } from './plan.ts'

export interface EventRule extends Rule {
  readonly earns: EventEarning
}

/** The rules that read events, in rulebook order. */
export function eventRulesOf({ scores }: Pick<Plan, 'scores'>): EventRule[] {
  const rules = scores.flatMap(score => score.groups.flatMap(group => group.rules))
  return rules.flatMap(({ earns, ...rule }) => (earns.kind === 'events' ? [{ ...rule, earns }] : []))
}

/** The event fields whose values some rule counts once each (`distinct`). */
export function distinctFieldsOf(plan: Pick<Plan, 'scores'>): string[] {
  return [...new Set(eventRulesOf(plan).flatMap(({ earns }) => earns.distinct ?? []))]
}

/**
 * Rules that event rules replace, each with the event rule that replaces it. `meant`: positions in `eventRulesOf` that
 * some event matches.
 */
export function replacedRules(
  rules: readonly EventRule[],
  isMeant: (index: number) => boolean,
): Record<string, string> {
  const stands = rules.filter((_, index) => isMeant(index))
  return Object.fromEntries(stands.flatMap(({ id, earns }) => earns.insteadOf.map(other => [other, id] as const)))
}
