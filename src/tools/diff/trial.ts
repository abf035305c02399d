import type { Lead } from '../../engine/lead.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { OpenedInput } from '../../leads/open.ts'
import type { Alone } from './changes/alone.ts'
import { createSide, createView, type Side, type SidesRequest, type Surroundings } from './side.ts'
import { stageOf } from './stages.ts'

/** A trial of a single change, which only computes stages. */
export interface Trial {
  readonly name: string
  /** The stages that some leads get by this change alone, given all leads of a batch as BASE has read them. */
  alone(
    rows: readonly Row[],
    leads: readonly (Lead | undefined)[],
    wanted: readonly number[],
  ): Promise<readonly string[]>
  /** The stage of a lead with all changes but this one, given the lead as HEAD has read it; sometimes unknown. */
  without(row: Row, lead: Lead | undefined): string | undefined
}

export interface TrialSides {
  readonly opened: OpenedInput
  readonly request: SidesRequest
  readonly base: { readonly side: Side; readonly around: Surroundings }
  readonly head: { readonly side: Side; readonly around: Surroundings }
}

/** `own`: set if the change is about data from outside the records. */
export function createTrial({ change, plan, without }: Alone, own: Surroundings | undefined, sides: TrialSides): Trial {
  const { name } = change
  if (own !== undefined) {
    const side = createSide(sides.opened, plan, sides.request, own, stagesOnly)
    return {
      name,
      async alone(rows, _, wanted) {
        const leads = await side.read(rows)
        return wanted.map(index => {
          const lead = leads[index]
          return stageOf(lead && side.judge(lead))
        })
      },
      without: () => undefined,
    }
  }
  const judgeAlone = viewOf(plan, 'base', sides)
  // Computed on demand: most runs never need it.
  let judgeWithout: ReturnType<typeof viewOf> | undefined
  return {
    name,
    alone: async (rows, leads, wanted) => wanted.map(index => judgeAlone(rows[index], leads[index])),
    without(row, lead) {
      judgeWithout ??= viewOf(without, 'head', sides)
      return judgeWithout(row, lead)
    },
  }
}

function viewOf(plan: Plan, like: 'base' | 'head', { opened, request, ...sides }: TrialSides) {
  const { side, around } = sides[like]
  const judge = createView(opened, plan, request, around, side, stagesOnly)
  return (row: Row | undefined, lead: Lead | undefined) => stageOf(row && lead && judge(row, lead))
}

function stagesOnly(bound: BoundPlan): BoundPlan {
  return { ...bound, segments: [], tags: [], owners: [], next: [] }
}
