import { domainOf } from '../cells/query-mail.ts'
import type { FieldColumns } from '../cells/wanted.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, lookUp, type Step } from '../dialect/write.ts'
import type { ConditionContext } from '../query-condition.ts'
import { isLookedAt } from './bots.ts'
import { keySteps } from './keys.ts'
import { MOMENT } from './moment.ts'
import { EVENT } from './read.ts'
import { type EventPlan, ruleColumn } from './rules.ts'

/** How events find their leads: see `leads/events/events.ts` and `leads/events/lead-index.ts`. */

/** The outcome of an event record. */
export const OUTCOME = 'outcome'

export type Outcome = 'without_key' | 'ignored' | 'unmatched' | 'without_time' | 'future' | 'matched'

/** Before all days. */
const NEVER = '-10000000'

const keyOf = (rank: number): Sql => `lead_key_${rank}`
const startOf = (index: number): Sql => `lead_start_${index + 1}`

/** The columns of a lead by which its events are added up: leads that have the same in them have the same events. */
export function tieNames({ join, after }: EventPlan): Sql[] {
  return [...join.map((_, index) => keyOf(index + 1)), ...after.map((_, index) => startOf(index))]
}

export function tieColumns(
  { join, after }: EventPlan,
  columnsOf: (field: string) => FieldColumns,
  { types, list, groupKeys }: Dialect,
): Column[] {
  const keys = join.map((field, index) => {
    const { value, text, isList } = columnsOf(field)
    const items = `coalesce(${value}, CAST(${list([])} AS ${types.texts}))`
    const sql = isList ? (groupKeys?.of(items) ?? items) : firstOf([{ when: `${value} IS NOT NULL`, give: text }], "''")
    return { name: keyOf(index + 1), sql }
  })
  const starts = after.map((field, index) => ({
    name: startOf(index),
    sql: `coalesce(${columnsOf(field).value}, ${NEVER})`,
  }))
  return [...keys, ...starts]
}

/** The day from which on events count for a rule of the lead. */
export function startFor(field: string, { after }: EventPlan): Sql {
  return startOf(after.indexOf(field))
}

/** The keys of all leads, each with the leads that have it. */
export function keyOfLeadSteps(
  plan: EventPlan,
  leads: Sql,
  columnsOf: (field: string) => FieldColumns,
  dialect: Dialect,
): Step[] {
  return [...rankedKeySteps(plan, leads, columnsOf, dialect), keysOnceStep(plan, [], dialect), knownKeysStep(plan)]
}

/** The keys of all leads, field by field: `key_rank` is the place of the field, from 1. `kept`: further columns. */
function rankedKeySteps(
  plan: EventPlan,
  leads: Sql,
  columnsOf: (field: string) => FieldColumns,
  dialect: Dialect,
  kept: readonly Sql[] = [],
): Step[] {
  const { join } = plan
  const isList = (field: string) => columnsOf(field).isList
  const someLists = join.some(isList)
  const texts = join.map((field, index) => {
    const key = keyOf(index + 1)
    if (isList(field)) return { when: String(index + 1), give: dialect.groupKeys?.items(key) ?? key }
    return { when: String(index + 1), give: someLists ? dialect.list([key]) : key }
  })
  const text = lookUp('key_rank', texts)
  const steps = keySteps([{ name: 'lead_key', text: 'key_text' }], dialect)
  return [
    {
      name: 'lead_ranks',
      about: 'the keys of all leads, field by field',
      ...eachOf(
        'key_rank',
        dialect.list(join.map((_, index) => String(index + 1))),
        leads,
        [...tieNames(plan), ...kept],
        dialect,
      ),
    },
    {
      name: 'lead_texts',
      about: '',
      ...(someLists
        ? eachOf('key_text', text, 'lead_ranks', [...tieNames(plan), ...kept, 'key_rank'], dialect)
        : { columns: [{ name: 'key_text', sql: text }] }),
    },
    { name: 'lead_folded', about: '', columns: steps.texts },
    { name: 'lead_keys', about: '', columns: steps.keys },
  ]
}

/** Each key of each kind of lead once; `more`: further figures of those that share it. */
function keysOnceStep(plan: EventPlan, more: readonly Column[], dialect: Dialect): Step {
  const ties = tieNames(plan)
  const same = [...ties, 'key_rank', 'lead_key'].map(name => ({ name, sql: name }))
  const own = plan.events.ignore.ownDomains
  const isOwn = firstOf([{ when: isFrom('lead_key', own, dialect), give: '1' }], '0')
  return {
    name: 'lead_keys_once',
    about: '',
    isWhole: true,
    columns: [
      ...same,
      ...(own.length === 0
        ? []
        : [{ name: 'is_own', sql: `max(max(${isOwn})) OVER (PARTITION BY ${ties.join(', ')})` }]),
      ...more,
    ],
    end: `WHERE key_text <> ''\n  GROUP BY ${same.map(({ name }) => name).join(', ')}`,
    isKept: true,
  }
}

function knownKeysStep({ events: { ignore } }: EventPlan): Step {
  return {
    name: 'known_keys',
    about: 'of each key the best field that knows it',
    isWhole: true,
    columns: [
      { name: 'lead_key', sql: 'lead_key' },
      { name: 'key_rank', sql: 'min(key_rank)' },
      ...(ignore.ownDomains.length === 0
        ? []
        : [{ name: 'own_rank', sql: 'min(CASE WHEN is_own = 1 THEN key_rank END)' }]),
    ],
    end: 'GROUP BY lead_key',
  }
}

/** The same keys, each with the number of leads that share it: its `leads`. */
export function countedKeySteps(
  plan: EventPlan,
  leads: Sql,
  columnsOf: (field: string) => FieldColumns,
  dialect: Dialect,
): Step[] {
  const ties = tieNames(plan)
  // A lead may have a key twice.
  const tied: Step = {
    name: 'lead_ties_once',
    about: '',
    isWhole: true,
    from: leads,
    columns: [...ties.map(name => ({ name, sql: name })), { name: 'tied', sql: 'count(*)' }],
    end: `GROUP BY ${ties.join(', ')}`,
  }
  const shared = { name: 'leads', sql: 'sum(max(tied)) OVER (PARTITION BY key_rank, lead_key)' }
  return [
    tied,
    ...rankedKeySteps(plan, tied.name, columnsOf, dialect, ['tied']),
    keysOnceStep(plan, [shared], dialect),
    knownKeysStep(plan),
  ]
}

/** The best field of the leads that knows a key of an event, and that key; NULL where no lead has one. */
export function knownStep({ join, events: { ignore } }: EventPlan, events: Sql, width: number): Step {
  const keys = Array.from({ length: width }, (_, n) => ({ key: EVENT.key(n + 1), known: `known_${n + 1}` }))
  const ways = join.flatMap((_, rank) => keys.map(({ key, known }) => ({ rank: rank + 1, key, known })))
  const found = (give: (way: (typeof ways)[number]) => Sql) =>
    firstOf(ways.map(way => ({ when: `${way.known}.key_rank = ${way.rank}`, give: give(way) })))
  const isOwn = found(({ known, rank }) => firstOf([{ when: `${known}.own_rank = ${rank}`, give: '1' }], '0'))
  return {
    name: 'events_known',
    about: 'the best field of the leads that knows a key of the event',
    from: [
      `${events} AS each_event`,
      ...keys.map(({ key, known }) => `LEFT JOIN known_keys AS ${known} ON ${known}.lead_key = each_event.${key}`),
    ].join('\n    '),
    isWhole: true,
    columns: [
      { name: 'each_event.*', sql: 'each_event.*' },
      { name: 'key_rank', sql: found(({ rank }) => String(rank)) },
      { name: 'lead_key', sql: found(({ key }) => `each_event.${key}`) },
      ...(ignore.ownDomains.length === 0 ? [] : [{ name: 'is_own', sql: isOwn }]),
    ],
  }
}

/** The outcomes of events that their keys alone decide. */
export function keylessOutcomes(
  { events: { ignore } }: EventPlan,
  width: number,
  dialect: Dialect,
): { readonly when: Sql; readonly give: Sql }[] {
  const keys = Array.from({ length: width }, (_, n) => EVENT.key(n + 1))
  const own = anyOf(keys.map(key => isFrom(key, ignore.ownDomains, dialect)))
  return [
    { when: allOf(keys.map(key => `${key} = ''`)), give: dialect.text('without_key' satisfies Outcome) },
    ...(ignore.ownDomains.length > 0 ? [{ when: own, give: dialect.text('ignored' satisfies Outcome) }] : []),
  ]
}

/** Some columns of a step, with a row for each item of a list. */
function eachOf(
  name: Sql,
  list: Sql,
  from: Sql,
  kept: readonly Sql[],
  dialect: Dialect,
): Pick<Step, 'isWhole' | 'from' | 'columns'> {
  const own = kept.map(each => ({ name: each, sql: each }))
  return 'joined' in dialect.eachOf
    ? {
        isWhole: true,
        from: `${from}\n    ${dialect.eachOf.joined(list, name)}`,
        columns: [...own, { name, sql: name }],
      }
    : { isWhole: true, from, columns: [...own, { name, sql: dialect.eachOf.column(list) }] }
}

/** The key by which each event is known, and what becomes of it. */
export function findSteps(plan: EventPlan, events: Sql, width: number, { dialect, asOf }: ConditionContext): Step[] {
  const outcome = (when: Sql, give: Outcome) => ({ when, give: dialect.text(give) })
  return [
    knownStep(plan, events, width),
    {
      name: 'events_found',
      about: 'what becomes of each event',
      isKept: seenStep(plan).length > 0,
      columns: [
        {
          name: OUTCOME,
          sql: firstOf(
            [
              ...keylessOutcomes(plan, width, dialect),
              outcome('key_rank IS NULL', 'unmatched'),
              outcome(`${MOMENT.day} IS NULL`, 'without_time'),
              outcome(`${MOMENT.day} > ${asOf} OR ${EVENT.planned}`, 'future'),
              ...(plan.events.ignore.ownDomains.length > 0 ? [outcome('is_own = 1', 'ignored')] : []),
            ],
            dialect.text('matched'),
          ),
        },
      ],
    },
  ]
}

/** Whether an e-mail address is of a domain, or of one below it. */
function isFrom(key: Sql, domains: readonly string[], dialect: Dialect): Sql {
  const domain = domainOf(key, dialect)
  return anyOf(
    domains.flatMap(each => [`${domain} = ${dialect.text(each)}`, dialect.endsWith(domain, dialect.text(`.${each}`))]),
  )
}

/** Whether the input has any events for the rules that replace others. */
export function seenStep({ rules }: EventPlan): Step[] {
  const columns = rules
    .filter(({ rule }) => rule.earns.insteadOf.length > 0)
    .map(rule => ({
      name: ruleColumn(rule, 'seen'),
      sql: `coalesce(max(CASE WHEN ${ruleColumn(rule, 'meant')} THEN 1 END), 0)`,
    }))
  if (columns.length === 0) return []
  const about = 'whether there are events that stand in for other rules'
  return [
    { name: 'events_seen', about, isWhole: true, from: 'events_found', columns, end: `WHERE ${OUTCOME} = 'matched'` },
  ]
}

/** Each event with the leads that did it. */
export function matchedStep(plan: EventPlan): Step {
  const tied = tieNames(plan).map(name => ({ name, sql: `lead_keys_once.${name}` }))
  return {
    name: 'lead_events',
    about: 'the events of each lead that a rule looks at',
    isWhole: true,
    from: 'events_found JOIN lead_keys_once USING (key_rank, lead_key)',
    columns: [...tied, { name: 'events_found.*', sql: 'events_found.*' }],
    end: `WHERE ${OUTCOME} = 'matched' AND ${isLookedAt(plan)}`,
  }
}
