import { BEFORE } from '../ir/plan/before.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { fold } from '../ir/values/fold.ts'
import type { Condition, ConditionContext } from './condition.ts'
import type { Lead, Reading } from './lead.ts'
import { ANYTHING, VALUE } from './watch.ts'

/** When a lead came into its stage, and from which one. */
export type Entry = Pick<Verdict, 'since' | 'stageBefore'>

/** Whether a bound plan knows what its leads were in the run before. */
function hasMemory({ fields }: Pick<BoundPlan, 'fields'>): boolean {
  return fields.some(({ name, columns }) => name === BEFORE.stage && columns.length > 0)
}

/** A lead that was in its stage before keeps its day and the stage before that; any other enters it today. */
export function compileEntry({ bound, asOf, watch }: ConditionContext): (...lead: Parameters<Condition>) => Entry {
  const fresh: Entry = { since: asOf, stageBefore: '' }
  if (!hasMemory(bound)) return () => fresh
  const slotOf = (name: string) => bound.fields.findIndex(field => field.name === name)
  const [stage, since, stageBefore] = [slotOf(BEFORE.stage), slotOf(BEFORE.since), slotOf(BEFORE.stageBefore)]
  for (const slot of [stage, stageBefore]) watch?.field(slot, { see: textOf, basis: ANYTHING })
  watch?.field(since, { see: dayOf, basis: VALUE })
  watch?.finding({ kind: 'stage' }, findings => findings.stage)
  return ({ readings }: Lead, findings) => {
    const was = textOf(readings[stage])
    if (was === '') return fresh
    if (fold(was) !== fold(findings.stage)) return { since: asOf, stageBefore: was }
    return { since: dayOf(readings[since]) ?? asOf, stageBefore: textOf(readings[stageBefore]) }
  }
}

function textOf(reading: Reading | undefined): string {
  return reading?.value === undefined ? '' : reading.text
}

function dayOf(reading: Reading | undefined): number | undefined {
  return typeof reading?.value === 'number' ? reading.value : undefined
}
