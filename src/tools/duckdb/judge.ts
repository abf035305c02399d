import type { Sql } from '../../dialects/dialect.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import { printQuery } from '../../dialects/query.ts'
import type { Source } from '../../dialects/statement.ts'
import { printTally, readTally } from '../../dialects/tally.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Column } from '../../ir/columns.ts'
import type { Tallied } from '../../ir/tallied.ts'
import { spellingFor } from '../joined.ts'
import type { Opened } from '../open.ts'
import type { Outputs } from '../outputs.ts'
import { createRenderer, type Spelling } from '../render.ts'
import type { Outcome } from '../run.ts'
import type { InputContext } from '../score-input.ts'
import { quotedCell } from './cells.ts'
import { type Duckdb, HandOver } from './duckdb.ts'
import { formulasIn } from './formulas.ts'
import { linesAt } from './lines.ts'
import { invalidPlaces, repeatedKeys } from './places.ts'
import { columnName, IS_NUMBER, PREFIX, sourceOf } from './source.ts'
import { type Staged, stageInput } from './stage.ts'

/** One input, judged and written by the printed query. What was counted is added to `tallied`. */
export async function judgeByDuckdb(
  opened: Opened,
  outputs: Outputs,
  context: InputContext,
  duckdb: Duckdb,
  tallied: (counted: Tallied) => void,
): Promise<Outcome> {
  const { path, name, input, kept, binding } = opened
  const { bound } = binding
  const { request, columns, host, plan } = context
  if (input.format !== 'csv' && input.format !== 'tsv') throw new HandOver(`the input is ${input.format}`)
  await opened.batches[Symbol.asyncIterator]().return?.()
  const before = { path, opened, reading: request, host }
  const staged = await stageInput(before, duckdb)
  if (staged.records === 0) throw new HandOver('there are no leads')
  const source = sourceOf(staged, kept, request.asOf)
  const statement = statementOf(bound, source, columns)
  const { prefix, escapeFormulas } = request
  const spelling = spellingFor(outputs.scored, outputs.format, input, context)
  const rendering = { format: outputs.format, input, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = createRenderer(rendering, bound)
  const writer = await context.writers.open(outputs.scored, outputs.own, { ...renderer, input: name })
  const scored = await duckdb.create()
  await scored.end()
  const written = await duckdb.copy(copyOf(statement, scored.path, staged, { kept, columns, spelling }))
  if (written !== staged.records) {
    throw new HandOver(`DuckDB read ${written} records where ${staged.records} stand`)
  }
  await writer.append(duckdb.read(scored.path), written)
  await duckdb.remove(scored.path)
  const counted = readTally(plan, await duckdb.query(printTally(bound, source, DUCKDB))).tallied
  const invalid = await invalidPlaces(bound, source, counted, duckdb)
  const repeats = await repeatedKeys(bound, source, duckdb)
  const lineOf = await linesAt([...invalid.flat(), repeats.repeated.line, repeats.damaged.line], staged, before)
  for (const [slot, places] of invalid.entries()) counted.fields[slot]?.lines.push(...places.map(lineOf))
  tallied(counted)
  const left_out = Object.values(staged.leftOut).reduce((sum, count) => sum + count, 0)
  return {
    input: staged.input,
    counts: { read: written + left_out, scored: written, rejected: 0, duplicate: 0, left_out },
    leftOut: staged.leftOut,
    rejects: [],
    refused: [],
    outputs: [{ path: outputs.scored, leads: written }],
    formulas:
      kept.reduce((sum, position) => sum + (staged.formulas[position] ?? 0), renderer.formulas()) +
      (await formulasIn(statement, columns, bound, duckdb)),
    cut: 0,
    repeated: { ...repeats.repeated, line: lineOf(repeats.repeated.line) },
    damaged: { ...repeats.damaged, line: lineOf(repeats.damaged.line) },
  }
}

function statementOf(bound: BoundPlan, source: Source, columns: readonly Column[]): Sql {
  const { statement, diagnostics } = printQuery(bound, { ...source, columns, prefix: PREFIX, comment: [] }, DUCKDB)
  if (statement === undefined) throw new HandOver(diagnostics[0]?.message ?? '')
  return statement
}

interface Cells {
  readonly kept: readonly number[]
  readonly columns: readonly Column[]
  readonly spelling: Spelling
}

function copyOf(statement: Sql, path: string, { quoted, delimiter }: Staged, { kept, columns, spelling }: Cells): Sql {
  const { identifier, text } = DUCKDB
  const isOther = delimiter !== spelling.delimiter
  const ofInput = kept.map(position => {
    const cell = identifier(columnName(position))
    return isOther || quoted[position] ? quotedCell(cell, spelling.delimiter) : cell
  })
  const own = columns.map(({ name, kind }) => {
    const cell = identifier(PREFIX + name)
    return IS_NUMBER[kind] ? cell : quotedCell(cell, spelling.delimiter)
  })
  const lineEnd = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' }[spelling.lineEnd] ?? '\\n'
  const options = [
    'FORMAT csv',
    'HEADER false',
    "QUOTE ''",
    "ESCAPE ''",
    "NULLSTR ''",
    `DELIMITER ${text(spelling.delimiter)}`,
    `NEW_LINE ${text(lineEnd)}`,
  ]
  return `COPY (SELECT ${[...ofInput, ...own].join(', ')} FROM (${statement})) TO ${text(path)} (${options.join(', ')})`
}
