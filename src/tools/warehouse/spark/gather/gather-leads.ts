import { plural } from '../../../../base/counts.ts'
import type { Sql } from '../../../../dialects/dialect/dialect.ts'
import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import type { TableJob } from '../../table/judge-table.ts'
import type { TableColumn } from '../../table/table.ts'
import type { Spark } from '../session.ts'
import { refuse } from '../spark-source.ts'
import type { GatheredCells } from '../worker/worker-job.ts'
import type { GatheredTable } from './event-lines.ts'
import { countNobodys, foundEvents, MAX_EVENTS, type NobodysEvents, readNobodys } from './found-events.ts'
import { type FoundView, joinedLeads } from './joined-leads.ts'
import { keyedLeads, keyPlan } from './leads-by-key.ts'

/** Leads, and what others know of them. */
export interface GatheredLeads {
  readonly sql: Sql
  /** The columns behind those of the leads, in the order of their cells. */
  readonly further: readonly string[]
  /** For the workers; absent if there is nothing to be joined. */
  readonly cells: GatheredCells | undefined
  readonly nobodys: NobodysEvents | undefined
}

export interface Gathering {
  readonly spark: Spark
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
    return { sql: `SELECT * FROM ${source.source}`, further: [], cells: undefined, nobodys: undefined }
  const keyed = keyedLeads(job)
  const tables = gatheredTables(job, gathering)
  const found = bound.events && { plan: keyPlan({ ...bound, events: bound.events }), view: FOUND_VIEW }
  const nobodys = found && (await findEvents(found, foundEvents(found.plan, tables, keyed), tables.length, gathering))
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()))
  const { sql, before, events } = joinedLeads(job, keyed, found, name => freeName(`leadq_gathered_${name}`, taken))
  const from = table.columns.length
  const widths = tables.map(({ columns }) => columns.length)
  const cells = {
    from,
    events: events === undefined ? undefined : { at: from + before.length, widths },
    stageBefore: before.length === 0 ? undefined : from,
  }
  return { sql, further: events === undefined ? before : [...before, events], cells, nobodys }
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

async function findEvents(
  { view }: FoundView,
  sql: Sql,
  sources: number,
  { spark, keptAt }: Gathering,
): Promise<NobodysEvents> {
  await spark.ask('keep', { view, sql, path: keptAt('events') ?? null })
  const nobodys = readNobodys(await spark.ask('query', { sql: countNobodys(view, sources) }), sources)
  if (nobodys.most > MAX_EVENTS) {
    const message = `one key of a lead has ${plural(nobodys.most, 'event')}; a Spark worker takes up to ${MAX_EVENTS} for each`
    const hint = '`--engine spark-sql` counts them in a query; or leave the events of that key out'
    throw refuse('spark/ended', message, 'data', hint)
  }
  return nobodys
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name.replace(/[^a-z_]/gi, '_')
  while (taken.has(free.toLowerCase())) free += '_'
  return free
}
