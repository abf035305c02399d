import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { sparkWorker } from '../src/cli/hosts/warehouse/spark-worker.ts'
import { parseSystem } from '../src/cli/options.ts'
import { findRulebook, usable } from '../src/cli/rulebook.ts'
import { SPARK } from '../src/dialects/dialect/spark.ts'
import { bindPlan } from '../src/io/bind/bind.ts'
import { bindEvents } from '../src/io/bind/bind-events.ts'
import { type Column, columnsOf, PREFIX } from '../src/ir/plan/columns.ts'
import type { Plan } from '../src/ir/plan/plan.ts'
import type { Summary } from '../src/ir/results/summary.ts'
import { boundEvents } from '../src/leads/events/bound-events.ts'
import { chooseColumns } from '../src/leads/leadq-columns.ts'
import { type SparkRequest, scoreInSpark } from '../src/tools/warehouse/spark/score-spark.ts'
import type { Spark } from '../src/tools/warehouse/spark/session.ts'
import { answered, scored as scoredWithEvents } from './support/asked-events.ts'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { eventLeads, eventRulebook, leadEvents } from './support/draw-events.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { asked, counted, countedByReference, judged, type QueryEngine, sparkOf } from './support/engines.ts'
import { gatheredTests } from './support/gathered-tests.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { AS_OF, bindTo, planOf } from './support/plans.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'
import { rowsOf, type ScoredFile, scoredFiles } from './support/scored-files.ts'
import { SPARK_ENVIRONMENT, SPARK_HOME, startedSpark } from './support/spark.ts'

/** Spark takes seconds to plan a query. The wide rulebooks take longest, so they are the fewest. */
const USUAL_RUNS = 6
/** Without `LEADQ_DRAWS` every third file is scored, and of those with events, whose queries take longest to plan, every fifth. */
const STRIDE = { plain: 3, withEvents: 5 }
/** Spark takes seconds to plan a rulebook of 25 operators: without `LEADQ_DRAWS` it answers one of so many. */
const OPERATORS_ONE_OF = 3
const LONG = 1_800_000

if (SPARK_HOME === undefined) {
  if (process.env.LEADQ_SPARK === 'required') throw new Error('no Spark: scripts/spark-setup installs one')
  console.warn('skipped: everything in a real Spark; scripts/spark-setup installs one')
}

function files(): ScoredFile[] {
  const all = scoredFiles().filter(({ rows }) => rows.length > 1)
  const takesAll = runs(1).numRuns > 1
  const every = (stride: number, files: readonly ScoredFile[]) => files.filter((_, n) => takesAll || n % stride === 0)
  const plain = all.filter(({ events }) => events.length === 0)
  const withEvents = all.filter(({ events }) => events.length > 0)
  const chosen = [...every(STRIDE.plain, plain), ...every(STRIDE.withEvents, withEvents)].filter(
    scored => !hasMemory(scored),
  )
  if (chosen.length < all.length) {
    console.info(`Spark scores ${chosen.length} of ${all.length} files; LEADQ_DRAWS=2 takes all`)
  }
  return chosen
}

/** What such leads were before stands in columns that the result replaces. */
function hasMemory({ rows: [headings = [], ...rows] }: ScoredFile): boolean {
  const before = headings.indexOf('leadq_stage_before')
  return rows.some(row => (row[before] ?? '') !== '')
}

describe.skipIf(SPARK_HOME === undefined)('in a Spark with two workers', () => {
  let session: Spark
  let engine: QueryEngine
  beforeAll(async () => {
    session = await startedSpark()
    engine = sparkOf(session)
  }, 300_000)
  afterAll(() => session?.close(), 60_000)

  it('the query says of fixtures/operators.csv what the reference says', { timeout: LONG }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll(OPERATORS_ONE_OF)) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it.each([
    { what: 'any leads and any rulebook', arbitrary: fc.tuple(rulebook, leads), headings: HEADINGS, draws: USUAL_RUNS },
    {
      what: 'hostile texts and every kind of field',
      arbitrary: fc.tuple(wideRulebook, wideLeads),
      headings: WIDE_HEADINGS,
      draws: USUAL_RUNS / 3,
    },
  ])('the query says of $what what the reference says', { timeout: LONG }, async ({ arbitrary, headings, draws }) => {
    await fc.assert(
      fc.asyncProperty<[[object, string[][]]]>(arbitrary, async ([rules, rows]) => {
        const { bound } = bindTo(planOf(rules), headings, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(draws),
    )
  })

  it('events come to what they come to for the reference', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, leadEvents, async (rules, rows, events) => {
        const plan = planOf(rules)
        expect(await answered(engine, plan, rows, [events])).toEqual(await scoredWithEvents(plan, rows, [events]))
      }),
      runs(1),
    )
  })

  it('the query counts what the reference counts', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const plan = planOf(rules)
        const { bound } = bindTo(plan, WIDE_HEADINGS, rows)
        expect(await counted(engine, plan, bound, rows)).toEqual(countedByReference(plan, bound, rows))
      }),
      runs(2),
    )
  })

  describe('leads of a file', () => {
    for (const scored of files()) {
      it(scored.name, { timeout: LONG }, async () => {
        const { plan, flags } = await planFor(scored)
        const [headings = [], ...leads] = scored.rows.map(row => row.slice(0, scored.own))
        const sample = { name: scored.name, headings, rows: leads, delimiter: scored.delimiter, around: [] }
        const { events, records } = await eventsFor(scored, plan)
        const { bound } = bindPlan(plan, sample, { from: flags.from, events })
        const columns = chooseColumns(plan, flags.columns, PREFIX)
        const answer = await asked(engine, bound, leads, { events: records, columns })
        expect(answer).toEqual(scored.rows.slice(1).map(row => row.slice(scored.own)))
      })
    }
  })

  describe('leadq on the workers', () => {
    /** A table of texts, in which the last column has the place of each row. */
    async function tableOf(name: string, headings: readonly string[], rows: readonly (readonly string[])[]) {
      const { text, identifier } = SPARK
      const values = rows.map((row, index) => `(${[...row, String(index)].map(cell => text(cell)).join(', ')})`)
      const names = [...headings, 'Place'].map(identifier).join(', ')
      await session.ask('write_table', {
        sql: `SELECT * FROM VALUES ${values.join(', ')} AS v (${names})`,
        table: name,
      })
    }

    async function onWorkers(rules: object, input: string, more: Partial<SparkRequest> = {}) {
      const worker = await sparkWorker(process.execPath)
      return inFolder(folder => {
        writeFileSync(join(folder, 'rules.yaml'), JSON.stringify(rules))
        return scored(folder, { input, out: `${input}_out`, force: true, worker, ...more }, session)
      })
    }

    async function answersIn(table: string, columns: readonly Column[]) {
      const cells = columns.map(({ name }) => `coalesce(CAST(${SPARK.identifier(`leadq_${name}`)} AS STRING), '')`)
      return session.ask('query', { sql: `SELECT ${cells.join(', ')} FROM ${table} ORDER BY CAST(Place AS INT)` })
    }

    it.each([
      { what: 'any leads and any rulebook', arbitrary: fc.tuple(rulebook, leads), headings: HEADINGS, draws: 3 },
      { what: 'hostile texts', arbitrary: fc.tuple(wideRulebook, wideLeads), headings: WIDE_HEADINGS, draws: 3 },
    ])('says of $what what the reference says', { timeout: LONG }, async ({ arbitrary, headings, draws }) => {
      await fc.assert(
        fc.asyncProperty<[[object, string[][]]]>(arbitrary, async ([rules, rows]) => {
          await tableOf('drawn', headings, rows)
          await onWorkers(rules, 'drawn')
          const placed = rows.map((row, index) => [...row, String(index)])
          const { bound } = bindTo(planOf(rules), [...headings, 'Place'], placed)
          expect(await answersIn('drawn_out', columnsOf(bound))).toEqual(judged(bound, placed))
        }),
        runs(draws),
      )
    })

    it('brings every cell there and back, and leaves the others as they are', { timeout: LONG }, async () => {
      const odd = [
        '',
        '"',
        '""',
        'a\tb',
        'two\nlines',
        '\r\n',
        '\u001a1',
        '\0',
        ' " quoted"',
        '!',
        'x'.repeat(1_200_000),
      ]
      const rows = odd.map(cell => [cell, 'DE'])
      await tableOf('odd', ['Owner', 'Country'], rows)
      const rules = {
        leadq: 1,
        fields: { keeper: { from: 'Owner', type: 'text' } },
        owners: [{ keep: 'keeper' }],
        stages: [{ stage: 'nurture' }],
      }
      const { summary } = await onWorkers(rules, 'odd')
      expect(summary?.counts.scored).toBe(odd.length)
      const placed = rows.map((row, index) => [...row, String(index)])
      const { bound } = bindTo(planOf(rules), ['Owner', 'Country', 'Place'], placed)
      expect(await answersIn('odd_out', columnsOf(bound))).toEqual(judged(bound, placed))
      await onWorkers(rules, 'odd', { columns: ['owner'] })
      const own = columnsOf(bound)
      const [owner] = own.flatMap(({ name }, at) => (name === 'owner' ? [at] : []))
      const owners = judged(bound, placed).map(cells => [cells[owner ?? -1]])
      expect(await answersIn('odd_out', own.slice(owner, (owner ?? -1) + 1))).toEqual(owners)
      const { query } = engine
      expect(await query('SELECT Owner FROM odd_out ORDER BY CAST(Place AS INT)')).toEqual(odd.map(cell => [cell]))
    })

    it('takes values of all types, and gives what a query gives, with the same types', { timeout: LONG }, async () => {
      await session.ask('write_table', { sql: TYPED, table: 'typed' })
      const rules = parseYaml(ALONE)
      const own = await onWorkers(rules, 'typed')
      const query = await onWorkers(rules, 'typed', { out: 'typed_query', worker: undefined })
      expect(own.summary && figuresOf(own.summary)).toEqual(query.summary && figuresOf(query.summary))
      const read = async (table: string) => [
        await session.ask('query', { sql: `DESCRIBE ${table}` }),
        await session.ask('query', { sql: `SELECT * FROM ${table} ORDER BY Place` }),
      ]
      expect(await read('typed_out')).toEqual(await read('typed_query'))
    })

    it('fails as a whole where a process does, and says which', { timeout: LONG }, async () => {
      await tableOf('some', ['Country'], [['DE']])
      const rules = { leadq: 1, stages: [{ stage: 'nurture' }] }
      const failing = async (node: string) =>
        onWorkers(rules, 'some', { out: 'never', worker: await sparkWorker(node) })
      await expect(failing('/no/such/node')).rejects.toMatchObject({
        diagnostic: { code: 'spark/ended', message: 'a Spark worker cannot start node (/no/such/node)' },
        exit: 'tryAgain',
      })
      await expect(failing('/bin/false')).rejects.toMatchObject({
        diagnostic: { message: 'the process that judges leads on a Spark worker ended with exit status 1' },
      })
      expect(await session.ask('table_exists', { table: 'never' })).toBe(false)
    })
  })

  describe('leads on the workers', () => gatheredTests(() => session))

  describe('the tool', () => {
    /** From file to file and from table to table: every lead is scored again at each step. */
    it('reads what Spark reads and writes what it writes', { timeout: LONG }, async () => {
      await inFolder(async folder => {
        const at = (name: string) => join(folder, name)
        writeFileSync(at('leads.csv'), CSV)
        writeFileSync(at('rules.yaml'), RULES)
        const reference = await runInProcess(['score', 'leads.csv', '-o', 'reference.csv', ...FLAGS, '--json'], folder)
        const expected = figuresOf(JSON.parse(reference.stdout))
        const stops: readonly (Pick<SparkRequest, 'input' | 'out'> & Partial<SparkRequest>)[] = [
          { input: at('leads.csv'), out: at('leads.parquet') },
          { input: at('leads.parquet'), out: 'leads_scored', format: 'table' },
          { input: 'leads_scored', out: 'default.leads_again' },
          { input: 'default.leads_again', out: at('leads.ndjson') },
          { input: at('leads.ndjson'), inputFormat: 'ndjson', out: at('again'), format: 'csv' },
        ]
        for (const stop of stops) {
          const { summary, diagnostics } = await scored(folder, stop, session)
          expect(diagnostics, stop.out).toEqual([])
          expect(summary === undefined ? undefined : figuresOf(summary), stop.out).toEqual(expected)
          expect(summary?.engine).toMatchObject({ name: 'spark', at: 'local-cluster[2,1,1024]' })
        }
        const parts = readdirSync(at('again')).filter(name => name.endsWith('.csv'))
        expect(sorted(parts.flatMap(name => recordsIn(at(`again/${name}`))))).toEqual(
          sorted(recordsIn(at('reference.csv'))),
        )
        expect(readdirSync(folder).filter(name => name.includes('unfinished'))).toEqual([])
      })
    })

    it('counts what the leads did, from a file and from a table', { timeout: LONG }, async () => {
      await inFolder(async folder => {
        const at = (name: string) => join(folder, name)
        cpSync(EVENTS_CASE, folder, { recursive: true })
        const flags = ['--events', 'events.csv', ...FLAGS, '--json']
        const reference = JSON.parse((await runInProcess(['score', 'leads.csv', ...flags], folder)).stdout)
        const agrees = async (events: string, format: 'csv' | 'table') => {
          const out = at(`scored_${format}`)
          const { summary, diagnostics } = await scored(
            folder,
            { input: at('leads.csv'), events: [events], out, worker: await sparkWorker(process.execPath) },
            session,
          )
          expect(diagnostics, events).toEqual([])
          expect(summary === undefined ? undefined : figuresOf(summary), events).toEqual(figuresOf(reference))
          expect(eventsIn(summary), events).toEqual(eventsIn(reference))
          expect(summary?.events?.files, events).toMatchObject([{ name: events, format, read: 7 }])
        }
        await agrees(at('events.csv'), 'csv')
        expect(readdirSync(folder).filter(name => name.includes('_leadq_'))).toEqual([])
        await session.ask('write_table', { sql: 'SELECT * FROM leadq_events_1', table: 'leads_did' })
        await agrees('leads_did', 'table')
      })
    })

    it('writes nothing on a dry run, over nothing without --force, and nothing half', { timeout: LONG }, async () => {
      await inFolder(async folder => {
        const at = (name: string) => join(folder, name)
        writeFileSync(at('leads.csv'), CSV)
        writeFileSync(at('rules.yaml'), RULES)
        const input = at('leads.csv')
        const { summary } = await scored(folder, { input, out: at('dry'), dryRun: true }, session)
        expect(summary).toMatchObject({ dry_run: true, counts: { read: 7 } })
        expect(existsSync(at('dry'))).toBe(false)

        mkdirSync(at('there'))
        writeFileSync(at('there/part.csv'), 'of somebody else\n')
        const refused = scored(folder, { input, out: at('there') }, session)
        await expect(refused).rejects.toMatchObject({ diagnostic: { code: 'file/exists' }, exit: 'cannotCreate' })
        expect(readFileSync(at('there/part.csv'), 'utf8')).toBe('of somebody else\n')
        await scored(folder, { input, out: at('there'), force: true }, session)
        expect(readdirSync(at('there'))).not.toContain('part.csv')

        writeFileSync(at('broken.csv'), `${CSV}8,CEO\n`)
        const broken = scored(folder, { input: at('broken.csv'), out: at('out') }, session)
        await expect(broken).rejects.toMatchObject({ diagnostic: { code: 'file/unreadable' }, exit: 'data' })
        expect(existsSync(at('out'))).toBe(false)
        const table = scored(folder, { input: 'no_such_table', out: at('out') }, session)
        await expect(table).rejects.toMatchObject({ diagnostic: { code: 'table/not-found' }, exit: 'noInput' })
      })
    })

    it('replaces, refuses or appends to what exists', { timeout: LONG }, async () => {
      await inFolder(async folder => {
        const at = (name: string) => join(folder, name)
        writeFileSync(at('leads.csv'), CSV)
        writeFileSync(at('rules.yaml'), SMALL)
        const write = (onExists: SparkRequest['onExists'], out = 'nights') =>
          scored(folder, { input: at('leads.csv'), out, format: 'table', onExists, columns: ['score'] }, session)
        const rows = async (out = 'nights') =>
          (await session.ask('query', { sql: `SELECT count(*), count(DISTINCT Employees) FROM ${out}` }))[0]
        const tables = async () =>
          (await session.ask('query', { sql: 'SHOW TABLES' })).filter(([, name]) => name?.includes('unfinished'))
        await write('append')
        await write('append')
        expect(await rows()).toEqual(['14', '6'])
        await expect(write('fail')).rejects.toMatchObject({ diagnostic: { code: 'table/exists' } })
        expect(await rows()).toEqual(['14', '6'])
        await write('replace')
        expect(await rows()).toEqual(['7', '6'])
        expect(await tables()).toEqual([])
        await session.ask('write_table', { sql: 'SELECT 1 AS Employees', table: 'narrow' })
        await expect(write('append', 'narrow')).rejects.toMatchObject({ diagnostic: { code: 'table/exists' } })
        expect(await rows('narrow')).toEqual(['1', '1'])
        const folderOut = scored(folder, { input: at('leads.csv'), out: at('out'), onExists: 'append' }, session)
        await expect(folderOut).rejects.toMatchObject({ diagnostic: { code: 'cli/usage' } })
      })
    })

    it('leaves nothing where Ctrl-C reaches every process of the terminal', { timeout: LONG }, async () => {
      await inFolder(async folder => {
        const many = Array.from({ length: 150_000 }, (_, n) => `${n},Head of Sales,${n % 300}\n`)
        writeFileSync(join(folder, 'leads.csv'), `id,job_title,employees\n${many.join('')}`)
        writeFileSync(join(folder, 'rules.yaml'), SMALL)
        const argv = ['score', 'leads.csv', '--engine', 'spark', '--master', 'local[1]', '-o', 'out.csv', ...FLAGS]
        const child = spawn(process.execPath, [join(ROOT, 'bin', 'leadq.js'), ...argv], {
          cwd: folder,
          env: { ...process.env, ...ENV },
          stdio: 'ignore',
          detached: true,
        })
        const ended = new Promise(done => child.once('exit', (code, signal) => done(code ?? signal)))
        const beside = () => readdirSync(folder).filter(name => name.startsWith('out.csv'))
        while (beside().length === 0 && child.exitCode === null) await sleep(20)
        expect(beside()).toEqual([expect.stringMatching(/^out\.csv_leadq_/)])
        process.kill(-(child.pid ?? 0), 'SIGINT')
        // Spark takes longer to stop than leadq waits for it; what is not whole is removed all the same.
        expect(['SIGINT', 130]).toContain(await ended)
        while (beside().length > 0) await sleep(50)
        expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'rules.yaml'])
      })
    })

    it('is what the first command of docs/guides/spark.md does', { timeout: LONG }, async () => {
      const guide = readFileSync(join(ROOT, 'docs', 'guides', 'spark.md'), 'utf8')
      const command = /^leadq score --engine spark .*$/m.exec(guide)?.[0] ?? ''
      await inFolder(async folder => {
        writeFileSync(join(folder, 'leads.csv'), CSV)
        // No lead depends on others, so leadq judges on the workers.
        writeFileSync(join(folder, 'rules.yaml'), ALONE)
        const flags = ['--as-of', '2026-03-02']
        const ran = await runShell(`${command} --verbose ${flags.join(' ')}`, folder, ENV)
        expect(ran).toMatchObject({ exit: 0, stderr: '' })
        expect(ran.stdout).toContain('CSV with commas by Spark 4.0.1 at local-cluster[2,1,1024]')
        expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'rules.yaml', 'scored'])
        await runInProcess(['score', 'leads.csv', '-r', 'rules.yaml', '-o', 'reference.csv', ...flags], folder)
        const parts = readdirSync(join(folder, 'scored')).filter(name => name.endsWith('.csv'))
        const own = parts.flatMap(name => recordsIn(join(folder, 'scored', name)))
        expect(sorted(own)).toEqual(sorted(recordsIn(join(folder, 'reference.csv'))))
      })
    })
  })
})

/** The plan of a case, and the flags that affect the result. */
async function planFor({ folder, argv }: ScoredFile) {
  const given = (...names: string[]) => {
    const place = argv.findIndex(each => names.includes(each))
    return place < 0 ? undefined : argv[place + 1]
  }
  const { plan } = await findRulebook(given('-r', '--rules'), folder)
  if (plan === undefined) throw new Error(`${folder}: a rulebook without a plan`)
  const from = given('--from')
  return {
    plan,
    flags: { columns: given('--columns')?.split(','), from: from === undefined ? undefined : parseSystem(from) },
  }
}

/** The event files of a case. */
async function eventsFor({ folder, events }: ScoredFile, plan: Plan) {
  const files = await Promise.all(events.map(async name => ({ name, cells: await rowsOf(join(folder, name)) })))
  const sources = files.map(({ name, cells: [headings = [], ...rows] }) => {
    return bindEvents(plan, { name, headings, rows, delimiter: ',' }).source
  })
  return {
    events: events.length === 0 ? undefined : boundEvents(plan, sources),
    records: files.map(({ cells }) => cells.slice(1)),
  }
}

async function scored(
  folder: string,
  request: Pick<SparkRequest, 'input' | 'out'> & Partial<SparkRequest>,
  session: Spark,
) {
  const rulebook = usable(await findRulebook('rules.yaml', folder))
  if (rulebook === undefined) throw new Error('no plan')
  const usual = { events: [], prefix: PREFIX, asOf: AS_OF, dryRun: false, force: false }
  return scoreInSpark(rulebook, { ...usual, ...request }, session, '0')
}

const EVENTS_CASE = join(ROOT, 'fixtures', 'cases', 'score', 'events-find-their-lead-and-give-points')
const FLAGS = ['-r', 'rules.yaml', '--as-of', '2026-03-02']
const ENV = Object.fromEntries(
  ['SPARK_HOME', 'SPARK_CONF_DIR', 'SPARK_LOCAL_IP', 'PYSPARK_PYTHON'].map(name => [
    name,
    String(SPARK_ENVIRONMENT[name] ?? ''),
  ]),
)
/** Quotes and line breaks inside cells, a combining mark, an empty lead, and the same company and address twice. */
const CSV = `Lead ID,Job Title,Email,Company,Employees,Created Date
1,CEO,p1@acme.example,Acme,30,2025-05-01
2,Geschäftsführer,p2@acme.example,Acme,60,2025-05-02
3,Gescha\u0308ftsfu\u0308hrer,p3@bolt.example,Bolt,90,2025-05-03
4, head of  sales,p4@bolt.example,,120,
5,"a ""quoted"" ceo",P1@acme.example,Acme,150,2025-06-01
6,"two
lines",p6@cord.example,Cord,many,2025-05-05
7,,,,,
`
const SMALL = 'leadq: 1\nscores: { fit: { rules: [{ id: size, field: employees, points_from: { 200: 25 } }] } }\n'
const RULES = `leadq: 1
dedupe: { by: email, keep: latest }
account: { by: company }
scores:
  fit:
    groups:
      all:
        rules:
          - { id: boss, when: { job_title: { has_word: [CEO, Geschäftsführer] } }, points: 40 }
          - { id: size, field: employees, points_from: { '50': 12, '100': 25 } }
          - { id: fresh, when: { email: { known: true } }, points: 10, since: created_date, fade: { half_life: 90d } }
grade: { fit: { A: 40, B: 20, C: 0 } }
segments: { reach: { known: { email: { known: true } }, dark: otherwise } }
tags: { big: { employees: { at_least: 100 } }, not-alone: { account.leads: { at_least: 2 } } }
stages:
  - { stage: SQL, when: { score.total: { at_least: 40 } } }
  - { stage: nurture }
`
/** The same without what needs all leads. */
const ALONE = RULES.replace(/^(?:dedupe|account):.*$/gm, '').replace(/, not-alone.*\} \}/, ' }')

/** A column of each type, empty in the last row. */
const TYPED = `SELECT * FROM VALUES
  (1, 'CEO', 'a@acme.example', 60L, DATE'2025-05-01', TIMESTAMP'2025-05-01 10:11:12.123456', 12.50BD, TRUE, array('x', NULL), map('k', 1.5D), X'00ff'),
  (2, 'Gescha\u0308ftsfu\u0308hrer', 'b@bolt.example', 120L, DATE'0001-01-01', TIMESTAMP'1969-12-31 23:59:59', -0.05BD, FALSE, array(), map(), X''),
  (3, 'none', NULL, -1L, DATE'9999-12-31', TIMESTAMP'2026-03-02 00:00:00', 1234567890123.45BD, TRUE, NULL, NULL, NULL),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
  AS v (Place, \`Job Title\`, Email, Employees, \`Created Date\`, Seen, Revenue, Consent, Tags, Notes, Bytes)`

/** The figures of a summary that a query can compute: only files have lines. */
function figuresOf({ counts, stages, scores, histogram, grades, segments, tags, rules, quality }: Summary) {
  const ofAny = quality.map(field => ({ ...field, first_invalid: [] }))
  return { counts, stages, scores, histogram, grades, segments, tags, rules, quality: ofAny }
}

/** The event counts, without the files. */
function eventsIn(summary: Summary | undefined) {
  const { counts, leads, names, instead_of } = summary?.events ?? {}
  return { counts, leads, names, instead_of }
}

function recordsIn(path: string): object[] {
  return parse(readFileSync(path), { columns: true })
}

/** Rows have no order in Spark, and the columns of what it reads from JSON have that of the alphabet. */
function sorted(records: readonly object[]): string[] {
  return records.map(record => JSON.stringify(Object.entries(record).sort())).sort()
}
