import { MEMORY_FIELDS } from './before.ts'
import { beforeFieldsOf, type Expr, fieldsOf } from './expr.ts'
import type { EventEarning, Plan, Rule } from './plan.ts'

/** Whether a rule has any input, given the missing fields and whether there are events. */
export function canRead(rule: Rule, missing: ReadonlySet<string>, hasEvents: boolean): boolean {
  return rule.earns.kind === 'events' ? hasEvents : fieldsOfRule(rule).some(field => !missing.has(field))
}

/** The fields of the lead that one rule reads, its gates aside. */
export function fieldsOfRule({ earns, when, since }: Rule): string[] {
  if (earns.kind === 'events') return [...(earns.after === undefined ? [] : [earns.after]), ...fieldsOf(when)]
  const own = earns.kind === 'once' ? [] : [earns.field]
  const cases = earns.kind === 'cases' ? earns.rows.flatMap(row => fieldsOf(row.when)) : []
  return [...own, ...cases, ...fieldsOf(when), ...(since === undefined ? [] : [since])]
}

/** The fields of events that a rule reads. */
export function eventFieldsOf({ where, distinct, pays }: EventEarning): string[] {
  const conditions: Expr[] = [
    ...(where ? [where] : []),
    ...(pays.kind === 'cases' ? pays.rows.map(row => row.when) : []),
  ]
  return [
    ...conditions.flatMap(fieldsOf),
    ...(distinct ? [distinct] : []),
    ...(pays.kind === 'once' ? [] : [pays.field]),
  ]
}

/** Every field the plan reads, in the order of their first use. */
export function fieldsOfPlan(plan: Plan): string[] {
  const names = new Set<string>()
  const add = (more: readonly string[]) => {
    for (const name of more) names.add(name)
  }
  for (const score of plan.scores) {
    add(fieldsOf(score.when))
    for (const group of score.groups) {
      add(fieldsOf(group.when))
      for (const rule of group.rules) add(fieldsOfRule(rule))
    }
  }
  for (const { when } of [...plan.criteria, ...plan.exclude, ...plan.stages]) add(fieldsOf(when))
  for (const { when } of plan.segments.flatMap(({ rows }) => rows)) add(fieldsOf(when))
  for (const { when } of plan.tags) add(fieldsOf(when))
  for (const row of plan.owners) add([...('keep' in row ? [row.keep] : []), ...fieldsOf(row.when)])
  for (const row of plan.next) add([...fieldsOf(row.when), ...(row.from === undefined ? [] : [row.from])])
  return [...names]
}

/** Every field that the plan reads of what its leads were before, in the order of their first use. */
export function beforeFieldsOfPlan(plan: Plan): string[] {
  const { criteria, exclude, stages, segments, tags, owners, next } = plan
  const rows = [criteria, exclude, stages, segments.flatMap(segment => segment.rows), tags, owners, next]
  return [...new Set(rows.flat().flatMap(({ when }) => beforeFieldsOf(when)))]
}

/** The fields of a memory for a plan that looks at what its leads were before; none for any other. */
export function memoryFieldsOf(plan: Plan): string[] {
  const used = beforeFieldsOfPlan(plan)
  return used.length === 0 ? [] : [...new Set([...MEMORY_FIELDS, ...used])]
}
