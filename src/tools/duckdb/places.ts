import type { Sql } from '../../dialects/dialect.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import { type FieldColumns, readFields, type Wanted } from '../../dialects/field.ts'
import { NAMES } from '../../dialects/names.ts'
import { rowOf } from '../../dialects/relation.ts'
import { printSteps, type Source, stepsOf } from '../../dialects/statement.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import { SHOWN_LINES, type Tallied } from '../../ir/tallied.ts'
import { countRepeats } from '../repeated-leads.ts'
import type { Duckdb } from './duckdb.ts'

/** Where in the input something is, by the numbers of the leads from 1. */

const NOTHING_MORE: Wanted = { text: false, words: false, mail: [] }

/** Of each slot of the fields the first leads whose cells are invalid. */
export async function invalidPlaces(
  bound: BoundPlan,
  source: Source,
  { fields: counted }: Tallied,
  duckdb: Duckdb,
): Promise<readonly (readonly number[])[]> {
  const slots = bound.fields.flatMap((_, slot) => ((counted[slot]?.invalid ?? 0) > 0 ? [slot] : []))
  const places = bound.fields.map((): number[] => [])
  if (slots.length === 0) return places
  const names = slots.map(slot => bound.fields[slot]?.name ?? '')
  const { steps, columnsOf } = readPlaced(bound, source, new Map(names.map(name => [name, NOTHING_MORE])))
  const found = names.map(name => `min(${NAMES.place}, ${SHOWN_LINES}) FILTER (WHERE ${columnsOf(name).invalid})`)
  const [row = []] = await duckdb.query(
    `${steps} SELECT ${found.map(each => `CAST(${each} AS VARCHAR)`).join(', ')} FROM placed`,
  )
  for (const [index, slot] of slots.entries()) places[slot]?.push(...numbersIn(row[index] ?? ''))
  return places
}

/** Leads whose key came before. They are looked for one by one only if there are any, or ids that are none. */
export async function repeatedKeys(bound: BoundPlan, source: Source, duckdb: Duckdb) {
  const counter = countRepeats(bound)
  const wanted = { ...NOTHING_MORE, text: true }
  const known = ['id', 'email'].filter(name =>
    bound.fields.some(field => field.name === name && field.columns.length > 0),
  )
  const [first] = known
  if (first === undefined) return { repeated: counter.result(), damaged: counter.damaged() }
  const { steps, columnsOf } = readPlaced(bound, source, new Map(known.map(name => [name, wanted])))
  const keyOf = (name: string) => `CASE WHEN ${columnsOf(name).value} IS NOT NULL THEN ${columnsOf(name).text} END`
  const isDamaged = `coalesce(${columnsOf(first).invalid}, FALSE)`
  const key = `CASE WHEN ${isDamaged} THEN ${keyOf('email')} ELSE ${keyOf(first)} END`
  if (await areDifferent(steps, columnsOf(first), duckdb))
    return { repeated: counter.result(), damaged: counter.damaged() }
  for await (const rows of duckdb.rows(
    `${steps} SELECT ${NAMES.place}, ${key}, CASE WHEN ${isDamaged} THEN '1' END FROM placed`,
  )) {
    for (const [place, text, damaged] of rows) counter.add(text ?? undefined, damaged !== null, Number(place))
  }
  return { repeated: counter.result(), damaged: counter.damaged() }
}

/** Salesforce's ids, as they are compared; longer ones go on with what says which letters are capitals. */
const SALESFORCE = '^00[q31][0-9a-z]{12}(?:[0-9a-z]{3})?$'

/** Whether no two keys mean the same lead, and each of them can be one. Equal marks are equal keys, or bad luck. */
async function areDifferent(steps: Sql, { value, invalid }: FieldColumns, duckdb: Duckdb): Promise<boolean> {
  const loose = `CASE WHEN ${DUCKDB.finds(value, SALESFORCE)} THEN left(${value}, 15) ELSE ${value} END`
  const figures = [`count(${value})`, `count(DISTINCT hash(${loose}))`, `count(CASE WHEN ${invalid} THEN 1 END)`]
  const [[keys, marks, damaged] = []] = await duckdb.query(
    `${steps} SELECT ${figures.map(each => `CAST(${each} AS VARCHAR)`).join(', ')} FROM placed`,
  )
  return keys === marks && damaged === '0'
}

/** The readings of some fields with the places of the leads that are scored, as the steps of a query; the last is `placed`. */
function readPlaced(bound: BoundPlan, source: Source, wanted: ReadonlyMap<string, Wanted>) {
  const { fields, steps } =
    bound.dedupe === undefined ? readAlone(bound, source, wanted) : stepsOf(bound, source, DUCKDB)
  const last = steps.at(-1)?.name ?? ''
  const scored = bound.dedupe === undefined ? last : `${last} WHERE NOT ${NAMES.isDuplicate} ORDER BY ${NAMES.place}`
  return {
    steps: `WITH\n${printSteps(steps, DUCKDB)},\nplaced AS NOT MATERIALIZED (SELECT * FROM ${scored})`,
    columnsOf: fields.columnsOf,
  }
}

/** Only what is wanted is read. */
function readAlone(bound: BoundPlan, source: Source, wanted: ReadonlyMap<string, Wanted>) {
  const kept = [{ name: NAMES.place, sql: 'row_number() OVER ()' }]
  const fields = readFields(bound, wanted, { ...rowOf(source, DUCKDB), kept, name: 'leads' }, DUCKDB)
  return { fields, steps: fields.steps.filter(step => step.columns.length > 0) }
}

function numbersIn(list: string): number[] {
  return (list.match(/\d+/g) ?? []).map(Number)
}
