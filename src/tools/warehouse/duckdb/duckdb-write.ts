import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { InputSummary } from '../../../ir/results/summary.ts'
import type { Outputs } from '../../../outputs/outputs.ts'
import type { Frame, Writers } from '../../../outputs/writers.ts'
import type { ScoreRequest } from '../../score/score-request.ts'
import type { Duckdb } from './duckdb-engine.ts'
import type { Query } from './duckdb-query.ts'

/** How a lead is written: the cells of a row, and what `COPY` has to know of them. */
export interface RowFormat {
  readonly cells: readonly Sql[]
  readonly options: readonly string[]
  /** Bytes behind each row that stand between rows only. */
  readonly joint: number
}

export interface Writing {
  readonly request: Pick<ScoreRequest, 'only' | 'split' | 'sort' | 'top'>
  readonly outputs: Outputs
  readonly frame: Frame
  readonly writers: Writers
  readonly duckdb: Duckdb
}

const { text } = DUCKDB

/** Writes leads into the one annotated file, and with `--split` into one per stage too; says how many went where. */
export async function writeLeads(query: Query, rows: RowFormat, writing: Writing): Promise<InputSummary['outputs']> {
  const { request, outputs, duckdb } = writing
  const isTwice = request.split || request.sort || request.top !== undefined
  if (!isTwice)
    return [await writeTo(outputs.scored, `(${query.statement})${where(chosen(query, request))}`, rows, writing)]
  // What is written more than once, or in another order, is judged once and kept.
  const kept = await duckdb.create()
  await kept.end()
  await duckdb.copy(`COPY (${query.statement}) TO ${text(kept.path)} (FORMAT parquet)`)
  const all = `read_parquet(${text(kept.path)}, file_row_number = true)`
  const order = request.sort || request.top !== undefined ? `${query.total} DESC NULLS LAST, ${PLACE}` : PLACE
  const limit = request.top === undefined ? '' : ` LIMIT ${request.top}`
  const leads = `(SELECT *, row_number() OVER (ORDER BY ${order}) AS ${RANK} FROM ${all}${where(chosen(query, request))} ORDER BY ${RANK}${limit})`
  const written = [await writeTo(outputs.scored, `${leads} ORDER BY ${RANK}`, rows, writing)]
  for (const stage of request.split ? await stagesIn(leads, query, duckdb) : []) {
    const ofStage = `${leads} WHERE ${query.stage} = ${text(stage)} ORDER BY ${RANK}`
    written.push(await writeTo(outputs.ofStage(stage), ofStage, rows, writing))
  }
  await duckdb.remove(kept.path)
  return written
}

const PLACE = 'file_row_number'
const RANK = 'leadq_rank_of_row'

async function writeTo(
  path: string,
  leads: Sql,
  { cells, options, joint }: RowFormat,
  { frame, writers, duckdb }: Writing,
): Promise<{ readonly path: string; readonly leads: number }> {
  const writer = await writers.open(path, frame)
  const part = await duckdb.create()
  await part.end()
  const count = await duckdb.copy(
    `COPY (SELECT ${cells.join(', ')} FROM ${leads}) TO ${text(part.path)} (${options.join(', ')})`,
  )
  await writer.append(withoutLast(duckdb.read(part.path), joint), count)
  await duckdb.remove(part.path)
  return { path, leads: count }
}

/** Of which leads anything is written: duplicates have no stage and no score, so they are never among those that are chosen. */
export function chosen(query: Query, { only, top }: Pick<ScoreRequest, 'only' | 'top'>): readonly Sql[] {
  return [
    ...(only === undefined
      ? []
      : [`coalesce(${query.stage} IN (${only.map(({ value }) => text(value)).join(', ')}), FALSE)`]),
    ...(top === undefined ? [] : [`NOT (${query.isDuplicate})`]),
  ]
}

export function where(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
}

/** The stages that leads are in, as they come. */
async function stagesIn(leads: Sql, { stage }: Query, duckdb: Duckdb): Promise<string[]> {
  const rows = await duckdb.query(
    `SELECT ${stage} FROM ${leads} WHERE ${stage} IS NOT NULL GROUP BY ${stage} ORDER BY min(${RANK})`,
  )
  return rows.map(([name]) => name ?? '')
}

/** All bytes but the last few. */
async function* withoutLast(content: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array()
  for await (const bytes of content) {
    const all = Buffer.concat([held, bytes])
    held = all.subarray(Math.max(0, all.length - count))
    yield all.subarray(0, all.length - held.length)
  }
}
