import type { Lead } from '../engine/lead.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { leadKey } from '../ir/lead-key.ts'
import { createRepeats } from './repeats.ts'

/** Leads whose key came before. */
export interface Repeated {
  readonly field: 'id' | 'email'
  readonly count: number
  readonly line: number
}

/** Counts leads whose key came before, and ids that a spreadsheet has rounded: those are nobody's, so the e-mail stands in. */
export function createRepeatCounter({ fields }: BoundPlan) {
  const slotOf = (name: string) => fields.findIndex(field => field.name === name && field.columns.length > 0)
  const field = slotOf('id') >= 0 ? 'id' : 'email'
  const slot = slotOf(field)
  const email = slotOf('email')
  const repeats = createRepeats()
  let by: Repeated['field'] = field
  let count = 0
  let first = 0
  let damaged = 0
  let firstDamaged = 0
  return {
    add({ readings }: Lead, line: number) {
      const isDamaged = readings[slot]?.state === 'invalid'
      if (isDamaged) {
        if (damaged === 0) firstDamaged = line
        damaged += 1
      }
      const reading = readings[isDamaged ? email : slot]
      if (reading?.value === undefined || !repeats.seen(leadKey(reading.text))) return
      if (count === 0) {
        first = line
        by = isDamaged ? 'email' : field
      }
      count += 1
    },
    result: (): Repeated => ({ field: by, count, line: first }),
    damaged: () => ({ count: damaged, line: firstDamaged }),
  }
}
