import type { NextRow } from '../ir/plan/plan.ts'
import { toWorkday } from '../ir/values/calendar.ts'
import type { Condition } from './condition.ts'
import { type ConditionContext, compileRows } from './condition.ts'
import type { Lead, Reading } from './lead.ts'
import { VALUE } from './watch.ts'

/** What happens to a lead: the row of `next` that matches. */
export interface Step {
  readonly next: string
  /** Days until it is due; undefined: there is no due date. */
  readonly days: number | undefined
  /** The day it counts from; undefined: the day the lead entered its stage. */
  readonly from: number | undefined
}

const NOTHING: Step = { next: '', days: undefined, from: undefined }

export function compileNext(context: ConditionContext): (...lead: Parameters<Condition>) => Step {
  const { next } = context.bound
  const rowOf = compileRows(next, context)
  const steps = next.map(row => compileStep(row, context))
  return (lead, findings) => steps[rowOf(lead, findings)]?.(lead) ?? NOTHING
}

function compileStep({ do: action, due, from }: NextRow, { bound, watch }: ConditionContext): (lead: Lead) => Step {
  const plain: Step = { next: action, days: due, from: undefined }
  const slot = bound.fields.findIndex(({ name }) => name === from)
  if (due === undefined || slot < 0) return () => plain
  const see = (reading: Reading | undefined) => (typeof reading?.value === 'number' ? reading.value : undefined)
  watch?.field(slot, { see, basis: VALUE })
  return ({ readings }) => ({ ...plain, from: see(readings[slot]) })
}

/** The day on which a step is due; `since`: the day the lead entered its stage. A weekend moves to Monday. */
export function dueOf({ days, from }: Step, since: number): number | undefined {
  return days === undefined ? undefined : toWorkday((from ?? since) + days)
}
