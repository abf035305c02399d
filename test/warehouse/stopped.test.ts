import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Server, started } from '../support/postgres.ts'
import { inFolder, ROOT } from '../support/program.ts'

const URL_OF_SERVER = process.env.LEADQ_POSTGRES
if (URL_OF_SERVER === undefined) console.warn('skipped: stopped runs on a PostgreSQL server; LEADQ_POSTGRES names one')

const RULES = 'leadq: 1\nscores: { fit: { rules: [{ id: size, field: employees, points_from: { 200: 25 } }] } }\n'
const TABLES = `
CREATE VIEW leads AS SELECT n AS id, 250 AS employees FROM generate_series(1, 20000) AS n
  WHERE n <= 12000 OR pg_sleep(120) IS NULL;
CREATE TABLE report (id integer, employees integer, leadq_score integer, leadq_fit integer, leadq_reasons text, leadq_completeness integer);
INSERT INTO report VALUES (1, 9, 0, 0, '', 100);
COMMENT ON TABLE report IS 'scored by leadq 0.0.9, small, as of 2026-03-01'`

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const
const WAYS = ['replace', 'append'] as const

/** What others see in the database, and the sessions of leadq there. */
const THERE = `SELECT string_agg(relname, ' ' ORDER BY relname), (SELECT json_agg(r)::text FROM report AS r),
  obj_description('report'::regclass) FROM pg_class WHERE relnamespace = 'public'::regnamespace OR relname LIKE '%leadq%'`
const SESSIONS = "SELECT query FROM pg_stat_activity WHERE application_name = 'leadq' AND datname = current_database()"

describe.skipIf(URL_OF_SERVER === undefined)('a run into a table of a server that is stopped while it writes', () => {
  let server: Server
  beforeAll(async () => {
    server = await started(URL_OF_SERVER ?? '')
  }, 60_000)
  afterAll(() => server?.close())
  beforeEach(() => server.clear())

  const until = async (isSo: (sessions: readonly string[]) => boolean) => {
    while (!isSo((await server.query(SESSIONS)).map(([sql]) => sql ?? ''))) await after(50)
  }

  it.each(SIGNALS.flatMap(signal => WAYS.map(way => ({ signal, way }))))(
    '$way, by $signal',
    async ({ signal, way }) => {
      await inFolder(async folder => {
        writeFileSync(join(folder, 'rules.yaml'), RULES)
        await server.run(TABLES)
        const before = await server.query(THERE)
        const flags = ['-r', 'rules.yaml', '--table', 'leads', '-o', 'report', '--on-exists', way]
        const argv = [join(ROOT, 'bin', 'leadq.js'), 'score', 'postgres://', ...flags]
        const child = spawn(process.execPath, argv, {
          cwd: folder,
          env: { ...process.env, ...server.env },
          stdio: 'ignore',
        })
        const ended = new Promise(done => child.once('exit', (code, by) => done(by ?? code)))
        const writes = way === 'append' ? 'INSERT INTO' : 'CREATE TABLE'
        await until(sessions => sessions.some(sql => sql.startsWith(writes)))
        child.kill(signal)
        expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: 'SIGKILL' }[signal])
        await until(sessions => sessions.length === 0)
        expect(await server.query(THERE)).toEqual(before)
      })
    },
  )
})
