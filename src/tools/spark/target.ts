import { DIALECTS } from '../../dialects/dialects.ts'
import type { Spark } from './session.ts'
import { SparkError } from './session.ts'
import { type Format, formatOfEnding, isTable, refuse, type Source, SPARK_FORMATS } from './source.ts'

/** Where Spark writes to. */
export type Target = { readonly name: string; readonly holdsTextsOnly: boolean } & (
  | { readonly kind: 'table' }
  | { readonly kind: 'path'; readonly format: string; readonly options: Readonly<Record<string, string>> }
)

interface Wanted {
  readonly out: string
  readonly format?: Format | undefined
  readonly force: boolean
}

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

/** `-o`: a table if that is asked for, or beside a table; else a folder in the format that is asked for, that its ending says, or that of the input. */
export function targetOf({ out, format }: Wanted, source: Source): Target {
  const isBesideTable = format === undefined && source.format === 'table' && isTable(out)
  if (format === 'table' || isBesideTable) return { kind: 'table', name: out, holdsTextsOnly: false }
  const chosen = format ?? formatOfEnding(out) ?? (source.format === 'table' ? 'parquet' : source.format)
  const spark = chosen === 'table' ? 'parquet' : SPARK_FORMATS[chosen]
  const sep = chosen === 'tsv' ? '\t' : chosen === source.format ? (source.delimiter ?? ',') : ','
  const isCsv = spark === 'csv'
  const options = isCsv ? { ...CSV_OPTIONS, sep } : spark === 'json' ? { ignoreNullFields: 'false' } : {}
  return { kind: 'path', name: out, format: spark, options, holdsTextsOnly: isCsv }
}

/** What is there already is overwritten only with `--force`. */
export async function checkTarget({ kind, name }: Target, { force }: Wanted, spark: Spark): Promise<void> {
  if (force) return
  const exists =
    kind === 'table'
      ? await spark.ask('table_exists', { table: name })
      : (await spark.ask('kind_of', { path: name })) !== null
  if (exists)
    throw refuse('file/exists', `${name} exists`, 'cannotCreate', 'another name for `-o`, or `--force` to replace it')
}

/** Writes a query's rows beside the target and moves them there, so that it appears whole or not at all. */
export async function write(sql: string, target: Target, overwrite: boolean, spark: Spark): Promise<void> {
  const { name } = target
  const mark = '_leadq_unfinished'
  try {
    if (target.kind === 'table') {
      const quote = (table: string) => table.split('.').map(DIALECTS.spark.identifier).join('.')
      await spark.ask('write_table', { sql, table: quote(name), beside: quote(name + mark), overwrite })
    } else {
      const { format, options } = target
      const beside = `${name.replace(/\/+$/, '')}${mark}`
      await spark.ask('write_path', { sql, path: name, beside, format, options, overwrite })
    }
  } catch (error) {
    const isOurs =
      error instanceof SparkError && !/FAILED_READ_FILE|MALFORMED|BadRecord/.test(error.kind + error.message)
    if (!isOurs) throw error
    throw refuse(
      'file/cannot-create',
      `cannot write ${name}: ${error.sentence}`,
      'cannotCreate',
      'nothing was left behind',
    )
  }
}
