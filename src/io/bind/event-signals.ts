import type { EventSource } from '../../ir/catalogue/event-source.ts'
import { SIGNALS } from '../../ir/catalogue/signals.ts'
import { eventKey, REACTION, SENDING, type Signal } from '../../ir/plan/events.ts'
import type { Plan } from '../../ir/plan/plan.ts'

type Standard = (typeof SIGNALS)[keyof typeof SIGNALS]

/**
 * The signals the plan uses, by event name: the rulebook's own, those of the recognised system, and common names,
 * unless the system's names have meanings of their own.
 */
export function signalsFor(plan: Plan, system: EventSource | undefined): Signal[] {
  const standard = Object.entries<Standard>(SIGNALS)
  const known: Signal[] = [
    ...(plan.events?.signals ?? []),
    ...(system?.signals ?? []).map(({ signal, names, where }) => ({
      name: eventKey(typeof signal === 'string' ? signal : signal.called),
      of: names.map(eventKey),
      ...(where && { where }),
    })),
    ...(system?.closed ? [] : standard.flatMap(([name, { names }]) => inAnyFile(name, names))),
    ...standard.flatMap(([name, signal]) =>
      'within' in signal ? [{ name: eventKey(signal.within), of: [eventKey(name)], status: signal.status }] : [],
    ),
  ]
  return neededOf(known, plan)
}

function inAnyFile(name: string, names: readonly string[]): Signal[] {
  return names.length === 0 ? [] : [{ name: eventKey(name), of: names.map(eventKey) }]
}

/** The signals that rules name, and all signals these are made of. */
function neededOf(known: readonly Signal[], plan: Plan): Signal[] {
  const needed = new Set(namedBy(plan))
  for (let size = -1; size !== needed.size; ) {
    size = needed.size
    for (const { name, of } of known) if (needed.has(name)) for (const each of of) needed.add(each)
  }
  return known.filter(({ name }) => needed.has(name))
}

function namedBy({ scores, events }: Plan): string[] {
  const rules = scores.flatMap(score => score.groups.flatMap(group => group.rules))
  const mails = events?.ignore.afterSending === undefined ? [] : [...SENDING, ...REACTION]
  return [...rules.flatMap(({ earns }) => (earns.kind === 'events' ? earns.of : [])), ...mails.map(eventKey)]
}
