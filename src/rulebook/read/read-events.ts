import { didYouMean } from '../../base/nearest.ts'
import { type EventsPlan, eventKey, type IgnoredEvents, type Signal } from '../../ir/plan/events.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { EventEarning, Plan, Score } from '../../ir/plan/plan.ts'
import { eventFieldsOf } from '../../ir/plan/plan-fields.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Draft } from '../language/language.ts'
import { quote } from '../yaml/node.ts'
import { EVENT_CATALOGUE, undeclared } from './catalogue.ts'
import { rulesOf } from './collect.ts'
import { resolveField } from './conditions/resolve.ts'
import type { Scope } from './names.ts'
import { readFields } from './read-fields.ts'

type EventsDraft = NonNullable<Draft['events']>

/** Reads the events section of a rulebook, if any; `scores` are those of the plan. */
export function readEvents(draft: Draft, scores: readonly Score[], scope: Scope): Pick<Plan, 'events'> {
  const rules = scores.flatMap(score => score.groups.flatMap(group => group.rules))
  const earnings = rules.flatMap(({ earns }) => (earns.kind === 'events' ? [earns] : []))
  checkInsteadOf(draft, scope)
  if (draft.events === undefined && earnings.length === 0) return {}
  const events: Partial<EventsDraft> = draft.events ?? {}
  return {
    events: {
      join: readJoin(events, scope),
      fields: readEventFields(events, earnings, scope),
      signals: readSignals(events, scope),
      ignore: readIgnore(events, scope),
    },
  }
}

function readJoin({ join = [] }: Partial<EventsDraft>, scope: Scope): string[] {
  return join.flatMap(name => {
    if (name === undefined) return []
    const node = { kind: 'scalar', text: name.value, plain: true, place: name.place } as const
    return resolveField(node, scope) === undefined ? [] : [name.value]
  })
}

/** Those that are declared, then those that rules read. */
function readEventFields(
  { fields }: Partial<EventsDraft>,
  earnings: readonly EventEarning[],
  { report }: Scope,
): EventsPlan['fields'] {
  const declared = readFields(fields, EVENT_CATALOGUE, report)
  const names = new Set(declared.map(({ name }) => name))
  const read = [...new Set(earnings.flatMap(eventFieldsOf))].filter(name => !names.has(name))
  return Object.fromEntries([...declared, ...read.map(eventField)].map(field => [field.name, field]))
}

/** A field of events that nobody declared is one of the catalogue, or the column of that name. */
function eventField(name: string): Field {
  const known = EVENT_CATALOGUE.get(name)
  return known === undefined ? { name, type: 'text', from: [name], map: [] } : undeclared(name, known)
}

function readSignals({ signals = [] }: Partial<EventsDraft>, { report }: Scope): Signal[] {
  return signals.flatMap(({ key, value }) => {
    const name = eventKey(key.text)
    if (name === 'any') report('rule/name', 'a signal cannot be called `any`, a word of the language', key.place)
    const of = (value ?? []).flatMap(each => (each === undefined ? [] : eventKey(each.text)))
    return of.length === 0 ? [] : [{ name, label: key.text, of: [...new Set(of)] }]
  })
}

function readIgnore({ ignore }: Partial<EventsDraft>, { report }: Scope): IgnoredEvents {
  const { own_domain: domains = [], after_sending: sending, per_minute: minute } = ignore ?? {}
  const ownDomains = domains.flatMap(domain => {
    const folded = fold(domain?.value ?? '').replace(/^@/, '')
    if (/^[^\s@]+\.[^\s@.]+$/.test(folded)) return [folded]
    if (domain !== undefined) {
      report(
        'rule/constant',
        `expected a domain such as \`our-company.com\`, found ${quote(domain.value)}`,
        domain.place,
      )
    }
    return []
  })
  return {
    ownDomains,
    ...(sending && { afterSending: sending.value }),
    ...(minute && { perMinute: minute.value }),
  }
}

/** Events stand in for rules that read columns of the leads. */
function checkInsteadOf(draft: Draft, { report, names }: Scope): void {
  const rules = rulesOf(draft)
  const ids = rules.filter(({ event }) => event === undefined).map(({ id }) => id.value)
  for (const named of rules.flatMap(rule => rule.instead_of ?? [])) {
    if (named === undefined || ids.includes(named.value) || names.unsure.has('rule')) continue
    const eventRule = rules.find(({ id }) => id.value === named.value)
    const isEventRule = eventRule !== undefined
    if (isEventRule && eventRule.id.place.file !== named.place.file) continue
    const what = isEventRule ? 'reads events itself' : 'does not exist'
    report('rule/unknown-name', `the rule ${quote(named.value)} ${what}`, named.place, {
      hint: isEventRule ? undefined : didYouMean(named.value, ids),
    })
  }
}
