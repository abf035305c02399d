import { BIGQUERY } from './bigquery.ts'
import type { Dialect, DialectName } from './dialect.ts'
import { DUCKDB } from './duckdb.ts'
import { POSTGRES } from './postgres.ts'
import { SNOWFLAKE } from './snowflake.ts'
import { SPARK } from './spark.ts'

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  duckdb: DUCKDB,
  postgres: POSTGRES,
  spark: SPARK,
  snowflake: SNOWFLAKE,
  bigquery: BIGQUERY,
}
