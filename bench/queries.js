import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse'
import pg from 'pg'
import { AS_OF } from './lead.js'
import { leadsFile } from './leads.js'

/**
 * What the printed query of b2b costs a database for each lead: `.ci/postgres node bench/queries.js`, after
 * `npm run build`. CPU time of one process; the server is on this machine, its time is read from /proc.
 */
const LEADS = 20_000
const LEADQ = fileURLToPath(new URL('../bin/leadq.js', import.meta.url))
/** Columns that a warehouse has as values. */
const TYPES = {
  Employees: 'integer',
  'Annual Revenue': 'numeric',
  'Page Views': 'integer',
  'Email Clicks': 'integer',
  'Demo Requested': 'boolean',
  'Demo Date': 'date',
  'Last Activity Date': 'date',
  Unsubscribed: 'boolean',
}
const typeOf = (heading, text) => TYPES[heading] ?? text

const { headings, rows } = await readLeads()
const folder = mkdtempSync(join(tmpdir(), 'leadq-bench-'))
for (const [name, database] of [
  ['DuckDB', await duckdb()],
  ['PostgreSQL', await postgres()],
]) {
  for (const table of ['texts', 'typed']) {
    await fill(table, database)
    for (const form of ['select', 'view']) await measure(name, table, form, database)
  }
  await database.close()
}
rmSync(folder, { recursive: true })

async function measure(name, table, form, database) {
  const printed = compiled(table, form, database)
  const forms = database.isNested ? [printed, materialized(printed)] : [printed]
  for (const [index, sql] of forms.entries()) {
    if (form === 'view') await database.run(`DROP VIEW IF EXISTS scored CASCADE; ${sql}`)
    const from = form === 'view' ? 'scored' : `(${sql.trim().replace(/;$/, '')})`
    const cpu = await database.cpuOf(`SELECT count(*), ${database.hash('s')} FROM (SELECT * FROM ${from} AS x) AS s`)
    const way = index === 0 ? '' : ', each step materialized'
    console.log(`${name}, ${table}, ${form}${way}: ${cpu.toFixed(2)} s, ${((cpu / LEADS) * 1000).toFixed(3)} ms a lead`)
  }
}

/** As the steps were printed before: for the comparison. */
function materialized(sql) {
  return sql.replaceAll(' OFFSET 0', '').replaceAll(/^([a-z_0-9]+) AS \($/gm, '$1 AS MATERIALIZED (')
}

function compiled(table, form, { dialect, text }) {
  const types = join(folder, 'types.csv')
  writeFileSync(
    types,
    headings.map(heading => `"${heading}",${table === 'typed' ? typeOf(heading, text) : text}`).join('\n'),
  )
  const argv = ['compile', '-r', 'b2b', '--to', dialect, '--source', table, '--as-of', AS_OF, '--types', types]
  const more = form === 'view' ? ['--as', 'view', '--name', 'scored'] : []
  const { status, stdout, stderr } = spawnSync(process.execPath, [LEADQ, ...argv, ...more], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

async function fill(table, { run, text }) {
  const columns = headings.map(heading => `"${heading}" ${table === 'typed' ? typeOf(heading, text) : text}`)
  await run(`CREATE TABLE ${table} (${columns.join(', ')})`)
  const cell = (value, heading) =>
    table === 'typed' && heading in TYPES && value === '' ? 'NULL' : `'${value.replaceAll("'", "''")}'`
  for (let at = 0; at < rows.length; at += 1000) {
    const values = rows
      .slice(at, at + 1000)
      .map(row => `(${row.map((value, n) => cell(value, headings[n])).join(', ')})`)
    await run(`INSERT INTO ${table} VALUES ${values.join(', ')}`)
  }
}

async function duckdb() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  return {
    dialect: 'duckdb',
    text: 'VARCHAR',
    isNested: false,
    hash: row => `sum(CAST(hash(${row}) AS HUGEINT))`,
    run: sql => connection.run(sql),
    async cpuOf(sql) {
      const before = process.cpuUsage()
      await connection.runAndReadAll(sql)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function postgres() {
  const client = new pg.Client({ connectionString: process.env.LEADQ_POSTGRES })
  await client.connect()
  await client.query('SET jit TO off')
  const { rows: own } = await client.query('SELECT pg_backend_pid() AS pid')
  // Hundredths of a second.
  const used = () => {
    const fields = readFileSync(`/proc/${own[0].pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  return {
    dialect: 'postgres',
    text: 'text',
    isNested: true,
    hash: row => `sum(hashtext(CAST(${row} AS text)))`,
    run: sql => client.query(sql),
    async cpuOf(sql) {
      const before = used()
      await client.query(sql)
      return used() - before
    },
    close: () => client.end(),
  }
}

async function readLeads() {
  const [head, ...rest] = await createReadStream(await leadsFile(LEADS))
    .pipe(parse())
    .toArray()
  return { headings: head, rows: rest }
}
