import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { duckdb, postgres, type QueryEngine, sparkOf } from '../engines.ts'
import { started } from '../postgres.ts'
import { startedSpark } from '../spark.ts'
import type { Agreement } from './agreement.ts'
import { AGREEMENTS } from './agreements.ts'
import { type KeySchema, keysIn, keysOf } from './coverage.ts'

/** `npm run agree -- --draws 20000 --seed 7`: many draws, without a test runner. `scripts/agree.js` bundles and starts it. */

const USAGE = `npm run agree -- [--draws N] [--seed N] [--in duckdb|postgres|spark]... [--only TEXT] [--coverage]
LEADQ_POSTGRES=postgres://... asks a server; .ci/postgres COMMAND starts one. Without it PostgreSQL runs in this process.`

const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    in: { type: 'string', multiple: true, default: ['duckdb', 'postgres'] },
    only: { type: 'string', default: '' },
    coverage: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

/** Draws before the next kind has its turn: small, so that a difference is seen soon, and of all kinds as their shares are. */
const batchOf = ({ share }: Agreement) => Math.max(5, Math.ceil(share / 10))

const chosen = AGREEMENTS.filter(({ name }) => name.includes(values.only))
const draws = Number(values.draws)
const seed = Number(values.seed)

if (values.help) console.log(USAGE)
else if (values.coverage) printCoverage()
else if (!(await drawAll())) process.exitCode = 1

async function drawAll(): Promise<boolean> {
  const engines = await Promise.all(values.in.map(async name => ({ name, engine: await opened(name) })))
  const share = chosen.reduce((sum, each) => sum + each.share, 0) * engines.length
  const counts = new Map<string, number>()
  let differences = 0
  // Of each kind a batch, then again: whatever is stopped early has tried everything.
  const open = engines.flatMap(({ name, engine }) =>
    chosen.map(each => ({ name, engine, each, left: Math.ceil((draws * each.share) / share), batch: 0 })),
  )
  while (open.some(({ left }) => left > 0)) {
    for (const kind of open) {
      if (kind.left <= 0) continue
      differences += await drawBatch(kind, counts)
    }
  }
  for (const { engine } of engines) await engine.close()
  for (const [what, count] of [...counts].sort()) console.log(`${what}: ${count}`)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  console.log(`${total} draws, seed ${seed}, ${differences} batches with a difference`)
  return differences === 0
}

interface Kind {
  readonly name: string
  readonly engine: QueryEngine
  readonly each: Agreement
  left: number
  batch: number
}

async function drawBatch(kind: Kind, counts: Map<string, number>): Promise<number> {
  const { name, engine, each } = kind
  const own = seed * 1000 + kind.batch
  const { numRuns, difference } = await each.check(engine, { numRuns: Math.min(batchOf(each), kind.left), seed: own })
  kind.left -= numRuns
  kind.batch += 1
  const what = `${name}: ${each.name}`
  counts.set(what, (counts.get(what) ?? 0) + numRuns)
  const { user, system } = process.cpuUsage()
  const seconds = Math.round((user + system) / 1e6)
  console.log(
    `${what}: ${counts.get(what)} draws, seed ${own}, ${seconds} s CPU${difference === undefined ? '' : ', DIFFERENT'}`,
  )
  if (difference !== undefined) console.log(difference)
  return difference === undefined ? 0 : 1
}

async function opened(name: string): Promise<QueryEngine> {
  switch (name) {
    case 'duckdb':
      return settled(await duckdb(), "SET TimeZone = 'UTC'")
    case 'postgres': {
      const url = process.env.LEADQ_POSTGRES
      const engine = url === undefined ? await postgres() : await started(url)
      return settled(engine, "SET timezone TO 'UTC'; SET jit TO off")
    }
    case 'spark':
      return settled(sparkOf(await startedSpark()), "SET TIME ZONE 'UTC'")
    default:
      throw new Error(`no database called ${name}\n${USAGE}`)
  }
}

async function settled(engine: QueryEngine, settings: string): Promise<QueryEngine> {
  await engine.run(settings)
  return engine
}

function printCoverage(): void {
  const schema: KeySchema = JSON.parse(readFileSync('schema/rulebook.schema.json', 'utf8'))
  const times = new Map(keysOf(schema).map(key => [key, 0]))
  let books = 0
  const whole = chosen.reduce((sum, { share }) => sum + share, 0)
  for (const { share, rulebooks } of chosen) {
    for (const rulebook of rulebooks({ numRuns: Math.ceil((draws * share) / whole), seed })) {
      books += 1
      for (const key of keysIn(schema, rulebook)) times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  console.log(`${books} rulebooks drawn, seed ${seed}; how many of them have a key:`)
  for (const [key, count] of [...times].sort((a, b) => a[1] - b[1])) console.log(`${String(count).padStart(7)} ${key}`)
}
