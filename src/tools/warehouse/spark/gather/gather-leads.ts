import { plural, thousands } from '../../../../base/counts.ts'
import type { Sql } from '../../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../../dialects/dialect/spark.ts'
import { printStageCounts } from '../../../../dialects/previous.ts'
import type { BoundEvents } from '../../../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../../../ir/plan/event-rules.ts'
import type { TableJob } from '../../table/judge-table.ts'
import type { TableColumn } from '../../table/table.ts'
import type { Spark } from '../session.ts'
import { refuse } from '../spark-source.ts'
import { createGatheredEvents } from '../worker/gathered-events.ts'
import type { GatheredCells } from '../worker/worker-job.ts'
import type { GatheredTable } from './event-lines.ts'
import { replacedBy } from './event-report.ts'
import {
  countNobodys,
  foundEvents,
  MAX_EVENTS,
  type NobodysEvents,
  readNobodys,
  readSample,
  sampleEvents,
} from './found-events.ts'
import { type FoundView, joinedLeads } from './joined-leads.ts'
import { keyedLeads, keyPlan } from './leads-by-key.ts'

/** Leads, and what others know of them. */
export interface GatheredLeads {
  readonly sql: Sql
  /** The columns behind those of the leads, in the order of their cells. */
  readonly further: readonly string[]
  /** For the workers; absent if there is nothing to be joined. */
  readonly cells: GatheredCells | undefined
  readonly events: GatheredCounts | undefined
  /** How many leads were in each stage in the run that was given. */
  readonly stagesBefore: readonly StageCount[] | undefined
}

export interface StageCount {
  readonly stage: string
  readonly leads: number
}

/** What is known of events before leads are judged. */
export interface GatheredCounts {
  readonly nobodys: NobodysEvents
  /** Rules that event rules replace by what some events of leads say. */
  readonly replaced: BoundEvents['replaced']
}

export interface Gathering {
  readonly spark: Spark
  /** Whether leads take long to read. */
  readonly isSlow: boolean
  /** What the user calls the run before; absent where the leads themselves say what they were. */
  readonly previousName: string | undefined
  /** The columns of each table of events, their texts as they stand there. */
  readonly eventColumns: readonly (readonly TableColumn[])[]
  /** The place beside the result where a relation is kept; absent: where Spark has its tables. */
  keptAt(name: string): string | undefined
}

const FOUND_VIEW = 'leadq_found_events'

/** Brings leads, their events and what they were together in Spark. */
export async function gatherLeads(job: TableJob, gathering: Gathering): Promise<GatheredLeads> {
  const { bound, source, table } = job
  if (bound.events === undefined && source.previous === undefined)
    return { sql: `SELECT * FROM ${source.source}`, further: [], ...NOTHING }
  await keepSlow(job, gathering)
  const keyed = keyedLeads(job)
  const tables = gatheredTables(job, gathering)
  const found = bound.events && { plan: keyPlan({ ...bound, events: bound.events }), view: FOUND_VIEW }
  const counts = found && (await findEvents(job, found, foundEvents(found.plan, tables, keyed), gathering))
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()))
  const { sql, before, events } = joinedLeads(job, keyed, found, name => freeName(`leadq_gathered_${name}`, taken))
  const from = table.columns.length
  const widths = tables.map(({ columns }) => columns.length)
  const cells = {
    from,
    events: events === undefined ? undefined : { at: from + before.length, widths },
    stageBefore: before.length === 0 ? undefined : from,
  }
  const stagesBefore = await countStagesBefore(job, gathering)
  return { sql, further: events === undefined ? before : [...before, events], cells, events: counts, stagesBefore }
}

const NOTHING = { cells: undefined, events: undefined, stagesBefore: undefined }

async function countStagesBefore(
  { bound, source: { previous } }: TableJob,
  { spark, previousName }: Gathering,
): Promise<readonly StageCount[] | undefined> {
  if (previous === undefined || previousName === undefined) return undefined
  const rows = await spark.ask('query', { sql: printStageCounts(bound, previous, name => name, SPARK) })
  return rows.map(([stage, leads]) => ({ stage: stage ?? '', leads: Number(leads) }))
}

/** The tables of events with their columns. */
export function gatheredTables(
  { events }: TableJob,
  { eventColumns }: Pick<Gathering, 'eventColumns'>,
): GatheredTable[] {
  return events.map((table, index) => ({ ...table, columns: eventColumns[index] ?? [] }))
}

/** Whether events find their leads by columns, and not by members of JSON inside of them. */
export function haveKeyColumns(events: BoundPlan['events'], tables: TableJob['events']): boolean {
  return (events?.sources ?? []).every(({ keys }, index) =>
    keys.every(position => position < (tables[index]?.relation.headings.length ?? 0)),
  )
}

/** Leads that take long to read are written first: their keys are read, and then they themselves. */
async function keepSlow({ table }: TableJob, { spark, isSlow, keptAt }: Gathering): Promise<void> {
  const { from: view } = table
  if (isSlow) await spark.ask('keep', { view, sql: `SELECT * FROM ${view}`, path: keptAt('read') ?? null })
}

async function findEvents(
  { bound, asOf, events: tables }: TableJob,
  { view }: FoundView,
  sql: Sql,
  { spark, eventColumns, keptAt }: Gathering,
): Promise<GatheredCounts> {
  await spark.ask('keep', { view, sql, path: keptAt('events') ?? null })
  const nobodys = readNobodys(await spark.ask('query', { sql: countNobodys(view, tables.length) }), tables.length)
  refuseTooMany(nobodys)
  const rules = eventRulesOf(bound)
  if (bound.events === undefined || rules.every(({ earns }) => earns.insteadOf.length === 0))
    return { nobodys, replaced: {} }
  const widths = eventColumns.map(columns => columns.length)
  const sampled = createGatheredEvents({ ...bound, events: bound.events }, widths, asOf)
  for (const cell of readSample(await spark.ask('query', { sql: sampleEvents(view) }))) sampled.of(cell)
  return { nobodys, replaced: replacedBy(rules, sampled.takeTally()) }
}

function refuseTooMany({ most }: NobodysEvents): void {
  if (most <= MAX_EVENTS) return
  const message = `a key of a lead has ${plural(most, 'event')}; on the workers of Spark up to ${thousands(MAX_EVENTS)} are judged`
  const hint = '`--engine spark-sql` counts them in a query; or leave the events of that key out'
  throw refuse('spark/ended', message, 'data', hint)
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name.replace(/[^a-z_]/gi, '_')
  while (taken.has(free.toLowerCase())) free += '_'
  return free
}
