import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import { eventKey, REACTION, SENDING, type Signal } from '../../ir/plan/events.ts'
import { fieldsOf } from '../../ir/plan/expr.ts'
import { EMPTY_VERDICT } from '../../ir/results/verdict.ts'
import { type Condition, type ConditionContext, compileCondition } from '../condition.ts'
import type { Lead } from '../lead.ts'
import type { EventKind } from './lead-events.ts'

/** The names of an event, and the rules that apply to it. */
export interface Meaning {
  /** The keys of its own names, and of the signals it stands for. */
  readonly names: ReadonlySet<string>
  /** What a signal says of its status. */
  readonly status: string | undefined
  readonly part: EventKind['part']
}

/** Maximum number of cached names; a file with more writes something new into every event. */
const REMEMBERED = 10_000

/** Caches the rules that apply to each event name; files have few names. */
export function compileMeaning<T extends Meaning>(
  source: BoundEventSource,
  context: ConditionContext,
  add: (meaning: Meaning) => T,
): (event: Lead, name: string) => T {
  const signals = source.signals.map(signal => ({ ...signal, holds: conditionOf(signal, context) }))
  const asked = [...new Set(source.signals.flatMap(({ where }) => fieldsOf(where)))]
  const slots = asked.map(name => source.fields.findIndex(field => field.name === name))
  const remembered = new Map<string, T>()
  const affix = source.affix === undefined ? undefined : new RegExp(source.affix, 'gi')
  return (event, name) => {
    let key = name
    for (const slot of slots) key += `\n${event.readings[slot]?.value}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const meaning = add(meaningOf(event, namesOf(name, affix), signals))
    if (remembered.size < REMEMBERED) remembered.set(key, meaning)
    return meaning
  }
}

function namesOf(name: string, affix: RegExp | undefined): string[] {
  return affix === undefined ? [eventKey(name)] : [eventKey(name), eventKey(name.replace(affix, ''))]
}

function conditionOf({ where }: Signal, context: ConditionContext): Condition {
  return where === undefined ? () => true : compileCondition(where, context, 'plain')
}

/** A signal may stand for another one, so they are tried until nothing new is found. */
function meaningOf(
  event: Lead,
  own: readonly string[],
  signals: readonly (Signal & { readonly holds: Condition })[],
): Meaning {
  const names = new Set(own)
  let status: string | undefined
  for (let size = 0; size !== names.size; ) {
    size = names.size
    for (const signal of signals) {
      if (signal.of.length > 0 && !signal.of.some(each => names.has(each))) continue
      if (signal.holds(event, EMPTY_VERDICT) !== true) continue
      names.add(signal.name)
      status ??= signal.status
    }
  }
  const isOneOf = (list: readonly string[]) => list.some(each => names.has(eventKey(each)))
  return { names, status, part: isOneOf(SENDING) ? 'sending' : isOneOf(REACTION) ? 'reaction' : 'other' }
}
