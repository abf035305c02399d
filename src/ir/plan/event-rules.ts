import type { EventEarning, Plan, Rule } from './plan.ts'

export interface EventRule extends Rule {
  readonly earns: EventEarning
}

/** The rules that read events, in rulebook order. */
export function eventRulesOf({ scores }: Pick<Plan, 'scores'>): EventRule[] {
  const rules = scores.flatMap(score => score.groups.flatMap(group => group.rules))
  return rules.flatMap(({ earns, ...rule }) => (earns.kind === 'events' ? [{ ...rule, earns }] : []))
}

/** The fields of events of which some rule counts each value once. */
export function distinctFieldsOf(plan: Pick<Plan, 'scores'>): string[] {
  return [...new Set(eventRulesOf(plan).flatMap(({ earns }) => earns.distinct ?? []))]
}

/** Rules for which events stand in, and the event rule that does, by which of `eventRulesOf` any event is meant for. */
export function replacedRules(
  rules: readonly EventRule[],
  isMeant: (index: number) => boolean,
): Record<string, string> {
  const stands = rules.filter((_, index) => isMeant(index))
  return Object.fromEntries(stands.flatMap(({ id, earns }) => earns.insteadOf.map(other => [other, id] as const)))
}
