import type { ReadEvent } from '../../engine/events/event-reader.ts'
import { SIGNALS } from '../../ir/catalogue/signals.ts'
import { eventKey } from '../../ir/plan/events.ts'
import type { Plan } from '../../ir/plan/plan.ts'

/** Maximum number of names in a summary. */
export const MAX_SHOWN_NAMES = 12

/** Events of one name and meaning: the same number can stand for several things. */
export interface NamedEvents {
  readonly event: string
  readonly names: ReadonlySet<string>
  count: number
}

/** Meanings are found once and shared, so that their keys are, too. */
const KEYS = new WeakMap<ReadonlySet<string>, string>()

/** The key of events with one name and meaning. */
export function namesKey({ name, names }: ReadEvent): string {
  const known = KEYS.get(names)
  if (known !== undefined) return known
  const key = [name, ...names].join('\n')
  KEYS.set(names, key)
  return key
}

/** Names that mean something in any file, as they are written. */
export function signalKeys(plan: Plan): Map<string, string> {
  const own = (plan.events?.signals ?? []).map(({ name, label = name }) => [name, label] as const)
  return new Map([...own, ...Object.keys(SIGNALS).map(name => [eventKey(name), name] as const)])
}

/** The signals that an event means, other than by its own name. */
export function signalsIn(names: ReadonlySet<string>, event: string, plan: Plan): string[] {
  const signals = signalKeys(plan)
  return [...names].flatMap(name => signals.get(name) ?? []).filter(name => eventKey(name) !== eventKey(event))
}
