import { SPARK } from '../../../dialects/dialect/spark.ts'
import type { BoundEvents } from '../../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../ir/plan/columns.ts'
import { eventRulesOf } from '../../../ir/plan/event-rules.ts'
import { addCounts, startCounts } from '../../../ir/results/counts.ts'
import { aboutOtherStages } from '../../../leads/memory/other-stages.ts'
import type { JudgedTable, PreviousReport, TableJob } from '../table/judge-table.ts'
import type { TableColumn, Target } from '../table/table.ts'
import { eventReport, replacedBy } from './gather/event-report.ts'
import { type GatheredLeads, gatheredTables, gatherLeads, haveKeyColumns } from './gather/gather-leads.ts'
import type { Spark, TextOfCell, Worker } from './session.ts'
import { addTally, emptyTally } from './worker/event-tally.ts'
import { unpackCounts, type WorkerCounts } from './worker/packed-counts.ts'
import type { WorkerJob } from './worker/worker-job.ts'

/** How leads are brought to workers. */
export interface OnWorkers {
  readonly spark: Spark
  /** node and leadq, as they travel. */
  readonly worker: Worker
  /** The columns of the leads, their texts as they stand there. */
  readonly columns: readonly TableColumn[]
  /** Whether leads take long to read. */
  readonly isSlow: boolean
  /** The columns of each table of events, their texts as they stand there. */
  readonly eventColumns: readonly (readonly TableColumn[])[]
  /** What the user calls the run before; absent where the leads themselves say what they were. */
  readonly previousName: string | undefined
  /** The place beside the result where something is written first, if need be; absent: where Spark has its tables. */
  keptAt(name: string): string | undefined
}

/** Whether any worker can judge the leads of a plan: no lead has to be compared with all others. */
export function isJudgedOnWorkers({ bound, events }: Pick<TableJob, 'bound' | 'events'>): boolean {
  return bound.dedupe === undefined && bound.account === undefined && haveKeyColumns(bound.events, events)
}

const VIEW = 'leadq_judged'

/** Has the leads judged by the same engine as files, on the workers that have them. */
export async function judgeOnWorkers(job: TableJob, on: OnWorkers): Promise<JudgedTable> {
  const { spark } = on
  const target = await job.table.prepareTarget(job.called)
  await spark.ask('plan_long_queries', { isLong: false })
  try {
    const gathered = await gatherLeads(job, on)
    const { events } = gathered
    const judge = (replaced: BoundEvents['replaced'] = {}) =>
      judgeOnce(withReplaced(job, replaced), on, gathered, target)
    let counts = await judge(events?.replaced)
    if (events !== undefined && counts.events !== undefined) {
      // Which counters events stand in for is known for certain when all of them were read.
      const replaced = replacedBy(eventRulesOf(job.bound), counts.events)
      if (JSON.stringify(replaced) !== JSON.stringify(events.replaced)) counts = await judge(replaced)
    }
    const tables = gatheredTables(job, on)
    return {
      verdictCounts: counts.verdicts,
      duplicates: 0,
      seen: events && eventReport(job.plan, tables, events.nobodys, counts.events ?? emptyTally()),
      previous: previousReport(job, on, gathered.stagesBefore, counts),
      appear: () => target.appear(),
    }
  } finally {
    await spark.ask('drop_kept', {})
    await spark.ask('plan_long_queries', { isLong: true })
  }
}

/** What the workers have counted of the leads that the run before knew. */
function previousReport(
  { plan }: TableJob,
  { previousName }: OnWorkers,
  stages: GatheredLeads['stagesBefore'],
  { verdicts, found = 0 }: WorkerCounts,
): PreviousReport | undefined {
  if (previousName === undefined || stages === undefined) return undefined
  const leads = stages.reduce((sum, each) => sum + each.leads, 0)
  return {
    summary: { name: previousName, leads, found, new: verdicts.leads - found },
    diagnostics: aboutOtherStages(previousName, stages, plan),
  }
}

function withReplaced(job: TableJob, replaced: BoundEvents['replaced']): TableJob {
  const { events } = job.bound
  return events === undefined ? job : { ...job, bound: { ...job.bound, events: { ...events, replaced } } }
}

/** Has gathered leads judged and written, and gives what the workers have counted. */
async function judgeOnce(
  { plan, bound, source, columns: wanted, prefix, asOf, dryRun }: TableJob,
  { spark, worker, columns }: OnWorkers,
  { sql, further, cells }: GatheredLeads,
  target: Target,
): Promise<WorkerCounts> {
  const isRead = columnsRead(bound, columns.length)
  const own = columns.map((column, position) => {
    return isRead.has(position) && source.headings[position] !== undefined ? textOf(column) : null
  })
  const told: WorkerJob = { plan, bound, asOf, columns: wanted, width: own.length + further.length, gathered: cells }
  await spark.ask('judge', {
    view: VIEW,
    sql,
    hidden: further,
    cells: [...own, ...further.map(column => ({ column }))],
    verdicts: wanted.map(column => [SPARK.identifier(prefix + column.name), typeOf(column)]),
    worker,
    job: JSON.stringify(told),
  })
  const answer = `SELECT * FROM ${VIEW}`
  await (dryRun ? spark.ask('run', { sql: answer }) : target.write(answer))
  const verdicts = startCounts(plan)
  const events = bound.events && emptyTally()
  let found = 0
  for await (const counts of countsOf(spark)) {
    addCounts(verdicts, counts.verdicts)
    if (events !== undefined && counts.events !== undefined) addTally(events, counts.events)
    found += counts.found ?? 0
  }
  return { verdicts, events, found }
}

/** What was counted of each partition. */
async function* countsOf(spark: Spark): AsyncGenerator<WorkerCounts> {
  for (let skip = 0; ; ) {
    const texts = await spark.ask('counted', { skip })
    if (texts.length === 0) return
    yield* texts.map(unpackCounts)
    skip += texts.length
  }
}

/** The positions that travel: those of fields, or all where leads are shared out by their whole record. */
function columnsRead({ fields, owners }: BoundPlan, width: number): ReadonlySet<number> {
  const needsRecord = owners.some(row => 'to' in row && row.to.length > 1)
  return new Set(needsRecord ? Array.from({ length: width }, (_, at) => at) : fields.flatMap(field => field.columns))
}

/** A text goes as it is, a value of another type in the spelling of the query. */
function textOf({ name, type }: TableColumn): TextOfCell {
  const column = SPARK.identifier(name)
  const sql = type.spelled(column)
  return sql === column ? { column: name } : { sql: `coalesce(${sql}, '')` }
}

const WHOLE: ReadonlySet<Column['kind']> = new Set(['total', 'score', 'chance', 'completeness'])

/** The type that a column has in a query. */
function typeOf({ kind }: Column): string {
  return WHOLE.has(kind) ? SPARK.types.whole : SPARK.types.text
}
