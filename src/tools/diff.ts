import { arrange, diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { printDay } from '../ir/calendar.ts'
import type { Difference } from '../ir/difference.ts'
import { DUPLICATE, NO_STAGE } from '../ir/difference.ts'
import type { Gates } from '../ir/gates.ts'
import { applyAlone } from './diff/alone.ts'
import { findBlindSpots } from './diff/blind.ts'
import { type Comparison, comparePlans } from './diff/changes.ts'
import { goneBetween, summariseChange } from './diff/effects.ts'
import { judgeGates, unknownStages } from './diff/gates.ts'
import { columnsNamed, leadNamer } from './diff/keys.ts'
import { createMovers } from './diff/movers.ts'
import { comparePass } from './diff/pass.ts'
import { createSide, type SidesRequest, type Surroundings, withSurroundings } from './diff/side.ts'
import { allStages } from './diff/stages.ts'
import { createDiffTally } from './diff/tally.ts'
import { createTrial } from './diff/trial.ts'
import type { Host } from './host.ts'
import { type OpenedInput, openSampled } from './open.ts'
import type { Rulebook } from './score.ts'

export interface DiffRequest extends Omit<SidesRequest, 'inputs'> {
  readonly data: string
  /** The column that names leads; absent: their id. */
  readonly key?: string | undefined
  /** Columns of the data to be shown with leads that moved: personal data stays out unless somebody asks for it. */
  readonly show: readonly string[]
  /** How many leads that moved are shown. */
  readonly limit: number
  /** A file for all of them. */
  readonly movers?: string | undefined
  readonly gates: Gates
  /** Day number that waivers are held against; leads are judged by `asOf`. */
  readonly today: number
}

/** What the change from one rulebook to another does to some leads, each of which is read once and judged by both. */
export async function diff(
  base: Rulebook,
  head: Rulebook,
  request: DiffRequest,
  host: Host,
  version: string,
): Promise<Difference> {
  const comparison = comparePlans(base.plan, head.plan)
  const [unknown] = unknownStages(request.gates, realStages(base, head))
  if (unknown !== undefined) throw new Refusal(unknown, 'usage')
  const sides: SidesRequest = { ...request, inputs: [request.data] }
  const trials = applyAlone(comparison, base.plan, head.plan, request.events.length > 0)
  const apart = trials.filter(({ ownSurroundings }) => ownSurroundings)
  const plans = [base.plan, head.plan, ...apart.map(({ plan }) => plan)]
  return withSurroundings(plans, sides, host, async (reread, [ofBase, ofHead, ...others]) => {
    if (ofBase === undefined || ofHead === undefined) throw new Error('every plan has its surroundings')
    const opened = await openSampled(request.data, request, reread)
    const bare = withoutRouting(comparison)
    const [before, after] = [
      createSide(opened, base.plan, sides, ofBase, bare),
      createSide(opened, head.plan, sides, ofHead, bare),
    ]
    const bounds = [before.binding.bound, after.binding.bound] as const
    const stages = allStages(base.plan, head.plan)
    const [key] = columnsNamed(request.key === undefined ? [] : [request.key], '--key', opened, bounds)
    const shown = columnsNamed(request.show, '--show', opened, bounds)
    const movers = await createMovers({ ...request, stages, file: request.movers, shown: request.show }, host)
    try {
      const tally = createDiffTally(...bounds)
      const blind = findBlindSpots(...bounds)
      const passed = await comparePass(opened.batches, {
        comparison,
        base: before,
        head: after,
        trials: trials.map(alone =>
          createTrial(alone, opened, sides, { base: before, ofBase, own: others[apart.indexOf(alone)] }),
        ),
        tally,
        movers,
        blind,
        nameOf: leadNamer(key, opened, bounds[0]),
        shown,
        alikeAround: [ofBase, ofHead].every(knowsNothing),
        rankOf: stage => stages.indexOf(stage),
      })
      before.close()
      after.close()
      await movers.commit()
      const { moved, moves, touches, rejected, leftOut } = passed
      const leads = tally.leads()
      const counted = tally.result()
      const judged = {
        data: { name: opened.name, leads, rejected, left_out: leftOut },
        moved: { ...moved, percent: leads === 0 ? 0 : (100 * moved.leads) / leads },
        ...counted,
      }
      const gates = judgeGates(request.gates, judged, comparison, request.today)
      return {
        format_version: '1.0',
        tool: { name: 'leadq', version },
        base: base.summary,
        head: head.summary,
        as_of: printDay(request.asOf),
        changes: comparison.changes.map(change =>
          summariseChange(change, comparison, base.plan, {
            touches: touches.get(change.name) ?? 0,
            moves: moves.get(change.name) ?? (comparison.changes.length === 1 ? 0 : undefined),
            together: moved.interaction > 0 && (touches.get(change.name) ?? 0) > 0,
          }),
        ),
        gone: goneBetween(base.plan, head.plan),
        stages: stages.filter(stage => !SPECIAL.includes(stage) || isIn(stage, counted.matrix)),
        ...judged,
        movers: movers.furthest(),
        gates: gates.results,
        warnings: arrange([
          ...opened.input.diagnostics(),
          ...after.binding.diagnostics,
          ...before.binding.diagnostics,
          ...blind.diagnostics(opened.name),
          ...unnamed(request, opened, bounds[0]),
          ...gates.diagnostics,
        ]),
      }
    } catch (error) {
      await movers.discard()
      throw error
    }
  })
}

const SPECIAL: readonly string[] = [NO_STAGE, DUPLICATE]

function realStages(base: Rulebook, head: Rulebook): string[] {
  return allStages(base.plan, head.plan).filter(stage => !SPECIAL.includes(stage))
}

function isIn(stage: string, matrix: Difference['matrix']): boolean {
  return stage in matrix || Object.values(matrix).some(row => stage in row)
}

/** Who gets a lead and what comes next is judged only where it has changed: it is told of nothing else. */
function withoutRouting({ changes }: Comparison): (bound: BoundPlan) => BoundPlan {
  const names = new Set(changes.map(({ name }) => name))
  return bound => ({
    ...bound,
    owners: names.has('owners') ? bound.owners : [],
    next: names.has('next') ? bound.next : [],
  })
}

function knowsNothing({ survey, events, companies }: Surroundings): boolean {
  return survey === undefined && events === undefined && companies === undefined
}

function unnamed({ key }: DiffRequest, { name }: OpenedInput, { fields }: BoundPlan) {
  const hasId = fields.some(field => field.name === 'id' && field.columns.length > 0)
  if (key !== undefined || hasId) return []
  const hint = 'name a column: `--key "Record No"`'
  return [diagnose('diff/no-key', `${name} has no column with ids: leads are called by where they stand`, { hint })]
}
