import type { ValueKind } from '../../ir/values/column-type.ts'
import type { Sql } from '../dialect/dialect.ts'
import { POSTGRES } from '../dialect/postgres.ts'
import { type ColumnType, typeOfValues } from './column-type.ts'

const VALUES: Readonly<Record<string, ValueKind>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'decimal',
  real: 'float',
  'double precision': 'float',
  date: 'date',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  boolean: 'boolean',
  text: 'text',
  'character varying': 'text',
}

/** `type`: what `format_type` calls it; `category`: its `typcategory`. Of a domain both are those of its base. */
export function columnType(type: string, category: string): ColumnType {
  const values = Object.hasOwn(VALUES, type) ? VALUES[type] : undefined
  if (values !== undefined) return typeOfValues(values, POSTGRES)
  const other = typeOfValues('other', POSTGRES)
  // PostgreSQL prints it with the signs of a locale.
  if (type === 'money') return { ...other, kind: 'number', spelled: cell => other.spelled(`CAST(${cell} AS numeric)`) }
  if (type === 'json' || type === 'jsonb') return { ...other, kind: 'list' }
  if (category === 'A') return { ...other, kind: 'list', spelled: cell => other.spelled(`array_to_json(${cell})`) }
  return { ...other, kind: category === 'S' || category === 'E' || type === 'uuid' ? 'text' : 'other' }
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
