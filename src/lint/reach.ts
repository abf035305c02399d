import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Expr, fieldsOf } from '../ir/plan/expr.ts'
import { nameOf, type Plan, stagesOf } from '../ir/plan/plan.ts'
import { fieldsOfRule } from '../ir/plan/plan-fields.ts'
import type { Advice } from '../ir/results/summary.ts'
import { rulesOf, worldOf } from './judging/world.ts'
import { can } from './possibility.ts'

/** The stages and points an input can reach, derived from its columns without looking at leads. */
export interface Reach {
  /** The most points of each score, in rulebook order; null if unlimited. */
  readonly highest: readonly (number | null)[]
  readonly advice: Advice
}

/** `plan` is the unpruned plan: it still has the parts for which this input has no data. */
export function reachOf(bound: BoundPlan, plan: Plan): Reach {
  const missing = new Set(bound.fields.filter(({ columns }) => columns.length === 0).map(({ name }) => name))
  const world = worldOf(bound, missing, bound.events)
  const possible = bound.stages.filter(({ when }) => when === undefined || can(when, world).hold)
  const excluding = bound.exclude.filter(({ when }) => can(when, world).hold)
  const reached = new Set([...possible, ...excluding].map(({ stage }) => stage))
  let wanted: Advice['wanted'] | undefined
  return {
    highest: bound.scores.map(({ name }) => finite(world.scores.get(name)?.high)),
    advice: {
      unreachable: stagesOf(bound).filter(stage => !reached.has(stage)),
      // A short run that does not print it saves a tenth of its time.
      get wanted() {
        wanted ??= wantedFields(bound, plan, missing)
        return wanted
      },
    },
  }
}

/** The fields without a column, by how much the highest possible scores would grow with each, caps counted in. */
function wantedFields(bound: BoundPlan, plan: Plan, missing: ReadonlySet<string>): Advice['wanted'] {
  const now = highestSum(bound, plan, missing)
  return bound.fields
    .filter(({ name, read }) => read && missing.has(name))
    .map(({ name }) => {
      const points = highestSum(bound, plan, new Set([...missing].filter(field => field !== name))) - now
      return { field: name, points: Number.isFinite(points) ? points : 0, about: purposesOf(name, plan).join(', ') }
    })
    .sort((a, b) => b.points - a.points)
}

function highestSum({ events }: BoundPlan, plan: Plan, missing: ReadonlySet<string>): number {
  const { scores } = worldOf(plan, missing, events)
  return [...scores.values()].reduce((sum, { high }) => sum + high, 0)
}

/** The use of a field in a rulebook, in a few words. */
function purposesOf(field: string, plan: Plan): string[] {
  const asks = ({ when }: { readonly when: Expr }) => fieldsOf(when).includes(field)
  const readers = plan.scores.flatMap(rulesOf).filter(rule => fieldsOfRule(rule).includes(field))
  return [
    ...readers.slice(0, 2).map(nameOf),
    ...plan.criteria.filter(asks).map(({ name }) => `criterion ${name}`),
    ...plan.exclude.filter(asks).map(({ id }) => `exclusion ${id}`),
  ]
}

function finite(points: number | undefined): number | null {
  return points === undefined || !Number.isFinite(points) ? null : points
}
