import { compileCoercion } from '../../../engine/coerce.ts'
import { compileJudge } from '../../../engine/judge.ts'
import { bindPlan } from '../../../io/bind/bind.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { CHANNEL, MEDIUM } from '../../../ir/results/ways.ts'
import { fold } from '../../../ir/values/fold.ts'

/** What a cost is for, in the words of the rulebook. */
export interface CostChannel {
  readonly channel: string
  readonly medium: string | undefined
  /** The rulebook has no such channel: the cost stands under the name in the file. */
  readonly isUnknown: boolean
}

/**
 * Which channel a cost belongs to: the label of the segment `channel` itself, or what the rulebook makes of a lead from such
 * a source, so that costs of `Google Ads` meet the leads of `paid search`.
 */
export function channelFinder(plan: Plan, asOf: number): (written: string) => CostChannel {
  const index = plan.segments.findIndex(({ name }) => name === CHANNEL)
  const rows = plan.segments[index]?.rows ?? []
  const medium = plan.segments.findIndex(({ name }) => name === MEDIUM)
  const byLabel = new Map(rows.map(({ label }) => [fold(label), label]))
  // The label of a lead that nothing is known of.
  const rest = rows.find(({ when }) => when === undefined)?.label
  const sample = { name: 'the costs', headings: ['Source'], rows: [], delimiter: ',' }
  const { bound } = bindPlan(plan, sample, { from: 'generic' })
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, asOf)
  const known = new Map<string, CostChannel>()
  const find = (written: string): CostChannel => {
    const { segments } = judge(coerce([written]))
    const label = byLabel.get(fold(written))
    const judged = segments[index] ?? ''
    const channel = label ?? (judged === rest ? '' : judged)
    const own = judged === channel ? segments[medium] : undefined
    return channel === ''
      ? { channel: written, medium: own, isUnknown: true }
      : { channel, medium: own, isUnknown: false }
  }
  return written => {
    const found = known.get(fold(written)) ?? find(written)
    known.set(fold(written), found)
    return found
  }
}
