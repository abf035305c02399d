import type { ValueKind } from '../../ir/values/column-type.ts'
import type { Sql } from '../dialect/dialect.ts'
import { SPARK } from '../dialect/spark.ts'
import { type ColumnType, typeOfValues } from './column-type.ts'

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

const VALUES: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  byte: 'integer',
  short: 'integer',
  integer: 'integer',
  long: 'integer',
  float: 'float',
  double: 'float',
  date: 'date',
  timestamp: 'timestamptz',
  timestamp_ntz: 'timestamp',
  boolean: 'boolean',
}

/** How leadq reads a column of a simple type, in a session with time zone UTC. */
export function sparkColumnType(type: string): ColumnType {
  const values = Object.hasOwn(VALUES, type) ? VALUES[type] : undefined
  if (values !== undefined) return typeOfValues(values, SPARK)
  if (type.startsWith('decimal')) return typeOfValues('decimal', SPARK)
  const other = typeOfValues('other', SPARK)
  if (type === 'array' || type === 'map') {
    return { ...other, kind: type === 'array' ? 'list' : 'other', spelled: cell => `to_json(${cell})` }
  }
  return { ...other, kind: /^(?:var)?char/.test(type) ? 'text' : 'other' }
}
