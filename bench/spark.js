import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { DATA } from './files.js'
import { AS_OF } from './lead.js'
import { leadsFile } from './leads.js'
import { measureCommand } from './measure.js'
import { count, digits, row } from './rows.js'

/** What leadq on the workers of a Spark costs beside leadq on a file: `npm run bench -- --steps spark`. */
const here = path => fileURLToPath(new URL(path, import.meta.url))
const LEADQ = [process.execPath, here('../bin/leadq.js'), 'score']
const RULES = ['-r', here('rules-40.yaml'), '--as-of', AS_OF, '--force', '--quiet']

/** Two sizes, so that the start of Spark can be told from what each lead costs. */
export async function spark({ isQuick }) {
  process.env.SPARK_HOME ??= here('../.spark/home')
  process.env.SPARK_LOCAL_IP ??= '127.0.0.1'
  if (!existsSync(`${process.env.SPARK_HOME}/bin/spark-submit`))
    throw new Error('no Spark: scripts/spark-setup installs one')
  const [fewer, more] = isQuick ? [20_000, 40_000] : [500_000, 2_000_000]
  const alone = onFile(await leadsFile(more))
  const runs = []
  for (const leads of [fewer, more]) {
    const input = await leadsParquet(leads)
    for (const workers of [1, 2]) {
      const run = inSpark(input, workers)
      runs.push({ ...run, leads, workers })
      const what = `${count(leads)} leads, Spark with ${workers} worker${workers > 1 ? 's' : ''}`
      const ratio = run.cpu / leads / (alone.cpu / more)
      row(
        `${what}, CPU time`,
        `${digits(run.cpu)} s, wall ${digits(run.seconds)} s`,
        `${digits((alone.cpu * leads) / more)} s, on a file`,
        ratio,
        leads === more ? '<= 3' : '',
      )
    }
  }
  for (const workers of [1, 2]) {
    const [small, large] = runs.filter(run => run.workers === workers)
    const each = ((large.cpu - small.cpu) / (more - fewer)) * 1e6
    const own = (alone.cpu / more) * 1e6
    row(
      `each further lead, ${workers} worker${workers > 1 ? 's' : ''}`,
      `${digits(each)} µs`,
      `${digits(own)} µs, on a file`,
      each / own,
      '<= 3',
    )
  }
}

function onFile(input) {
  process.stderr.write('on a file\n')
  return measureCommand('leadq', [...LEADQ, input, ...RULES, '-o', `${DATA}out-alone.csv`, '--threads', '1'])
}

function inSpark(input, workers) {
  process.stderr.write(`${input}, ${workers} workers\n`)
  const master = ['--engine', 'spark', '--master', `local-cluster[${workers},1,2048]`]
  return measureCommand('Spark', [...LEADQ, input, ...RULES, '-o', `${DATA}out-spark.parquet`, ...master])
}

/** The leads as a Parquet file. */
async function leadsParquet(leads) {
  const path = `${DATA}leads-${leads}.parquet`
  if (existsSync(path)) return path
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const csv = `read_csv('${await leadsFile(leads)}', all_varchar = true, parallel = false)`
  await connection.run(`COPY (SELECT * FROM ${csv}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return path
}
