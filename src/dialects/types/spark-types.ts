import type { ColumnKind } from '../../ir/values/column-type.ts'
import type { Sql } from '../dialect/dialect.ts'
import type { ColumnType } from './column-type.ts'

/** A Spark type in its JSON form. */
export type SparkType =
  | string
  | { readonly type: 'struct'; readonly fields: readonly SparkField[] }
  | { readonly type: 'array' | 'map' | 'udt' }

export interface SparkField {
  readonly name: string
  readonly type: SparkType
}

/**
 * What a query with events needs: it has more steps than Spark resolves by itself, and whatever looks a filter or a key
 * of a
 * join up in the steps before it writes each of them out in full, every time twice as long. `spark/leadq_driver.py`
 * sets it, too.
 */
export const SETTINGS_FOR_EVENTS: readonly Sql[] = [
  'SET spark.sql.analyzer.maxIterations = 1000',
  'SET spark.sql.optimizer.excludedRules = org.apache.spark.sql.catalyst.optimizer.PushDownPredicates',
  'SET spark.sql.optimizer.dynamicPartitionPruning.enabled = false',
  'SET spark.sql.optimizer.runtime.bloomFilter.enabled = false',
]

const asText = (cell: Sql): Sql => `CAST(${cell} AS STRING)`
const asJson = (cell: Sql): Sql => `to_json(${cell})`
/** 50.0 is written 50, as files have it; `1.0E10` would be no number of an id. */
const asNumber = (cell: Sql): Sql =>
  `CASE WHEN ${cell} = floor(${cell}) AND abs(${cell}) < 1e15 THEN CAST(CAST(${cell} AS BIGINT) AS STRING) ELSE CAST(${cell} AS STRING) END`

const PLAIN: Readonly<Record<string, ColumnType>> = {
  string: { kind: 'text', spelled: cell => cell },
  byte: { kind: 'number', spelled: asText },
  short: { kind: 'number', spelled: asText },
  integer: { kind: 'number', spelled: asText },
  long: { kind: 'number', spelled: asText },
  float: { kind: 'number', spelled: asNumber },
  double: { kind: 'number', spelled: asNumber },
  date: { kind: 'date', spelled: asText },
  timestamp: { kind: 'date', spelled: cell => `date_format(${cell}, "yyyy-MM-dd'T'HH:mm:ss'Z'")` },
  timestamp_ntz: { kind: 'date', spelled: cell => `substr(CAST(${cell} AS STRING), 1, 19)` },
  boolean: { kind: 'boolean', spelled: asText },
  array: { kind: 'list', spelled: asJson },
  map: { kind: 'other', spelled: asJson },
}

/** How leadq reads a column of a simple type, in a session with time zone UTC. */
export function sparkColumnType(type: string): ColumnType {
  const plain = Object.hasOwn(PLAIN, type) ? PLAIN[type] : undefined
  return plain ?? { kind: kindOf(type), spelled: asText }
}

function kindOf(type: string): ColumnKind {
  if (type.startsWith('decimal')) return 'number'
  return /^(?:var)?char/.test(type) ? 'text' : 'other'
}
