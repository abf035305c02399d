import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostsSummary } from '../src/ir/results/costs.ts'
import { currencyIn } from '../src/tools/score/costs/currency.ts'
import { monthOf } from '../src/tools/score/costs/months.ts'
import { inFolder, runInProcess } from './support/program.ts'

describe('cells of costs', () => {
  it.each([
    ['2026-02', 28],
    ['02/2026', 28],
    ['2.2026', 28],
    ['Februar 2026', 28],
    ['Feb 26', 28],
    ["Feb '24", 29],
    ['März 2026', 31],
    ['MÄR. 2026', 31],
    ['Dez 2026', 31],
    ['2026-13', undefined],
    ['Frühling 2026', undefined],
    ['2026', undefined],
    ['', undefined],
  ])('the month %j has %s days', (text, days) => {
    const month = monthOf(text)
    expect(month && month.last - month.first + 1).toBe(days)
  })

  it.each([
    ['1.200,50 €', 'EUR'],
    ['EUR 12', 'EUR'],
    ['Kosten (eur)', 'EUR'],
    ['$1,200', 'USD'],
    ['Fr. 12.00', 'CHF'],
    ['£5', 'GBP'],
    ['12,50', undefined],
    ['Europe', undefined],
  ])('%j is in %s', (text, currency) => expect(currencyIn(text)).toBe(currency))
})

/** An independent count: every lead by its cells, every cost by its row. */
describe('costs of many leads', () => {
  const CHANNELS = ['Google Ads', 'Newsletter', 'Messe', 'Partner', 'nobody']
  const LABELS = ['paid search', 'email', 'event', 'partner', 'unknown']
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
  const leads = Array.from({ length: 6_000 }, (_, n) => ({
    channel: (n * 7 + (n >> 3)) % 5,
    day: n % 11 === 0 ? undefined : (n * 13) % 200,
    employees: [5, 60, 240, 900][n % 4],
    demo: n % 5 === 0,
  }))
  const costs = [
    { channel: 0, from: 0, to: 58, cost: 1000 },
    { channel: 0, from: 40, to: 90, cost: 500.5 },
    { channel: 1, from: 31, to: 31, cost: 20 },
    { channel: 2, from: 150, to: 180, cost: 9000 },
  ]

  it('each lead is counted where an independent count finds it', async () => {
    await inFolder(async folder => {
      const rows = leads.map(
        (lead, n) =>
          `${n},CEO,${lead.employees},${CHANNELS[lead.channel]},${lead.day === undefined ? '' : day(lead.day)},${lead.demo ? 'yes' : 'no'}`,
      )
      writeFileSync(
        join(folder, 'leads.csv'),
        `id,Job Title,Employees,Lead Source,Created Date,Demo Requested\n${rows.join('\n')}\n`,
      )
      const lines = costs.map(({ channel, from, to, cost }) => `${CHANNELS[channel]},${day(from)},${day(to)},${cost}`)
      writeFileSync(join(folder, 'costs.csv'), `channel,from,to,cost\n${lines.join('\n')}\n`)
      const argv = ['score', 'leads.csv', '-r', 'b2b', '--as-of', '2026-09-01', '--costs', 'costs.csv', '--json']
      const { stdout, exit } = await runInProcess(argv, folder)
      expect(exit).toBe(0)
      const { costs: sums }: { readonly costs: CostsSummary } = JSON.parse(stdout)
      const [head = '', ...scored] = readFileSync(join(folder, 'leads.scored.csv'), 'utf8').trimEnd().split('\n')
      const column = head.split(',').indexOf('leadq_stage')
      const stageOf = (n: number) => scored[n]?.split(',')[column]
      const isCounted = ({ channel, day: created }: (typeof leads)[number]) => {
        const own = costs.filter(cost => cost.channel === channel)
        if (created === undefined) return false
        return own.length > 0 ? own.some(({ from, to }) => created >= from && created <= to) : created <= 180
      }
      const counted = leads.map((lead, n) => ({ ...lead, n })).filter(isCounted)
      for (const [index, name] of LABELS.entries()) {
        const own = counted.filter(({ channel }) => channel === index)
        const sql = own.filter(({ n }) => stageOf(n) === 'SQL').length
        const mql = sql + own.filter(({ n }) => stageOf(n) === 'MQL').length
        const cost = costs.filter(({ channel }) => channel === index).reduce((sum, each) => sum + each.cost, 0)
        const found = sums.channels.find(each => each.name === name)
        expect([name, found?.leads, found?.reached, found?.cost]).toEqual([
          name,
          own.length,
          { SQL: sql, MQL: mql },
          cost,
        ])
        expect(found?.per_lead).toBe(
          cost === 0 || own.length === 0 ? null : Math.round((100 * cost) / own.length) / 100,
        )
      }
      expect(sums.total.leads + sums.outside + sums.undated).toBe(leads.length)
      expect(sums.undated).toBe(leads.filter(lead => lead.day === undefined).length)
      expect(sums.media.reduce((sum, { leads: count }) => sum + count, 0)).toBe(sums.total.leads)
    })
  })

  it('costs change nothing that is written about a lead', async () => {
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leads.csv'), 'id,Lead Source,Created Date\n1,Messe,2026-01-05\n2,,\n')
      writeFileSync(join(folder, 'costs.csv'), 'channel,from,to,cost\nevent,2026-01-01,2026-01-31,5\n')
      const argv = ['score', 'leads.csv', '-r', 'b2b', '--as-of', '2026-03-02', '-q', '-o', '-']
      const plain = await runInProcess(argv, folder)
      const beside = await runInProcess([...argv, '--costs', 'costs.csv'], folder)
      expect(beside.stdout).toBe(plain.stdout)
    })
  })
})
