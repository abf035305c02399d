import { beforeField, MEMORY_FIELDS } from '../../ir/plan/before.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { beforeFieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import { bindField, type FieldContext } from './bind-field.ts'

/** Columns that say what a lead was in the run before, by the names of those fields. */
export type BeforeColumns = ReadonlyMap<string, readonly number[]>

/**
 * The fields that say what a lead was before: those that every memory has, and those that the rulebook asks for.
 * Without a memory the latter have no column.
 */
export function bindBefore(plan: Plan, columns: BeforeColumns | undefined, context: FieldContext): BoundField[] {
  const names = new Set([
    ...(columns === undefined ? [] : MEMORY_FIELDS),
    ...(columns?.keys() ?? []),
    ...beforeFieldsOfPlan(plan),
  ])
  return [...names].map(name => {
    const positions = columns?.get(name) ?? []
    const match = positions.length === 0 ? undefined : { columns: positions, by: 'rulebook' as const }
    return bindField(beforeField(name), match, context).field
  })
}
