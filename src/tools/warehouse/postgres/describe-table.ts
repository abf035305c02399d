import { diagnose } from '../../../base/diagnostic.ts'
import { didYouMean } from '../../../base/nearest.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { POSTGRES } from '../../../dialects/dialect/postgres.ts'
import { columnType } from '../../../dialects/types/postgres-types.ts'
import type { TableColumn } from '../table/table.ts'
import type { Database } from './database.ts'

const { identifier } = POSTGRES

/** Something in a database that has rows. */
export interface Relation {
  readonly oid: string
  readonly schema: string
  readonly name: string
  readonly isTable: boolean
  /** What `COMMENT ON` says of it. */
  readonly comment: string
}

/** The name of a table and, where it is given, of its schema. */
export interface RelationName {
  readonly schema?: string | undefined
  readonly name: string
}

/** `crm.leads` is a table in a schema; what is no plain name is one name. */
export function readName(text: string): RelationName {
  const [, schema, name = text] = /^(?:([\p{L}\p{N}_$]+)\.)?([\p{L}\p{N}_$]+)$/u.exec(text) ?? []
  return { schema, name }
}

/** A name as it stands in a query. */
export function nameInQueries({ schema, name }: RelationName): Sql {
  return [...(schema === undefined ? [] : [schema]), name].map(identifier).join('.')
}

/** The table or view of a name, if there is one. */
export async function findRelation(name: string, database: Database): Promise<Relation | undefined> {
  const found = await database.query(
    `SELECT c.oid, n.nspname, c.relname, c.relkind IN ('r', 'p'), obj_description(c.oid, 'pg_class')
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.oid = to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [nameInQueries(readName(name))],
  )
  const [oid, schema, own, isTable, comment] = found[0] ?? []
  if (oid == null || schema == null || own == null) return undefined
  return { oid, schema, name: own, isTable: isTable === 't', comment: comment ?? '' }
}

export async function requireRelation(name: string, database: Database): Promise<Relation> {
  const found = await findRelation(name, database)
  if (found !== undefined) return found
  const tables = await tablesOf(database)
  const hint =
    didYouMean(name, tables) ??
    (tables.length === 0 ? 'there is no table at all' : `there are: ${tables.slice(0, 12).join(', ')}`)
  throw new Refusal(diagnose('table/not-found', `there is no table \`${name}\` in ${database.at}`, { hint }), 'noInput')
}

/** Tables and views that somebody made: those that need no schema by their name alone. */
async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.query(
    `SELECT CASE WHEN pg_table_is_visible(c.oid) THEN relname ELSE nspname || '.' || relname END
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
    ORDER BY 1 LIMIT 5000`,
  )
  return rows.flatMap(([name]) => name ?? [])
}

export async function columnsOfRelation({ oid }: Relation, database: Database): Promise<TableColumn[]> {
  const rows = await database.query(
    `SELECT a.attname, format_type(a.atttypid, a.atttypmod),
      format_type(CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END, NULL), t.typcategory
    FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
    WHERE a.attrelid = CAST($1 AS oid) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [oid],
  )
  return rows.map(([name, typeName, base, category]) => ({
    heading: name ?? '',
    name: name ?? '',
    typeName: typeName ?? '',
    type: columnType(base ?? '', category ?? ''),
  }))
}
