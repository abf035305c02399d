import { WHOLE } from '../../ir/plan/fade.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { type Column, firstOf, type Step, uniqueNames } from '../dialect/write.ts'
import type { ConditionContext } from '../query-condition.ts'
import { shareOfAge } from '../query-fade.ts'
import { MOMENT } from './moment.ts'
import { type EventPlan, earnsOnce, type NamedRule, ruleColumn } from './rules.ts'

/** The sums of the counted events, lead by lead. */

export interface EventShares {
  readonly columns: readonly Column[]
  /** Undefined where points do not fade. */
  shareOf(rule: NamedRule): Sql | undefined
}

/** The share of an event's points at its age, in billionths: one column per fade. */
export function sharesOf({ rules }: EventPlan, { asOf, dialect }: ConditionContext): EventShares {
  const unique = uniqueNames()
  const columns = new Map<string, Column>()
  for (const rule of rules) {
    const { fade } = rule.rule
    const key = JSON.stringify(fade)
    if (fade.kind === 'none' || earnsOnce(rule) || columns.has(key)) continue
    columns.set(key, { name: unique('event_share'), sql: shareOfAge(fade, `${asOf} - ${MOMENT.day}`, dialect) })
  }
  return {
    columns: [...columns.values()],
    shareOf: rule => (earnsOnce(rule) ? undefined : columns.get(JSON.stringify(rule.rule.fade))?.name),
  }
}

/** `counting`: what an event is worth if it counts. */
export function sumColumns(
  rule: NamedRule,
  counting: Sql,
  share: Sql | undefined,
  { dialect }: ConditionContext,
): Column[] {
  if (!earnsOnce(rule)) return exactSum(rule, counting, share, sql => `sum(${sql})`, dialect)
  return [
    { name: ruleColumn(rule, 'counted'), sql: `count(${counting})` },
    {
      name: ruleColumn(rule, 'newest'),
      sql: `max(${firstOf([{ when: `${counting} IS NOT NULL`, give: MOMENT.day }])})`,
    },
  ]
}

/** Whole points, and billionths of one, so that both sums are exact. */
function exactSum(
  rule: NamedRule,
  worth: Sql,
  share: Sql | undefined,
  sum: (sql: Sql) => Sql,
  { floorDivided, types }: Dialect,
): Column[] {
  const column = (what: 'whole' | 'part', sql: Sql) => ({
    name: ruleColumn(rule, what),
    sql: `CAST(${sum(sql)} AS ${types.whole})`,
  })
  if (share === undefined) return [column('whole', worth)]
  const product = `${worth} * ${share}`
  const units = floorDivided(product, String(WHOLE))
  return [column('whole', units), column('part', `${product} - ${units} * ${WHOLE}`)]
}

/** The events as lists, for each rule that counts them one by one. */
const listOf = (rule: NamedRule, what: 'days' | 'marks' | 'points' | 'shares' | 'counting' | 'next'): Sql =>
  `${ruleColumn(rule, 'list')}_${what}`

interface Walked {
  readonly share: Sql | undefined
  readonly mark: Sql | undefined
  /** What orders them. */
  readonly place: Sql
}

export function walkedColumns(
  rule: NamedRule,
  { share, mark, place }: Walked,
  { dialect }: ConditionContext,
): Column[] {
  const open = ruleColumn(rule, 'open')
  const list = (what: Parameters<typeof listOf>[1], sql: Sql) => ({
    name: listOf(rule, what),
    sql: dialect.listed(sql, place, `${open} IS NOT NULL`),
  })
  return [
    list('days', MOMENT.day),
    ...(mark === undefined ? [] : [list('marks', mark)]),
    ...(earnsOnce(rule) ? [] : [list('points', open)]),
    ...(share === undefined ? [] : [list('shares', share)]),
  ]
}

/** The places in the lists of those that count. */
export function walkSteps(rules: readonly NamedRule[], { counting }: Dialect): Step[] {
  const about = 'which of them count, one after the other'
  const lists = rules.map(rule => {
    const { limit, distinct } = rule.rule.earns
    return {
      days: listOf(rule, 'days'),
      marks: distinct === undefined ? undefined : listOf(rule, 'marks'),
      found: listOf(rule, 'counting'),
      next: listOf(rule, 'next'),
      most: limit?.most ?? 0,
      span: limit?.days ?? 0,
    }
  })
  if ('all' in counting) {
    const columns = lists.map(({ days, marks, found, most, span }) => ({
      name: found,
      sql: counting.all(days, marks, most, span),
    }))
    return [{ name: 'event_walks', about, columns }]
  }
  return lists.flatMap(({ days, marks, found, next, most, span }, index): Step[] => [
    {
      name: `event_walk_${index + 1}`,
      about,
      columns: [
        { name: found, sql: counting.none },
        { name: next, sql: counting.first(days) },
      ],
      repeated: {
        columns: [
          { name: found, sql: counting.counted(found, next) },
          { name: next, sql: counting.next(days, marks, found, next, most, span) },
        ],
        holds: `${next} IS NOT NULL`,
      },
    },
    {
      name: `event_walks_${index + 1}`,
      about: '',
      isWhole: true,
      columns: [{ name: '*', sql: '*' }],
      end: `WHERE ${next} IS NULL`,
    },
  ])
}

export function walkedSums(rule: NamedRule, share: Sql | undefined, { dialect }: ConditionContext): Column[] {
  const { item, summed } = dialect
  const counting = listOf(rule, 'counting')
  if (earnsOnce(rule)) {
    return [
      { name: ruleColumn(rule, 'counted'), sql: summed(counting, '1') },
      { name: ruleColumn(rule, 'newest'), sql: item(listOf(rule, 'days'), item(counting, '1')) },
    ]
  }
  const at = (what: 'points' | 'shares') => item(listOf(rule, what), 'i')
  const sum = (sql: Sql) => summed(counting, sql)
  return exactSum(rule, at('points'), share === undefined ? undefined : at('shares'), sum, dialect)
}
