import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { duckdb, postgres } from '../support/engines.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

/**
 * The queries of `docs/queries` are run as they stand there. They may have been printed some changes ago: what they
 * answer is what counts. `UPDATE=1` prints them anew.
 */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

const FOLDER = join(ROOT, 'docs', 'queries')
const TYPES = readFileSync(join(FOLDER, 'leads.types.txt'), 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/) as [string, string])

const WORDS: Readonly<Record<string, readonly string[]>> = {
  job_title: [
    'CEO',
    'Head of IT',
    'Geschäftsführerin',
    'Sales Manager',
    'Werkstudent',
    'Assistant to the CEO',
    '',
    'Clerk',
  ],
  industry: ['Software', 'Maschinenbau', 'Retail', '', 'Gambling'],
  country: ['Germany', 'AT', 'Schweiz', 'France', 'India', ''],
  timeline: ['this quarter', 'within 3 months', '', 'next year', 'sofort'],
  source: ['Website', 'Trade show', 'Referral', '', 'LinkedIn'],
  webinar: ['', 'attended', 'Intro', 'no'],
  lead_status: ['', 'Open', 'New', 'Unqualified', 'Contacted'],
  phone: ['', '+49 30 1234567', 'n/a'],
}

/** A cell of a lead, by the type of its column: each repeats at a length of its own. */
function cellOf([name, type]: readonly [string, string], lead: number, column: number): string {
  const n = (lead * (2 * column + 7)) % 97
  if (name === 'id') return String(lead)
  if (name === 'email')
    return `${n % 2 === 0 ? 'info' : `p${lead}`}@${['acme.example', 'gmail.com', 'bolt.example'][n % 3] ?? ''}`
  if (name in WORDS) return WORDS[name]?.[n % (WORDS[name]?.length ?? 1)] ?? ''
  if (n % 9 === 0) return ''
  if (type === 'boolean') return String(n % 3 === 0)
  if (type === 'date') return new Date(Date.UTC(2026, 2, 2) - n * 3 * 86_400_000).toISOString().slice(0, 10)
  if (type.startsWith('numeric')) return `${n * n * 250}.50`
  return type === 'integer' ? String(n * 11) : `${name} ${n}`
}

const COLUMNS = TYPES.map(([name]) => name)
const LEADS = Array.from({ length: 400 }, (_, n) => TYPES.map((each, column) => cellOf(each, n + 1, column)))

it.runIf(UPDATE).each(['duckdb', 'postgres', 'spark'])('is printed for %s', async to => {
  const argv = ['compile', '-r', 'b2b', '--to', to, '--source', 'leads', '--as', 'view', '--as-of', '2026-03-02']
  const { stdout, exit } = await runInProcess([...argv, '--types', 'leads.types.txt'], FOLDER)
  expect(exit).toBe(0)
  writeFileSync(join(FOLDER, `b2b.${to}.sql`), stdout)
})

describe.each([
  { to: 'duckdb', open: duckdb },
  { to: 'postgres', open: postgres },
])('docs/queries/b2b.$to.sql', ({ to, open }) => {
  it('answers what leadq score does', { timeout: 300_000 }, async () => {
    const engine = await open()
    const literal = (cell: string) => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)
    await engine.run(`CREATE TABLE leads (${TYPES.map(each => each.join(' ')).join(', ')})`)
    await engine.run(`INSERT INTO leads VALUES ${LEADS.map(cells => `(${cells.map(literal).join(', ')})`).join(', ')}`)
    await engine.run(readFileSync(join(FOLDER, `b2b.${to}.sql`), 'utf8'))
    const [headings = [], ...rows] = await reference()
    const own = headings.slice(COLUMNS.length).map(name => `coalesce(CAST(l."${name}" AS varchar), '')`)
    const found = await engine.query(
      `SELECT CAST(l.id AS varchar), ${own.join(', ')} FROM leads_scored AS l ORDER BY l.id`,
    )
    expect(found).toEqual(rows.map(([id, ...cells]) => [id, ...cells.slice(COLUMNS.length - 1)]))
    await engine.close()
  })
})

function reference(): Promise<string[][]> {
  return inFolder(async folder => {
    const csv = [COLUMNS, ...LEADS].map(cells => cells.map(cell => `"${cell}"`).join(',')).join('\n')
    writeFileSync(join(folder, 'leads.csv'), `${csv}\n`)
    const argv = ['score', 'leads.csv', '-r', 'b2b', '--as-of', '2026-03-02', '--from', 'generic', '-o', '-', '-q']
    return parse((await runInProcess(argv, folder)).stdout)
  })
}
