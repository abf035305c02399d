import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AS_OF } from './lead.js'
import { bestOf, sampleRows } from './sample.js'
import { importSource } from './source.js'

/** `node bench/judge.js FILE`: the engine alone, forty rules for leads in memory; prints microseconds a lead. */
const LEADS = 50_000
const SAMPLED = 10_000
const ROUNDS = 5

const ENGINE = `
  export { compileCells } from './src/engine/cells.ts'
  export { compileCoercion } from './src/engine/coerce.ts'
  export { compileJudge } from './src/engine/judge.ts'
  export { bindPlan } from './src/io/bind/bind.ts'
  export { columnsOf } from './src/ir/plan/columns.ts'
  export { readRulebook } from './src/rulebook/index.ts'
`

const { compileCells, compileCoercion, compileJudge, bindPlan, columnsOf, readRulebook } = await importSource(
  'engine',
  ENGINE,
)
const rows = await sampleRows(process.argv[2], LEADS)
const plan = await readPlan(fileURLToPath(new URL('rules-40.yaml', import.meta.url)))
const sample = { name: 'leads', headings: rows.headings, rows: rows.leads.slice(0, SAMPLED), delimiter: ',' }
const { bound } = bindPlan(plan, sample)

let kept = 0
const coerced = await seconds(coerce => cells => (coerce(cells) ? 1 : 0))
const judged = await seconds((coerce, judge) => cells => judge(coerce(cells)).ledger.length)
const written = await seconds((coerce, judge, write) => cells => write(judge(coerce(cells))).length)
console.log(JSON.stringify({ coerced: micros(coerced), judged: micros(judged), written: micros(written), kept }))

/** Everything is compiled anew for each round, so that no round profits from what an earlier one remembered. */
function seconds(pass) {
  return bestOf(ROUNDS, () => {
    const judge = compileJudge(bound, Date.parse(AS_OF) / 86_400_000)
    const work = pass(compileCoercion(bound), judge, compileCells(bound, columnsOf(plan)))
    for (const cells of rows.leads) kept += work(cells)
  })
}

function micros(time) {
  return (time * 1e6) / rows.leads.length
}

async function readPlan(file) {
  const { plan, diagnostics } = readRulebook({ file, text: await readFile(file, 'utf8') })
  for (const { severity, message, place } of diagnostics) console.error(severity, message, place)
  return plan
}
