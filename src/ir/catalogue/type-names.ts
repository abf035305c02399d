import type { ValueKind } from '../values/column-type.ts'

/** Databases whose names of types differ in meaning. */
export type TypeDialect = 'duckdb' | 'postgres' | 'spark' | 'bigquery' | 'snowflake' | 'mysql'

/**
 * The names of types in PostgreSQL, DuckDB, Spark, BigQuery, Snowflake and MySQL, in lower case and without what stands
 * in parentheses. A query reads columns of kind `other` as their text.
 */
const NAMES: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ['text', 'string', 'varchar', 'character varying', 'nvarchar', 'tinytext', 'mediumtext', 'longtext'],
  integer: [
    ...['integer', 'int', 'bigint', 'smallint', 'tinyint', 'mediumint', 'byteint', 'hugeint', 'long', 'short', 'byte'],
    ...['int1', 'int2', 'int4', 'int8', 'int16', 'int32', 'int64', 'int128', 'signed', 'year'],
    ...['utinyint', 'usmallint', 'uinteger', 'ubigint', 'uhugeint'],
    ...['int unsigned', 'bigint unsigned', 'smallint unsigned', 'tinyint unsigned', 'mediumint unsigned'],
    ...['serial', 'bigserial', 'smallserial'],
  ],
  decimal: ['numeric', 'decimal', 'dec', 'fixed', 'number', 'bignumeric', 'bigdecimal', 'decimal unsigned'],
  float: ['double precision', 'double', 'float', 'real', 'float4', 'float8', 'float32', 'float64'],
  boolean: ['boolean', 'bool', 'logical'],
  date: ['date', 'date32'],
  timestamp: [
    ...['timestamp', 'timestamp without time zone', 'timestamp_ntz', 'timestampntz', 'datetime'],
    ...['timestamp_s', 'timestamp_ms', 'timestamp_us', 'timestamp_ns'],
  ],
  timestamptz: ['timestamp with time zone', 'timestamptz', 'timestamp_tz', 'timestamp_ltz', 'timestampltz'],
  other: [
    // With the spaces that fill them up, or an order of their own.
    ...['char', 'character', 'bpchar', 'nchar', 'citext', 'name', 'enum', 'set', 'user-defined', 'uuid', 'guid'],
    ...['money', 'time', 'timetz', 'time with time zone', 'time without time zone', 'interval', 'bit', 'bit varying'],
    ...['json', 'jsonb', 'xml', 'variant', 'object', 'array', 'list', 'map', 'struct', 'record', 'row', 'union'],
    ...['bytea', 'blob', 'tinyblob', 'mediumblob', 'longblob', 'binary', 'varbinary', 'bytes', 'raw'],
    ...['inet', 'cidr', 'macaddr', 'tsvector', 'geography', 'geometry', 'point', 'hstore', 'oid', 'void'],
  ],
}

/** Where a `timestamp` is an instant. */
const INSTANTS: readonly TypeDialect[] = ['spark', 'bigquery', 'mysql']

const KINDS: ReadonlyMap<string, ValueKind> = new Map(
  (Object.keys(NAMES) as ValueKind[]).flatMap(kind => NAMES[kind].map(name => [name, kind] as const)),
)

/** The kind of values of a type by its name; undefined for a name that no database is known to have. */
export function kindOfType(typeName: string, dialect: TypeDialect): ValueKind | undefined {
  const name = typeName
    .toLowerCase()
    .replace(/\([^()]*\)|<.*>/gs, ' ')
    .replace(/\s+(?:collate|character set|default|check|unique|primary key|references|generated|comment)\b.*/s, ' ')
    .replace(/\s+(?:not\s+)?null(?:able)?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\[\d*\]$/.test(name)) return 'other'
  if (name === 'timestamp' && INSTANTS.includes(dialect)) return 'timestamptz'
  return KINDS.get(name)
}
