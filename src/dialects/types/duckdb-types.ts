import type { ValueKind } from '../../ir/values/column-type.ts'
import { DUCKDB } from '../dialect/duckdb.ts'
import { type ColumnType, typeOfValues } from './column-type.ts'

const NAMES: Readonly<Partial<Record<ValueKind, readonly string[]>>> = {
  integer: [
    ...['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'],
    ...['UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT'],
  ],
  float: ['FLOAT', 'DOUBLE'],
  date: ['DATE'],
  timestamp: ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS'],
  timestamptz: ['TIMESTAMP WITH TIME ZONE'],
  boolean: ['BOOLEAN'],
  text: ['VARCHAR'],
}

/** A type of DuckDB, as `DESCRIBE` calls it. */
export function duckdbType(type: string): ColumnType {
  for (const values of Object.keys(NAMES) as ValueKind[]) {
    if (NAMES[values]?.includes(type)) return typeOfValues(values, DUCKDB)
  }
  if (type.startsWith('DECIMAL(')) return typeOfValues('decimal', DUCKDB)
  const other = typeOfValues('other', DUCKDB)
  if (type === 'UUID' || type.startsWith('ENUM(')) return { ...other, kind: 'text' }
  if (/\]$|^(?:STRUCT|MAP|UNION)\(|^JSON$/.test(type)) {
    return { ...other, kind: 'list', spelled: cell => other.spelled(`to_json(${cell})`) }
  }
  return other
}
