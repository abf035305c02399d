import { bindPlan } from '../../io/bind/bind.ts'
import { catalogueField } from '../../io/bind/match.ts'
import { prunePlan } from '../../io/bind/prune.ts'
import { isBefore } from '../../ir/plan/before.ts'
import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'

/** A plan bound as tests bind it: numbers as `en` and dates as `iso`, unless the rulebook says otherwise. */
export function plainly(plan: Plan): Plan {
  const { numbers, dates } = plan.locale
  const locale = {
    ...plan.locale,
    numbers: numbers === 'auto' ? ('en' as const) : numbers,
    dates: dates === 'auto' ? ('iso' as const) : dates,
  }
  const fields = fieldsToBind(plan).map(name => {
    const { required: _, ...field } = plan.fields[name] ?? catalogueField(name)
    return { ...field, from: [name] }
  })
  return {
    ...plan,
    locale,
    fields: { ...plan.fields, ...Object.fromEntries(fields.map(field => [field.name, field])) },
  }
}

/** A file whose columns have the names of fields. */
export function bindColumns(plan: Plan, columns: readonly string[], events: BoundEvents | undefined): BoundPlan {
  const sample = { name: 'the test', headings: columns, rows: [], delimiter: ',' }
  const before = columns.flatMap((name, position) => (isBefore(name) ? [[name, [position]] as const] : []))
  return bindPlan(plainly(plan), sample, {
    from: 'generic',
    ...(events && { events }),
    ...(before.length > 0 && { before: new Map(before) }),
  }).bound
}

/** The same binding for a plan of the same fields, as if the file had every column. */
export function asWhole(plan: Plan, bound: BoundPlan): BoundPlan {
  const rules = bound.events === undefined ? eventRulesOf(plan).map(({ id }) => id) : []
  const {
    fields: _fields,
    locale: _locale,
    events: _events,
    ...pruned
  } = prunePlan(plan, {
    fields: new Set(),
    rules: new Set(rules),
  })
  return { ...bound, ...pruned, scores: pruned.scores.map(score => ({ ...score, known: true })) }
}
