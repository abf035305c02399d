import type { BoundPlan, BoundScore } from '../ir/plan/bound-plan.ts'
import { amountsOf } from '../ir/plan/payment.ts'
import { nameOf } from '../ir/plan/plan.ts'
import { labelComment } from './dialect/comment.ts'
import type { Entry, Sql } from './dialect/dialect.ts'
import { type Column, firstOf, type Step, slug, sum, uniqueNames } from './dialect/write.ts'
import type { EventPlan } from './events/rules.ts'
import { type ConditionContext, condition } from './query-condition.ts'
import { keptWithin, rulePoints, sharesOf } from './query-rule.ts'
import type { Names } from './step-names.ts'

/** The columns of scores and rules; `engine/judge-score.ts` says what they come to. */
export interface Scored {
  readonly steps: readonly Step[]
  readonly entries: readonly Entry[]
}

/** Rules that give no lead points here, by their ids: the input has nothing that they read. */
export function idleRules(bound: BoundPlan, events: EventPlan | undefined, context: ConditionContext): Set<string> {
  const rules = bound.scores.flatMap(({ known, groups }) => (known ? groups.flatMap(group => group.rules) : []))
  const shares = sharesOf(rules, context)
  const idle = rules.filter(rule => rulePoints(rule, [], events, { bound, shares, ...context }) === '0')
  return new Set(idle.map(({ id }) => id))
}

/** `events`: those that leads have, if there are any. */
export function scoreSteps(
  bound: BoundPlan,
  names: Names,
  events: EventPlan | undefined,
  context: ConditionContext,
): Scored {
  const name = uniqueNames()
  const gates: Column[] = []
  const rules: Column[] = []
  /** What gives no lead points here. */
  const idle: string[] = []
  const groupSums: Column[] = []
  const groups: Column[] = []
  const scoreSums: Column[] = []
  const scores: Column[] = []
  const entries: Entry[] = []
  const known = bound.scores.filter(score => score.known)
  const shares = sharesOf(
    known.flatMap(score => score.groups.flatMap(group => group.rules)),
    context,
  )

  const gateOf = (when: BoundScore['when'], what: string): Sql[] => {
    if (when === undefined) return []
    const gate = name(`open_${slug(what)}`)
    gates.push({ name: gate, sql: condition(when, 'plain', context) })
    return [gate]
  }
  /** Entries for the points that a cap took away and that a floor added. */
  const noteBounds = (what: string, points: Sql, total: Sql, { max, min }: Bounded) => {
    const difference = `${points} - ${total}`
    if (max !== undefined) {
      entries.push({ text: `${what} cap`, points: `least(${difference}, 0)` })
    }
    if (min !== undefined) {
      entries.push({ text: `${what} floor`, points: `greatest(${difference}, 0)` })
    }
  }

  for (const score of known) {
    const open = gateOf(score.when, score.name)
    const column = names.scores.get(score.name) ?? ''
    const start = score.start === 0 ? [] : [whereOpen(open, String(score.start))]
    for (const points of start) entries.push({ text: `${score.name} start`, points })
    const parts: Sql[] = []
    let isNegative = score.start < 0
    const isAlone = score.groups.length === 1 && start.length === 0
    for (const group of score.groups) {
      const gate = [...open, ...gateOf(group.when, group.name ?? score.name)]
      const points: Sql[] = []
      for (const rule of group.rules) {
        // Without event input they give no points.
        if (rule.earns.kind === 'events' && events === undefined) continue
        const ruleColumn = names.rules.get(rule.id) ?? ''
        const earned = rulePoints(rule, gate, events, { bound, shares, ...context })
        if (earned === '0') {
          idle.push(nameOf(rule))
          continue
        }
        const label = rule.label === rule.id ? undefined : rule.label
        rules.push({ name: ruleColumn, sql: earned, label })
        points.push(ruleColumn)
        isNegative ||= takesAway(rule)
        entries.push({ text: nameOf(rule), points: ruleColumn })
      }
      const added = `CAST(${sum(points)} AS ${context.dialect.types.whole})`
      const groupColumn = name(`g_${slug(group.name ?? score.name)}`)
      if (gate.length === 0 && group.max === undefined && group.min === undefined) {
        // The sum of the only group is that of the score.
        if (!isAlone) groupSums.push({ name: groupColumn, sql: added })
        parts.push(isAlone ? added : groupColumn)
        continue
      }
      isNegative ||= (group.min ?? 0) < 0 || (group.max ?? 0) < 0
      const total = `${groupColumn}_sum`
      groupSums.push({ name: total, sql: added })
      groups.push({ name: groupColumn, sql: whereOpen(gate, keptWithin(total, group)) })
      noteBounds(group.name ?? '', groupColumn, total, group)
      parts.push(groupColumn)
    }
    // A floor that no sum can be below of is none.
    const bounds = { ...score, min: score.min !== undefined && score.min <= 0 && !isNegative ? undefined : score.min }
    const whole = sum([...start, ...parts])
    if (open.length === 0 && bounds.max === undefined && bounds.min === undefined) {
      scores.push({ name: column, sql: whole })
      continue
    }
    scoreSums.push({ name: `${column}_sum`, sql: whole })
    scores.push({ name: column, sql: whereOpen(open, keptWithin(`${column}_sum`, bounds)) })
    noteBounds(score.name, column, `${column}_sum`, bounds)
  }
  return {
    steps: [
      { name: 'gates', about: 'whether groups and scores are open', columns: gates },
      { name: 'shares', about: 'what points are worth by age, in billionths', columns: shares.columns },
      { name: 'rules', about: aboutRules(idle), columns: rules },
      { name: 'group_sums', about: '', columns: groupSums },
      { name: 'group_points', about: 'points of each group, within its bounds', columns: groups },
      { name: 'score_sums', about: '', columns: scoreSums },
      { name: 'scores', about: 'points of each score, within its bounds', columns: scores },
    ],
    entries,
  }
}

function aboutRules(idle: readonly string[]): string {
  if (idle.length === 0) return 'points of each rule'
  return `points of each rule (none from this table: ${idle.map(labelComment).join(', ')})`
}

interface Bounded {
  readonly max?: number | undefined
  readonly min?: number | undefined
}

function whereOpen(gates: readonly Sql[], points: Sql): Sql {
  return gates.length === 0 ? points : firstOf([{ when: gates.join(' AND '), give: points }], '0')
}

type Rule = BoundScore['groups'][number]['rules'][number]

/** Whether a rule can come to less than nothing. */
function takesAway({ earns, min, max }: Rule): boolean {
  return (min ?? 0) < 0 || (max ?? 0) < 0 || Math.min(...largestOf(earns), 0) < 0
}

/** The largest amount a rule can come to. */
export function largestPoints({ earns, max = Number.POSITIVE_INFINITY, min = 0 }: Rule): number {
  const amounts = largestOf(earns)
  return Math.max(Math.min(Math.max(...amounts, 0), max), Math.abs(Math.min(...amounts, 0)), Math.abs(min))
}

/** No lead has a score that is further from 0. */
export function largestScore({ groups, start, max = Number.POSITIVE_INFINITY, min }: BoundScore): number {
  const rules = groups.flatMap(group => group.rules)
  const points = rules.reduce((sum, rule) => sum + largestPoints(rule), Math.abs(start))
  return Math.max(Math.min(points, max), min === undefined ? points : Math.abs(min))
}

/** Above every number that a cell can hold. */
const LARGEST_NUMBER = 1e15

/** More events than any lead has. */
const MAX_EVENTS = 1e9

function largestOf(earns: Rule['earns']): number[] {
  switch (earns.kind) {
    case 'per':
      return [earns.points * (LARGEST_NUMBER / earns.every)]
    case 'events': {
      const times = earns.count !== undefined || earns.last !== undefined ? 1 : MAX_EVENTS
      return amountsOf(earns.pays).map(points => points * times)
    }
    default:
      return amountsOf(earns)
  }
}
