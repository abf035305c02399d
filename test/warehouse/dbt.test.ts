import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { started } from '../support/postgres.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

/** What `scripts/dbt-setup` installs. */
const DBT = join(ROOT, '.dbt', 'venv', 'bin', 'dbt')
const HAS_DBT = existsSync(DBT)
if (!HAS_DBT) {
  if (process.env.LEADQ_DBT === 'required') throw new Error('no dbt: scripts/dbt-setup installs one')
  console.warn('skipped: packages in a real dbt; scripts/dbt-setup installs one')
}
const URL_OF_SERVER = process.env.LEADQ_POSTGRES
if (URL_OF_SERVER === undefined) console.warn('skipped: dbt on a PostgreSQL server; LEADQ_POSTGRES names one')

const TYPES = {
  id: 'integer',
  email: 'varchar(80)',
  job_title: 'varchar(80)',
  company: 'varchar(80)',
  employees: 'integer',
  country: 'varchar(80)',
  budget: 'numeric(12,2)',
  demo_requested: 'boolean',
  demo_date: 'date',
  updated_at: 'timestamp',
}
const TITLES = [
  'CEO',
  'Geschäftsführer',
  'Head of Sales',
  'Intern',
  'head\u00a0of IT',
  'Clerk',
  '',
  'VP {{ sales }} {% if %}',
]

/** The cells of a lead. */
function lead(n: number): string[] {
  const minute = String(n % 60).padStart(2, '0')
  return [
    String(n),
    `p${n % 30}@company${n % 11}.example`,
    TITLES[n % TITLES.length] ?? '',
    `Company ${n % 11}`,
    n % 7 === 0 ? '' : String((n * 37) % 900),
    ['Germany', 'AT', 'France', ''][n % 4] ?? '',
    n % 5 === 0 ? '' : `${n * 1000}.50`,
    ['true', 'false', ''][n % 3] ?? '',
    n % 3 === 0 ? `2026-02-${String(1 + (n % 28)).padStart(2, '0')}` : '',
    n === 13 ? '' : `2026-03-01 10:${minute}:00`,
  ]
}

const SMALL = `leadq: 1
name: 'Small {{ "and" }} {% hostile %}'
locale: { timezone: Europe/Berlin }
scores:
  fit:
    max: 80
    rules:
      - { id: boss, label: "runs {{ the }} company's", when: { job_title: { has_word: [CEO, "geschäftsführ*", head of] } }, points: 60 }
      - { id: size, field: employees, points_from: { 10: 10, 200: 30 } }
  engagement:
    rules: [{ id: demo, when: { demo_requested: true }, points: 40, since: demo_date, fade: { half_life: 30d } }]
grade: { fit: { A: 50, B: 0 }, engagement: { 1: 20, 2: 0 } }
exclude: [{ id: learner, label: learns, when: { job_title: { has_word: intern } } }]
stages: [{ stage: SQL, when: { score.total: { at_least: 60 } } }, { stage: nurture }]
segments: { place: { dach: { country: [Germany, AT] }, elsewhere: otherwise } }
`
const MODELS = [
  { name: 'small', rules: 'small.yaml', flags: ['--incremental', 'updated_at'] },
  { name: 'once', rules: 'once.yaml', flags: ['--as', 'table'] },
  { name: 'whole', rules: 'b2b', flags: ['--as', 'table'] },
]

interface Database {
  readonly to: 'duckdb' | 'postgres'
  /** Of dbt's profile. */
  readonly output: string
  readonly env: Readonly<Record<string, string>>
  run(sql: string): Promise<void>
  query(sql: string): Promise<(string | null)[][]>
  close(): Promise<void>
}

async function duckdb(folder: string): Promise<Database> {
  const path = join(folder, 'leads.duckdb')
  const use = async <T>(work: (connection: Awaited<ReturnType<DuckDBInstance['connect']>>) => Promise<T>) => {
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    try {
      return await work(connection)
    } finally {
      // dbt opens the file next.
      connection.closeSync()
      instance.closeSync()
    }
  }
  return {
    to: 'duckdb',
    output: `{ type: duckdb, path: ${JSON.stringify(path)}, threads: 1 }`,
    env: {},
    run: sql => use(async connection => void (await connection.run(sql))),
    query: sql =>
      use(async connection => {
        const rows = (await connection.runAndReadAll(sql)).getRowsJson()
        return rows.map(row => row.map(value => (value === null ? null : String(value))))
      }),
    close: async () => {},
  }
}

async function postgres(): Promise<Database> {
  const server = await started(URL_OF_SERVER ?? '')
  const { PGHOST, PGPORT, PGUSER, PGPASSWORD = '', PGDATABASE } = server.env
  await server.clear()
  const { run, query, close } = server
  const where = `host: ${PGHOST}, port: ${PGPORT}, user: ${PGUSER}, dbname: ${PGDATABASE}, schema: public`
  return {
    to: 'postgres',
    output: `{ type: postgres, ${where}, threads: 1, password: "{{ env_var('LEADQ_TEST_PASSWORD') }}" }`,
    env: { LEADQ_TEST_PASSWORD: PGPASSWORD },
    run,
    query,
    close,
  }
}

describe.skipIf(!HAS_DBT)('a package of dbt', () => {
  it.each([
    { where: 'DuckDB', open: duckdb },
    ...(URL_OF_SERVER === undefined ? [] : [{ where: 'PostgreSQL', open: postgres }]),
  ])(
    'builds in $where, with the rows of the reference, and again with what changed',
    {
      timeout: 600_000,
    },
    async ({ open }) => {
      await inFolder(async folder => {
        const database = await open(folder)
        try {
          await tryPackage(folder, database)
        } finally {
          await database.close()
        }
      })
    },
  )
})

async function tryPackage(folder: string, database: Database): Promise<void> {
  const at = (name: string) => join(folder, name)
  writeFileSync(at('small.yaml'), SMALL)
  writeFileSync(at('once.yaml'), `${SMALL}dedupe: { by: email }\naccount: { by: company }\n`)
  writeFileSync(
    at('types.txt'),
    Object.entries(TYPES)
      .map(([name, type]) => `${name} ${type}\n`)
      .join(''),
  )
  mkdirSync(at('profiles'))
  writeFileSync(at('profiles/profiles.yml'), `leadq: { target: test, outputs: { test: ${database.output} } }\n`)
  const leads = Array.from({ length: 45 }, (_, n) => lead(n + 1))
  const columns = Object.entries(TYPES).map(([name, type]) => `${name} ${type}`)
  await database.run(`CREATE TABLE leads (${columns.join(', ')})`)
  await database.run(`INSERT INTO leads VALUES ${leads.map(valuesOf).join(', ')}`)
  for (const { name, rules, flags } of MODELS) {
    const argv = ['compile', '--to', database.to, '--source', 'leads', '--types', 'types.txt', '-r', rules]
    const ran = await runInProcess([...argv, '--dbt', 'package', '--name', name, ...flags, '--force'], folder)
    expect(ran).toMatchObject({ exit: 0 })
  }

  const first = '2026-03-02'
  await build(folder, first, database)
  const before = await scored('small', database)
  expect(before).toEqual(await reference(folder, leads, 'small.yaml', first))
  for (const { name, rules } of MODELS) {
    expect(await scored(name, database)).toEqual(await reference(folder, leads, rules, first))
  }

  // One lead is new and one changed; a third changed without a word about it, and of a fourth nobody knows when.
  const later = leads.map(cells =>
    cells[0] === '2' ? with_(cells, { job_title: 'CEO', updated_at: '2026-04-01 00:00:00' }) : cells,
  )
  const now = [...later, with_(lead(46), { updated_at: '2026-04-02 00:00:00' })]
  await database.run("UPDATE leads SET job_title = 'CEO', updated_at = '2026-04-01 00:00:00' WHERE id = 2")
  await database.run("UPDATE leads SET job_title = 'CEO' WHERE id = 6")
  await database.run(`INSERT INTO leads VALUES ${valuesOf(now.at(-1) ?? [])}`)
  const second = '2026-04-20'
  await build(folder, second, database)
  const after = await scored('small', database)
  const fresh = await reference(folder, now, 'small.yaml', second)
  const again = new Set(['2', '13', '46', ...leads.filter(cells => cells[9] === NEWEST).map(([id = '']) => id)])
  const expected = [...before.filter(([id]) => !again.has(id ?? '')), ...fresh.filter(([id]) => again.has(id ?? ''))]
  expect(after).toEqual(expected.toSorted((a, b) => Number(a[0]) - Number(b[0])))
}

/** When the newest of the first leads was changed. */
const NEWEST = '2026-03-01 10:45:00'

function with_(cells: readonly string[], changes: Readonly<Record<string, string>>): string[] {
  return Object.keys(TYPES).map((name, n) => changes[name] ?? cells[n] ?? '')
}

function valuesOf(cells: readonly string[]): string {
  return `(${cells.map(cell => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)).join(', ')})`
}

/** Builds and tests all models of the package: dbt ends with 1 where one of its tests fails. */
async function build(folder: string, asOf: string, { env }: Database): Promise<void> {
  const paths = ['--project-dir', 'package', '--profiles-dir', 'profiles', '--target-path', join(folder, 'target')]
  const vars = JSON.stringify({ leadq_as_of: asOf })
  const child = spawn(DBT, ['--no-use-colors', '--log-path', join(folder, 'logs'), 'build', ...paths, '--vars', vars], {
    cwd: folder,
    env: { ...process.env, ...env, DBT_SEND_ANONYMOUS_USAGE_STATS: 'false' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const code = await new Promise(done => child.once('close', done))
  expect(code, said).toBe(0)
  expect(said).not.toMatch(/deprecat|\bWARN(?!=0)/i)
}

/** The id and leadq's columns of each lead, by id. */
async function scored(model: string, database: Database): Promise<(string | null)[][]> {
  const found = await database.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = '${model}' AND column_name LIKE 'leadq%' ORDER BY ordinal_position`,
  )
  const columns = found.map(([name]) => `CAST("${name}" AS varchar)`)
  return database.query(`SELECT CAST(id AS varchar), ${columns.join(', ')} FROM ${model} ORDER BY ${model}.id`)
}

async function reference(folder: string, leads: readonly string[][], rules: string, asOf: string) {
  const csv = [Object.keys(TYPES), ...leads].map(cells => cells.map(cell => `"${cell}"`).join(',')).join('\n')
  writeFileSync(join(folder, 'leads.csv'), `${csv}\n`)
  const argv = ['score', 'leads.csv', '-r', rules, '--as-of', asOf, '--from', 'generic', '-o', '-', '-q']
  const { stdout } = await runInProcess(argv, folder)
  const [, ...rows]: string[][] = parse(stdout)
  return rows.map(([id = '', ...cells]) => [id, ...cells.slice(9).map(cell => (cell === '' ? null : cell))])
}
