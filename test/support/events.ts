import { csvRow } from '../../src/io/csv/csv-write.ts'
import type { Summary } from '../../src/ir/results/summary.ts'
import { score } from '../../src/tools/score/score-inputs.ts'
import type { ScoreRequest } from '../../src/tools/score/score-request.ts'
import { memoryHost } from './memory-host.ts'
import { AS_OF, planOf } from './plans.ts'

export const REQUEST: ScoreRequest = {
  inputs: ['leads.csv'],
  events: ['events.csv'],
  asOf: AS_OF,
  split: false,
  prefix: 'leadq_',
  sort: false,
  dryRun: false,
  escapeFormulas: false,
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${csvRow(row, ',')}\n`).join('')
}

interface WrittenLead {
  readonly leadq: { readonly score: number | null; readonly scores: Readonly<Record<string, number | null>> }
}

/** Scores files in memory; gives the written leads as objects, and the summary. */
export async function scoreEvents(
  rules: string | object,
  files: Readonly<Record<string, string>>,
  request: Partial<ScoreRequest> = {},
): Promise<{ leads: readonly WrittenLead[]; summary: Summary }> {
  const host = new Map<string, string | Uint8Array>(Object.entries(files))
  const book = { plan: planOf(rules), diagnostics: [], summary: { name: 'test', source: 'rules.yaml', sha256: '' } }
  const summary = await score(
    book,
    { ...REQUEST, format: 'ndjson', out: 'out.ndjson', ...request },
    memoryHost(host),
    '0',
  )
  const lines = String(host.get('out.ndjson')).trimEnd().split('\n')
  return { leads: lines.filter(line => line !== '').map(line => JSON.parse(line)), summary }
}

/** A rulebook with one score `s` and one rule in a group, written as YAML in one line. */
export function oneRule(rule: string, group = '', more = ''): string {
  return `leadq: 1
scores:
  s:
    min: none
    groups:
      g: { ${group} rules: [${rule}] }
${more}`
}

/** The points of the rule for a lead with the id 1, from lines of `event,time,page,status,value`. */
export async function pointsOf(
  rule: string,
  events: readonly string[],
  { lead = {}, group = '', more = '' }: { lead?: Record<string, string>; group?: string; more?: string } = {},
): Promise<unknown> {
  const fields = { id: '1', email: 'anna@acme.example.com', ...lead }
  const { leads } = await scoreEvents(oneRule(rule, group, more), {
    'leads.csv': csv([Object.keys(fields), Object.values(fields)]),
    'events.csv': ['lead,event,time,page,status,value', ...events.map(event => `1,${event}`)].join('\n'),
  })
  return leads[0]?.leadq.scores.s
}
