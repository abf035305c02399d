import type { Sql } from '../dialect/dialect.ts'
import { allOf, firstOf, type Step } from '../dialect/write.ts'
import type { ConditionContext } from '../query-condition.ts'
import { startFor } from './find.ts'
import { MOMENT } from './moment.ts'
import { EVENT } from './read.ts'
import { type EventPlan, isOrdered, isWalked, type NamedRule, ruleColumn } from './rules.ts'
import { sharesOf, sumColumns, walkedColumns, walkedSums, walkSteps } from './sums.ts'

/** Which events of a lead count, newest first, and what they come to: see `engine/events/event-rule.ts`. */

const NTH = 'nth_event'

/** `ties`: the columns that tell leads apart; `hasPlaces`: whether the order of the records is known. */
export function countSteps(
  plan: EventPlan,
  ties: readonly Sql[],
  hasPlaces: boolean,
  context: ConditionContext,
): Step[] {
  const { rules } = plan
  const { asOf, dialect } = context
  const lead = ties.join(', ')
  const shares = sharesOf(plan, context)
  const ranked = (by: Sql, more: readonly Sql[] = []) =>
    `row_number() OVER (PARTITION BY ${[lead, ...more, `${by} IS NULL`].join(', ')} ORDER BY ${NTH})`
  const sums = (rule: NamedRule, share: Sql | undefined) =>
    isWalked(rule)
      ? walkedColumns(rule, { share, mark: markOf(plan, rule), place: NTH }, context)
      : sumColumns(rule, candidate(rule), share, context)
  return [
    {
      name: 'event_order',
      about: 'newest first',
      columns: rules.some(isOrdered)
        ? [{ name: NTH, sql: `row_number() OVER (PARTITION BY ${lead} ORDER BY ${order(plan, hasPlaces)})` }]
        : [],
    },
    {
      name: 'event_candidates',
      about: 'of the right age',
      columns: [
        ...shares.columns,
        ...rules.map(rule => ({ name: ruleColumn(rule, 'open'), sql: whereOpen(plan, rule, asOf) })),
      ],
    },
    {
      name: 'event_values',
      about: 'of each value the newest',
      columns: rules
        .filter(rule => rule.rule.earns.distinct !== undefined && !isWalked(rule))
        .map(rule => {
          const isFirst = `${ranked(ruleColumn(rule, 'open'), [markOf(plan, rule) ?? ''])} = 1`
          return { name: ruleColumn(rule, 'first'), sql: firstOf([{ when: isFirst, give: ruleColumn(rule, 'open') }]) }
        }),
    },
    {
      name: 'event_limits',
      about: 'only so many',
      columns: rules
        .filter(rule => rule.rule.earns.limit !== undefined && !isWalked(rule))
        .map(rule => {
          const isWithin = `${ranked(distinctOrOpen(rule))} <= ${rule.rule.earns.limit?.most ?? 0}`
          return { name: ruleColumn(rule, 'counting'), sql: firstOf([{ when: isWithin, give: distinctOrOpen(rule) }]) }
        }),
    },
    {
      name: 'event_sums',
      about: 'lead by lead',
      isWhole: true,
      columns: [...ties.map(name => ({ name, sql: name })), ...rules.flatMap(rule => sums(rule, shares.shareOf(rule)))],
      end: `GROUP BY ${lead}`,
    },
    ...walkSteps(rules.filter(isWalked), dialect),
    {
      name: 'event_walked',
      about: '',
      columns: rules.filter(isWalked).flatMap(rule => walkedSums(rule, shares.shareOf(rule), context)),
    },
  ]
}

function markOf({ marks }: EventPlan, { rule }: NamedRule): Sql | undefined {
  return rule.earns.distinct === undefined ? undefined : marks.get(rule.earns.distinct)
}

function distinctOrOpen(rule: NamedRule): Sql {
  return ruleColumn(rule, rule.rule.earns.distinct === undefined ? 'open' : 'first')
}

/** What a counted event is worth. */
function candidate(rule: NamedRule): Sql {
  return rule.rule.earns.limit === undefined ? distinctOrOpen(rule) : ruleColumn(rule, 'counting')
}

/** Of the same moment the later record comes first; where records have no order, what is worth more. */
function order({ rules, marks }: EventPlan, hasPlaces: boolean): Sql {
  const among = hasPlaces
    ? [EVENT.source, EVENT.place]
    : [...rules.map(rule => `coalesce(${ruleColumn(rule, 'worth')}, 0)`), ...marks.values()]
  return [MOMENT.day, MOMENT.at, ...among].map(each => `${each} DESC`).join(', ')
}

function whereOpen(plan: EventPlan, rule: NamedRule, asOf: Sql): Sql {
  const { within, earns } = rule.rule
  const conditions = [
    ...(within === undefined ? [] : [`${asOf} - ${MOMENT.day} <= ${within}`]),
    ...(earns.after === undefined ? [] : [`${MOMENT.day} >= ${startFor(earns.after, plan)}`]),
    ...(earns.distinct === undefined ? [] : [`${plan.marks.get(earns.distinct)} IS NOT NULL`]),
  ]
  return conditions.length === 0
    ? ruleColumn(rule, 'worth')
    : firstOf([{ when: allOf(conditions), give: ruleColumn(rule, 'worth') }])
}
