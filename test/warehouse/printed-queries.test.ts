import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { HAS_ZETASQL, zetasql } from '../support/bigquery.ts'
import { duckdb, postgres, tableOf } from '../support/engines.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'
import { HAS_SNOWFLAKE, snowflake } from '../support/snowflake.ts'

/**
 * The queries of `docs/queries` are run as they stand there. They may have been printed some changes ago: what they
 * answer is what counts. `UPDATE=1` prints them anew.
 */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

const FOLDER = join(ROOT, 'docs', 'queries')
const TYPES = readFileSync(join(FOLDER, 'leads.types.txt'), 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/) as [string, string])

const WORDS: Readonly<Record<string, readonly string[]>> = {
  job_title: [
    'CEO',
    'Head of IT',
    'Geschäftsführerin',
    'Sales Manager',
    'Werkstudent',
    'Assistant to the CEO',
    '',
    'Clerk',
  ],
  industry: ['Software', 'Maschinenbau', 'Retail', '', 'Gambling'],
  country: ['Germany', 'AT', 'Schweiz', 'France', 'India', ''],
  timeline: ['this quarter', 'within 3 months', '', 'next year', 'sofort'],
  source: ['Website', 'Trade show', 'Referral', '', 'LinkedIn'],
  webinar: ['', 'attended', 'Intro', 'no'],
  lead_status: ['', 'Open', 'New', 'Unqualified', 'Contacted'],
  phone: ['', '+49 30 1234567', 'n/a'],
}

/** A cell of a lead, by the type of its column: each repeats at a length of its own. */
function cellOf([name, type]: readonly [string, string], lead: number, column: number): string {
  const n = (lead * (2 * column + 7)) % 97
  if (name === 'id') return String(lead)
  if (name === 'email')
    return `${n % 2 === 0 ? 'info' : `p${lead}`}@${['acme.example', 'gmail.com', 'bolt.example'][n % 3] ?? ''}`
  if (name in WORDS) return WORDS[name]?.[n % (WORDS[name]?.length ?? 1)] ?? ''
  if (n % 9 === 0) return ''
  if (type === 'boolean') return String(n % 3 === 0)
  if (type === 'date') return new Date(Date.UTC(2026, 2, 2) - n * 3 * 86_400_000).toISOString().slice(0, 10)
  if (type.startsWith('numeric')) return `${n * n * 250}.50`
  return type === 'integer' ? String(n * 11) : `${name} ${n}`
}

const COLUMNS = TYPES.map(([name]) => name)
const LEADS = Array.from({ length: 400 }, (_, n) => TYPES.map((each, column) => cellOf(each, n + 1, column)))

const LONG = { timeout: 300_000 }

const COMPILE = ['--as', 'view', '--as-of', '2026-03-02', '-r', 'b2b']
/** Snowflake and BigQuery have types of their own, Snowflake also names. */
const OWN_TYPES = ['snowflake', 'bigquery']
const typesFor = (to: string) => (OWN_TYPES.includes(to) ? `leads.types.${to}.txt` : 'leads.types.txt')
const DIALECT_NAMES = ['duckdb', 'postgres', 'spark', 'snowflake', 'bigquery']
/** BigQuery keeps functions in a dataset, which is part of their names. */
const sourceFor = (to: string) => (to === 'bigquery' ? 'crm.leads' : 'leads')
const datasetFor = (to: string) => (to === 'bigquery' ? ['crm'] : [])

async function printed(...argv: readonly string[]): Promise<string> {
  const { stdout, exit } = await runInProcess(['compile', ...argv], FOLDER)
  expect(exit).toBe(0)
  return stdout
}

const b2b = (to: string, ...more: readonly string[]) =>
  printed(...COMPILE, '--source', sourceFor(to), '--types', typesFor(to), '--to', to, ...more)
const library = (to: string, ...more: readonly string[]) => printed('--to', to, '--library', ...datasetFor(to), ...more)

it.runIf(UPDATE).each(DIALECT_NAMES)('is printed for %s', async to => {
  writeFileSync(join(FOLDER, `b2b.${to}.sql`), await b2b(to, '--use-library', ...datasetFor(to)))
  writeFileSync(join(FOLDER, `library.${to}.sql`), await library(to))
})

/** Views call functions by names with a version: these may not change below them. */
it.each(DIALECT_NAMES)('the library of %s is that of its version', async to => {
  const hint = 'count LIBRARY_VERSION up if it was released, and run UPDATE=1 on this file'
  expect(await library(to), hint).toBe(readFileSync(join(FOLDER, `library.${to}.sql`), 'utf8'))
})

describe.each([
  { to: 'duckdb', open: duckdb },
  { to: 'postgres', open: postgres },
])('$to', ({ to, open }) => {
  it('answers what leadq score does', LONG, async () => {
    const engine = await open()
    const literal = (cell: string) => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)
    await engine.run(`CREATE TABLE leads (${TYPES.map(each => each.join(' ')).join(', ')})`)
    await engine.run(`INSERT INTO leads VALUES ${LEADS.map(cells => `(${cells.map(literal).join(', ')})`).join(', ')}`)
    const [headings = [], ...rows] = await reference()
    const own = headings.slice(COLUMNS.length).map(name => `coalesce(CAST(l."${name}" AS varchar), '')`)
    const found = () =>
      engine.query(`SELECT CAST(l.id AS varchar), ${own.join(', ')} FROM leads_scored AS l ORDER BY l.id`)
    const answers = rows.map(([id, ...cells]) => [id, ...cells.slice(COLUMNS.length - 1)])
    const leftOver = () => engine.query(FUNCTIONS[engine.dialect.name] ?? '')
    // The library, and a view that calls it, as they stand in the docs.
    await engine.run(readFileSync(join(FOLDER, `library.${to}.sql`), 'utf8'))
    await engine.run(readFileSync(join(FOLDER, `b2b.${to}.sql`), 'utf8'))
    expect(await found()).toEqual(answers)
    await engine.run(await b2b(to, '--use-library', '--drop'))
    await engine.run(await library(to, '--drop'))
    expect(await leftOver()).toEqual([])
    // A view that brings its functions along, pasted as it is printed.
    await engine.run(await b2b(to))
    expect(await found()).toEqual(answers)
    expect(await leftOver()).not.toEqual([])
    await engine.run(await b2b(to, '--drop'))
    expect(await leftOver()).toEqual([])
    await engine.close()
  })
})

/** The functions that leadq made. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  duckdb: "SELECT function_name FROM duckdb_functions() WHERE function_name LIKE 'lead%' AND function_name <> 'lead'",
  postgres: "SELECT proname FROM pg_proc WHERE proname LIKE 'lead%' AND pronamespace = 'public'::regnamespace",
}

/** The table of the types of its own, with a lead of every ninth; the query as it stands, and with its functions. */
it.skipIf(!HAS_SNOWFLAKE)('Snowflake, as far as fakesnow is it, answers what leadq score does', LONG, async () => {
  const engine = await snowflake()
  const types = readFileSync(join(FOLDER, typesFor('snowflake')), 'utf8')
  const few = LEADS.filter((_, n) => n % 9 === 0)
  const literal = (cell: string) => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)
  await engine.run(`CREATE TABLE leads (${types.trim().split('\n').join(', ')})`)
  await engine.run(`INSERT INTO leads VALUES ${few.map(cells => `(${cells.map(literal).join(', ')})`).join(', ')}`)
  const [headings = [], ...rows] = await reference()
  const own = headings.slice(COLUMNS.length).map(name => `COALESCE(CAST(${name} AS VARCHAR), '')`)
  const found = () => engine.query(`SELECT CAST(id AS VARCHAR), ${own.join(', ')} FROM leads_scored ORDER BY id`)
  const answers = rows.filter((_, n) => n % 9 === 0).map(([id, ...cells]) => [id, ...cells.slice(COLUMNS.length - 1)])
  await engine.run(readFileSync(join(FOLDER, 'library.snowflake.sql'), 'utf8'))
  await engine.run(readFileSync(join(FOLDER, 'b2b.snowflake.sql'), 'utf8'))
  expect(await found()).toEqual(answers)
  await engine.run(await b2b('snowflake', '--use-library', '--drop'))
  await engine.run(await library('snowflake', '--drop'))
  await expect(found()).rejects.toThrow()
  await engine.run(await b2b('snowflake'))
  expect(await found()).toEqual(answers)
  await engine.close()
})

/** Google's evaluator has no tables: the leads stand in the query, one of 27 of them. What a view reads is run. */
it.skipIf(!HAS_ZETASQL)('BigQuery, as far as ZetaSQL is it, answers what leadq score does', LONG, async () => {
  const engine = zetasql()
  const { dialect } = engine
  const few = LEADS.filter((_, n) => n % 27 === 0)
  const types = readFileSync(join(FOLDER, typesFor('bigquery')), 'utf8')
    .trim()
    .split('\n')
  const kinds = types.map(line => line.split(/\s+/)[1] ?? '')
  const literal = (cell: string, column: number) =>
    `CAST(${cell === '' ? 'NULL' : dialect.text(cell)} AS ${kinds[column]})`
  const table = tableOf(
    dialect,
    COLUMNS,
    few.map(cells => cells.map(literal)),
  )
  const [headings = [], ...rows] = await reference()
  const own = headings.slice(COLUMNS.length).map(name => `coalesce(CAST(${name} AS STRING), '')`)
  const answers = rows.filter((_, n) => n % 27 === 0).map(([id, ...cells]) => [id, ...cells.slice(COLUMNS.length - 1)])
  const found = async (...files: readonly string[]) => {
    const statements = files.flatMap(file => file.trim().replace(/;$/, '').split(/;\n+/))
    for (const each of statements.slice(0, -1)) await engine.run(each)
    const view = statements.at(-1) ?? ''
    const [head = '', read = ''] = view.split(/(?<=^CREATE OR REPLACE VIEW .*) AS\n/)
    expect(head).toBe('CREATE OR REPLACE VIEW `crm`.`leads_scored`')
    const query = read.replaceAll('FROM `crm`.`leads` ', `FROM ${table} `)
    return engine.query(`SELECT CAST(id AS STRING), ${own.join(', ')} FROM (${query}\n) AS s ORDER BY id`)
  }
  const docs = (name: string) => readFileSync(join(FOLDER, `${name}.bigquery.sql`), 'utf8')
  expect(await found(docs('library'), docs('b2b'))).toEqual(answers)
  await engine.close()
})

function reference(): Promise<string[][]> {
  return inFolder(async folder => {
    const csv = [COLUMNS, ...LEADS].map(cells => cells.map(cell => `"${cell}"`).join(',')).join('\n')
    writeFileSync(join(folder, 'leads.csv'), `${csv}\n`)
    const argv = ['score', 'leads.csv', '-r', 'b2b', '--as-of', '2026-03-02', '--from', 'generic', '-o', '-', '-q']
    return parse((await runInProcess(argv, folder)).stdout)
  })
}
