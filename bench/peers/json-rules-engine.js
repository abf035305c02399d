import { Engine } from 'json-rules-engine'
import { bestOf, sampleRows } from '../sample.js'

/** `node bench/peers/json-rules-engine.js FILE`: ten typical rules for leads in memory; prints microseconds a lead. */
const LEADS = 5_000
const ROUNDS = 3

const is = (fact, operator, value) => ({ fact, operator, value })
const rule = (id, points, ...all) => ({ conditions: { all }, event: { type: id, params: { points } } })

const RULES = [
  rule('size', 12, is('employees', 'greaterThanInclusive', 50)),
  rule('large', 13, is('employees', 'greaterThanInclusive', 200), is('revenue', 'greaterThan', 10_000_000)),
  rule('industry', 20, is('industry', 'in', ['Software', 'Maschinenbau', 'Logistik'])),
  rule('country', 10, is('country', 'in', ['Germany', 'Deutschland', 'Austria', 'Switzerland'])),
  rule('leader', 35, is('title', 'in', ['CEO', 'CTO', 'Geschäftsführer', 'Geschäftsführerin'])),
  rule('department', 8, is('department', 'in', ['IT', 'Vertrieb', 'Sales'])),
  rule('demo', 40, is('demo', 'equal', true)),
  rule('views', 10, is('pageViews', 'greaterThanInclusive', 10)),
  rule('clicks', 5, is('pageViews', 'greaterThanInclusive', 5), is('emailClicks', 'greaterThanInclusive', 3)),
  rule('unsubscribed', -20, is('unsubscribed', 'equal', true)),
]

const engine = new Engine(RULES, { allowUndefinedFacts: true })
const rows = await sampleRows(process.argv[2], LEADS)
// Its conditions compare values, so the reading of cells, which is leadq's largest part, is not even counted here.
const leads = rows.leads.map(cells => factsOf(Object.fromEntries(rows.headings.map((name, at) => [name, cells[at]]))))

const seconds = await bestOf(ROUNDS, async () => {
  for (const lead of leads) {
    const { events } = await engine.run(lead)
    lead.points = events.reduce((sum, { params }) => sum + params.points, 0)
  }
})
console.log(JSON.stringify({ judged: (seconds * 1e6) / leads.length }))

function factsOf(cells) {
  return {
    employees: Number(cells.Employees),
    revenue: Number(cells['Annual Revenue']),
    industry: cells.Industry,
    country: cells.Country,
    title: cells['Job Title'],
    department: cells.Department,
    demo: cells['Demo Requested'] === 'yes',
    pageViews: Number(cells['Page Views']),
    emailClicks: Number(cells['Email Clicks']),
    unsubscribed: cells.Unsubscribed === 'yes',
  }
}
