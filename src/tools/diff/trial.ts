import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { OpenedInput } from '../open.ts'
import type { Alone } from './alone.ts'
import type { Trial } from './pass.ts'
import { createSide, createView, type Side, type SidesRequest, type Surroundings } from './side.ts'
import { stageOf } from './stages.ts'

export interface TrialSides {
  readonly base: Side
  readonly ofBase: Surroundings
  /** Set if the change is about what is known besides the records. */
  readonly own: Surroundings | undefined
}

/** A single change beside the leads: only stages are asked of it. */
export function createTrial(
  alone: Alone,
  opened: OpenedInput,
  request: SidesRequest,
  { base, ofBase, own }: TrialSides,
): Trial {
  if (own === undefined) {
    const judge = createView(opened, alone.plan, request, ofBase, base, stagesOnly)
    return {
      alone,
      stages: async (rows, leads, wanted) =>
        wanted.map(index => {
          const [row, lead] = [rows[index], leads[index]]
          return stageOf(row && lead && judge(row, lead))
        }),
    }
  }
  const side = createSide(opened, alone.plan, request, own, stagesOnly)
  return {
    alone,
    async stages(rows, _, wanted) {
      const leads = await side.read(rows)
      return wanted.map(index => {
        const lead = leads[index]
        return stageOf(lead && side.judge(lead))
      })
    },
  }
}

function stagesOnly(bound: BoundPlan): BoundPlan {
  return { ...bound, segments: [], tags: [], owners: [], next: [] }
}
