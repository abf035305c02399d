import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AS_OF } from './lead.js'
import { sampleRows } from './sample.js'
import { importSource } from './source.js'

/**
 * `node bench/warm.js FILE`: the fast engine's judge alone, forty rules, for leads whose values and combinations are all
 * known; prints microseconds a lead.
 */
const LEADS = 50_000
const SAMPLED = 10_000
const ROUNDS = 7

const { createCells, createDoor, createMemory, createParts, bindPlan, readRulebook } = await importSource(
  'warm',
  `
  export { createCells } from './src/fast/input/cells.ts'
  export { createDoor } from './src/fast/input/door.ts'
  export { createMemory } from './src/fast/memory.ts'
  export { createParts } from './src/fast/pieces/parts.ts'
  export { bindPlan } from './src/io/bind/bind.ts'
  export { readRulebook } from './src/rulebook/index.ts'
`,
)
const { headings, leads } = await sampleRows(process.argv[2], LEADS)
const file = fileURLToPath(new URL('rules-40.yaml', import.meta.url))
const { plan } = readRulebook({ file, text: await readFile(file, 'utf8') })
const { bound } = bindPlan(plan, { name: 'leads', headings, rows: leads.slice(0, SAMPLED), delimiter: ',' })

const memory = createMemory()
const cells = createCells(headings.length)
const door = createDoor(cells, memory, { delimiter: ',', headings, name: 'leads' })
const parts = createParts(bound, Date.parse(AS_OF) / 86_400_000, cells, memory)
const rows = leads.map((own, index) => ({ line: index + 2, cells: own, text: '' }))

let [classified, judged] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
let asked = 0
for (let round = 0; round < ROUNDS; round += 1) {
  const times = pass()
  // The first rounds learn and are compiled.
  if (round < 2) continue
  classified = Math.min(classified, times.classified)
  judged = Math.min(judged, times.judged)
}
const micros = milliseconds => (milliseconds * 1000) / leads.length
console.log(JSON.stringify({ classified: micros(classified), judged: micros(judged), asked }))

/** Milliseconds of CPU time: those of the clock are also those of whatever else runs. */
function used() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function pass() {
  const times = { classified: 0, judged: 0 }
  asked = 0
  for (let from = 0; from < rows.length; from += cells.records) {
    door.put(rows, from, leads)
    const began = used()
    parts.classify(cells.records)
    const between = used()
    parts.run(cells.records)
    times.judged += used() - between
    times.classified += between - began
    for (let record = 0; record < cells.records; record += 1) asked += parts.unknown[record] ?? 0
  }
  return times
}
