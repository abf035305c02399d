import { catalogueField } from '../../io/bind/match.ts'
import { nullsOf } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import { zoneOf } from '../../ir/values/zone.ts'

/** A plan bound to an imaginary input with every column, to examine its verdicts on any lead. */
export function wholePlan(plan: Plan): BoundPlan {
  const { fields: declared, locale, events: _events, scores, ...rest } = plan
  const read = new Set(fieldsOfPlan(plan))
  return {
    ...rest,
    scores: scores.map(score => ({ ...score, known: true })),
    fields: fieldsToBind(plan).map((name, position) => {
      const field = declared[name] ?? catalogueField(name)
      return {
        ...field,
        columns: [position],
        read: read.has(name),
        number: { decimal: '.' },
        date: { order: 'dmy' },
        blankIsNo: false,
        nulls: nullsOf(field, locale.nulls),
      }
    }),
    zone: zoneOf(locale.timezone),
  }
}
