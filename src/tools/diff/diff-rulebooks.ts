import { arrange, type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Gates } from '../../ir/plan/gates.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { type Difference, DUPLICATE, NO_STAGE } from '../../ir/results/difference.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Host } from '../../leads/host.ts'
import { type OpenedInput, openSampled } from '../../leads/open.ts'
import { type RulebookSource, spellingsOf } from '../../rulebook/index.ts'
import type { Rulebook } from '../score/score-request.ts'
import { findBlindSpots } from './blind.ts'
import { createCauses } from './causes.ts'
import { type Alone, applyAlone } from './changes/alone.ts'
import { type Comparison, comparePlans } from './changes/changes.ts'
import { renameRules } from './changes/renames.ts'
import { judgeGates, unknownStages } from './check-gates.ts'
import type { PassInput } from './comparing.ts'
import { createDiffCounter } from './diff-counts.ts'
import { goneBetween, summariseChanges } from './effects.ts'
import { compareFast, isWorthwhile } from './fast-pass.ts'
import { columnsNamed, leadNamer } from './moved-keys.ts'
import { createMovers, type Movers } from './movers.ts'
import { comparePass } from './pass.ts'
import { createSide, type SidesRequest, type Surroundings, withSurroundings } from './side.ts'
import { allStages, directionOf } from './stages.ts'
import { createTrial } from './trial.ts'

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
  /** The texts of both rulebooks, for the spelling of values. */
  readonly sources?: readonly RulebookSource[]
  /** Day number that waivers are held against; leads are judged by `asOf`. */
  readonly today: number
}

/** Compares two rulebooks on some leads, each of which is read once and judged by both. */
export async function diff(
  base: Rulebook,
  head: Rulebook,
  request: DiffRequest,
  host: Host,
  version: string,
): Promise<Difference> {
  const { plan: before, before: renamed } = renameRules(base.plan, head.plan)
  const comparison = comparePlans(before, head.plan, renamed, spellingsOf(request.sources ?? []))
  const stages = allStages(base.plan, head.plan)
  const [unknown] = unknownStages(request.gates, stages.filter(isReal))
  if (unknown !== undefined) throw new Refusal(unknown, 'usage')
  const trials = applyAlone(comparison, before, head.plan, request.events.length > 0)
  const apart = trials.filter(({ ownSurroundings }) => ownSurroundings)
  const plans = [before, head.plan, ...apart.map(({ plan }) => plan)]
  const sides = { ...request, inputs: [request.data] }
  const found = await withSurroundings(plans, sides, host, async (reread, [ofBase, ofHead, ...others]) => {
    if (ofBase === undefined || ofHead === undefined) throw new Error('every plan has its surroundings')
    const opened = await openSampled(request.data, request, reread)
    const around = { base: ofBase, head: ofHead, own: new Map(apart.map((alone, index) => [alone, others[index]])) }
    const movers = await createMovers({ ...request, stages, file: request.movers, shown: request.show }, host)
    try {
      const compared = await compare(
        { base: before, head: head.plan, comparison, trials, around, opened, movers, stages },
        sides,
      )
      await movers.commit()
      return compared
    } catch (error) {
      await movers.discard()
      throw error
    }
  })
  const { results, diagnostics } = judgeGates(request.gates, found, comparison, request.today)
  return {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    base: base.summary,
    head: head.summary,
    as_of: printDay(request.asOf),
    ...found,
    gates: results,
    warnings: arrange([...found.warnings, ...diagnostics]),
  }
}

interface Job {
  readonly base: Plan
  readonly head: Plan
  readonly comparison: Comparison
  readonly trials: readonly Alone[]
  readonly around: {
    readonly base: Surroundings
    readonly head: Surroundings
    readonly own: ReadonlyMap<Alone, Surroundings | undefined>
  }
  readonly opened: OpenedInput
  readonly movers: Movers
  readonly stages: readonly string[]
}

type Found = Omit<Difference, 'format_version' | 'tool' | 'base' | 'head' | 'as_of' | 'gates'>

/** Both rulebooks bound to the leads, with the trials of single changes. */
async function compare(job: Job, request: SidesRequest & DiffRequest): Promise<Found> {
  const { base, head, comparison, trials, around, opened, movers, stages } = job
  const bare = withoutRouting(comparison)
  const before = createSide(opened, base, request, around.base, bare)
  const after = createSide(opened, head, request, around.head, bare)
  const bounds = [before.binding.bound, after.binding.bound] as const
  const [key] = columnsNamed(request.key === undefined ? [] : [request.key], '--key', opened, bounds)
  const sides = {
    opened,
    request,
    base: { side: before, around: around.base },
    head: { side: after, around: around.head },
  }
  const counter = createDiffCounter(...bounds)
  const blind = findBlindSpots(...bounds)
  const causes = createCauses(
    comparison.changes,
    trials.map(alone => createTrial(alone, around.own.get(alone), sides)),
  )
  const alikeAround = [around.base, around.head].every(knowsNothing)
  const pass: PassInput = {
    comparison,
    base: before,
    head: after,
    alikeAround,
    causes,
    counter,
    movers,
    blind,
    nameOf: leadNamer(key, opened, bounds[0]),
    shown: columnsNamed(request.show, '--show', opened, bounds),
    directionOf: directionOf(base, head),
  }
  const { asOf, verify } = request
  const fast = { opened, bounds: [before.judged, after.judged] as const, asOf, verify }
  const isFast = alikeAround && around.own.size === 0 && isWorthwhile(fast)
  const { moved, touches, rejected, leftOut } = isFast
    ? await compareFast(fast, pass)
    : await comparePass(opened.batches, pass)
  before.close()
  after.close()
  const leads = counter.leads()
  const counted = counter.result()
  const { moves, interaction, together } = causes.result()
  return {
    data: { name: opened.name, leads, rejected, left_out: leftOut },
    changes: summariseChanges(comparison, base, { touches, moves, together }),
    gone: goneBetween(base, head),
    stages: stages.filter(stage => isReal(stage) || isIn(stage, counted.matrix)),
    moved: { ...moved, percent: leads === 0 ? 0 : (100 * moved.leads) / leads, interaction },
    together,
    ...counted,
    movers: movers.furthest(),
    warnings: [
      ...opened.input.diagnostics(),
      ...after.binding.diagnostics,
      ...before.binding.diagnostics,
      ...blind.diagnostics(opened.name),
      ...unnamed(request, opened, bounds[0]),
    ],
  }
}

function isReal(stage: string): boolean {
  return stage !== NO_STAGE && stage !== DUPLICATE
}

function isIn(stage: string, matrix: Difference['matrix']): boolean {
  return Object.hasOwn(matrix, stage) || Object.values(matrix).some(row => Object.hasOwn(row, stage))
}

/** Owners and next steps are judged only if they have changed, as the report shows only changes. */
function withoutRouting({ changes }: Comparison): (bound: BoundPlan) => BoundPlan {
  const names = new Set(changes.map(({ name }) => name))
  return bound => ({
    ...bound,
    owners: names.has('owners') ? bound.owners : [],
    next: names.has('next') ? bound.next : [],
  })
}

function knowsNothing({ survey, events, companies, memory }: Surroundings): boolean {
  return [survey, events, companies, memory].every(each => each === undefined)
}

function unnamed({ key }: DiffRequest, { name }: OpenedInput, { fields }: BoundPlan): Diagnostic[] {
  const hasId = fields.some(field => field.name === 'id' && field.columns.length > 0)
  if (key !== undefined || hasId) return []
  const hint = 'name a column: `--key "Record No"`'
  return [diagnose('diff/no-key', `${name} has no column with ids: leads are named by their position`, { hint })]
}
