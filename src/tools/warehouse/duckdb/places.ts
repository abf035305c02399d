import { readFields } from '../../../dialects/cells/field-columns.ts'
import type { Wanted } from '../../../dialects/cells/wanted.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import { rowOf } from '../../../dialects/relation.ts'
import { printSteps, type Source, stepsOf } from '../../../dialects/statement.ts'
import { NAMES } from '../../../dialects/step-names.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import { MAX_SHOWN_LINES, type VerdictCounts } from '../../../ir/results/counts.ts'
import type { Duckdb } from './duckdb-engine.ts'

/** Where in the input something is, by the numbers of the leads from 1. */

export const NOTHING_MORE: Wanted = { text: false, words: false, mail: [] }

/** Of each slot of the fields the first leads whose cells are invalid. */
export async function invalidPlaces(
  bound: BoundPlan,
  source: Source,
  { fields: counted }: VerdictCounts,
  duckdb: Duckdb,
): Promise<readonly (readonly number[])[]> {
  const slots = bound.fields.flatMap((_, slot) => ((counted[slot]?.invalid ?? 0) > 0 ? [slot] : []))
  const places = bound.fields.map((): number[] => [])
  if (slots.length === 0) return places
  const names = slots.map(slot => bound.fields[slot]?.name ?? '')
  const { steps, columnsOf } = readPlaced(bound, source, new Map(names.map(name => [name, NOTHING_MORE])))
  const found = names.map(name => `min(${NAMES.place}, ${MAX_SHOWN_LINES}) FILTER (WHERE ${columnsOf(name).invalid})`)
  const [row = []] = await duckdb.query(
    `${steps} SELECT ${found.map(each => `CAST(${each} AS VARCHAR)`).join(', ')} FROM placed`,
  )
  for (const [index, slot] of slots.entries()) places[slot]?.push(...numbersIn(row[index] ?? ''))
  return places
}

/**
 * The readings of some fields of the leads that are scored, as the steps of a query; the last is `placed`. Their places are
 * there only if they are asked for: who counts rows goes over them one by one.
 */
export function readPlaced(bound: BoundPlan, source: Source, wanted: ReadonlyMap<string, Wanted>, places = true) {
  const { fields, steps } =
    bound.dedupe === undefined ? readAlone(bound, source, wanted, places) : stepsOf(bound, source, DUCKDB)
  const last = steps.at(-1)?.name ?? ''
  const scored = bound.dedupe === undefined ? last : `${last} WHERE NOT ${NAMES.isDuplicate} ORDER BY ${NAMES.place}`
  return {
    steps: `WITH\n${printSteps(steps, DUCKDB)},\nplaced AS NOT MATERIALIZED (SELECT * FROM ${scored})`,
    columnsOf: fields.columnsOf,
  }
}

/** Only what is wanted is read. */
function readAlone(bound: BoundPlan, source: Source, wanted: ReadonlyMap<string, Wanted>, places: boolean) {
  const kept = places ? [{ name: NAMES.place, sql: 'row_number() OVER ()' }] : []
  const fields = readFields(bound, wanted, { ...rowOf(source, DUCKDB), kept, name: 'leads' }, DUCKDB)
  return { fields, steps: fields.steps.filter(step => step.columns.length > 0) }
}

function numbersIn(list: string): number[] {
  return (list.match(/\d+/g) ?? []).map(Number)
}
