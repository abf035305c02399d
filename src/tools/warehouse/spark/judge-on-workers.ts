import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../dialects/dialect/spark.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../ir/plan/columns.ts'
import { addCounts, startCounts } from '../../../ir/results/counts.ts'
import type { JudgedTable, TableJob } from '../table/judge-table.ts'
import type { TableColumn } from '../table/table.ts'
import type { Spark, Worker } from './session.ts'
import { ESCAPES } from './worker/escapes.ts'
import { unpackCounts } from './worker/packed-counts.ts'
import { BETWEEN, LAST, type WorkerJob } from './worker/worker-job.ts'

/** How leads are brought to workers. */
export interface OnWorkers {
  readonly spark: Spark
  /** node and leadq, as they travel. */
  readonly worker: Worker
  /** The columns of the leads, their texts as they stand there. */
  readonly columns: readonly TableColumn[]
  /** Whether leads take long to read. */
  readonly isSlow: boolean
  /** Where they are written first, if need be; absent: where Spark has its tables. */
  readonly beside: string | undefined
}

/** Whether a plan looks at nothing but the lead itself, so that any worker can judge it. */
export function isJudgedAlone({ bound, source }: Pick<TableJob, 'bound' | 'source'>): boolean {
  const { dedupe, account, events } = bound
  return dedupe === undefined && account === undefined && events === undefined && source.previous === undefined
}

const VIEW = 'leadq_judged'

/** Has the leads judged by the same engine as files, on the workers that have them. */
export async function judgeOnWorkers(
  job: TableJob,
  { spark, worker, columns, isSlow, beside }: OnWorkers,
): Promise<JudgedTable> {
  const { plan, bound, source, columns: wanted, prefix, asOf, table, dryRun } = job
  const target = await table.prepareTarget(job.called)
  const isRead = columnsRead(bound, columns.length)
  const textsIn = (row: Sql) =>
    columns.map(({ name, type: { spelled } }, position) =>
      isRead.has(position) ? `coalesce(${spelled(row + SPARK.identifier(name))}, '')` : "''",
    )
  const told: WorkerJob = { plan, bound, asOf, columns: wanted, width: columns.length }
  await spark.ask('judge', {
    view: VIEW,
    sql: `SELECT * FROM ${source.source}`,
    cells: textsIn('').map((text, position) => cellIn(text, columns[position])),
    own_seal: sealOf(textsIn('')),
    seal: sealOf(textsIn('_1.')),
    verdicts: wanted.map((column, index) => [verdictIn(index + 1, column), SPARK.identifier(prefix + column.name)]),
    counts: `CASE WHEN endswith(_2, ${SPARK.text(BETWEEN + LAST)}) THEN ${cellAt(wanted.length + 1)} END`,
    worker,
    job: JSON.stringify(told),
    isSlow,
    beside: beside ?? null,
  })
  const sql = `SELECT * FROM ${VIEW}`
  await (dryRun ? spark.ask('run', { sql }) : target.write(sql))
  const verdictCounts = startCounts(plan)
  for (const counts of await spark.ask('counted', {})) addCounts(verdictCounts, unpackCounts(counts).verdicts)
  return { verdictCounts, duplicates: 0, seen: undefined, appear: () => target.appear() }
}

/** The positions that travel: those of fields, or all where leads are shared out by their whole record. */
function columnsRead({ fields, owners }: BoundPlan, width: number): ReadonlySet<number> {
  const needsRecord = owners.some(row => 'to' in row && row.to.length > 1)
  return new Set(needsRecord ? Array.from({ length: width }, (_, at) => at) : fields.flatMap(field => field.columns))
}

const QUOTED = ['"', '\t', '\n', '\r'].map(SPARK.text)

/** A cell as `worker/records-of-spark.ts` reads it. */
function cellIn(text: Sql, column: TableColumn | undefined): Sql {
  const kind = column?.type.kind
  if (text === "''" || kind === 'number' || kind === 'date' || kind === 'boolean') return text
  const needsQuotes = QUOTED.map(sign => `contains(${text}, ${sign})`).join(' OR ')
  return `CASE WHEN ${needsQuotes} THEN concat('"', replace(${text}, '"', '""'), '"') ELSE ${text} END`
}

/** What a row is known by: a hash of the cells that are read. */
function sealOf(texts: readonly Sql[]): Sql {
  return `CAST(xxhash64(${["''", ...texts.filter(text => text !== "''")].join(', ')}) AS STRING)`
}

const cellAt = (index: number): Sql => `get(split(_2, ${SPARK.text(BETWEEN)}, -1), ${index})`

function unescaped(cell: Sql): Sql {
  const plain = ESCAPES.reduce(
    (sql, each) => `replace(${sql}, ${SPARK.text(each.escaped)}, ${SPARK.text(each.plain)})`,
    cell,
  )
  return `CASE WHEN contains(${cell}, ${SPARK.text('\u001a')}) THEN ${plain} ELSE ${cell} END`
}

const WHOLE: ReadonlySet<Column['kind']> = new Set(['total', 'score', 'chance', 'completeness'])

/** A column of the verdict, with the type that it has in a query. */
function verdictIn(index: number, { kind }: Column): Sql {
  const cell = cellAt(index)
  return WHOLE.has(kind) ? `CAST(nullif(${cell}, '') AS ${SPARK.types.whole})` : `nullif(${unescaped(cell)}, '')`
}
