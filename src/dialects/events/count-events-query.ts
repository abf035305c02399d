import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { printSteps } from '../print-steps.ts'
import { namesBeside } from '../relation.ts'
import { readLeads, type Source } from '../statement.ts'
import { NAMES } from '../step-names.ts'
import { OUTCOME, type Outcome, tieNames } from './find.ts'
import { EVENT, NAMES_JOINT } from './read.ts'
import { looksForBots, ruleColumn } from './rules.ts'
import { eventSteps, TIED } from './steps.ts'

/** Counts of a table's events by outcome and by name. */
export interface EventCountRows {
  /** Source by source. */
  readonly outcomes: readonly Map<Outcome, number>[]
  /** Matched events that were bot traffic. */
  bots: number
  /** How many leads have events. */
  leads: number
  /** A few keys that no lead has. */
  readonly keys: string[]
  /** Of the matched ones; `goesBy`: the keys of those names that rules ask for, or lead there. */
  readonly names: { readonly event: string; readonly goesBy: readonly string[]; readonly count: number }[]
  /** The positions of those of `eventRulesOf` that stand in for others, and have events. */
  readonly standing: Set<number>
}

const MAX_SHOWN_KEYS = 3

/** A query for the event counts of the summary: the steps of the statement up to the counted events. */
export function printEventCountQuery(
  bound: BoundPlan & { readonly events: BoundEvents },
  source: Source,
  dialect: Dialect,
): Sql {
  const { events: relations = [], asOf, ...leads } = source
  const asked = [
    ...new Set([
      ...eventRulesOf(bound).flatMap(({ earns }) => earns.of),
      ...bound.events.sources.flatMap(({ signals }) => signals.map(({ name }) => name)),
    ]),
  ]
  const stepName = namesBeside([leads, ...relations])
  const events = eventSteps(bound, relations, { dialect, asOf, stepName, asked })
  const read = readLeads(bound, source, dialect)
  const steps = [...events.read, ...read.leads, ...events.found(read.ofLeads), ...events.matched]
  const ties = tieNames(events.plan).join(', ')
  const matched = `events_found WHERE ${OUTCOME} = 'matched'`
  const unknown = `events_found WHERE ${OUTCOME} = 'unmatched' GROUP BY ${EVENT.shownKey}`
  const tied = `(SELECT DISTINCT ${ties} FROM lead_keys_once JOIN (SELECT DISTINCT key_rank, lead_key FROM ${matched}) AS known USING (key_rank, lead_key)) AS theirs`
  const scored = bound.dedupe === undefined ? '' : ` WHERE NOT ${NAMES.isDuplicate}`
  const counted = (kind: string, from: Sql, label?: Sql, second?: Sql) =>
    row({ kind, slot: 0, label, first: 'count(*)', second }, from, dialect)
  const rows = [
    ...relations.map(
      (_, slot) =>
        `${row({ kind: 'outcome', slot, label: OUTCOME, first: 'count(*)' }, 'events_found', dialect)} WHERE ${EVENT.source} = ${slot} GROUP BY ${OUTCOME}`,
    ),
    counted('leads', `${TIED} JOIN ${tied} USING (${ties})${scored}`),
    `${counted('name', matched, EVENT.name, EVENT.goesBy)} GROUP BY ${EVENT.name}, ${EVENT.goesBy}`,
    row(
      { kind: 'key', slot: 0, label: EVENT.shownKey, first: '0' },
      `(SELECT ${EVENT.shownKey} FROM ${unknown} ORDER BY count(*) DESC, ${EVENT.shownKey} LIMIT ${MAX_SHOWN_KEYS}) AS keys`,
      dialect,
    ),
    ...(looksForBots(events.plan)
      ? [
          counted(
            'bots',
            `(SELECT is_machine, dense_rank() OVER (PARTITION BY key_rank, lead_key ORDER BY ${ties}) AS nth_lead FROM event_machines) AS made WHERE is_machine AND nth_lead = 1`,
          ),
        ]
      : []),
    ...events.plan.rules.flatMap((rule, slot) =>
      rule.rule.earns.insteadOf.length === 0
        ? []
        : [row({ kind: 'standing', slot, first: ruleColumn(rule, 'seen') }, 'events_seen', dialect)],
    ),
  ]
  return `${printSteps(steps, dialect)}\n${rows.join('\nUNION ALL\n')}`
}

interface Shown {
  readonly kind: string
  readonly slot: number
  readonly label?: Sql | undefined
  readonly first: Sql
  readonly second?: Sql | undefined
}

/** Every row has the same five columns, all of them texts. */
function row({ kind, slot, label = 'NULL', first, second = 'NULL' }: Shown, from: Sql, { types, text }: Dialect): Sql {
  const cells = [text(kind), text(String(slot)), label, first, second]
  return `SELECT ${cells.map(cell => `CAST(${cell} AS ${types.text})`).join(', ')} FROM ${from}`
}

/** Reads the rows of such a query over a number of sources. */
export function readEventCounts(rows: readonly (readonly (string | null)[])[], sources: number): EventCountRows {
  const counts: EventCountRows = {
    outcomes: Array.from({ length: sources }, () => new Map<Outcome, number>()),
    bots: 0,
    leads: 0,
    keys: [],
    names: [],
    standing: new Set(),
  }
  for (const [kind, slot, label, first, second] of rows) {
    const count = Number(first ?? 0)
    const found = OUTCOMES.find(outcome => outcome === label)
    if (kind === 'outcome' && found !== undefined) counts.outcomes[Number(slot)]?.set(found, count)
    else if (kind === 'leads') counts.leads = count
    else if (kind === 'bots') counts.bots = count
    else if (kind === 'key') counts.keys.push(label ?? '')
    else if (kind === 'standing' && count > 0) counts.standing.add(Number(slot))
    else if (kind === 'name') {
      const goesBy = (second ?? '').split(NAMES_JOINT).filter(name => name !== '')
      counts.names.push({ event: label ?? '', goesBy, count })
    }
  }
  counts.names.sort((a, b) => b.count - a.count || (a.event < b.event ? -1 : 1))
  return counts
}

const OUTCOMES: readonly Outcome[] = ['without_key', 'ignored', 'unmatched', 'without_time', 'future', 'matched']
