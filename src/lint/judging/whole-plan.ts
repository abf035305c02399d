import { catalogueField } from '../../io/bind/match.ts'
import { beforeField, isBefore } from '../../ir/plan/before.ts'
import { nullsOf } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../../ir/plan/key-fields.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan, memoryFieldsOf } from '../../ir/plan/plan-fields.ts'
import { zoneOf } from '../../ir/values/zone.ts'

/** A plan bound to an imaginary input with every column, to examine its verdicts on any lead. */
export function wholePlan(plan: Plan): BoundPlan {
  const { fields: declared, locale, events: _events, scores, ...rest } = plan
  const read = new Set(fieldsOfPlan(plan))
  return {
    ...rest,
    scores: scores.map(score => ({ ...score, known: true })),
    fields: [...fieldsToBind(plan), ...memoryFieldsOf(plan)].map((name, position) => {
      const field = isBefore(name) ? beforeField(name) : (declared[name] ?? catalogueField(name))
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
