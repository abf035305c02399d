import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { type Representative, representativesOf } from './representatives.ts'

/** A set of changes to a lead, and the verdict on the changed lead. */
export interface Way {
  readonly changes: readonly Representative[]
  readonly verdict: Verdict
}

const MAX_WAYS = 3
/** How many single changes are combined with each other; three at a time that is some 10,000 judgements. */
const COMBINED = 40
const MAX_CHANGES = 6

/**
 * The smallest changes found that bring a lead to a stage at least as good as `target`. Each way was judged, so it is
 * true; all single changes, and pairs and triples of the most promising ones are tried, then larger steps greedily.
 */
export function waysTo(
  target: string,
  bound: BoundPlan,
  asOf: number,
  lead: Lead,
  isOffered: (change: Representative) => boolean,
): Way[] {
  const judge = compileJudge(bound, asOf)
  const reached = stagesUpTo(target, bound)
  const attempt = (changes: readonly Representative[]): Way => ({ changes, verdict: judge(changed(lead, changes)) })
  const succeeds = ({ verdict }: Way) => reached.has(verdict.stage)
  const singles = representativesOf(bound, asOf)
    .filter(change => isOffered(change) && String(lead.readings[change.slot]?.value) !== String(change.value))
    .map(change => attempt([change]))
  const least = (ways: readonly Way[]) => best(ways.map(way => lowered(way, { bound, lead, attempt, succeeds })))
  const direct = singles.filter(succeeds)
  if (direct.length > 0) return least(direct)
  const promising = [...singles]
    .sort(byPromise)
    .slice(0, COMBINED)
    .map(({ changes }) => changes)
  for (const combine of [pairsOf, triplesOf]) {
    const found = combine(promising).filter(onDifferentFields).map(attempt).filter(succeeds)
    if (found.length > 0) return least(best(found))
  }
  const greedy = climb(singles, attempt, succeeds)
  return greedy === undefined ? [] : least([greedy])
}

/** The stages from the best one down to `target`. */
function stagesUpTo(target: string, bound: BoundPlan): ReadonlySet<string> {
  const stages = bound.stages.map(({ stage }) => stage)
  return new Set(stages.slice(0, stages.lastIndexOf(target) + 1))
}

function changed(lead: Lead, changes: readonly Representative[]): Lead {
  const readings = [...lead.readings]
  for (const { slot, value, text } of changes) readings[slot] = { value, text, state: 'filled' }
  return { ...lead, readings }
}

interface Lowering {
  readonly bound: BoundPlan
  readonly lead: Lead
  readonly attempt: (changes: readonly Representative[]) => Way
  readonly succeeds: (way: Way) => boolean
}

/**
 * Reduces every change of a number to the smallest one that still reaches the stage: the next whole unit, the next
 * step.
 */
function lowered(way: Way, lowering: Lowering): Way {
  return way.changes.reduce((before, change, index) => {
    const now = lowering.lead.readings[change.slot]?.value
    const isNumber = lowering.bound.fields[change.slot]?.type === 'number' && typeof change.value === 'number'
    if (!isNumber || typeof change.value !== 'number') return before
    return nearest(before, index, typeof now === 'number' ? now : 0, change.value, lowering)
  }, way)
}

/** Bisects between the lead's value and one that is enough; every value tried is judged by the engine. */
function nearest(way: Way, index: number, now: number, enough: number, { bound, attempt, succeeds }: Lowering): Way {
  const unit = unitOf(way.changes[index]?.field ?? '', bound)
  const steps = Math.floor(Math.abs(enough - now) / unit)
  const towards = Math.sign(enough - now) * unit
  const origin = Math.floor(now / unit) * unit
  let [low, high, found] = [0, steps + 1, way]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    const value = origin + towards * middle
    const changes = way.changes.map((change, at) => (at === index ? { ...change, value, text: String(value) } : change))
    const tried = attempt(changes)
    if (succeeds(tried)) [high, found] = [middle, tried]
    else low = middle
  }
  return found
}

/** The smallest unit in which a field is counted; 1 by default. */
function unitOf(field: string, { scores }: BoundPlan): number {
  const units = scores
    .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
    .flatMap(({ earns }) => (earns.kind === 'per' && earns.field === field ? [earns.every] : []))
  return units.length === 0 ? 1 : Math.min(...units)
}

/** The ways that change the least in points, one for each set of fields. */
function best(ways: readonly Way[]): Way[] {
  const seen = new Set<string>()
  return [...ways]
    .sort((a, b) => (a.verdict.total ?? 0) - (b.verdict.total ?? 0))
    .filter(({ changes }) => {
      const fields = changes.map(({ field }) => field).join(' ')
      return !seen.has(fields) && Boolean(seen.add(fields))
    })
    .slice(0, MAX_WAYS)
}

function promiseOf({ verdict }: Way): number {
  const met = verdict.criteria.filter(truth => truth === true).length
  return verdict.excluded.length > 0 ? Number.NEGATIVE_INFINITY : (verdict.total ?? 0) + 10 * met
}

function byPromise(a: Way, b: Way): number {
  return promiseOf(b) - promiseOf(a)
}

type Changes = readonly Representative[]

function pairsOf(items: readonly Changes[]): Changes[] {
  return items.flatMap((first, index) => items.slice(index + 1).map(second => [...first, ...second]))
}

function triplesOf(items: readonly Changes[]): Changes[] {
  return items.flatMap((first, index) => pairsOf(items.slice(index + 1)).map(rest => [...first, ...rest]))
}

function onDifferentFields(changes: Changes): boolean {
  return new Set(changes.map(({ slot }) => slot)).size === changes.length
}

/** Adds the most promising change again and again, until the stage is reached or nothing helps. */
function climb(
  singles: readonly Way[],
  attempt: (changes: Changes) => Way,
  succeeds: (way: Way) => boolean,
): Way | undefined {
  let changes: Changes = []
  while (changes.length < MAX_CHANGES) {
    const next = singles
      .map(single => [...changes, ...single.changes])
      .filter(onDifferentFields)
      .map(attempt)
      .sort(byPromise)[0]
    if (next === undefined) return undefined
    if (succeeds(next)) return next
    changes = next.changes
  }
  return undefined
}
