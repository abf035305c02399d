import type { Sql } from '../../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../../dialects/dialect/spark.ts'
import type { Step } from '../../../../dialects/dialect/write.ts'
import { tieNames } from '../../../../dialects/events/find.ts'
import type { EventPlan } from '../../../../dialects/events/rules.ts'
import { TIED } from '../../../../dialects/events/steps.ts'
import { type PreviousRelation, previousSteps } from '../../../../dialects/previous.ts'
import { printSteps } from '../../../../dialects/print-steps.ts'
import { namesBeside } from '../../../../dialects/relation.ts'
import { NAMES } from '../../../../dialects/step-names.ts'
import { recalledBy } from '../../../../leads/memory/previous.ts'
import type { TableJob } from '../../table/judge-table.ts'
import { EVENT, GROUP, HEAD } from '../worker/event-form.ts'
import { FOUND, joinedLines } from './found-events.ts'
import { type KeyedLeads, leadKeySteps } from './leads-by-key.ts'

/** Found events that stand in a view. */
export interface FoundView {
  readonly plan: EventPlan
  readonly view: Sql
}

/** Leads with more columns, each a text or NULL, in this order. */
export interface JoinedLeads {
  readonly sql: Sql
  /** What the leads were in the run before, in the order of the fields that are recalled. */
  readonly before: readonly string[]
  /** What they did. */
  readonly events: string | undefined
}

/** A query for the leads as they stand, and what others know of them. `nameOf`: a name that no column of theirs has. */
export function joinedLeads(
  { plan, bound, source: { previous } }: Pick<TableJob, 'plan' | 'bound' | 'source'>,
  { steps, ofLeads }: KeyedLeads,
  found: FoundView | undefined,
  nameOf: (name: string) => string,
): JoinedLeads {
  const stepName = namesBeside([])
  const were = previous && previousSteps(bound, previous, { ...ofLeads, stepName }, SPARK)
  const before =
    were === undefined ? [] : recalledBy(plan).fields.map(field => ({ field, name: nameOf(`before_${field}`) }))
  const recalled = before.map(({ field, name }) => {
    const columns = were?.columnsOf(field)
    return `${columns === undefined ? "''" : cellOf(columns, typeOf(field, previous))} AS ${SPARK.identifier(name)}`
  })
  const events = found === undefined ? undefined : nameOf('events')
  const leads = { ...ofLeads, step: were?.steps.at(-1)?.name ?? ofLeads.step }
  const ties = found === undefined ? [] : tieNames(found.plan)
  const gathered: Step[] = found === undefined ? [] : [...leadKeySteps(found.plan, leads), eventsStep(found)]
  const all = [...steps, ...(were?.steps ?? []), ...gathered]
  const own = [SPARK.columnsOf(NAMES.lead, []), ...recalled]
  const sql =
    events === undefined
      ? `SELECT ${own.join(', ')} FROM ${leads.step}`
      : `SELECT ${[...own, `${LINES} AS ${SPARK.identifier(events)}`].join(', ')} FROM ${TIED} LEFT JOIN lead_events USING (${ties.join(', ')})`
  return { sql: `${printSteps(all, SPARK)}\n${sql}`, before: before.map(({ name }) => name), events }
}

const LINES = 'lines_of_lead'

/** The events of leads that have the same keys, as one cell: see `worker/event-form.ts`. */
function eventsStep({ plan, view }: FoundView): Step {
  const ties = tieNames(plan)
  const parts = [
    SPARK.text(GROUP),
    'CAST(leads AS STRING)',
    SPARK.text(HEAD),
    FOUND.isOwn,
    SPARK.text(EVENT),
    FOUND.lines,
  ]
  return {
    name: 'lead_events',
    about: '',
    isWhole: true,
    from: `${view} JOIN lead_keys_once USING (${FOUND.rank}, ${FOUND.key})`,
    columns: [
      ...ties.map(name => ({ name, sql: name })),
      { name: LINES, sql: joinedLines(`concat(${parts.join(', ')})`, '') },
    ],
    end: `WHERE ${FOUND.outcome} = 'matched' GROUP BY ${ties.join(', ')}`,
  }
}

function typeOf(field: string, previous: PreviousRelation | undefined): string | undefined {
  return previous?.fields.find(({ name }) => name === field)?.type
}

/** What a lead was as a cell, as `leads/memory/memory.ts` prints it. */
function cellOf({ value, text }: { readonly value: Sql; readonly text: Sql }, type: string | undefined): Sql {
  if (type === 'number') return `CAST(CAST(floor(${value} + 0.5D) AS BIGINT) AS STRING)`
  return type === 'date' ? SPARK.printedDay(value) : text
}
