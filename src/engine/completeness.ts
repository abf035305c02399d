import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { CellState, Lead } from './lead.ts'

/** How many of the fields that the rulebook reads and the file has are filled. */
export function compileFilled({ fields }: BoundPlan): (lead: Lead) => number {
  const slots = slotsRead(fields)
  return ({ readings }) => {
    let filled = 0
    for (const slot of slots) if (isFilled(readings[slot]?.state)) filled += 1
    return filled
  }
}

/** The share of them that are filled, whole percent, rounded half up; 100 where there are none. */
export function compileCompleteness(bound: BoundPlan): (lead: Lead) => number {
  const fields = slotsRead(bound.fields).length
  const filledOf = compileFilled(bound)
  if (fields === 0) return () => 100
  return lead => Math.floor((200 * filledOf(lead) + fields) / (2 * fields))
}

function slotsRead(fields: BoundPlan['fields']): number[] {
  return fields.flatMap(({ read, columns }, slot) => (read && columns.length > 0 ? [slot] : []))
}

export function isFilled(state: CellState | undefined): boolean {
  return state === 'filled' || state === 'range'
}
