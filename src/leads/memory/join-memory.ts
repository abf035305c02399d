import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { PreviousSummary } from '../../ir/results/summary.ts'
import { hasKey, keyReader } from './keys.ts'
import type { Memory } from './memory.ts'

/** Leads of one input beside what they were before. */
export interface MemoryJoin {
  /** Adds what a lead was to its cells, which are those of its record and of its company. */
  complete(cells: readonly string[]): readonly string[]
  /** The same for a lead that is counted already. */
  again(cells: readonly string[]): readonly string[]
  /** The same for whoever has the hashes of the keys; leads that it finds are counted, too. */
  readonly recalled: Memory
  summary(): PreviousSummary
}

export function joinMemory(memory: Memory, bound: BoundPlan, name: string): MemoryJoin {
  const { key, fields } = memory
  if (!hasKey(bound, key)) throw noKey(name, memory)
  const keyFields = bound.fields.filter(field => key.includes(field.name))
  const coerce = compileCoercion({ fields: keyFields, zone: bound.zone })
  const keysOf = keyReader({ fields: keyFields }, key)
  const nothing = fields.map(() => '')
  let [found, unknown] = [0, 0]
  const withLead = (cells: readonly string[], lead: number | undefined) => [
    ...cells,
    ...(lead === undefined ? nothing : memory.cells(lead)),
  ]
  return {
    complete(cells) {
      const lead = memory.find(keysOf(coerce(cells)))
      if (lead === undefined) unknown += 1
      else found += 1
      return withLead(cells, lead)
    },
    again: cells => withLead(cells, memory.find(keysOf(coerce(cells)))),
    recalled: {
      ...memory,
      findHashed(keys, record) {
        const lead = memory.findHashed(keys, record)
        if (lead < 0) unknown += 1
        else found += 1
        return lead
      },
    },
    summary: () => ({ name: memory.name, leads: memory.leads(), found, new: unknown }),
  }
}

function noKey(name: string, { key, name: previous }: Memory): Refusal {
  const message = `${name} has no column for ${key.map(field => `\`${field}\``).join(' or ')}, so its leads cannot be found in ${previous}`
  const hint = 'the fields that identify a lead are set by `key: [id, email]` in the rulebook'
  return new Refusal(diagnose('previous/no-key', message, { hint }), 'data')
}
