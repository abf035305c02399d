import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { POSTGRES } from '../../../dialects/dialect/postgres.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import type { Target } from '../table/table.ts'
import type { Database } from './database.ts'
import { findRelation, nameInQueries, type Relation, readName } from './describe-table.ts'

/** Begins the comment of every table that leadq wrote. */
const MARK = 'scored by leadq '

export interface TargetRequest {
  readonly out: string
  readonly force: boolean
  readonly asOf: number
  /** The name of the rulebook. */
  readonly rulebook: string
  readonly version: string
}

/**
 * Looks whether the target can be written: it is not there, or leadq wrote it. It is made beside its place under another
 * name, so that whoever reads an earlier one can go on doing so until the new one is whole.
 */
export async function prepareTarget(request: TargetRequest, source: Relation, database: Database): Promise<Target> {
  const { out, force, asOf, rulebook, version } = request
  const before = await findRelation(out, database)
  if (before !== undefined) refuseUnlessOwn(before, source, out, force)
  const place = before ?? (await placeOf(out, database))
  const [[process = '0'] = []] = await database.query('SELECT pg_backend_pid()')
  const fresh = nameInQueries({ schema: place.schema, name: `leadq_new_${process}` })
  return {
    async write(statement) {
      await database.query(`CREATE TABLE ${fresh} AS\n${statement}`)
    },
    async appear() {
      const comment = POSTGRES.text(`${MARK}${version}, ${rulebook}, as of ${printDay(asOf)}`)
      await database.query(`COMMENT ON TABLE ${fresh} IS ${comment}`)
      if (before !== undefined) await database.query(`DROP TABLE ${nameInQueries(before)}`)
      await database.query(`ALTER TABLE ${fresh} RENAME TO ${POSTGRES.identifier(place.name)}`)
    },
  }
}

function refuseUnlessOwn(before: Relation, source: Relation, out: string, force: boolean): void {
  if (before.oid === source.oid) {
    throw new Refusal(
      diagnose('cli/usage', `-o: \`${out}\` is the table that is read`, { hint: 'give it another name' }),
      'usage',
    )
  }
  if (before.isTable && (force || before.comment.startsWith(MARK))) return
  const what = before.isTable ? 'a table that leadq did not write' : 'no table'
  const hint = before.isTable
    ? 'choose another path for `-o`, or `--force` to replace it'
    : 'choose another path for `-o`'
  throw new Refusal(diagnose('table/exists', `\`${out}\` already exists and is ${what}`, { hint }), 'cannotCreate')
}

/** Where a new table of that name would be. */
async function placeOf(out: string, database: Database): Promise<Pick<Relation, 'schema' | 'name'>> {
  const { schema, name } = readName(out)
  if (schema !== undefined) return { schema, name }
  const [[current] = []] = await database.query('SELECT current_schema()')
  if (current != null) return { schema: current, name }
  const hint = 'name it, `-o crm.leads_scored`, or set a search_path'
  throw new Refusal(
    diagnose('database/refused', `${database.at} has no schema for \`${out}\``, { hint }),
    'cannotCreate',
  )
}
