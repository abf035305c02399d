import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { POSTGRES } from '../../../dialects/dialect/postgres.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import { type OnExists, refuseMissingColumns } from '../table/on-exists.ts'
import type { Target } from '../table/table.ts'
import type { Database } from './database.ts'
import { columnsOfRelation, findRelation, nameInQueries, type Relation, readName } from './describe-table.ts'

/** Begins the comment of every table that leadq wrote. */
const MARK = 'scored by leadq '

export interface TargetRequest {
  readonly out: string
  readonly force: boolean
  readonly onExists?: OnExists | undefined
  readonly asOf: number
  /** The name of the rulebook. */
  readonly rulebook: string
  readonly version: string
}

/**
 * Checks that the target can be written: it does not exist, leadq wrote it, or the request says what to do with it. A
 * new table is made beside its place under another name, so that whoever reads an earlier one can go on doing so until
 * the new one is whole. All of it is one transaction: whatever ends it, the target stays as it was.
 */
export async function prepareTarget(request: TargetRequest, source: Relation, database: Database): Promise<Target> {
  const { out, asOf, rulebook, version, onExists } = request
  const before = await findRelation(out, database)
  if (before !== undefined) refuseUnlessAllowed(before, source, request)
  const place = before ?? (await placeOf(out, database))
  const [[process = '0'] = []] = await database.query('SELECT pg_backend_pid()')
  const name = `leadq_new_${process}`
  const comment = POSTGRES.text(`${MARK}${version}, ${rulebook}, as of ${printDay(asOf)}`)
  if (before !== undefined && onExists === 'append') return appending(before, { name, comment, out }, database)
  const fresh = nameInQueries({ schema: place.schema, name })
  return {
    async write(statement) {
      await database.query(`CREATE TABLE ${fresh} AS\n${statement}`)
    },
    async appear() {
      await database.query(`COMMENT ON TABLE ${fresh} IS ${comment}`)
      if (before !== undefined) await database.query(`DROP TABLE ${nameInQueries(before)}`)
      await database.query(`ALTER TABLE ${fresh} RENAME TO ${POSTGRES.identifier(place.name)}`)
    },
  }
}

interface Appended {
  /** Of a temporary table with the columns of the result. */
  readonly name: string
  readonly comment: string
  readonly out: string
}

/** Adds rows to a table, which keeps what else it has: further columns, indexes, rights. */
function appending(before: Relation, { name, comment, out }: Appended, database: Database): Target {
  return {
    async write(statement) {
      await database.query(`CREATE TEMPORARY TABLE ${name} ON COMMIT DROP AS\n${statement}\nWITH NO DATA`)
      const result = await findRelation(name, database)
      const columns = result === undefined ? [] : (await columnsOfRelation(result, database)).map(each => each.name)
      const there = await columnsOfRelation(before, database)
      refuseMissingColumns(
        out,
        columns,
        there.map(each => each.name),
      )
      const names = columns.map(POSTGRES.identifier).join(', ')
      await database.query(`INSERT INTO ${nameInQueries(before)} (${names})\n${statement}`)
    },
    async appear() {
      if (isOwn(before)) await database.query(`COMMENT ON TABLE ${nameInQueries(before)} IS ${comment}`)
    },
  }
}

function isOwn({ comment }: Relation): boolean {
  return comment.startsWith(MARK)
}

function refuseUnlessAllowed(before: Relation, source: Relation, { out, force, onExists }: TargetRequest): void {
  if (before.oid === source.oid) {
    throw new Refusal(
      diagnose('cli/usage', `-o: \`${out}\` is the table that is read`, { hint: 'give it another name' }),
      'usage',
    )
  }
  const isAllowed = onExists === undefined ? force || isOwn(before) : onExists !== 'fail'
  if (before.isTable && isAllowed) return
  const other = 'choose another table for `-o`'
  const [what, hint] = !before.isTable
    ? [' and is no table', other]
    : onExists === 'fail'
      ? ['', `${other}, or \`--on-exists replace\` or \`append\``]
      : [' and is a table that leadq did not write', `${other}, or \`--on-exists replace\` or \`append\``]
  throw new Refusal(diagnose('table/exists', `\`${out}\` already exists${what}`, { hint }), 'cannotCreate')
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
