import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'

/** A plan that reads every field there is: all of the catalogue, and those that are declared. */
export function planOfAllFields(declared: readonly Field[], locale: Plan['locale']): Plan {
  return planOfFields([...declared.map(({ name }) => name), ...Object.keys(FIELDS)], declared, locale)
}

/** A plan that only declares fields: binding it finds their columns. */
export function planOfFields(wanted: readonly string[], declared: readonly Field[], locale: Plan['locale']): Plan {
  const names = [...new Set(wanted)]
  const criteria = names.map(name => ({ name, when: isKnown(name) }))
  const fields = Object.fromEntries(declared.map(field => [field.name, field]))
  const nothing = { scores: [], exclude: [], stages: [], segments: [], tags: [], owners: [], next: [] }
  return { name: '', locale, fields, criteria, ...nothing }
}

function isKnown(name: string): Expr {
  return { kind: 'test', subject: { kind: 'field', name }, test: { operator: 'known', value: true } }
}

/** Formats of numbers and dates are detected. */
export const AUTO_LOCALE: Plan['locale'] = { numbers: 'auto', dates: 'auto', timezone: 'UTC', nulls: [] }
