import { compileCoercion } from '../../../engine/coerce.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { fold } from '../../../ir/values/fold.ts'
import { askingPlan } from '../../../leads/asking-plan.ts'
import type { Host } from '../../../leads/host.ts'
import { openLeads, type Reading } from '../../../leads/open.ts'
import type { FieldValues } from './finding.ts'

/** Values that are kept of a field; one with more is no list of categories. */
const MAX_VALUES = 1_000

/** The different values of some fields in all inputs: one more reading, for those who watch for new values. */
export async function collectValues(
  fields: readonly string[],
  inputs: readonly string[],
  { plan, reading, host }: { readonly plan: Plan; readonly reading: Reading; readonly host: Host },
): Promise<FieldValues> {
  // Which leads are the same is no question here.
  const { key: _, ...unkeyed } = plan
  const found = new Map(fields.map(field => [field, new Set<string>()]))
  for (const path of inputs) {
    const others = { companies: undefined, events: undefined }
    const { binding, batches, complete } = await openLeads(path, askingPlan(unkeyed, fields), reading, host, others)
    const coerce = compileCoercion(binding.bound)
    const slots = binding.bound.fields.flatMap(({ name }, slot) => {
      const values = found.get(name)
      return values === undefined ? [] : [{ slot, values }]
    })
    for await (const { rows } of batches) {
      for (const { cells } of rows) {
        const { readings } = coerce(complete(cells))
        for (const { slot, values } of slots) {
          const text = readings[slot]?.text ?? ''
          if (text !== '' && values.size <= MAX_VALUES) values.add(fold(text))
        }
      }
    }
  }
  return Object.fromEntries(
    [...found].map(([field, values]) => [field, values.size > MAX_VALUES ? null : [...values].sort()]),
  )
}
