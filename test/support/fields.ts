import { compileCoercion } from '../../src/engine/coerce.ts'
import { openLeads, type Reading } from '../../src/leads/open.ts'
import { planOfAllFields } from '../../src/learn/columns/plan-of-fields.ts'
import { memoryHost } from './memory-host.ts'

const LOCALE = { numbers: 'auto', dates: 'auto', timezone: 'UTC', nulls: [] } as const

/** The fields of each lead of a file that have a value, as text. */
export async function fieldsOf(
  data: string | Uint8Array,
  name: string,
  reading: Partial<Reading> = {},
): Promise<Record<string, string>[]> {
  const host = memoryHost(new Map([[name, data]]))
  const plan = planOfAllFields([], LOCALE)
  const others = { companies: undefined, events: undefined }
  const opened = await openLeads(name, plan, { prefix: 'leadq_', ...reading }, host, others)
  const coerce = compileCoercion(opened.binding.bound)
  const { fields } = opened.binding.bound
  const leads: Record<string, string>[] = []
  for await (const { rows } of opened.batches) {
    for (const { cells } of rows) {
      const { readings } = coerce(opened.complete(cells))
      const known = fields.flatMap(({ name: field }, slot) => {
        const reading = readings[slot]
        return reading?.value === undefined ? [] : [[field, reading.text]]
      })
      leads.push(Object.fromEntries(known))
    }
  }
  return leads
}
