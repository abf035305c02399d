import type { Sql } from '../../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../../dialects/dialect/spark.ts'
import { firstOf, type Step } from '../../../../dialects/dialect/write.ts'
import { keylessOutcomes, knownStep } from '../../../../dialects/events/find.ts'
import { EVENT as NAMES } from '../../../../dialects/events/read.ts'
import type { EventPlan } from '../../../../dialects/events/rules.ts'
import { printSteps } from '../../../../dialects/print-steps.ts'
import type { Rows } from '../../table/table.ts'
import { EVENT, GROUP, HEAD } from '../worker/event-form.ts'
import { type GatheredTable, LINE, lineColumns, lineSteps } from './event-lines.ts'
import { type KeyedLeads, leadKeySteps } from './leads-by-key.ts'

/** Events with one key that Spark brings together; a lead with more is refused. */
export const MAX_EVENTS = 200_000

/** In how many parts events without a key are counted, so that no worker has all of them. */
const SPREAD = 1000

/** The columns of the relation of found events: a row for each key that events have. */
export const FOUND = {
  /** `matched`, or why these events are nobody's. */
  outcome: 'found_outcome',
  /** The key of leads that they belong to, with the place of its field. */
  rank: 'key_rank',
  key: 'lead_key',
  isOwn: 'found_own',
  events: 'found_events',
  ofSource: (index: number) => `found_events_${index + 1}`,
  shownKey: 'found_shown_key',
  lines: 'found_lines',
} as const

/** A query for the events by their keys, and for the best key that some lead has. Each table is read once. */
export function foundEvents(plan: EventPlan, tables: readonly GatheredTable[], { steps, ofLeads }: KeyedLeads): Sql {
  const width = Math.max(1, ...tables.map(({ binding }) => binding.source.keys.length))
  const keys = Array.from({ length: width }, (_, n) => NAMES.key(n + 1))
  const chains = tables.map((table, index) => lineSteps(table, index, width))
  const union = chains.map(chain => `SELECT ${lineColumns(width).join(', ')} FROM ${chain.at(-1)?.name}`)
  const same = ['event_spread', 'event_nobody', ...keys].join(', ')
  const together: Step[] = [
    {
      name: 'events_of_nobody',
      about: '',
      from: `(${union.join(' UNION ALL ')})`,
      columns: [{ name: 'event_nobody', sql: firstOf(keylessOutcomes(plan, width, SPARK)) }],
    },
    {
      name: 'events_spread',
      about: '',
      columns: [
        {
          name: 'event_spread',
          sql: `CASE WHEN event_nobody IS NULL THEN -1 ELSE monotonically_increasing_id() % ${SPREAD} END`,
        },
      ],
    },
    {
      name: 'events_numbered',
      about: '',
      columns: [{ name: 'nth', sql: `row_number() OVER (PARTITION BY ${same} ORDER BY event_spread)` }],
    },
    {
      name: 'events_together',
      about: '',
      isWhole: true,
      columns: [
        { name: 'event_nobody', sql: 'event_nobody' },
        ...keys.map(name => ({ name, sql: name })),
        { name: FOUND.events, sql: 'count(*)' },
        ...tables.map((_, index) => ({ name: FOUND.ofSource(index), sql: `count_if(${NAMES.source} = ${index})` })),
        { name: FOUND.shownKey, sql: `min(${NAMES.shownKey})` },
        {
          name: FOUND.lines,
          sql: joinedLines(`CASE WHEN nth <= ${MAX_EVENTS} AND event_nobody IS NULL THEN ${LINE} END`, EVENT),
        },
      ],
      end: `GROUP BY ${same}`,
    },
    knownStep(plan, 'events_together', width),
  ]
  const isMatched = 'event_nobody IS NULL AND key_rank IS NOT NULL'
  const answer = [
    `coalesce(event_nobody, CASE WHEN key_rank IS NULL THEN 'unmatched' ELSE 'matched' END) AS ${FOUND.outcome}`,
    FOUND.rank,
    FOUND.key,
    `${plan.events.ignore.ownDomains.length === 0 ? "'0'" : 'CAST(is_own AS STRING)'} AS ${FOUND.isOwn}`,
    FOUND.events,
    ...tables.map((_, index) => FOUND.ofSource(index)),
    FOUND.shownKey,
    `CASE WHEN ${isMatched} THEN ${FOUND.lines} END AS ${FOUND.lines}`,
  ]
  const all = [...steps, ...leadKeySteps(plan, ofLeads), ...chains.flat(), ...together]
  return `${printSteps(all, SPARK)}\nSELECT ${answer.join(', ')} FROM events_known`
}

/** Some texts of a group as one, in the order of the alphabet, so that Spark's own order decides nothing. */
export function joinedLines(text: Sql, joint: string): Sql {
  return `array_join(sort_array(collect_list(${text})), ${SPARK.text(joint)})`
}

/** Events that are no lead's, by why. */
export interface NobodysEvents {
  readonly outcomes: readonly ReadonlyMap<string, number>[]
  /** A few keys that no lead has. */
  readonly keys: readonly string[]
  /** The most events that have one key of a lead. */
  readonly most: number
}

const MAX_SHOWN_KEYS = 3

/** A query that counts what is nobody's in found events; `view`: these. */
export function countNobodys(view: Sql, sources: number): Sql {
  const perSource = Array.from({ length: sources }, (_, index) => index)
  const counted = perSource.map(
    index =>
      `SELECT '${index}', ${FOUND.outcome}, CAST(sum(${FOUND.ofSource(index)}) AS STRING) FROM ${view} GROUP BY ${FOUND.outcome}`,
  )
  const unmatched = `SELECT ${FOUND.shownKey} AS shown FROM ${view} WHERE ${FOUND.outcome} = 'unmatched' GROUP BY ${FOUND.shownKey}`
  const shown = `SELECT 'key', shown, '0' FROM (${unmatched} ORDER BY sum(${FOUND.events}) DESC, shown LIMIT ${MAX_SHOWN_KEYS})`
  const together = `SELECT sum(${FOUND.events}) AS events FROM ${view} WHERE ${FOUND.outcome} = 'matched' GROUP BY ${FOUND.rank}, ${FOUND.key}`
  const most = `SELECT 'most', '', CAST(max(events) AS STRING) FROM (${together})`
  return [...counted, shown, most].join('\nUNION ALL\n')
}

/** Keys whose events are looked at before all, and characters of each. */
const SAMPLED = { keys: 500, characters: 20_000 }

/** A query for some of the events of leads. */
export function sampleEvents(view: Sql): Sql {
  const lines = `left(${FOUND.lines}, ${SAMPLED.characters})`
  return `SELECT ${lines} FROM ${view} WHERE ${FOUND.outcome} = 'matched' LIMIT ${SAMPLED.keys}`
}

/** The same as cells of leads; an event that is cut off is left out. */
export function readSample(rows: Rows): string[] {
  return rows.map(([lines]) => {
    const text = lines ?? ''
    const whole = text.length < SAMPLED.characters ? text : text.slice(0, Math.max(0, text.lastIndexOf(EVENT)))
    return whole === '' ? '' : `${GROUP}1${HEAD}0${EVENT}${whole}`
  })
}

export function readNobodys(rows: Rows, sources: number): NobodysEvents {
  const outcomes = Array.from({ length: sources }, () => new Map<string, number>())
  for (const [kind, outcome, count] of rows)
    if (kind !== 'key' && kind !== 'most' && outcome !== 'matched')
      outcomes[Number(kind)]?.set(outcome ?? '', Number(count))
  return {
    outcomes,
    keys: rows.flatMap(([kind, key]) => (kind === 'key' ? [key ?? ''] : [])),
    most: Number(rows.find(([kind]) => kind === 'most')?.[2] ?? 0),
  }
}
