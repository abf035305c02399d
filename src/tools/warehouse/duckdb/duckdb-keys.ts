import { folded } from '../../../dialects/cells/query-text.ts'
import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { Source } from '../../../dialects/statement.ts'
import { NAMES } from '../../../dialects/step-names.ts'
import { CAPACITY } from '../../../engine/key-counter.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import { countDuplicateKeys } from '../../score/duplicate-counter.ts'
import { createSharedEmailCounter } from '../../score/shared-email-counter.ts'
import type { Duckdb } from './duckdb-engine.ts'
import { NOTHING_MORE, readPlaced } from './places.ts'

/**
 * Leads whose key came before, and keys that a spreadsheet has rounded, counted as the reference counts them: by the same
 * code, which is handed only those keys that could be repeated at all. In most files there are none.
 */
export async function duplicateKeysIn(bound: BoundPlan, source: Source, duckdb: Duckdb) {
  const counter = countDuplicateKeys(bound)
  const names = ['id', 'email'].filter(name =>
    bound.fields.some(field => field.name === name && field.columns.length > 0),
  )
  const [first] = names
  if (first !== undefined) {
    const keyed = (places: boolean) => keysOf(bound, source, names, first, places)
    for await (const rows of candidates(keyed, duckdb)) {
      for (const [place, key, damaged] of rows) counter.add(key ?? undefined, damaged !== null, Number(place))
    }
  }
  const shared = createSharedEmailCounter()
  if (names.length === 2) {
    for await (const rows of emailsOf(bound, source, duckdb)) {
      for (const [place, id, email] of rows) shared.add(id ?? undefined, email ?? undefined, Number(place))
    }
  }
  return { repeated: counter.result(), damaged: counter.damaged(), shared: shared.result() }
}

/** Ids and e-mail addresses of the leads whose address stands more than once; of all leads where those are very many. */
async function* emailsOf(bound: BoundPlan, source: Source, duckdb: Duckdb) {
  const paired = (places: boolean) => {
    const wanted = { ...NOTHING_MORE, text: true }
    const { steps, columnsOf } = readPlaced(
      bound,
      source,
      new Map([
        ['id', wanted],
        ['email', wanted],
      ]),
      places,
    )
    const textOf = (name: string) => `CASE WHEN ${columnsOf(name).value} IS NOT NULL THEN ${columnsOf(name).text} END`
    return [
      `${steps},`,
      `pairs AS NOT MATERIALIZED (SELECT ${places ? NAMES.place : 'NULL'} AS place, ${textOf('id')} AS id, ${textOf('email')} AS email FROM placed),`,
      `paired AS NOT MATERIALIZED (SELECT *, hash(${folded('email', DUCKDB)}) AS shared FROM pairs WHERE id IS NOT NULL AND email IS NOT NULL)`,
    ].join('\n')
  }
  const [[all, different] = []] = await duckdb.query(
    `${paired(false)} SELECT CAST(count(*) AS VARCHAR), CAST(count(DISTINCT shared) AS VARCHAR) FROM paired`,
  )
  if (all === different) return
  const twice = 'SELECT shared FROM paired GROUP BY shared HAVING count(*) > 1'
  const some = Number(all) > CAPACITY ? '' : ` WHERE shared IN (${twice})`
  yield* duckdb.rows(`${paired(true)} SELECT place, id, email FROM paired${some} ORDER BY place`)
}

async function* candidates(keyed: (places: boolean) => Sql, duckdb: Duckdb) {
  const figures = ['count(key)', 'count(DISTINCT shared)', 'count(damaged)']
  const counts = figures.map(figure => `CAST(${figure} AS VARCHAR)`)
  const [[keys, different, damaged] = []] = await duckdb.query(`${keyed(false)} SELECT ${counts.join(', ')} FROM keyed`)
  if (keys === different && damaged === '0') return
  // What the reference remembers is bounded: past that, it has to see all keys to forget the same ones.
  const twice = 'SELECT shared FROM keyed WHERE shared IS NOT NULL GROUP BY shared HAVING count(*) > 1'
  const some = Number(different) > CAPACITY ? '' : ` WHERE damaged IS NOT NULL OR shared IN (${twice})`
  yield* duckdb.rows(`${keyed(true)} SELECT place, key, damaged FROM keyed${some} ORDER BY place`)
}

/** The places and keys of all leads; `shared` is equal for any two keys that mean the same lead, and for few others. */
function keysOf(bound: BoundPlan, source: Source, names: readonly string[], first: string, places: boolean): Sql {
  const wanted = { ...NOTHING_MORE, text: true }
  const { steps, columnsOf } = readPlaced(bound, source, new Map(names.map(name => [name, wanted])), places)
  const keyOf = (name: string) => `CASE WHEN ${columnsOf(name).value} IS NOT NULL THEN ${columnsOf(name).text} END`
  const isDamaged = `coalesce(${columnsOf(first).invalid}, FALSE)`
  const shared = `CASE WHEN ${DUCKDB.finds('key', SALESFORCE)} THEN lower(left(key, 15)) ELSE ${folded('key', DUCKDB)} END`
  return [
    `${steps},`,
    'keys AS NOT MATERIALIZED (',
    `  SELECT ${places ? NAMES.place : 'NULL'} AS place, CASE WHEN ${isDamaged} THEN '1' END AS damaged,`,
    `    CASE WHEN ${isDamaged} THEN ${keyOf('email')} ELSE ${keyOf(first)} END AS key`,
    '  FROM placed',
    '),',
    `keyed AS NOT MATERIALIZED (SELECT place, key, damaged, CASE WHEN key IS NOT NULL THEN hash(${shared}) END AS shared FROM keys)`,
  ].join('\n')
}

/** Of ids that differ in what stands behind their first 15 characters, some are the same: see `ir/plan/lead-key.ts`. */
const SALESFORCE = '^00[Qq31][0-9A-Za-z]{12}([0-9A-Za-z]{3})?$'
