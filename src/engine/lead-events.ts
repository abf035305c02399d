import type { EventEarning, Plan, Rule } from '../ir/plan.ts'

/** One thing a lead did, as far as rules look at it. */
export interface LeadEvent {
  /** Day number. */
  readonly day: number
  readonly kind: EventKind
  /** Of each field in `distinctFieldsOf`, a number that stands for the event's value; NaN: there is none. */
  readonly marks: readonly number[]
}

/** What many events share. */
export interface EventKind {
  /** Its name's key, as its file has it. */
  readonly name: string
  /** What the event is worth to each of `eventRulesOf`; undefined: it is not meant. */
  readonly worth: readonly (number | undefined)[]
  /** For telling people from machines: its part in sending mails, and whether its time of day is known. */
  readonly part: 'sending' | 'reaction' | 'other'
  readonly timed: boolean
}

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
