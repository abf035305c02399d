import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { DialectName } from '../../../dialects/dialect/dialect.ts'
import { kindOfType } from '../../../ir/catalogue/type-names.ts'
import type { TypedColumn } from '../../../ir/values/column-type.ts'
import type { Host } from '../../../leads/host.ts'
import type { Database } from '../../warehouse/postgres/database.ts'
import { columnsOfRelation, requireRelation } from '../../warehouse/postgres/describe-table.ts'
import { columnsOfTable, type DescribedColumn, readDescribedColumns } from './described-columns.ts'

/** The columns of the tables that a query reads, as far as they are known. */
export interface KnownColumns {
  readonly leads: readonly TypedColumn[]
  readonly events?: readonly TypedColumn[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface TableNames {
  readonly source: string
  readonly events?: string | undefined
}

/** The columns that a file describes. Of events only where it names them: a file about one table is about the leads. */
export async function columnsInFile(
  path: string,
  { source, events }: TableNames,
  dialect: DialectName,
  host: Pick<Host, 'read'>,
): Promise<KnownColumns> {
  const described = await readDescribedColumns(path, host)
  const leads = typed(columnsOfTable(described, source, path), path, dialect)
  const isOfEvents = events !== undefined && described.some(({ table }) => table !== undefined)
  if (!isOfEvents) return { leads: leads.columns, diagnostics: leads.diagnostics }
  const ofEvents = typed(columnsOfTable(described, events, path), path, dialect)
  return {
    leads: leads.columns,
    events: ofEvents.columns,
    diagnostics: [...leads.diagnostics, ...ofEvents.diagnostics],
  }
}

/** The columns of tables in a database. */
export async function columnsInDatabase({ source, events }: TableNames, database: Database): Promise<KnownColumns> {
  const columnsOf = async (table: string): Promise<TypedColumn[]> => {
    const columns = await columnsOfRelation(await requireRelation(table, database), database)
    return columns.map(({ name, type }) => ({ name, kind: type.values }))
  }
  const leads = await columnsOf(source)
  return { leads, ...(events !== undefined && { events: await columnsOf(events) }), diagnostics: [] }
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
