import type { Sql } from '../dialect/dialect.ts'
import type { ColumnType } from './column-type.ts'

const asText = (cell: Sql): Sql => `CAST(${cell} AS text)`
// PostgreSQL prints floating numbers with exponents, and money with the signs of a locale.
const asNumber = (cell: Sql): Sql => `CAST(CAST(${cell} AS numeric) AS text)`

const PLAIN: Readonly<Record<string, ColumnType>> = {
  smallint: { kind: 'number', spelled: asText },
  integer: { kind: 'number', spelled: asText },
  bigint: { kind: 'number', spelled: asText },
  numeric: { kind: 'number', spelled: asText },
  // A direct cast to numeric would keep six digits only.
  real: { kind: 'number', spelled: cell => asNumber(`CAST(${cell} AS double precision)`) },
  'double precision': { kind: 'number', spelled: asNumber },
  money: { kind: 'number', spelled: asNumber },
  date: { kind: 'date', spelled: asText },
  'timestamp without time zone': { kind: 'date', spelled: asText },
  'timestamp with time zone': { kind: 'date', spelled: asText },
  boolean: { kind: 'boolean', spelled: asText },
  json: { kind: 'list', spelled: asText },
  jsonb: { kind: 'list', spelled: asText },
}

/** `type`: what `format_type` calls it; `category`: its `typcategory`. Of a domain both are those of its base. */
export function columnType(type: string, category: string): ColumnType {
  const plain = Object.hasOwn(PLAIN, type) ? PLAIN[type] : undefined
  if (plain !== undefined) return plain
  if (category === 'A') return { kind: 'list', spelled: cell => asText(`array_to_json(${cell})`) }
  return { kind: category === 'S' || category === 'E' || type === 'uuid' ? 'text' : 'other', spelled: asText }
}

/** Session settings that `columnType` and the dialect rely on. */
export const SESSION: readonly Sql[] = [
  "SET datestyle TO 'ISO, YMD'",
  "SET timezone TO 'UTC'",
  'SET standard_conforming_strings TO on',
  'SET extra_float_digits TO 1',
  // Compiling a long query takes longer than running it.
  'SET jit TO off',
]
