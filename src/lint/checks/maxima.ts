import { amountsOf } from '../../ir/plan/payment.ts'
import type { Group, Rule, Score } from '../../ir/plan/plan.ts'
import { eventsFor } from '../judging/events.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { pointsRange } from '../judging/world.ts'
import { type EarningWay, earningWays } from '../solve/earning.ts'
import { type Highest, highestSum } from '../solve/highest.ts'
import { goal } from '../solve/task.ts'

/** A `max` of a group or rule that has no effect. The `max` of a score is its scale and is not checked. */
export const idleMaxima: Check = examination =>
  examination.bound.scores.flatMap(score =>
    score.groups.flatMap(group => [
      ...idleOfGroup(group, score, examination),
      ...group.rules.flatMap(rule => idleOfRule(rule, group, examination)),
    ]),
  )

function idleOfGroup(group: Group, score: Score, examination: Examination): Observation[] {
  if (group.max === undefined) return []
  const highest = highestSum(group, score, examination.solve, group.max)
  return idle(`group ${group.name}`, group, highest, sumOf(group, examination), examination)
}

function idle(
  about: string,
  { max, place }: Pick<Group, 'max' | 'place'>,
  highest: Highest,
  pointsOf: (seen: Judged) => number,
  examination: Examination,
): Observation[] {
  if (max === undefined || highest.points >= max) return []
  const isReached = (seen: Judged) => pointsOf(seen) === highest.points
  const isExact = isReached(examination.judged(highest.facts))
  const adds = about.startsWith('group ') ? 'the rules add up to' : 'it gives'
  const most = isExact ? `${adds} ${highest.points} at most` : `${adds} no more than ${highest.points} (upper bound)`
  return [
    {
      code: 'lint/idle-max',
      about,
      message: `${about}: \`max: ${max}\` has no effect: ${most}`,
      place,
      hint: 'lower the `max`, remove it, or give the rules more points',
      claim: seen => pointsOf(seen) <= highest.points,
      sight: { leads: [highest.facts], isSeen: isReached, shows: seen => `${about} ${pointsOf(seen)}` },
    },
  ]
}

function idleOfRule(rule: Rule, group: Group, examination: Examination): Observation[] {
  if (rule.max === undefined) return []
  const open = withoutMax(rule)
  const { high } = pointsRange(open)
  if (high >= rule.max) return []
  const [way] = earningWays(open)
  const solution = way && examination.solve(way.tasks)
  if (solution?.kind !== 'possible') return []
  return idle(
    `rule ${rule.id}`,
    rule,
    { points: high, facts: solution.facts },
    pointsOfRule(rule, examination),
    examination,
  ).map(each => ({ ...each, place: rule.place ?? group.place }))
}

/** The points of a group before its own `min` and `max`. */
function sumOf({ rules }: Group, examination: Examination): (seen: Judged) => number {
  const each = rules.map(rule => pointsOfRule(rule, examination))
  return seen => each.reduce((sum, pointsOf) => sum + pointsOf(seen), 0)
}

function pointsOfRule({ id }: Rule, { positions }: Examination): (seen: Judged) => number {
  const index = positions.get(id) ?? -1
  return ({ verdict }) => verdict.points[index] ?? 0
}

/** A function of its own for readability of the type. */
const ANY_MATCH = 'any match'

/** A `max` that always applies: the written points are never given in full. */
export const constantMaxima: Check = examination =>
  examination.bound.scores.flatMap(({ groups }) =>
    groups.flatMap(group => [
      ...constant(`group ${group.name}`, group, group.rules, sumOf(group, examination), examination),
      ...group.rules.flatMap(rule =>
        constant(`rule ${rule.id}`, rule, [rule], pointsOfRule(rule, examination), examination),
      ),
    ]),
  )

function constant(
  about: string,
  { max, place }: Pick<Group, 'max' | 'place'>,
  rules: readonly Rule[],
  pointsOf: (seen: Judged) => number,
  { solve, bound, asOf }: Examination,
): Observation[] {
  const ofRule = about.startsWith('rule ')
  const ways = rules.flatMap(rule => leastWays(ofRule ? withoutMax(rule) : rule))
  const [only] = rules
  const isOnEvents = ofRule && only?.earns.kind === 'events'
  const isSteady = rules.every(isSteadyRule)
  const [first] = ways
  if (max === undefined || first === undefined || !isSteady || ways.some(({ points }) => points <= max)) return []
  const least = Math.min(...ways.map(({ points }) => points))
  const solution = solve(first.tasks)
  const isBound = (points: number) => (ofRule ? points === max : points > max)
  return [
    {
      code: 'lint/constant-max',
      about,
      message: `${about}: \`max: ${max}\` always applies: ${ANY_MATCH} earns at least ${least}`,
      place,
      hint: `raise the \`max\` above ${least}, or write the points that are meant`,
      claim: seen => pointsOf(seen) === 0 || isBound(pointsOf(seen)),
      sight: {
        leads: solution.kind === 'possible' ? [solution.facts] : [],
        ...(isOnEvents && { events: eventsFor({ ...only, earns: only.earns }, bound, asOf) }),
        isSeen: seen => isBound(pointsOf(seen)),
        shows: seen => `${about} earns ${ofRule ? first.points : pointsOf(seen)}, and gives ${max}`,
      },
    },
  ]
}

/** The ways to earn points; for events, those of a single event: each amount of its table. */
function leastWays(rule: Rule): EarningWay[] {
  const { earns, when } = rule
  if (earns.kind !== 'events') return earningWays(rule)
  const tasks = when === undefined ? [] : [goal(when, 'true')]
  const amounts = amountsOf(earns.pays).filter(points => points !== 0)
  return amounts.map(points => ({ points, tasks })).sort((a, b) => b.points - a.points)
}

function withoutMax(rule: Rule): Rule {
  const { max: _, ...open } = rule
  return open
}

/** Whether a rule gives its written points or none: it does not fade, count up, or take points away. */
function isSteadyRule(rule: Rule): boolean {
  const { fade, earns } = rule
  return fade.kind === 'none' && earns.kind !== 'per' && pointsRange(rule).low >= 0
}
