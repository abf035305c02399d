import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'

/** The keys of a lead, in the order of the fields; undefined where it has none. */
export function keyReader(
  { fields }: Pick<BoundPlan, 'fields'>,
  key: readonly string[],
): (lead: Lead) => (string | undefined)[] {
  const slots = key.map(name => fields.findIndex(field => field.name === name))
  return ({ readings }) =>
    slots.map(slot => {
      const reading = readings[slot]
      return reading?.value === undefined ? undefined : leadKey(reading.text)
    })
}

/** Whether an input has a column for one of the keys. */
export function hasKey({ fields }: Pick<BoundPlan, 'fields'>, key: readonly string[]): boolean {
  return fields.some(({ name, columns }) => key.includes(name) && columns.length > 0)
}
