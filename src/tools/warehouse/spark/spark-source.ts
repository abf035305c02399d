import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { SparkField } from '../../../dialects/types/spark-types.ts'
import { sniffDelimiter } from '../../../io/csv/csv-sniff.ts'
import type { FileFormat } from '../../../ir/results/summary.ts'
import { type Spark, SparkError } from './session.ts'

/** What Spark is asked to read and write. */
export type Format = Exclude<FileFormat, 'xlsx'> | 'table'

/** What is read, as Spark finds it. */
export interface Source {
  readonly format: Format
  readonly delimiter?: string | undefined
  /** Of its rows. */
  readonly view: string
  readonly fields: readonly SparkField[]
}

const SAMPLED_LINES = 200

/** Which way Spark reads a path is told by its ending; what has no slash and no ending is the name of a table. */
const ENDINGS: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
}

export function isTable(name: string): boolean {
  return /^[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+){0,2}$/u.test(name) && formatOfEnding(name) === undefined
}

export function formatOfEnding(path: string): Format | undefined {
  const ending = /\.([a-z]+)(?:\.(?:gz|bz2|zst|snappy|lz4))?\/?$/i.exec(path)?.[1]?.toLowerCase()
  return ending === undefined || !Object.hasOwn(ENDINGS, ending) ? undefined : ENDINGS[ending]
}

/** What is to be read. */
export interface Named {
  /** A path or a table, as Spark knows it. */
  readonly name: string
  readonly format?: Format | undefined
  /** What a view of it is to be called. */
  readonly view: string
}

/** Makes a view of a path or a table. */
export async function openSource({ name, format, view }: Named, spark: Spark): Promise<Source> {
  if (format === undefined && isTable(name)) return openTable(name, view, spark)
  const found = await spark.ask('kind_of', { path: name })
  if (found === null) throw refuse('file/not-found', `Spark cannot find the file ${name}`, 'noInput')
  const inside = found.names.filter(each => !/^[._]/.test(each))
  if (inside.length === 0) throw refuse('file/empty', `${name}: it has no files`, 'data')
  const chosen = format ?? formatOfEnding(name) ?? inside.map(formatOfEnding).find(each => each !== undefined)
  if (chosen === undefined || chosen === 'table') {
    throw refuse('cli/usage', `${name}: its format is not recognised`, 'usage', 'name it: `--input-format csv`')
  }
  return openPath(name, chosen, view, spark)
}

async function openTable(name: string, view: string, spark: Spark): Promise<Source> {
  if (!(await spark.ask('table_exists', { table: name }))) {
    throw refuse('table/not-found', `Spark has no table ${name}`, 'noInput', `a path has a slash: ./${name}`)
  }
  return { format: 'table', view, ...(await spark.ask('read', { view, table: name })) }
}

async function openPath(path: string, format: Exclude<Format, 'table'>, view: string, spark: Spark): Promise<Source> {
  const delimiter = format === 'csv' ? await delimiterOf(path, spark) : '\t'
  const options = {
    csv: () => csvOptions(path, delimiter, spark),
    tsv: () => csvOptions(path, delimiter, spark),
    json: async () => ({ ...JSON_OPTIONS, multiLine: 'true' }),
    ndjson: async () => JSON_OPTIONS,
    parquet: async () => ({}),
  }
  const reading = { path, format: SPARK_FORMATS[format], options: await options[format]() }
  const { fields } = await spark.ask('read', { view, ...reading })
  if (fields.length === 0) throw refuse('file/empty', `${path}: nothing in it`, 'data')
  return { format, view, fields, ...((format === 'csv' || format === 'tsv') && { delimiter }) }
}

/** What Spark calls the formats. */
export const SPARK_FORMATS = { csv: 'csv', tsv: 'csv', json: 'json', ndjson: 'json', parquet: 'parquet' } as const

/** Numbers keep their spelling, and a line that is no record ends the run. */
const JSON_OPTIONS = { primitivesAsString: 'true', mode: 'FAILFAST' }

/** A line with an odd number of quotes opens a cell with a line break: only then must files be read in one piece. */
async function csvOptions(path: string, sep: string, spark: Spark): Promise<Record<string, string>> {
  const multiLine = String(await spark.ask('has_open_quotes', { path }))
  return { header: 'true', sep, quote: '"', escape: '"', encoding: 'UTF-8', mode: 'FAILFAST', multiLine }
}

async function delimiterOf(path: string, spark: Spark): Promise<string> {
  const lines = await spark.ask('sample', { path, lines: SAMPLED_LINES })
  return sniffDelimiter(lines.map(line => `${line}\n`).join(''), lines.length < SAMPLED_LINES).writing.delimiter
}

/** What Spark says of a file that it cannot read, in a sentence. */
export function unreadable(name: string, error: unknown): unknown {
  if (!(error instanceof SparkError)) return error
  const message = isMalformed(error)
    ? `${name}: a record is broken, or has too few or too many cells`
    : `${name}: Spark cannot read it: ${error.sentence}`
  const hint = isMalformed(error) ? '`--engine stream` sets such records apart and goes on' : undefined
  return refuse('file/unreadable', message, 'data', hint)
}

/** Whether a record is none: found while leads are read, which is while something else is done. */
export function isMalformed({ kind, message }: SparkError): boolean {
  return /MALFORMED|FAILED_READ_FILE|BadRecord/.test(`${kind} ${message}`)
}

export function refuse(code: Refusal['diagnostic']['code'], message: string, exit: Refusal['exit'], hint?: string) {
  return new Refusal(diagnose(code, message, { hint }), exit)
}
