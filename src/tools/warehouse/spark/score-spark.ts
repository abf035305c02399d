import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../dialects/dialect/spark.ts'
import type { Rulebook } from '../../score/score-request.ts'
import { judgeByQuery, type TableJob } from '../table/judge-table.ts'
import { type ScoredTable, scoreTable, type TableRequest } from '../table/score-table.ts'
import type { LeadTable, Table, TableColumn } from '../table/table.ts'
import { isJudgedOnWorkers, judgeOnWorkers } from './judge-on-workers.ts'
import { type Spark, SparkError, type Worker } from './session.ts'
import { columnsOf } from './spark-columns.ts'
import { type Format, isTable, type Named, openSource, unreadable } from './spark-source.ts'
import { prepareTarget } from './spark-target.ts'
import { workerFailure } from './worker-failure.ts'

export interface SparkRequest extends TableRequest {
  /** What leadq wrote in the run before: a path or a table. */
  readonly previous?: string | undefined
  /** A path or a table, as Spark knows it. */
  readonly input: string
  /** The same of what the leads did. */
  readonly events: readonly string[]
  readonly inputFormat?: Format | undefined
  readonly format?: Format | undefined
  /** What judges leads on the workers; absent: Spark judges them itself, by the printed query. */
  readonly worker?: Worker | undefined
}

/** Scores a path or a table inside Spark: rows stay there, but for the samples that the plan is bound to. */
export async function scoreInSpark(
  rulebook: Rulebook,
  request: SparkRequest,
  spark: Spark,
  version: string,
): Promise<ScoredTable> {
  const form = await spark.ask('form_c', {})
  const leads = await openLeads(request, form, spark)
  const events: OpenedTable[] = []
  for (const [index, name] of request.events.entries()) {
    events.push(await openTable({ name, view: `leadq_events_${index + 1}` }, form, spark))
  }
  const { previous: name } = request
  const judge = (job: TableJob, { texts, table }: OpenedLeads) => {
    const { worker } = request
    if (worker === undefined || !isJudgedOnWorkers(job)) return judgeByQuery(job)
    return judgeOnWorkers(job, {
      spark,
      worker,
      columns: texts,
      isSlow: SLOW.has(table.format),
      eventColumns: events.map(each => each.texts),
      previousName: name,
      keptAt: name => besideTarget(name, request, table.format),
    })
  }
  const previous = name === undefined ? undefined : await openTable({ name, view: 'leadq_previous' }, form, spark)
  return named(
    [request.input, ...request.events, ...(name === undefined ? [] : [name])].join(' or '),
    scoreTable(rulebook, { leads: leads.table, events, previous }, request, version, job => judge(job, leads)),
  )
}

interface OpenedLeads {
  readonly table: LeadTable & { readonly format: Format }
  /** Its columns, with their texts as they stand there. */
  readonly texts: readonly TableColumn[]
}

async function openLeads(request: SparkRequest, form: Sql, spark: Spark): Promise<OpenedLeads> {
  const { texts, ...table } = await openTable(
    { name: request.input, format: request.inputFormat, view: 'leadq_leads' },
    form,
    spark,
  )
  const engine = { name: 'spark' as const, ...(await spark.ask('about', {})) }
  return { table: { ...table, engine, prepareTarget: () => prepareTarget(request, table, spark) }, texts }
}

/** Formats that take long to read are read once. */
const SLOW: ReadonlySet<Format> = new Set<Format>(['csv', 'tsv', 'json', 'ndjson'])

/** What has to be written first is written beside the result. */
function besideTarget(name: string, { out, format }: SparkRequest, source: Format): string | undefined {
  const isToTable = format === 'table' || (format === undefined && source === 'table' && isTable(out))
  return isToTable ? undefined : `${out.replace(/\/+$/, '')}_leadq_${name}`
}

type OpenedTable = Table & Pick<OpenedLeads, 'texts'> & { readonly format: Format }

async function openTable(source: Named, form: Sql, spark: Spark): Promise<OpenedTable> {
  const { view, format, delimiter, fields } = await named(source.name, openSource(source, spark))
  return {
    name: source.name,
    format,
    delimiter,
    dialect: SPARK,
    from: view,
    columns: columnsOf(fields, text => inFormC(text, form)),
    texts: columnsOf(fields, text => text),
    query: sql => spark.ask('query', { sql }),
  }
}

/** What Spark cannot read has a name. */
async function named<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw (error instanceof SparkError ? workerFailure(error) : undefined) ?? unreadable(name, error)
  }
}

/** Spark's own functions know no form C: `form` is one that leadq has found or brought. Few texts have combining marks. */
function inFormC(text: Sql, form: string): Sql {
  return `CASE WHEN ${text} RLIKE '[^\\\\x{0}-\\\\x{2ff}]' THEN ${form.replace('?', () => text)} ELSE ${text} END`
}
