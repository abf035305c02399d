import { existsSync, renameSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { DATA } from './files.js'
import { INVENTED, leadsFile } from './leads.js'

/** The leads of `repeatedLeads` as a Parquet file. */
export async function leadsParquet(count) {
  if (count <= INVENTED) return parquetOf(`leads-${count}`, csv(await leadsFile(count)))
  const times = count / INVENTED
  const invented = `SELECT * FROM '${await leadsParquet(INVENTED)}'`
  return parquetOf(`leads-${times}-x-${INVENTED}`, Array(times).fill(invented).join(' UNION ALL '))
}

/** The cells of a CSV file as texts. */
export function csv(path) {
  return `SELECT * FROM read_csv('${path}', all_varchar = true, parallel = false)`
}

/** The path of a Parquet file of `data/`, written by DuckDB from the rows of a query when it is first asked for. */
export async function parquetOf(name, sql) {
  const path = `${DATA}${name}.parquet`
  if (existsSync(path)) return path
  const unfinished = `${path}.tmp`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${sql}) TO '${unfinished}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  renameSync(unfinished, path)
  return path
}
