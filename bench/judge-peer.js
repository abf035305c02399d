import { judge } from './peers/json-rules-engine.js'
import { bestOf, sampleRows } from './sample.js'

/** `node bench/judge-peer.js FILE`: json-rules-engine alone, forty rules for leads in memory; prints microseconds a lead. */
const LEADS = 5_000
const ROUNDS = 3

const rows = await sampleRows(process.argv[2], LEADS)
const leads = rows.leads.map(cells => Object.fromEntries(rows.headings.map((name, at) => [name, cells[at]])))

const seconds = await bestOf(ROUNDS, async () => {
  for (const lead of leads) await judge(lead)
})
console.log(JSON.stringify({ judged: (seconds * 1e6) / leads.length }))
