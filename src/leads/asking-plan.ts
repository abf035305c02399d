import type { Plan } from '../ir/plan/plan.ts'

/** A plan that reads nothing but the key and these fields, as the plan of a rulebook reads them; no column is required. */
export function askingPlan({ name, locale, fields, key }: Plan, wanted: readonly string[]): Plan {
  const declared = Object.entries(fields).map(([field, { required: _, ...rest }]) => [field, rest] as const)
  return {
    name,
    locale,
    fields: Object.fromEntries(declared),
    ...(key && { key }),
    scores: [],
    criteria: wanted.map(field => ({
      name: field,
      when: { kind: 'test', subject: { kind: 'field', name: field }, test: { operator: 'known', value: true } },
    })),
    exclude: [],
    stages: [],
    segments: [],
    tags: [],
    owners: [],
    next: [],
  }
}
