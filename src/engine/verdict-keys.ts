import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Lead } from './lead.ts'

/** Reads the values of the fields by which a lead is found again, best first; undefined where it has none. */
export function compileKeys(
  { fields }: Pick<BoundPlan, 'fields'>,
  names: readonly string[],
): (lead: Pick<Lead, 'readings'>) => (string | undefined)[] {
  const slots = names.map(name => fields.findIndex(field => field.name === name))
  return ({ readings }) =>
    slots.map(slot => {
      const reading = readings[slot]
      return reading?.value === undefined ? undefined : reading.text
    })
}
