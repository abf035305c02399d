import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Case, copyInputs, findCases, readTree, writeExpected } from './support/cases.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { asked, judged } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { inProcess, type Server, started } from './support/postgres.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'
import { rowsOf, scoredFiles, tableOf } from './support/scored-files.ts'

const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

/** `postgres://user:password@host:port/database`, of a user who may create databases. */
const URL_OF_SERVER = process.env.LEADQ_POSTGRES
if (URL_OF_SERVER === undefined) {
  console.warn('skipped: everything on a PostgreSQL server; LEADQ_POSTGRES=postgres://... names one')
}

const CASES = join(ROOT, 'fixtures', 'cases')

/** A case has `setup.sql`, the tables before the run; those after it that are new or different are expected as CSV. */
const cases = findCases(join(CASES, 'postgres'))

/** Cases that need a server: a database in this process needs no password, and its connection cannot break. */
const OF_SERVERS = new Set(['a-wrong-password', 'no-password', 'the-connection-breaks'])

describe.each([
  { name: 'PostgreSQL in this process', isServer: false, start: inProcess },
  ...(URL_OF_SERVER === undefined
    ? []
    : [{ name: 'a PostgreSQL server', isServer: true, start: () => started(URL_OF_SERVER) }]),
])('$name', ({ isServer, start }) => {
  let server: Server
  beforeAll(async () => {
    server = await start()
  }, 60_000)
  afterAll(() => server.close())
  beforeEach(() => server.clear())

  describe('case folders', () => {
    for (const testCase of cases) {
      if (OF_SERVERS.has(testCase.name) && !isServer) continue
      it(testCase.name, { timeout: 120_000 }, async () => {
        const result = await inFolder(folder => runCase(testCase, folder, server))
        if (UPDATE) writeExpected(testCase, result)
        expect(Object.fromEntries(result)).toEqual(Object.fromEntries(readTree(join(testCase.folder, 'expected'))))
      })
    }
  })

  describe('leads of a file, loaded into a table', () => {
    for (const scored of scoredFiles()) {
      it(scored.name, { timeout: 120_000 }, async () => {
        const { argv, folder, own } = scored
        await loadTable('leads', scored.rows, server)
        for (const name of scored.events) await loadTable(tableOf(name), await rowsOf(join(folder, name)), server)
        const ran = await runInProcess(['score', server.url, '--table', 'leads', '--quiet', ...argv], folder)
        expect(ran).toMatchObject({ exit: 0 })
        const [headings = [], ...rows] = scored.rows
        const columns = headings.map(name => `coalesce(CAST("${name}" AS text), '')`)
        const answered = await server.query(`SELECT ${columns.slice(own).join(', ')} FROM leads_scored`)
        const expected = rows.map(row => row.slice(own))
        expect(answered).toEqual(expected)
      })
    }
  })

  // test/agree.test.ts tests the same for the database in this process.
  if (!isServer) return

  it('says of fixtures/operators.csv what the reference says', { timeout: 600_000 }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll()) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(server, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it('says of any leads and any rulebook what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
        expect(await asked(server, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(30),
    )
  })
})

async function runCase(testCase: Case, folder: string, server: Server): Promise<Map<string, string>> {
  const setup = join(testCase.folder, 'setup.sql')
  if (existsSync(setup)) await server.run(readFileSync(setup, 'utf8'))
  copyInputs(testCase, folder)
  const before = await tablesIn(server)
  const ran = await runShell(testCase.command, folder, server.env)
  const after = await tablesIn(server)
  const changed = [...after].filter(([name, content]) => before.get(name) !== content)
  const removed = [...before.keys()].filter(name => !after.has(name))
  const { PGHOST, PGPORT, PGDATABASE } = server.env
  const anywhere = (text: string) =>
    text
      .replaceAll(`${PGHOST}:${PGPORT}/${PGDATABASE}`, 'HOST:PORT/DATABASE')
      .replaceAll(`${PGHOST}:${PGPORT}`, 'HOST:PORT')
      .replace(/("name": "postgres",\s+"version": )"[0-9.]+"/, '$1"N"')
      .replace(/PostgreSQL \d+(?:\.\d+)*/g, 'PostgreSQL N')
  expect(ran.stdout + ran.stderr).not.toContain(server.env.PGPASSWORD)
  const streams = [
    ['stdout', anywhere(ran.stdout)],
    ['stderr', anywhere(ran.stderr)],
    ['exit', ran.exit === 0 ? '' : `${ran.exit}\n`],
    ['removed', removed.map(name => `${name}\n`).join('')],
  ] as const
  return new Map([
    ...streams.filter(([, text]) => text !== ''),
    ...changed.map(([name, text]) => [`${name}.csv`, text] as const),
  ])
}

/** The contents of the tables by name, with their comments (`COMMENT ON`). */
async function tablesIn(server: Server): Promise<Map<string, string>> {
  const names = await server.query(
    "SELECT relname, quote_ident(relname), coalesce(obj_description(oid, 'pg_class'), '') FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  )
  const tables = new Map<string, string>()
  for (const [name, quoted, comment] of names) {
    const rows = await server.query(`SELECT to_json(t)::text FROM public.${quoted} AS t`)
    tables.set(name ?? '', [`-- ${comment}`, ...rows.map(([row]) => row), ''].join('\n'))
  }
  return tables
}

async function loadTable(
  name: string,
  [headings = [], ...rows]: readonly string[][],
  { dialect, run }: Server,
): Promise<void> {
  const { text, identifier } = dialect
  await run(`CREATE TABLE ${identifier(name)} (${headings.map(each => `${identifier(each)} text`).join(', ')})`)
  if (rows.length === 0) return
  await run(`INSERT INTO ${identifier(name)} VALUES ${rows.map(row => `(${row.map(text).join(', ')})`).join(', ')}`)
}
