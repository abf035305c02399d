import { eventRulesOf } from '../../../ir/plan/event-rules.ts'
import type { EventsPlan } from '../../../ir/plan/events.ts'
import type { Field } from '../../../ir/plan/field.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { eventFieldsOf } from '../../../ir/plan/plan-fields.ts'

/**
 * The settings for events that a rulebook states. A plan has more: the fields that its event rules read, which come and
 * go with these rules and are no change of their own.
 */
export function statedEvents({ events }: Plan): EventsPlan | undefined {
  if (events === undefined) return undefined
  const fields = Object.fromEntries(Object.entries(events.fields).filter(([, field]) => isDeclared(field)))
  const { ownDomains, ...ignored } = events.ignore
  const lists = [events.join, events.signals, ownDomains, Object.keys(fields), Object.keys(ignored)]
  return lists.every(list => list.length === 0) ? undefined : { ...events, fields }
}

/** The settings of a plan with these scores: those that are stated, and the fields that its event rules read. */
export function eventsFor(
  stated: EventsPlan | undefined,
  scores: Plan['scores'],
  known: EventsPlan['fields'],
): Pick<Plan, 'events'> {
  const rules = eventRulesOf({ scores })
  if (stated === undefined && rules.length === 0) return {}
  const { fields, ...settings } = stated ?? NONE
  const read = [...new Set(rules.flatMap(({ earns }) => eventFieldsOf(earns)))].filter(name => !(name in fields))
  const undeclared = read.map((name): Field => {
    const field = known[name]
    return field === undefined || isDeclared(field) ? { name, type: 'text', from: [name], map: [] } : field
  })
  return {
    events: { ...settings, fields: { ...fields, ...Object.fromEntries(undeclared.map(field => [field.name, field])) } },
  }
}

/** The fields of events that both plans read without declaring them. */
export function undeclaredFields(...plans: readonly Pick<Plan, 'events'>[]): EventsPlan['fields'] {
  const fields = plans.flatMap(({ events }) => Object.values(events?.fields ?? {}))
  return Object.fromEntries(fields.filter(field => !isDeclared(field)).map(field => [field.name, field]))
}

const NONE: EventsPlan = { join: [], fields: {}, signals: [], ignore: { ownDomains: [] } }

/** Only parts written in a rulebook have a place. */
function isDeclared(field: Field): boolean {
  return field.place !== undefined
}
