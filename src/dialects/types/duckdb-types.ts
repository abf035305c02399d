import type { Sql } from '../dialect/dialect.ts'
import type { ColumnType } from './column-type.ts'

const asText = (cell: Sql): Sql => `CAST(${cell} AS VARCHAR)`
// DuckDB prints floating numbers with exponents, and whole ones with a decimal.
const asNumber = (cell: Sql): Sql =>
  `CASE WHEN abs(${cell}) < 1e15 THEN regexp_replace(printf('%.6f', CAST(${cell} AS DOUBLE)), '[.]?0+$', '') ELSE ${asText(cell)} END`

const WHOLE = [
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
]
const STAMPS = ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS']

const PLAIN: Readonly<Record<string, ColumnType>> = {
  ...Object.fromEntries(WHOLE.map(name => [name, { kind: 'number' as const, spelled: asText }])),
  FLOAT: { kind: 'number', spelled: asNumber },
  DOUBLE: { kind: 'number', spelled: asNumber },
  DATE: { kind: 'date', spelled: asText },
  ...Object.fromEntries(STAMPS.map(name => [name, { kind: 'date' as const, spelled: asText }])),
  'TIMESTAMP WITH TIME ZONE': {
    kind: 'date',
    spelled: cell => `strftime(${cell} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ')`,
  },
  BOOLEAN: { kind: 'boolean', spelled: asText },
  VARCHAR: { kind: 'text', spelled: cell => cell },
  UUID: { kind: 'text', spelled: asText },
}

/** A type of DuckDB, as `DESCRIBE` calls it. */
export function duckdbType(type: string): ColumnType {
  const plain = Object.hasOwn(PLAIN, type) ? PLAIN[type] : undefined
  if (plain !== undefined) return plain
  if (type.startsWith('DECIMAL(')) return { kind: 'number', spelled: asText }
  if (type.startsWith('ENUM(')) return { kind: 'text', spelled: asText }
  if (/\]$|^(?:STRUCT|MAP|UNION)\(|^JSON$/.test(type))
    return { kind: 'list', spelled: cell => asText(`to_json(${cell})`) }
  return { kind: 'other', spelled: asText }
}
