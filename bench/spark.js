import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { DATA } from './files.js'
import { AS_OF } from './lead.js'
import { leadsFile } from './leads.js'
import { count, digits, row, rows } from './rows.js'

/** What leadq on the workers of a Spark costs beside leadq on a file: `npm run bench -- --steps spark --leads 500000,2000000`. */
const here = path => fileURLToPath(new URL(path, import.meta.url))
const LEADQ = [process.execPath, here('../bin/leadq.js'), 'score']
const RULES = ['-r', here('rules-40.yaml'), '--as-of', AS_OF, '--force', '--quiet']
const USAGE = `${DATA}usage-spark.json`

/** The start of Spark is measured by itself: hardly any leads. */
const FEW = 1_000
/** Above so many leads there is one run, with two workers. */
const OFTEN = 2_000_000

/** Each size beside leadq on a CSV file; the last of the usual ones also beside leadq on Parquet and a plain copy by Spark. */
export async function spark({ isQuick, leads = isQuick ? [20_000, 40_000] : [500_000, 2_000_000, 10_000_000] }) {
  prepare()
  const few = await leadsParquet(FEW)
  const starts = new Map([1, 2].map(workers => [workers, inSpark(few, workers)]))
  for (const [workers, start] of starts) rows.push([`Spark starts, ${named(workers)}`, timeOf(start), '', '', ''])
  const compared = Math.max(...leads.filter(each => each <= OFTEN))
  for (const size of leads) {
    const file = onFile(await leadsFile(size), 'out-alone.csv')
    const input = await leadsParquet(size)
    for (const workers of size > OFTEN ? [2] : [1, 2]) {
      const run = inSpark(input, workers)
      const what = `${count(size)} leads, Spark with ${named(workers)}`
      row(`${what}, CPU time`, timeOf(run), `${digits(file.cpu)} s, on a file`, run.cpu / file.cpu, '<= 3')
      const own = run.cpu - (starts.get(workers)?.cpu ?? 0)
      const each = cpu => `${digits((cpu / size) * 1e6)} µs a lead`
      row(`${what}, without the start`, each(own), `${each(file.cpu)}, on a file`, own / file.cpu, '<= 3')
      rows.push([`${what}, peak memory`, memoryOf(run), '', '', ''])
      if (workers === 1 && size === compared) besideParquet(input, size, run)
    }
    rmSync(`${DATA}out-alone.csv`)
  }
}

const named = workers => `${workers} worker${workers > 1 ? 's' : ''}`

function besideParquet(input, size, run) {
  const parquet = onFile(input, 'out-alone.parquet')
  row(`${count(size)} leads, CPU time`, timeOf(run), `${digits(parquet.cpu)} s, on Parquet`, run.cpu / parquet.cpu, '')
  const submit = [`${process.env.SPARK_HOME}/bin/spark-submit`, '--master', master(1), here('peers/spark-copy.py')]
  const copy = measured('copy', [...submit, `${DATA}out-spark.parquet`, `${DATA}out-copy.parquet`])
  row(
    `${count(size)} scored leads, CPU time`,
    timeOf(run),
    `${digits(copy.cpu)} s, copied by Spark`,
    run.cpu / copy.cpu,
    '',
  )
}

function prepare() {
  process.env.SPARK_HOME ??= here('../.spark/home')
  process.env.SPARK_LOCAL_IP ??= '127.0.0.1'
  const python = here('../.spark/venv/bin/python')
  if (existsSync(python)) process.env.PYSPARK_PYTHON ??= python
  if (!existsSync(`${process.env.SPARK_HOME}/bin/spark-submit`))
    throw new Error('no Spark: scripts/spark-setup installs one')
}

function onFile(input, output) {
  return measured(`${input} alone`, [...LEADQ, input, ...RULES, '-o', `${DATA}${output}`, '--threads', '1'])
}

const master = workers => `local-cluster[${workers},1,2048]`

function inSpark(input, workers) {
  const spark = ['--engine', 'spark', '--master', master(workers)]
  return measured(`${input}, ${workers} workers`, [
    ...LEADQ,
    input,
    ...RULES,
    '-o',
    `${DATA}out-spark.parquet`,
    ...spark,
  ])
}

/** CPU time of all processes, and the most memory that one of each kind had. */
function measured(name, command) {
  process.stderr.write(`${name}\n`)
  const { status, stderr } = spawnSync('python3', [here('spark-usage.py'), USAGE, ...command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
  const usage = JSON.parse(readFileSync(USAGE, 'utf8'))
  rmSync(USAGE)
  return usage
}

function timeOf({ cpu, seconds }) {
  return `${digits(cpu)} s, wall ${digits(seconds)} s`
}

function memoryOf({ megabytes }) {
  return Object.entries(megabytes)
    .map(([kind, most]) => `${kind} ${most} MB`)
    .sort()
    .join(', ')
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
