import type { Diagnostic } from '../../../base/diagnostic.ts'
import { printCountQuery } from '../../../dialects/count-query.ts'
import { printEventCountQuery, readEventCounts } from '../../../dialects/events/count-events-query.ts'
import { printQuery } from '../../../dialects/query.ts'
import type { Source } from '../../../dialects/statement.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../ir/plan/columns.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { VerdictCounts } from '../../../ir/results/counts.ts'
import type { PreviousSummary } from '../../../ir/results/summary.ts'
import type { EventsReport } from '../../score/score-summary.ts'
import type { BoundEventTable } from './bind-event-table.ts'
import { eventsSummaryOf } from './count-events.ts'
import type { LeadTable } from './table.ts'

/** Leads in a table whose columns are bound: all that is needed to judge them. */
export interface TableJob {
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly table: LeadTable
  readonly source: Source
  readonly events: readonly BoundEventTable[]
  readonly columns: readonly Column[]
  readonly prefix: string
  /** Day number. */
  readonly asOf: number
  /** The rulebook, on one line. */
  readonly called: string
  /** At the top of a query. */
  readonly comment: readonly string[]
  readonly dryRun: boolean
}

/** Leads that were judged, and written unless it is a dry run. */
export interface JudgedTable {
  readonly verdictCounts: VerdictCounts
  readonly duplicates: number
  /** What became of the events; absent where no table of them was given. */
  readonly seen: EventsReport | undefined
  /** How the leads were found again in the run before; absent where no run was given, or a query judged. */
  readonly previous?: PreviousReport | undefined
  /** Puts the result in its place. */
  appear(): Promise<void>
}

/** The report on the run before. */
export interface PreviousReport {
  readonly summary: PreviousSummary
  readonly diagnostics: readonly Diagnostic[]
}

/** What the dialect refuses. */
export interface Unsupported {
  readonly unsupported: readonly Diagnostic[]
}

export type JudgeTable = (job: TableJob) => Promise<JudgedTable | Unsupported>

/** By the printed query, inside the engine that the table lies in. */
export async function judgeByQuery(job: TableJob): Promise<JudgedTable | Unsupported> {
  const { plan, bound, table, source, columns, prefix, comment, dryRun } = job
  const printed = printQuery(bound, { ...source, columns, prefix, comment }, table.dialect)
  if (printed.statement === undefined) return { unsupported: printed.diagnostics }
  const target = await table.prepareTarget(job.called)
  if (!dryRun) await target.write(printed.statement)
  const countQuery = printCountQuery(plan, bound, source, table.dialect)
  const { verdictCounts, duplicates } = countQuery.read(await table.query(countQuery.sql))
  const seen = await eventsSeen(job)
  return { verdictCounts, duplicates, seen, appear: () => target.appear() }
}

async function eventsSeen({ plan, bound, table, events: tables, source }: TableJob): Promise<EventsReport | undefined> {
  const { events, ...rest } = bound
  if (events === undefined) return undefined
  const rows = await table.query(printEventCountQuery({ ...rest, events }, source, table.dialect))
  return eventsSummaryOf(plan, tables, readEventCounts(rows, tables.length))
}
