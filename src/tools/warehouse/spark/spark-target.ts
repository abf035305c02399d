import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../dialects/dialect/spark.ts'
import type { Target } from '../table/table.ts'
import { type Spark, SparkError } from './session.ts'
import {
  type Format,
  formatOfEnding,
  isMalformed,
  isTable,
  refuse,
  type Source,
  SPARK_FORMATS,
} from './spark-source.ts'

export interface TargetRequest {
  readonly out: string
  readonly format?: Format | undefined
  readonly force: boolean
}

/** Ends the name of what is not whole yet. */
const UNFINISHED = '_leadq_unfinished'

/** Cells keep their spaces, and nothing is an empty cell. */
const CSV_OPTIONS = {
  header: 'true',
  quote: '"',
  escape: '"',
  ignoreLeadingWhiteSpace: 'false',
  ignoreTrailingWhiteSpace: 'false',
  emptyValue: '',
  nullValue: '',
}

/** A folder or a table: written beside its place and moved there. What is there already is replaced only with `--force`. */
export async function prepareTarget(
  { out, format, force }: TargetRequest,
  source: Pick<Source, 'format' | 'delimiter'>,
  spark: Spark,
): Promise<Target> {
  const isBesideTable = format === undefined && source.format === 'table' && isTable(out)
  const isWanted = format === 'table' || isBesideTable
  const exists = isWanted
    ? await spark.ask('table_exists', { table: out })
    : (await spark.ask('kind_of', { path: out })) !== null
  if (exists && !force) {
    const code = isWanted ? 'table/exists' : 'file/exists'
    throw refuse(code, `${out} exists`, 'cannotCreate', 'choose another path for `-o`, or `--force` to replace it')
  }
  const unfinished = out.replace(/\/+$/, '') + UNFINISHED
  if (isWanted) {
    const [table, to] = [quoted(unfinished), quoted(out)]
    return {
      write: sql => told(out, spark.ask('write_table', { sql, table })),
      appear: () => told(out, spark.ask('move_table', { table, to, overwrite: force })),
    }
  }
  const writing = { path: unfinished, ...writingOf(out, format, source) }
  return {
    write: sql => told(out, spark.ask('write_path', { sql, ...writing })),
    appear: () => told(out, spark.ask('move_path', { path: unfinished, to: out, overwrite: force })),
  }
}

function quoted(table: string): Sql {
  return table.split('.').map(SPARK.identifier).join('.')
}

/** The format that is asked for, that the ending says, or that of the input. */
function writingOf(out: string, wanted: Format | undefined, source: Pick<Source, 'format' | 'delimiter'>) {
  const format = wanted ?? formatOfEnding(out) ?? source.format
  const spark = format === 'table' ? 'parquet' : SPARK_FORMATS[format]
  if (spark === 'parquet') return { format: spark, options: {} }
  if (spark === 'json') return { format: spark, options: { ignoreNullFields: 'false' } }
  const sep = format === 'tsv' ? '\t' : format === source.format ? (source.delimiter ?? ',') : ','
  return { format: spark, options: { ...CSV_OPTIONS, sep } }
}

/** What Spark could not write, in a sentence; what it could not read on the way is no matter of the target. */
async function told(out: string, written: Promise<null>): Promise<void> {
  try {
    await written
  } catch (error) {
    if (!(error instanceof SparkError) || isMalformed(error)) throw error
    const message = `cannot write ${out}: ${error.sentence}`
    throw refuse('file/cannot-create', message, 'cannotCreate', 'nothing was left behind')
  }
}
