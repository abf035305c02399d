import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { DialectName } from '../../../dialects/dialect/dialect.ts'
import { kindOfType } from '../../../ir/catalogue/type-names.ts'
import type { TypedColumn } from '../../../ir/values/column-type.ts'
import type { Host } from '../../../leads/host.ts'
import type { Database } from '../../warehouse/postgres/database.ts'
import { columnsOfRelation, requireRelation } from '../../warehouse/postgres/describe-table.ts'
import { columnsOfTable, type DescribedColumn, isDescribed, readDescribedColumns } from './described-columns.ts'

/** The columns of the tables that a query reads, as far as they are known. */
export interface KnownColumns {
  readonly leads: readonly TypedColumn[]
  readonly events?: readonly TypedColumn[] | undefined
  /** Of the table with the results of the run before. */
  readonly previous?: readonly TypedColumn[] | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export interface TableNames {
  readonly source: string
  readonly events?: string | undefined
  readonly previous?: string | undefined
}

/**
 * The columns that a file describes. Of events and the run before only where it names their tables: a file about one table is
 * about the leads.
 */
export async function columnsInFile(
  path: string,
  { source, events, previous }: TableNames,
  dialect: DialectName,
  host: Pick<Host, 'read'>,
): Promise<KnownColumns> {
  const described = await readDescribedColumns(path, host)
  const leads = typed(columnsOfTable(described, source, path), path, dialect)
  const namesTables = described.some(({ table }) => table !== undefined)
  const ofEvents =
    events !== undefined && namesTables ? typed(columnsOfTable(described, events, path), path, dialect) : undefined
  const before =
    previous !== undefined && isDescribed(described, previous)
      ? typed(columnsOfTable(described, previous, path), path, dialect)
      : undefined
  const all = [leads, ...(ofEvents ? [ofEvents] : []), ...(before ? [before] : [])]
  return {
    leads: leads.columns,
    events: ofEvents?.columns,
    previous: before?.columns,
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** The columns of tables in a database. */
export async function columnsInDatabase(
  { source, events, previous }: TableNames,
  database: Database,
): Promise<KnownColumns> {
  const columnsOf = async (table: string): Promise<TypedColumn[]> => {
    const columns = await columnsOfRelation(await requireRelation(table, database), database)
    return columns.map(({ name, type }) => ({ name, kind: type.values }))
  }
  return {
    leads: await columnsOf(source),
    events: events === undefined ? undefined : await columnsOf(events),
    previous: previous === undefined ? undefined : await columnsOf(previous),
    diagnostics: [],
  }
}

function typed(columns: readonly DescribedColumn[], file: string, dialect: DialectName) {
  const unknown = columns.filter(({ typeName }) => kindOfType(typeName, dialect) === undefined)
  const names = unknown.map(({ name, typeName }) => (typeName === '' ? `${name} (no type)` : `${name} (${typeName})`))
  return {
    columns: columns.map(({ name, typeName }) => ({ name, kind: kindOfType(typeName, dialect) ?? ('other' as const) })),
    diagnostics:
      unknown.length === 0
        ? []
        : [
            diagnose('query/unknown-type', `${file}: leadq does not know the types of ${names.join(', ')}`, {
              hint: 'the query reads these columns as text, as it reads those without a type',
            }),
          ],
  }
}
