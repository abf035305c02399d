import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Cells } from './input/cells.ts'
import type { Memory } from './memory.ts'
import type { Observed } from './pieces/observe.ts'
import { createSlot, type Slot } from './values/slots.ts'

/**
 * The slots of rulebooks that read cells alike, for verdicts alone: a cell has one class for all of them, which tells apart
 * what any of them looks at. Fields that nobody looks at have no slot. By rulebook; they are classified in this order.
 */
export function shareSlots(
  rulebooks: readonly { readonly bound: BoundPlan; readonly observed: Observed }[],
  cells: Cells,
  memory: Memory,
): (Slot | undefined)[][] {
  const [first] = rulebooks
  const fields = first?.bound.fields ?? []
  const looksOf = (place: number, index: number) => rulebooks[place]?.observed.looks[index] ?? []
  const slots = fields.map((_, index) => {
    const looks = rulebooks.flatMap((__, place) => looksOf(place, index))
    return first === undefined || looks.length === 0 ? undefined : createSlot(index, first.bound, looks, cells, memory)
  })
  const before = fields.map(() => 0)
  return rulebooks.map((_, place) =>
    slots.map((slot, index) => {
      const own = slot && place > 0 ? behind(slot, before[index] ?? 0) : slot
      before[index] = (before[index] ?? 0) + looksOf(place, index).length
      return own
    }),
  )
}

/** The same slot for the looks of a rulebook that stand behind those of others, which classify it. */
function behind(slot: Slot, looks: number): Slot {
  return { ...slot, classify: () => {}, sight: (id, look) => slot.sight(id, looks + look) }
}
