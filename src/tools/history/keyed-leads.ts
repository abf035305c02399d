import { compileCoercion } from '../../engine/coerce.ts'
import { compileKeys } from '../../engine/verdict-keys.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import { bindTo, type OpenedInput, type Reading } from '../../leads/open.ts'
import { AUTO_LOCALE, planOfFields } from '../../learn/columns/plan-of-fields.ts'

const FIELDS = ['id', 'email'] as const

/** Reads the key of a lead as runs call it, in the form that all spellings share; undefined for one without any. */
export function keysOfLeads(
  opened: OpenedInput,
  reading: Pick<Reading, 'from' | 'prefix'>,
): (cells: readonly string[]) => string | undefined {
  const plan = planOfFields(FIELDS, [], AUTO_LOCALE)
  const { bound } = bindTo(opened, plan, reading, {
    companies: undefined,
    events: undefined,
    memory: undefined,
  }).binding
  const coerce = compileCoercion(bound)
  const keysOf = compileKeys(bound, FIELDS)
  return cells => {
    const key = keysOf(coerce(cells)).find(each => each !== undefined)
    return key === undefined ? undefined : leadKey(key)
  }
}
