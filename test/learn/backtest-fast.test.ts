import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, runInProcess } from '../support/program.ts'

/** More leads than binding looks at, so that records are cut from bytes; odd ones among them. */
const LEADS = 10_600

const TITLES = ['CEO', 'Head of Sales', 'Praktikant', 'Leiter "Einkauf"', '', 'VP, Marketing']
const HEADINGS = ['Id', 'Converted', 'Email', 'Job Title', 'Employees', 'Last Activity Date', 'Score']

const cellsOf = (lead: number) => [
  String(lead),
  lead % 17 === 0 ? '' : (lead * 7) % 10 < 4 ? '1' : '0',
  lead % 5 === 0 ? `u${lead}@gmail.com` : `u${lead}@firm${lead % 50}.example`,
  TITLES[lead % 6] ?? '',
  lead % 11 === 0 ? '' : lead % 13 === 0 ? '51-200' : String((lead * 37) % 6000),
  lead % 9 === 0 ? '' : `2025-${String(1 + (lead % 12)).padStart(2, '0')}-${String(1 + (lead % 28)).padStart(2, '0')}`,
  String(lead % 101),
]

const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const RULES = `leadq: 1
scores:
  fit:
    max: 50
    rules:
      - { id: title, when: { job_title: { has_word: [ CEO, Head of, VP ] } }, points: 20 }
      - { id: employees, field: employees, points_from: { 1: 2, 50: 10, 1000: 30 } }
  engagement:
    when: { email: { known: true } }
    rules:
      - { id: recent, when: { last_activity_date: { in_last: 200d } }, points: 15 }
      - { id: converted, when: { converted: true }, points: 40 }
stages:
  - { stage: SQL, when: { score.total: { at_least: 40 } } }
  - { stage: MQL, when: { score.fit: { at_least: 10 } } }
  - { stage: nurture }
`

describe('backtest of a large file', () => {
  it('finds the same when leads are judged one by one', async () => {
    await inFolder(async folder => {
      const leads = Array.from({ length: LEADS }, (_, lead) => cellsOf(lead))
      const lines = leads.map((cells, lead) => {
        const line = cells.map(quoted).join(',')
        return lead === 10_300 ? `${line}\n\n,,,,,,` : line
      })
      writeFileSync(join(folder, 'leads.csv'), `${[HEADINGS.join(','), ...lines].join('\n')}\n`)
      const records = leads.map(cells =>
        JSON.stringify(Object.fromEntries(HEADINGS.map((key, at) => [key, cells[at]]))),
      )
      writeFileSync(join(folder, 'leads.ndjson'), `${records.join('\n')}\n`)
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      const figures = async (file: string) => {
        const argv = ['backtest', file, '-r', 'rules.yaml', '--against', 'b2b', '--as-of', '2026-01-15', '--json', '-q']
        const { stdout, exit } = await runInProcess(argv, folder)
        expect(exit).toBe(0)
        return stdout.replaceAll(file, 'leads')
      }
      expect(await figures('leads.csv')).toBe(await figures('leads.ndjson'))
    })
  })
})
