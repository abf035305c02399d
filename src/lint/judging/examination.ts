import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Expr, Subject } from '../../ir/plan/expr.ts'
import type { Plan, Rule } from '../../ir/plan/plan.ts'
import { printExpr } from '../../ir/plan/print-expr.ts'
import { type Spelling, spelledOut } from '../../ir/plan/spelled.ts'
import { type Range, rangeOf } from '../possibility.ts'
import { createTester } from '../solve/constraint.ts'
import type { World } from '../solve/domain.ts'
import { type Highest, highestScore } from '../solve/highest.ts'
import { createPointsSearch } from '../solve/points.ts'
import { createSolver, createSolverWith, type Facts, type Solver } from '../solve/solve.ts'
import { allEvents } from './events.ts'
import { createJudging, type Judged, leadOf } from './judged.ts'
import { poolOf, risingFrom } from './pool.ts'
import type { Sight } from './sight.ts'
import { wholePlan } from './whole-plan.ts'
import { rulesOf, worldOf } from './world.ts'

/** A plan with everything that checks need to know about it. */
export interface Examination {
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly asOf: number
  /** All rules, as they stand in verdicts, and where each of them stands. */
  readonly rules: readonly Rule[]
  readonly positions: ReadonlyMap<string, number>
  readonly world: World
  readonly solve: Solver
  /** By score: never less than any lead gets. */
  readonly highest: ReadonlyMap<string, HighestScore>
  /** A condition as text for people. */
  print(expr: Expr): string
  /** A text as the rulebook writes it. */
  readonly spell: Spelling
  /** The engine's verdict on a lead made of the given facts. */
  judged(facts: Facts): Judged
  /** The same for a lead with events. */
  judgedWith(facts: Facts, events: readonly LeadEvent[]): Judged
  /** The first of several leads that shows something. */
  see(sight: Sight): Judged | undefined
  /** Leads with few points and with many, for what depends on scores. */
  pool(): readonly Facts[]
  /** The same of leads that are as some facts say. */
  rising(facts: Facts): readonly Facts[]
  judgedLead(lead: Lead): Judged
}

/** The most points of a score: exact if the engine confirms them on the lead found, otherwise an upper bound. */
export interface HighestScore extends Highest {
  readonly isExact: boolean
  /** The events of the lead, if needed. */
  readonly events: readonly LeadEvent[]
}

const SOME_EVENTS: BoundEvents = { join: [], ignore: { ownDomains: [] }, sources: [], replaced: {} }

export function examine(plan: Plan, asOf: number, spell: Spelling = text => text): Examination {
  const bound = wholePlan(plan)
  const tester = createTester(asOf)
  const { rules: ranges, scores: loose } = worldOf(bound, new Set(), SOME_EVENTS)
  const rough = { bound, asOf, rules: ranges, scores: loose, total: totalRange(bound, loose) }
  const solveRoughly = createSolver(rough, tester)
  const judgedLead = createJudging(bound, asOf)
  const judged = remembered((facts: Facts) => judgedLead(leadOf(facts, bound)))
  const judgedEvents = createJudging({ ...bound, events: SOME_EVENTS }, asOf)
  const judgedWith = (facts: Facts, events: readonly LeadEvent[]) => judgedEvents({ ...leadOf(facts, bound), events })
  const events = allEvents(bound, asOf)
  const highest = new Map(
    bound.scores.map((score, index) => {
      const found = highestScore(score, solveRoughly)
      const reaches = ({ verdict }: Judged) => verdict.scores[index] === found.points
      const isExact = reaches(judged(found.facts))
      const isByEvents = !isExact && events.length > 0 && reaches(judgedWith(found.facts, events))
      return [score.name, { ...found, isExact: isExact || isByEvents, events: isByEvents ? events : [] }]
    }),
  )
  const scores = new Map(
    [...loose].map(([name, { low, high }]) => [name, { low, high: highest.get(name)?.points ?? high }]),
  )
  const world = { ...rough, scores, total: totalRange(bound, scores) }
  const typeOf = (subject: Subject) =>
    subject.kind === 'field' && bound.fields.find(({ name }) => name === subject.name)?.type === 'date'
      ? 'date'
      : 'other'
  const rules = bound.scores.flatMap(rulesOf)
  return {
    plan,
    bound,
    asOf,
    rules,
    positions: new Map(rules.map(({ id }, index) => [id, index])),
    world,
    solve: createSolverWith(world, tester, createPointsSearch(world, tester, createSolver(world, tester))),
    highest,
    print: expr => printExpr(spelledOut(expr, spell), typeOf),
    spell,
    judgedLead,
    judged,
    judgedWith,
    pool: once(() => poolOf(bound, solveRoughly)),
    rising: facts => risingFrom(facts, bound, solveRoughly),
    see: ({ leads, events, isSeen }) =>
      leads
        .map(facts => (events === undefined || events.length === 0 ? judged(facts) : judgedWith(facts, events)))
        .find(isSeen),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function remembered<K extends object, V>(find: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = find(key)
    known.set(key, value)
    return value
  }
}

const MAX_SCORES = 8

/** The total is weighted over the known scores, and each of them may be unknown. */
function totalRange(plan: BoundPlan, scores: ReadonlyMap<string, Range>): Range {
  if (scores.size > MAX_SCORES) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const subsets = [...scores].reduce<(readonly [string, Range])[][]>(
    (all, score) => all.concat(all.map(some => some.concat([score]))),
    [[]],
  )
  const ranges = subsets
    .filter(some => some.length > 0)
    .flatMap(some => rangeOf({ kind: 'total' }, { plan, rules: new Map(), scores: new Map(some) }) ?? [])
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) }
}
