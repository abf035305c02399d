import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { SPARK } from '../../../dialects/dialect/spark.ts'
import type { ColumnType } from '../../../dialects/types/column-type.ts'
import { type SparkField, type SparkType, sparkColumnType } from '../../../dialects/types/spark-types.ts'
import type { TableColumn } from '../table/table.ts'

/** The columns of a table, and what lies inside of records. `formC`: puts a text into Unicode's form C. */
export function columnsOf(fields: readonly SparkField[], formC: (text: Sql) => Sql): TableColumn[] {
  return fields.flatMap(({ name, type }) => within({ heading: name, path: '', type }, name, formC))
}

interface Inside {
  readonly heading: string
  /** What follows the name of the column: '.`address`.`city`'. */
  readonly path: Sql
  readonly type: SparkType
}

function within({ heading, path, type }: Inside, name: string, formC: (text: Sql) => Sql): TableColumn[] {
  if (typeof type === 'object' && type.type === 'struct') {
    return type.fields.flatMap(field => {
      const inside = { heading: `${heading}.${field.name}`, path: `${path}.${SPARK.identifier(field.name)}` }
      return within({ ...inside, type: field.type }, name, formC)
    })
  }
  const typeName = typeof type === 'string' ? type : type.type
  return [{ heading, name, typeName, type: inFormC(sparkColumnType(typeName), path, formC) }]
}

/** Numbers and dates are in it anyway. */
function inFormC({ kind, values, spelled }: ColumnType, path: Sql, formC: (text: Sql) => Sql): ColumnType {
  const isOfLetters = kind === 'text' || kind === 'list' || kind === 'other'
  const at = (cell: Sql) => cell + path
  return { kind, values, at, spelled: cell => (isOfLetters ? formC(spelled(at(cell))) : spelled(at(cell))) }
}
