import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventsFile } from './events.js'
import { DATA } from './files.js'
import { AS_OF } from './lead.js'
import { leadsFile, repeatedLeads } from './leads.js'
import { csv, leadsParquet, parquetOf } from './parquet.js'
import { count, digits, row, rows } from './rows.js'

/** leadq on the workers of a Spark beside leadq on a file: `npm run bench -- --steps spark --leads 2000000,10000000`. */
const here = path => fileURLToPath(new URL(path, import.meta.url))
const LEADQ = [process.execPath, here('../bin/leadq.js'), 'score']
const FLAGS = ['--as-of', AS_OF, '--force', '--quiet']
const RULES = ['-r', here('rules-40.yaml')]
const USAGE = `${DATA}usage-spark.json`

/** The start of Spark is measured by itself: hardly any leads. */
const FEW = 1_000
/** More leads than these are scored once, with two workers. */
const OFTEN = 2_000_000

/** Each size beside leadq on a CSV file; the last of the usual ones also beside leadq on Parquet and a plain copy by Spark. */
export async function spark({ isQuick, leads = isQuick ? [20_000] : [2_000_000, 10_000_000] }) {
  prepare()
  const few = await leadsParquet(FEW)
  const starts = new Map([1, 2].map(workers => [workers, inSpark(few, workers)]))
  for (const [workers, start] of starts) rows.push([`Spark starts, ${named(workers)}`, timeOf(start), '', '', ''])
  const compared = Math.max(...leads.filter(each => each <= OFTEN))
  for (const size of leads) {
    const input = await leadsParquet(size)
    const file = onFile(await repeatedLeads(size), 'csv')
    rmSync(`${DATA}out-alone.csv`)
    for (const workers of size > OFTEN ? [2] : [1, 2]) {
      const run = inSpark(input, workers)
      const what = `${count(size)} leads, Spark with ${named(workers)}`
      row(`${what}, CPU time`, timeOf(run), `${timeOf(file)}, on a file`, run.cpu / file.cpu, '<= 3')
      const own = run.cpu - (starts.get(workers)?.cpu ?? 0)
      const each = cpu => `${digits((cpu / size) * 1e6)} µs a lead`
      row(`${what}, without the start`, each(own), `${each(file.cpu)}, on a file`, own / file.cpu, '<= 3')
      rows.push([`${what}, peak memory`, memoryOf(run), '', '', ''])
      if (workers === 1 && size === compared) besideParquet(input, size, run)
    }
  }
  removeResults()
}

/** The same with ten events for each lead, on two workers: `npm run bench -- --steps sparkEvents`. */
export async function sparkEvents({ isQuick }) {
  prepare()
  const size = isQuick ? 2_000 : 200_000
  const files = { leads: await leadsFile(size), events: await eventsFile('csv', size * 10, size) }
  const tables = {
    leads: await leadsParquet(size),
    events: await parquetOf(`events-${size * 10}-${size}`, csv(files.events)),
  }
  const rules = ['-r', 'b2b', '--events']
  const file = onFile(files.leads, 'csv', [...rules, files.events])
  const run = inSpark(tables.leads, 2, [...rules, tables.events])
  const what = `${count(size)} leads and ${count(size * 10)} events, Spark with ${named(2)}`
  row(`${what}, CPU time`, timeOf(run), `${timeOf(file)}, on files`, run.cpu / file.cpu, '')
  rows.push([`${what}, peak memory`, memoryOf(run), '', '', ''])
  removeResults()
}

const named = workers => `${workers} worker${workers > 1 ? 's' : ''}`

function besideParquet(input, size, run) {
  const parquet = onFile(input, 'parquet')
  row(`${count(size)} leads, CPU time`, timeOf(run), `${digits(parquet.cpu)} s, on Parquet`, run.cpu / parquet.cpu, '')
  const submit = [`${process.env.SPARK_HOME}/bin/spark-submit`, '--master', master(1), here('peers/spark-copy.py')]
  const paths = [`${DATA}out-spark.parquet`, `${DATA}out-copy.parquet`]
  const copy = measured([...submit, ...paths], `${basename(input)}, scored, copied by Spark`)
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

function onFile(input, format, rules = RULES) {
  const output = `${DATA}out-alone.${format}`
  return measured(
    [...LEADQ, input, ...rules, ...FLAGS, '-o', output, '--threads', '1'],
    `${basename(input)}, leadq alone`,
  )
}

const master = workers => `local-cluster[${workers},1,2048]`

function inSpark(input, workers, rules = RULES) {
  const engine = ['--engine', 'spark', '--master', master(workers), '-o', `${DATA}out-spark.parquet`]
  return measured([...LEADQ, input, ...rules, ...FLAGS, ...engine], `${basename(input)}, Spark with ${named(workers)}`)
}

/** CPU time of all processes, and the most memory that one of each kind had. */
function measured(command, name) {
  process.stderr.write(`${name}: `)
  const { status, stderr } = spawnSync('python3', [here('spark-usage.py'), USAGE, ...command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
  const usage = JSON.parse(readFileSync(USAGE, 'utf8'))
  rmSync(USAGE)
  process.stderr.write(`${timeOf(usage)}\n`)
  return usage
}

function removeResults() {
  for (const name of ['alone.csv', 'alone.parquet', 'spark.parquet', 'copy.parquet'])
    rmSync(`${DATA}out-${name}`, { recursive: true, force: true })
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
