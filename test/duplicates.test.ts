import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow } from '../src/io/csv/csv-write.ts'
import type { Host } from '../src/leads/host.ts'
import { score } from '../src/tools/score/score-inputs.ts'
import type { ScoreRequest } from '../src/tools/score/score-request.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF, planOf } from './support/plans.ts'

/** Duplicates and accounts, compared with a naive implementation that holds all leads in memory. */

const HEADINGS = ['Lead ID', 'Email', 'Phone', 'Employees', 'Page Views', 'Modified Date', 'Created Date', 'Domain']
type Cells = readonly string[]

const lead = fc.tuple(
  fc.constantFrom('', '1', '2', '3', '4'),
  fc.constantFrom(
    '',
    'a@acme.example',
    'A@Acme.example',
    ' b@acme.example',
    'b@beta.example',
    'c@gmail.com',
    'no mail',
  ),
  fc.constantFrom('', '+49 40 1234', '0049401234', '+49 (0)40 12-34', '040 99', '-', 'n/a'),
  fc.constantFrom('', '5', '50', '500', 'many'),
  fc.constantFrom('', '0', '7', '90'),
  fc.constantFrom('', '2026-01-01', '2026-02-01', '2026-02-30'),
  fc.constantFrom('', '2025-01-01', '2026-01-15'),
  fc.constantFrom('', 'https://www.Acme.example/de', 'beta.example', 'gmail.com', 'not a domain'),
)
/** A row of empty cells is not a lead. */
const leads = fc.array(
  lead.filter(cells => cells.some(cell => cell !== '')),
  { minLength: 1, maxLength: 25 },
)

const SCORES = {
  fit: { rules: [{ id: 'size', field: 'employees', points_from: { 10: 10, 100: 30 } }] },
  engagement: { rules: [{ id: 'views', per: 'page_views', points: 1, max: 20 }] },
}
const STAGES = [{ stage: 'SQL', when: { 'score.total': { at_least: 30 } } }, { stage: 'nurture' }]
const RULES = { leadq: 1, scores: SCORES, stages: STAGES }

const REQUEST: ScoreRequest = {
  inputs: ['leads.csv'],
  events: [],
  asOf: AS_OF,
  split: false,
  prefix: 'leadq_',
  sort: false,
  dryRun: false,
  escapeFormulas: false,
}

const csvOf = (rows: readonly Cells[]) => [HEADINGS, ...rows].map(row => `${csvRow(row, ',')}\n`).join('')

type Scored = Record<string, string>

async function scoreAll(
  rules: object,
  files: ReadonlyMap<string, string>,
  request: Partial<ScoreRequest> = {},
  hostOf: (host: Host) => Host = host => host,
) {
  const world = new Map<string, string | Uint8Array>(files)
  const book = { plan: planOf(rules), diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  const summary = await score(book, { ...REQUEST, ...request }, hostOf(memoryHost(world)), '0')
  const written = (path: string): Scored[] =>
    parse(String(world.get(path)), { columns: true, record_delimiter: ['\n'] })
  return { summary, written }
}

/** The key according to the documentation. */
function keyOf(by: string, cells: Cells): string | undefined {
  const email = cells[1]?.trim().toLowerCase() ?? ''
  const digits = { '+49 40 1234': 'x', '0049401234': 'x', '+49 (0)40 12-34': 'x', '040 99': 'y' }[cells[2] ?? ''] ?? ''
  const key = { email: [email], phone: [digits], both: [email, digits], id: [cells[0] ?? ''] }[by] ?? []
  return key.includes('') ? undefined : key.join('|')
}

const dayOf = (text: string | undefined) => (text === '2026-02-30' ? '' : (text ?? ''))

const RANKS: Readonly<Record<string, (cells: Cells) => string | number>> = {
  first: () => 0,
  latest: cells => dayOf(cells[5]) || dayOf(cells[6]),
  most_complete: cells => (Number(cells[3]) > 0 ? 1 : 0) + (cells[4] === '' ? 0 : 1),
}

/** For each row, the row it is a duplicate of. */
function naive(rows: readonly Cells[], by: string, keep: string): (number | undefined)[] {
  const rank = RANKS[keep] ?? (() => 0)
  return rows.map((row, position) => {
    const key = keyOf(by, row)
    if (key === undefined) return undefined
    const same = rows.flatMap((other, index) => (keyOf(by, other) === key ? [index] : []))
    const best = same.reduce((a, b) => (rank(rows[b] ?? []) > rank(rows[a] ?? []) ? b : a))
    return best === position ? undefined : best
  })
}

const BY = { email: 'email', phone: ['phone'], both: ['email', 'phone'], id: 'id' }
const by = fc.constantFrom<keyof typeof BY>('email', 'phone', 'both', 'id')
const keep = fc.constantFrom('first', 'latest', 'most_complete')

describe('leads that are the same', () => {
  it('of each key one is kept, the one that the rulebook says; all are written in their order', async () => {
    await fc.assert(
      fc.asyncProperty(leads, by, keep, async (rows, field, which) => {
        const files = new Map([['leads.csv', csvOf(rows)]])
        const rules = { ...RULES, dedupe: { by: BY[field], keep: which } }
        const { summary, written } = await scoreAll(rules, files)
        const single = (await scoreAll(RULES, files)).written('leads.scored.csv')
        const out = written('leads.scored.csv')
        const expected = naive(rows, field, which)
        expect(out.map(record => Object.values(record).slice(0, HEADINGS.length))).toEqual(rows)
        for (const [index, record] of out.entries()) {
          const of = expected[index]
          const label = of === undefined ? '' : rows[of]?.[0] || rows[of]?.[1]?.trim() || `line ${of + 2}`
          expect(record.leadq_duplicate_of).toBe(label)
          const own = Object.entries(record).filter(
            ([name]) => name.startsWith('leadq_') && name !== 'leadq_duplicate_of',
          )
          for (const [name, cell] of own) expect(cell).toBe(of === undefined ? single[index]?.[name] : '')
        }
        const duplicates = expected.filter(of => of !== undefined).length
        expect(summary.counts).toEqual({
          read: rows.length,
          scored: rows.length - duplicates,
          rejected: 0,
          duplicate: duplicates,
          left_out: 0,
        })
      }),
      runs(150),
    )
  })

  it('it is the same in one file, in several, sorted, and through a pipe that can be read once', async () => {
    await fc.assert(
      fc.asyncProperty(leads, leads, keep, async (first, second, which) => {
        const rules = { ...RULES, dedupe: { by: 'email', keep: which }, account: { by: 'company_domain' } }
        const labelled = [...first, ...second].map(([, ...cells], index) => [`L${index}`, ...cells])
        const [one, two] = [labelled.slice(0, first.length), labelled.slice(first.length)]
        const joined = new Map([['leads.csv', csvOf(labelled)]])
        const apart = new Map([
          ['a.csv', csvOf(one)],
          ['b.csv', csvOf(two)],
        ])
        const expected = (await scoreAll(rules, joined)).written('leads.scored.csv')
        const several = (await scoreAll(rules, apart, { inputs: ['a.csv', 'b.csv'], out: 'all.csv' })).written(
          'all.csv',
        )
        expect(several).toEqual(expected)
        const piped = new Map([['-', csvOf(labelled)]])
        const filtered = await scoreAll(rules, piped, { inputs: ['-'], out: 'out.csv' }, readOnce)
        expect(filtered.written('out.csv')).toEqual(expected)
        const sorted = (await scoreAll(rules, joined, { sort: true })).written('leads.scored.csv')
        const isDuplicate = ({ leadq_duplicate_of: of }: Scored) => of !== ''
        const scored = expected.filter(record => !isDuplicate(record))
        const best = [...scored].sort((a, b) => Number(b.leadq_score) - Number(a.leadq_score))
        expect(sorted).toEqual([...best, ...expected.filter(isDuplicate)])
        const top = (await scoreAll(rules, joined, { top: 3 })).written('leads.scored.csv')
        expect(top).toEqual(best.slice(0, 3))
      }),
      runs(50),
    )
  })

  it('a file that changes while it is read is refused', async () => {
    const rules = { ...RULES, dedupe: { by: 'email', keep: 'first' } }
    const row = ['1', 'a@acme.example', '', '', '', '', '', '']
    const grown = (host: Host): Host => {
      let reads = 0
      const read = async () => {
        reads += 1
        return once(csvOf(Array.from({ length: reads }, () => row)))
      }
      return { ...host, read }
    }
    const run = scoreAll(rules, new Map(), {}, grown)
    await expect(run).rejects.toMatchObject({ exit: 'tryAgain', message: 'leads.csv changed while it was being read' })
  })
})

describe('leads of one account', () => {
  it('are added up as one would by hand', async () => {
    await fc.assert(
      fc.asyncProperty(leads, keep, fc.boolean(), async (rows, which, dedupes) => {
        const rules = {
          ...RULES,
          ...(dedupes && { dedupe: { by: 'email', keep: which } }),
          account: { by: 'company_domain' },
          tags: { crowd: { 'account.leads': { at_least: 3 } }, alone: { 'account.leads': { known: false } } },
        }
        const { written } = await scoreAll(rules, new Map([['leads.csv', csvOf(rows)]]))
        const out = written('leads.scored.csv')
        const kept = out.filter(record => (record.leadq_duplicate_of ?? '') === '')
        for (const record of kept) {
          const name = accountOf(record)
          const members = kept.filter(other => name !== '' && accountOf(other) === name)
          const totals = members.map(member => Number(member.leadq_score))
          const figure = (value: number) => (name === '' ? '' : String(value))
          expect(record).toMatchObject({
            leadq_account: name,
            leadq_account_leads: figure(members.length),
            leadq_account_best: figure(Math.max(...totals)),
            leadq_account_sum: figure(totals.reduce((sum, total) => sum + total, 0)),
            leadq_account_engaged: figure(members.filter(member => Number(member.leadq_engagement) > 0).length),
            leadq_account_contacts_known: figure(members.filter(isReachable).length),
            leadq_tags: name === '' ? 'alone' : members.length >= 3 ? 'crowd' : '',
          })
        }
      }),
      runs(150),
    )
  })

  const accountOf = (record: Scored): string => {
    const site = { 'https://www.Acme.example/de': 'acme.example', 'beta.example': 'beta.example' }[record.Domain ?? '']
    const mail = record.Email?.trim().toLowerCase() ?? ''
    return site ?? (mail.endsWith('acme.example') || mail.endsWith('beta.example') ? mail.slice(2) : '')
  }
  const isReachable = ({ Email, Phone }: Scored) => Boolean(Email?.includes('@')) || /\d/.test(Phone ?? '')
})

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** A host whose stdin can be read once only. */
function readOnce(host: Host): Host {
  let read = false
  return {
    ...host,
    async read(path) {
      if (read) throw new Error('stdin was read twice')
      read = true
      return host.read(path)
    },
  }
}
