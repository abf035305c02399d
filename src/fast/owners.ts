import type { Reading } from '../engine/lead.ts'
import { keyReader, shareOut } from '../engine/owner.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Cells, textsOf } from './input/cells.ts'
import type { KeySlot } from './keys.ts'
import type { Memory } from './memory.ts'

/** Gives a record to one of several people by its key; `width`: its own cells, without those behind them. */
export function createSharing(
  bound: BoundPlan,
  slots: readonly ((KeySlot & { readonly index: number }) | undefined)[],
  { cells, memory, width }: { readonly cells: Cells; readonly memory: Memory; readonly width: number },
): (people: readonly string[], record: number) => string {
  const readKey = keyReader(bound)
  const [id, email] = ['id', 'email'].map(name => slots.find(slot => slot?.field.name === name))
  return (people, record) => {
    if (people.length < 2) return people[0] ?? ''
    const readings: Reading[] = []
    const own = id?.read(record)
    if (id !== undefined && own !== undefined) readings[id.index] = own
    const hasKey = own !== undefined && own.text !== ''
    if (email !== undefined && !hasKey) readings[email.index] = email.read(record)
    const lead = {
      readings,
      // Rarely needed.
      get cells() {
        return textsOf(cells, record, memory).slice(0, width)
      },
    }
    return shareOut(people, readKey(lead))
  }
}
