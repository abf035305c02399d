import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../dialects/dialect/spark.ts'
import { type OnExists, refuseMissingColumns } from '../table/on-exists.ts'
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
import { workerFailure } from './worker-failure.ts'

export interface TargetRequest {
  readonly out: string
  readonly format?: Format | undefined
  readonly force: boolean
  readonly onExists?: OnExists | undefined
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

/**
 * A folder or a table: written beside its place and moved there. What exists already is replaced only with `--force` or
 * `--on-exists replace`; rows can be appended to a table.
 */
export async function prepareTarget(
  { out, format, force, onExists }: TargetRequest,
  source: Pick<Source, 'format' | 'delimiter'>,
  spark: Spark,
): Promise<Target> {
  const isBesideTable = format === undefined && source.format === 'table' && isTable(out)
  const isWanted = format === 'table' || isBesideTable
  const exists = isWanted
    ? await spark.ask('table_exists', { table: out })
    : (await spark.ask('kind_of', { path: out })) !== null
  const appends = onExists === 'append'
  if (appends && !isWanted) {
    const hint = 'name a table: `--format table -o leads_scored`, or a folder of its own for every day'
    throw refuse('cli/usage', `--on-exists append: \`${out}\` is a folder`, 'usage', hint)
  }
  const overwrite = onExists === undefined ? force : onExists === 'replace'
  if (exists && !overwrite && !appends) {
    const code = isWanted ? 'table/exists' : 'file/exists'
    const hint = `choose another path for \`-o\`, or \`--on-exists replace\`${isWanted ? ' or `append`' : ''}`
    throw refuse(code, `${out} exists`, 'cannotCreate', hint)
  }
  const unfinished = out.replace(/\/+$/, '') + UNFINISHED
  if (isWanted) {
    const [table, to] = [quoted(unfinished), quoted(out)]
    return {
      async write(sql) {
        await told(out, spark.ask('write_table', { sql, table }))
        if (!exists || !appends) return
        const [result, there] = [await columnsOf(table, spark), await columnsOf(to, spark)]
        refuseMissingColumns(out, result, there)
      },
      appear: () =>
        told(
          out,
          exists && appends
            ? spark.ask('append_table', { table, to })
            : spark.ask('move_table', { table, to, overwrite }),
        ),
    }
  }
  const writing = { path: unfinished, ...writingOf(out, format, source) }
  return {
    write: sql => told(out, spark.ask('write_path', { sql, ...writing })),
    appear: () => told(out, spark.ask('move_path', { path: unfinished, to: out, overwrite })),
  }
}

async function columnsOf(table: Sql, spark: Spark): Promise<string[]> {
  const rows = await spark.ask('query', { sql: `SHOW COLUMNS IN ${table}` })
  // Spark does not distinguish upper and lower case.
  return rows.flatMap(([name]) => name?.toLowerCase() ?? [])
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
    const failure = workerFailure(error)
    if (failure !== undefined) throw failure
    const message = `cannot write ${out}: ${error.sentence}`
    throw refuse('file/cannot-create', message, 'cannotCreate', 'nothing was left behind')
  }
}
