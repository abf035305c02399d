import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { columnsOf, PREFIX } from '../../../src/ir/plan/columns.ts'
import type { Plan } from '../../../src/ir/plan/plan.ts'
import { score } from '../../../src/tools/score/score-inputs.ts'
import { csv, REQUEST } from '../events.ts'
import { memoryHost } from '../memory-host.ts'

/** Random leads of which some are the same person, or of one company. */

export const DUPLICATE_HEADINGS = ['Lead ID', 'Email', 'Phone', 'Company', 'Website', 'Page Views', 'Created Date']

export const duplicateRulebook = fc
  .record({
    by: fc.constantFrom(['email'], ['phone'], ['company', 'website'], ['page_views']),
    keep: fc.constantFrom('first', 'latest', 'most_complete'),
    account: fc.constantFrom('company_domain', 'company', undefined),
    isDeduped: fc.boolean(),
    figure: fc.constantFrom(
      { 'account.leads': { at_least: 2 }, 'account.sum': { above: 12 } },
      { 'account.best': { between: [10, 13] } },
      { 'account.engaged': { at_least: 1 }, 'account.contacts_known': { below: 2 } },
      { not: { 'account.contacts_known': 0 } },
      { 'account.best': { known: false } },
    ),
  })
  .map(({ by, keep, account, isDeduped, figure }) => ({
    leadq: 1,
    ...(isDeduped && { dedupe: { by, keep, ...(keep === 'latest' && { latest_by: 'created_date' }) } }),
    ...(account !== undefined && { account: { by: account, engaged: 'engagement' } }),
    scores: {
      fit: { rules: [{ id: 'site', when: { website: { known: true } }, points: 10 }] },
      engagement: { rules: [{ id: 'views', per: 'page_views', points: 1, max: 20 }] },
    },
    stages: [...(account === undefined ? [] : [{ stage: 'MQL', when: figure }]), { stage: 'nurture' }],
  }))

const lead = fc.tuple(
  fc.constantFrom('', 'anna@acme.example', 'ANNA@acme.example ', 'ben@gmail.com', 'info@shop.acme.example', 'no mail'),
  fc.constantFrom('', '+49 (0)40 555-01', '0049 40 55501', '494055501', '-', '(0)'),
  fc.constantFrom('', 'Acme', 'ACME ', 'N/A', 'Straße'),
  fc.constantFrom('', 'https://www.acme.example/de?x=1', 'acme.example', 'gmail.com', 'user@shop.acme.example:80', 'x'),
  fc.constantFrom('', '3', '3,0', '12', 'many'),
  fc.constantFrom('', '2026-02-01', '2026-02-03', '2026-02-30'),
)
/** Ids ascend, because rows of a table have no order of their own. */
export const duplicateLeads = fc
  .array(lead, { minLength: 1, maxLength: 12 })
  .map(rows => rows.map((row, index) => [`L${100 + index}`, ...row]))

/** leadq's cells of every lead, as `leadq score` writes them. */
export async function scoredTogether(plan: Plan, rows: readonly (readonly string[])[]): Promise<string[][]> {
  const files = new Map<string, string | Uint8Array>([['leads.csv', csv([DUPLICATE_HEADINGS, ...rows])]])
  const book = { plan, diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  await score(book, { ...REQUEST, events: [], out: 'out.csv' }, memoryHost(files), '0')
  const written: Record<string, string>[] = parse(String(files.get('out.csv')), {
    columns: true,
    record_delimiter: ['\n'],
  })
  return written.map(row => columnsOf(plan).map(({ name }) => row[PREFIX + name] ?? ''))
}
