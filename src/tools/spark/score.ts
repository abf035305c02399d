import type { Sql } from '../../dialects/dialect.ts'
import { SPARK } from '../../dialects/spark.ts'
import type { Rulebook } from '../score.ts'
import { type ScoredTable, scoreTable, type TableRequest } from '../table/score-table.ts'
import type { LeadTable } from '../table/table.ts'
import { columnsOf } from './columns.ts'
import type { Spark } from './session.ts'
import { type Format, openSource, unreadable } from './source.ts'
import { prepareTarget } from './target.ts'

export interface SparkRequest extends TableRequest {
  /** A path or a table, as Spark knows it. */
  readonly input: string
  readonly inputFormat?: Format | undefined
  readonly format?: Format | undefined
}

/** Scores a path or a table inside Spark: rows stay there, but for the sample that the plan is bound to. */
export async function scoreInSpark(
  rulebook: Rulebook,
  request: SparkRequest,
  spark: Spark,
  version: string,
): Promise<ScoredTable> {
  try {
    return await scoreTable(rulebook, { leads: await openTable(request, spark), events: [] }, request, version)
  } catch (error) {
    throw unreadable(request.input, error)
  }
}

async function openTable(request: SparkRequest, spark: Spark): Promise<LeadTable> {
  const { input } = request
  const { view, format, delimiter, fields } = await openSource(input, request.inputFormat, spark)
  const form = await spark.ask('form_c', {})
  return {
    name: input,
    format,
    delimiter,
    engine: { name: 'spark', ...(await spark.ask('about', {})) },
    dialect: SPARK,
    from: view,
    columns: columnsOf(fields, text => inFormC(text, form)),
    query: sql => spark.ask('query', { sql }),
    prepareTarget: () => prepareTarget(request, { format, delimiter }, spark),
  }
}

/** Spark's own functions know no form C: `form` is one that leadq has found or brought. Few texts have combining marks. */
function inFormC(text: Sql, form: string): Sql {
  return `CASE WHEN ${text} RLIKE '[^\\\\x{0}-\\\\x{2ff}]' THEN ${form.replace('?', () => text)} ELSE ${text} END`
}
