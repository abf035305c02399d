import { createKeyCounter } from '../../engine/key-counter.ts'
import type { Lead } from '../../engine/lead.ts'
import type { LeadKeys } from '../../fast/keys.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'

/** Leads whose key came before. */
export interface DuplicateKeys {
  readonly field: 'id' | 'email'
  readonly count: number
  readonly line: number
}

/**
 * Counts leads whose key came before, and ids that a spreadsheet has rounded; for those the e-mail address is the key.
 */
export function createDuplicateCounter(bound: BoundPlan) {
  const slotOf = (name: string) => keySlot(bound, name)
  const slot = slotOf('id') >= 0 ? slotOf('id') : slotOf('email')
  const email = slotOf('email')
  const { add, ...counted } = countDuplicateKeys(bound)
  return {
    ...counted,
    add({ readings }: Lead, line: number) {
      const isDamaged = readings[slot]?.state === 'invalid'
      const reading = readings[isDamaged ? email : slot]
      add(reading?.value === undefined ? undefined : reading.text, isDamaged, line)
    },
  }
}

/** The same of keys as texts. */
function countDuplicateKeys(bound: BoundPlan) {
  const field = keySlot(bound, 'id') >= 0 ? 'id' : 'email'
  const repeats = createKeyCounter()
  let by: DuplicateKeys['field'] = field
  let count = 0
  let first = 0
  let damaged = 0
  let firstDamaged = 0
  const note = (of: DuplicateKeys['field'], line: number) => {
    if (count === 0) {
      first = line
      by = of
    }
    count += 1
  }
  const noteDamaged = (line: number) => {
    if (damaged === 0) firstDamaged = line
    damaged += 1
  }
  return {
    add(key: string | undefined, isDamaged: boolean, line: number) {
      if (isDamaged) noteDamaged(line)
      if (key === undefined || !repeats.seen(leadKey(key))) return
      note(isDamaged ? 'email' : field, line)
    },
    /** The same of the leads of a batch. */
    addAll({ records, lines, own: { marks, slots }, isDamaged }: LeadKeys) {
      repeats.touch(slots, records)
      for (let lead = 0; lead < records; lead += 1) {
        const mark = marks[lead] ?? 0
        if (isDamaged[lead] === 1) noteDamaged(lines[lead] ?? 0)
        if (mark === 0 || !repeats.seenHash(mark, slots[lead] ?? 0)) continue
        note(isDamaged[lead] === 1 ? 'email' : field, lines[lead] ?? 0)
      }
    },
    result: (): DuplicateKeys => ({ field: by, count, line: first }),
    damaged: () => ({ count: damaged, line: firstDamaged }),
  }
}

function keySlot({ fields }: BoundPlan, name: string): number {
  return fields.findIndex(field => field.name === name && field.columns.length > 0)
}
