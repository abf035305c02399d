import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Bounds, Group, Rule, Score } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import { rulesOf } from '../judging/world.ts'
import { type Range, rangeOf } from '../possibility.ts'
import type { Constraint, Tester } from './constraint.ts'
import type { World } from './domain.ts'
import { edgesOf, numberLine } from './edges.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'
import { type Demanded, type Facts, isStopped, type Solution, type Solver, type StoppedAfter } from './solve.ts'
import { fieldsOfTasks } from './task.ts'

/**
 * Points against fields: whether the rules can come to the points that are demanded, where fields are what is demanded
 * of them. An exact search over the outcomes of rules that speak of the same fields; all other rules count with the
 * least and the most that they can give.
 */
export type PointsSearch = (facts: Facts) => Facts | 'impossible' | StoppedAfter

/** So many combinations are tried, of so many rules, those with the most points. */
const MAX_TRIED = 60
const MAX_RULES = 8
const STOPPED: StoppedAfter = { stoppedAfter: `${MAX_TRIED} combinations of points` }

interface OpenRule {
  readonly rule: Rule
  readonly score: Score
  readonly group: Group
  readonly outcomes: readonly Outcome[]
  readonly fields: ReadonlySet<string>
}

export function createPointsSearch(world: World, tester: Tester, solve: Solver): PointsSearch {
  const { bound } = world
  const rules = openRules(bound)
  const scores = bound.scores.map(score => ({ name: score.name, reads: rulesOf(score).map(readsOf) }))
  return facts => {
    const demanded = [...facts.values()].filter(({ subject }) => subject.kind !== 'field')
    const ofRule = new Map(demanded.flatMap(each => (each.subject.kind === 'rule' ? [[each.subject.id, each]] : [])))
    const ofScore = new Map(
      demanded.flatMap(each => (each.subject.kind === 'score' ? [[each.subject.name, each]] : [])),
    )
    const ofTotal = demanded.find(({ subject }) => subject.kind === 'total')
    if (ofRule.size + ofScore.size === 0 && ofTotal === undefined) return facts
    const filled = filledFields(facts)
    const isCounted = ({ rule, score }: OpenRule) =>
      ofTotal !== undefined || ofScore.has(score.name) || ofRule.has(rule.id)
    const unknown = new Set(scores.flatMap(score => (mayBeUnknown(score, filled) ? [score.name] : [])))
    const known = new Set(
      [...facts.values()].flatMap(({ subject }) => (subject.kind === 'field' ? [subject.name] : [])),
    )
    const open: OpenRule[] = []
    for (const each of rules.filter(isCounted)) {
      const demand = ofRule.get(each.rule.id)
      const isTouched = overlaps(each.fields, known)
      const outcomes =
        demand === undefined && !isTouched
          ? each.outcomes
          : each.outcomes.filter(
              outcome =>
                (demand === undefined || canMeet(outcome, demand.constraints, tester)) &&
                (!isTouched || solve(outcome.tasks, facts).kind !== 'impossible'),
            )
      // If its score is unknown, a rule gives no points, whatever its condition; without events, those of a rule on
      // events are unknown.
      const silent =
        (unknown.has(each.score.name) && (demand === undefined || canMeet(NOTHING, demand.constraints, tester))) ||
        (each.rule.earns.kind === 'events' && demand?.constraints.every(({ nothing }) => nothing) === true)
      if (outcomes.length === 0 && !silent) return 'impossible'
      open.push({ ...each, outcomes: silent ? [...outcomes, { ...NOTHING, tasks: [] }] : outcomes })
    }
    return search(open)

    function search(all: readonly OpenRule[]): Facts | 'impossible' | StoppedAfter {
      const everyEntangled = entangledOf(all)
      const entangled = everyEntangled.slice(0, MAX_RULES)
      const isPartial = everyEntangled.length > entangled.length
      const sums = sumsOf(all.filter(each => !entangled.includes(each)))
      let tried = 0
      const visit = (chosen: readonly Outcome[], found: Facts): Facts | 'impossible' | StoppedAfter => {
        if (!canReach(withChosen(sums, entangled, chosen))) return 'impossible'
        const next = entangled[chosen.length]
        if (next === undefined) return isPartial ? { stoppedAfter: `${MAX_RULES} rules`, facts: found } : found
        let stopped: StoppedAfter | undefined
        for (const outcome of inOrder(next.outcomes)) {
          tried += 1
          if (tried > MAX_TRIED) return STOPPED
          const solution = solveTogether(outcome, chosen, found)
          if (solution.kind === 'impossible') continue
          const more = solution.kind === 'possible' ? solution.facts : found
          const answer = visit([...chosen, outcome], more)
          if (answer === 'impossible') continue
          if (!isStopped(answer) || answer.facts !== undefined) return answer
          stopped = answer
        }
        return stopped ?? 'impossible'
      }
      return visit([], facts)
    }

    /** The facts found so far are one way of several: only if no way is left, the outcomes exclude each other. */
    function solveTogether({ tasks }: Outcome, chosen: readonly Outcome[], found: Facts): Solution {
      const extended = solve(tasks, found)
      if (extended.kind === 'possible' || chosen.length === 0) return extended
      return solve([...chosen.flatMap(each => each.tasks), ...tasks], facts)
    }

    /** The points that are wanted most come first. */
    function inOrder(outcomes: readonly Outcome[]): Outcome[] {
      const wantsMore = demanded.some(({ constraints }) =>
        constraints.some(({ test, holds }) => (test.operator === 'at_least' || test.operator === 'above') === holds),
      )
      return [...outcomes].sort((a, b) => (wantsMore ? b.high - a.high : a.low - b.low))
    }

    function canReach(sums: GroupSums): boolean {
      const scores = new Map<string, Range>()
      for (const score of bound.scores) {
        if (ofTotal === undefined && !ofScore.has(score.name)) continue
        const range = rangeOfScore(score, sums)
        scores.set(score.name, range)
        const demand = ofScore.get(score.name)
        const isFree = demand?.constraints.every(({ nothing }) => nothing) === true && unknown.has(score.name)
        if (demand !== undefined && !isFree && !canMeet(range, demand.constraints, tester)) return false
      }
      return ofTotal === undefined || canMeet(totalOf(scores), ofTotal.constraints, tester) || isFreeTotal(ofTotal)
    }

    /** A total is unknown where none of the scores that it weighs is known. */
    function isFreeTotal({ constraints }: Demanded): boolean {
      const weighed = bound.total?.filter(({ weight }) => weight > 0).map(({ score }) => score)
      const parts = weighed ?? bound.scores.map(({ name }) => name)
      return constraints.every(({ nothing }) => nothing) && parts.every(name => unknown.has(name))
    }

    /** Weighed over the scores that are known; of those that may not be, with each and without. */
    function totalOf(scores: ReadonlyMap<string, Range>): Range {
      if (unknown.size > 6) return world.total
      const optional = [...scores.keys()].filter(name => unknown.has(name))
      const subsets = optional.reduce<string[][]>((all, name) => all.concat(all.map(some => some.concat([name]))), [[]])
      const ranges = subsets.flatMap(gone => {
        const known = new Map([...scores].filter(([name]) => !gone.includes(name)))
        return known.size === 0
          ? []
          : (rangeOf({ kind: 'total' }, { plan: bound, rules: new Map(), scores: known }) ?? [])
      })
      return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) }
    }
  }
}

const NOTHING: Range = { low: 0, high: 0 }

function openRules(bound: BoundPlan): OpenRule[] {
  const typeOf = (name: string) => bound.fields.find(field => field.name === name)?.type
  const replaced = new Set(
    bound.scores.flatMap(rulesOf).flatMap(({ earns }) => (earns.kind === 'events' ? earns.insteadOf : [])),
  )
  return bound.scores.flatMap(score =>
    score.groups.flatMap(group =>
      group.rules.map(rule => {
        const isGated = score.when !== undefined || group.when !== undefined || replaced.has(rule.id)
        const outcomes = outcomesOf(rule, typeOf).map(outcome => (isGated ? orNothing(outcome) : outcome))
        const fields = new Set(outcomes.flatMap(({ tasks }) => fieldsOfTasks(tasks)))
        return { rule, score, group, outcomes, fields }
      }),
    ),
  )
}

/** Behind a gate, and where events stand in for it, a rule may give nothing although its condition holds. */
function orNothing({ low, high, tasks }: Outcome): Outcome {
  return { low: Math.min(0, low), high: Math.max(0, high), tasks }
}

/** The fields that certainly have a value. */
function filledFields(facts: Facts): ReadonlySet<string> {
  return new Set(
    [...facts.values()].flatMap(({ subject, constraints }) =>
      subject.kind === 'field' && constraints.some(({ nothing }) => !nothing) ? [subject.name] : [],
    ),
  )
}

/** The fields of which a rule needs one to be judged at all; rules on events need none of the lead. */
function readsOf(rule: Rule): readonly string[] {
  return rule.earns.kind === 'events' ? [] : fieldsOfRule(rule)
}

function mayBeUnknown({ reads }: { readonly reads: readonly (readonly string[])[] }, filled: ReadonlySet<string>) {
  return !reads.some(fields => fields.some(field => filled.has(field)))
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const field of a) if (b.has(field)) return true
  return false
}

function spread({ outcomes }: OpenRule): number {
  return Math.max(...outcomes.map(({ high }) => high)) - Math.min(...outcomes.map(({ low }) => low))
}

/** The rules that speak of a field of which another rule speaks, too; those with the most points first. */
function entangledOf(all: readonly OpenRule[]): OpenRule[] {
  const uses = new Map<string, number>()
  for (const { fields } of all) for (const field of fields) uses.set(field, (uses.get(field) ?? 0) + 1)
  return all
    .filter(({ outcomes, fields }) => outcomes.length > 1 && [...fields].some(field => (uses.get(field) ?? 0) > 1))
    .map(each => ({ each, spread: spread(each) }))
    .sort((a, b) => b.spread - a.spread)
    .map(({ each }) => each)
}

/** What the rules of each group give together, before its own bounds. */
type GroupSums = ReadonlyMap<Group, Range>

function sumsOf(rules: readonly OpenRule[], before?: GroupSums): Map<Group, Range> {
  const sums = new Map(before)
  for (const { group, outcomes } of rules) sums.set(group, plus(sums.get(group) ?? NOTHING, hull(outcomes)))
  return sums
}

/** With the outcomes that were chosen for the first of some rules, and everything that the others can give. */
function withChosen(sums: GroupSums, rules: readonly OpenRule[], chosen: readonly Outcome[]): GroupSums {
  return sumsOf(
    rules.map((each, index) => {
      const outcome = chosen[index]
      return outcome === undefined ? each : { ...each, outcomes: [outcome] }
    }),
    sums,
  )
}

function rangeOfScore(score: Score, sums: GroupSums): Range {
  const groups = score.groups.map(group => gated(clamp(sums.get(group) ?? NOTHING, group), group))
  const { low, high } = groups.reduce(plus, NOTHING)
  return gated(clamp({ low: low + score.start, high: high + score.start }, score), score)
}

function hull(outcomes: readonly Range[]): Range {
  return { low: Math.min(...outcomes.map(({ low }) => low)), high: Math.max(...outcomes.map(({ high }) => high)) }
}

function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high }
}

function clamp(
  { low, high }: Range,
  { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds,
): Range {
  const keep = (points: number) => Math.min(max, Math.max(min, points))
  return { low: keep(low), high: keep(high) }
}

/** Behind a closed gate there are no points, whatever the floor. */
function gated({ low, high }: Range, { when }: Pick<Group, 'when'>): Range {
  return when === undefined ? { low, high } : { low: Math.min(0, low), high: Math.max(0, high) }
}

/** Whether a whole number in a range meets all demands. */
function canMeet({ low, high }: Range, constraints: readonly Constraint[], tester: Tester): boolean {
  const line = numberLine(
    constraints.flatMap(({ test }) => edgesOf(test, 0)),
    true,
  )
  return [low, high, ...line].some(
    value =>
      Number.isFinite(value) &&
      value >= low &&
      value <= high &&
      constraints.every(({ test, holds }) => tester(test)(value, undefined) === holds),
  )
}
