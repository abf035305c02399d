import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { printCountQuery } from '../../../dialects/count-query.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { VerdictCounts } from '../../../ir/results/counts.ts'
import type { Opened } from '../../../leads/open.ts'
import type { Outputs } from '../../../outputs/outputs.ts'
import { createRenderer } from '../../../outputs/render.ts'
import type { InputContext, InputJob, Outcome } from '../../score/input-job.ts'
import { delimitedRows } from './delimited.ts'
import { type Duckdb, HandOver } from './duckdb-engine.ts'
import { endsOf, jsonRecords } from './duckdb-json.ts'
import { duplicateKeysIn } from './duckdb-keys.ts'
import { queryOf } from './duckdb-query.ts'
import { sourceOf } from './duckdb-source.ts'
import { writeLeads } from './duckdb-write.ts'
import { formulasIn } from './formulas.ts'
import { linesAt } from './line-numbers.ts'
import { isOpenedParquet, parquetRows, stageParquet } from './parquet.ts'
import { invalidPlaces } from './places.ts'
import { stageInput } from './stage.ts'

/** One input, judged and written by the printed query. What was counted is handed to `count`. */
export async function judgeByDuckdb(
  { opened, outputs }: InputJob,
  context: InputContext,
  duckdb: Duckdb,
  count: (counted: VerdictCounts) => void,
): Promise<Outcome> {
  const { path, name, input, kept, binding } = opened
  const { bound } = binding
  const { request, columns, host, plan, targets } = context
  await opened.batches[Symbol.asyncIterator]().return?.()
  refuseForm(opened, outputs, context)
  const again = { path, opened, reading: request, host }
  const { format } = outputs
  const ends = isJson(input.format) && isJson(format) ? endsOf(format) : undefined
  const staged = isOpenedParquet(opened)
    ? await stageParquet(opened, duckdb)
    : await stageInput(again, duckdb, { lines: bound.dedupe !== undefined, ends })
  if (staged.records === 0) throw new HandOver('there are no leads')
  const source = sourceOf(staged, kept, request.asOf)
  const query = queryOf(bound, source, columns)
  const { prefix, escapeFormulas } = request
  const spelling = targets.joined.spellingFor(outputs.scored, format, input)
  const rendering = { format, input, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = format === 'parquet' ? BARE : createRenderer(rendering, bound)
  const frame = { ...renderer, input: name }
  const delimited = { bound, staged, kept, columns, spelling, escapeFormulas }
  const rows =
    format === 'parquet'
      ? parquetRows(query, delimited, prefix)
      : isJson(format)
        ? jsonRecords(query, delimited, format)
        : delimitedRows(query, delimited)
  const written = await writeLeads(query, rows, {
    request,
    outputs,
    frame,
    writers: targets.writers,
    duckdb,
  })
  const countQuery = printCountQuery(plan, bound, source, DUCKDB)
  const { verdictCounts, duplicates } = countQuery.read(await duckdb.query(countQuery.sql))
  if (verdictCounts.leads + duplicates !== staged.records) {
    throw new HandOver(`DuckDB read ${verdictCounts.leads + duplicates} records where ${staged.records} stand`)
  }
  const invalid = await invalidPlaces(bound, source, verdictCounts, duckdb)
  const { repeated, damaged, shared } = await duplicateKeysIn(bound, source, duckdb)
  const lineOf = await linesAt([...invalid.flat(), repeated.line, damaged.line, shared.line], staged, again)
  for (const [slot, places] of invalid.entries()) verdictCounts.fields[slot]?.lines.push(...places.map(lineOf))
  count(verdictCounts)
  const left_out = Object.values(staged.leftOut).reduce((sum, each) => sum + each, 0)
  const formulas =
    escapeFormulas || (format !== 'csv' && format !== 'tsv')
      ? 0
      : await formulasIn(query, bound, request, delimited, duckdb)
  return {
    input: staged.input,
    counts: {
      read: staged.records + left_out,
      scored: verdictCounts.leads,
      rejected: 0,
      duplicate: duplicates,
      left_out,
    },
    leftOut: staged.leftOut,
    skippedRows: staged.skippedRows,
    rejects: [],
    refused: [],
    outputs: written,
    formulas: formulas + renderer.formulas(),
    cut: 0,
    duplicateKeys: { ...repeated, line: lineOf(repeated.line) },
    sharedEmails: { ...shared, line: lineOf(shared.line) },
    damaged: { ...damaged, line: lineOf(damaged.line) },
  }
}

function isJson(format: string): format is 'json' | 'ndjson' {
  return format === 'json' || format === 'ndjson'
}

/** Around rows that need nothing around them. */
const BARE = { head: '', joint: '', tail: '', formulas: () => 0 }

/** Time and memory for planning a query grow with the square of its columns. */
const MAX_COLUMNS = 1_000

/** What only the input and its outputs can tell. */
function refuseForm(opened: Opened, outputs: Outputs, { request }: InputContext): void {
  const { input, inside } = opened
  const { format } = input
  if (input.headings.length > MAX_COLUMNS && !isOpenedParquet(opened)) {
    throw new HandOver(`it is slow with more than ${MAX_COLUMNS.toLocaleString('en')} columns`)
  }
  if (inside.length > 0) throw new HandOver('it does not read records of JSON inside of cells')
  if (format === 'xlsx') throw new HandOver('it does not read workbooks')
  if (outputs.format === 'xlsx') throw new HandOver('it does not write workbooks')
  const isJoined = request.inputs.length > 1 && (!outputs.own || outputs.isStream)
  const isOrdered = request.sort || request.top !== undefined
  if (isJoined && outputs.format === 'parquet') throw notJoined()
  if (isJoined && isOrdered) throw new HandOver('several inputs are ordered as one')
}

function notJoined(): Refusal {
  const hint = 'give `-o` a folder: each input gets its own file'
  return new Refusal(diagnose('cli/usage', 'Parquet files are not joined', { hint }), 'usage')
}
