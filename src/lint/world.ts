import { type Bounds, type Earning, fieldsOfRule, type Group, type Rule, type Score } from '../ir/plan.ts'
import { can, type Range, sumRanges, type World } from './possibility.ts'

/** The ranges of all rules and scores of a plan, where some fields are missing. */
export function worldOf(plan: World['plan'], missing: ReadonlySet<string>): World {
  const rules = new Map<string, Range>()
  const scores = new Map<string, Range>()
  const world: World = { plan, missing, rules, scores }
  for (const score of plan.scores) {
    const known = isKnown(score, missing)
    for (const rule of rulesOf(score)) rules.set(rule.id, known ? ruleRange(rule, world) : NONE)
    if (known) scores.set(score.name, scoreRange(score, rules))
  }
  return world
}

const NONE: Range = { low: 0, high: 0 }

export function rulesOf(score: Pick<Score, 'groups'>): Rule[] {
  return score.groups.flatMap(group => group.rules)
}

/** A score is known if any of its rules can read anything. */
function isKnown(score: Score, missing: ReadonlySet<string>): boolean {
  return rulesOf(score).some(rule => fieldsOfRule(rule).some(field => !missing.has(field)))
}

function scoreRange(score: Score, rules: ReadonlyMap<string, Range>): Range {
  const start = { low: Math.min(0, score.start), high: Math.max(0, score.start) }
  return clamp(sumRanges([start, ...score.groups.map(group => groupRange(group, rules))]), score)
}

function groupRange(group: Group, rules: ReadonlyMap<string, Range>): Range {
  return clamp(sumRanges(group.rules.map(({ id }) => rules.get(id) ?? NONE)), group)
}

/** What a rule can earn; 0 is always possible. */
function ruleRange(rule: Rule, world: World): Range {
  if (rule.when !== undefined && !can(rule.when, world).hold) return NONE
  const points = [0, ...pointsOf(rule.earns, world)]
  return clamp({ low: Math.min(...points), high: Math.max(...points) }, rule)
}

function pointsOf(earns: Earning, world: World): number[] {
  if (earns.kind !== 'once' && world.missing.has(earns.field)) return []
  switch (earns.kind) {
    case 'once':
      return [earns.points]
    case 'table':
      return [earns.otherwise, ...earns.rows.map(({ points }) => points)]
    case 'points_from':
    case 'cases':
      return earns.rows.map(({ points }) => points)
    case 'per':
      return [earns.points === 0 ? 0 : earns.points * Number.POSITIVE_INFINITY]
  }
}

function clamp(
  { low, high }: Range,
  { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds,
): Range {
  const keep = (points: number) => Math.min(max, Math.max(min, points))
  return { low: keep(low), high: keep(high) }
}
