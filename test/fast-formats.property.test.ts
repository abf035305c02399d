import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { ScoreRequest } from '../src/tools/score/score-request.ts'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { EVENT_HEADINGS, eventLeads, eventRulebook, LEAD_HEADINGS, leadEvents } from './support/draw-events.ts'
import { runs } from './support/draws.ts'
import { csv } from './support/events.ts'
import { expectSame } from './support/score-both.ts'

type Rows = readonly (readonly string[])[]

/** Every lead judged by classes comes out as the reference writes it, whatever is known of it and however it is written. */
const ORDERS: readonly Partial<ScoreRequest>[] = [
  {},
  {},
  { sort: true },
  { sort: true, sortBy: 'engagement' },
  { top: 2 },
  { top: 3, sort: true, sortBy: 'fit' },
  { split: true },
  { only: [{ kind: 'stage', value: 'MQL' }] },
  { columns: ['reasons', 'score'] },
  { columns: [] },
  { prefix: 'x_', escapeFormulas: true },
]
const order = fc.constantFrom(...ORDERS)
const format = fc.constantFrom('csv', 'tsv', 'json', 'ndjson', 'xlsx' as const)

/** Values of JSON that cells can come from. */
function jsonOf(cell: string): unknown {
  if (/^-?[1-9]\d{0,5}(?:\.\d*[1-9])?$/.test(cell)) return Number(cell)
  return cell === 'yes' ? true : cell === '' ? null : cell
}

const WRITERS: Readonly<Record<string, (headings: readonly string[], rows: Rows) => string>> = {
  'leads.csv': (headings, rows) => csv([headings, ...rows]),
  'leads.ndjson': (headings, rows) =>
    records(headings, rows)
      .map(record => `${JSON.stringify(record)}\n`)
      .join(''),
  'leads.json': (headings, rows) => JSON.stringify({ total: rows.length, results: records(headings, rows) }, null, 1),
}

function records(headings: readonly string[], rows: Rows): object[] {
  return rows.map((cells, row) =>
    Object.fromEntries(
      headings.flatMap((heading, index) => {
        const cell = cells[index] ?? ''
        // Keys that are not there, and others in another order.
        if (cell === '' && row % 2 === 1) return []
        return [[heading, index % 3 === 2 && cell.includes(';') ? cell.split(';') : jsonOf(cell)]]
      }),
    ),
  )
}

const input = fc.constantFrom(...Object.keys(WRITERS))

function textOf(name: string, headings: readonly string[], rows: Rows): string {
  return WRITERS[name]?.(headings, rows) ?? ''
}

describe('leads of any format', () => {
  it('are the same by classes and lead by lead, in every order and format', { timeout: 120_000 }, async () => {
    const dedupe = fc.constantFrom(
      undefined,
      { by: 'company' },
      { by: ['job_title', 'company'], keep: 'most_complete' },
    )
    const account = fc.constantFrom(undefined, { by: 'company', engaged: 'engagement' }, { by: 'company_domain' })
    await fc.assert(
      fc.asyncProperty(
        fc.record({ rules: rulebook, rows: leads, order, format, input, dedupe, account }),
        async ({ rules, rows, order, format, input, dedupe, account }) => {
          const stage = { stage: 'MQL', when: { 'account.leads': { at_least: 2 }, 'account.sum': { above: 12 } } }
          const stages = [...(account === undefined ? [] : [stage]), ...rules.stages]
          const all = { ...rules, stages, ...(dedupe && { dedupe }), ...(account && { account }) }
          // Twice, so that all classes and combinations come up again.
          const text = textOf(input, HEADINGS, [...rows, ...[...rows].reverse()])
          await expectSame({
            rules: all,
            files: new Map([[input, text]]),
            request: { inputs: [input], ...order, format },
          })
        },
      ),
      runs(25),
    )
  })

  it('are the same with their events', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ rules: eventRulebook, rows: eventLeads, events: leadEvents, input, format }),
        async ({ rules, rows, events, input, format }) => {
          const files = new Map([
            [input, textOf(input, LEAD_HEADINGS, [...rows, ...rows])],
            ['events.csv', csv([EVENT_HEADINGS, ...events])],
          ])
          await expectSame({ rules, files, request: { inputs: [input], events: ['events.csv'], format, asOf: 20_514 } })
        },
      ),
      runs(25),
    )
  })
})
