import { diagnose } from '../../src/base/diagnostic.ts'
import type { ExplainedRule, Explanation } from '../../src/ir/results/explanation.ts'
import type { InputSummary, Summary } from '../../src/ir/results/summary.ts'
import { type Theme, themeOf } from '../../src/report/terminal/theme.ts'

/** The theme for a pipe, unless given. */
export function plainTheme(width = 80, unicode = true): Theme {
  return themeOf({ colour: false, width, unicode })
}

const INPUT: InputSummary = {
  name: 'leads.csv',
  format: 'csv',
  compressed: false,
  encoding: 'Windows-1252',
  delimiter: ';',
  line_end: 'CRLF',
  system: 'HubSpot export',
  counts: { read: 12_494, scored: 12_480, rejected: 12, duplicate: 0, left_out: 2 },
  left_out: { preamble: 1, 'totals row': 1 },
  skipped_rows: [],
  rejects: [
    { code: 'lead/cells', count: 11, first_line: 1_873, message: 'expected 22 cells, found 23' },
    { code: 'lead/quote', count: 1, first_line: 9_020, message: 'a quote that is never closed' },
  ],
  bound: [
    { field: 'id', columns: ['Record ID'], by: 'system', type: 'text' },
    { field: 'email', columns: ['E-Mail'], by: 'heading', type: 'text' },
    { field: 'employees', columns: ['Mitarbeiterzahl'], by: 'heading', type: 'number', read_as: 'decimal comma' },
    { field: 'job_title', columns: ['Position'], by: 'heading', type: 'text' },
    { field: 'country', columns: ['Country'], by: 'heading', type: 'text' },
    { field: 'budget', columns: ['Budget', 'Deal - Wert'], by: 'rulebook', type: 'number', read_as: 'decimal comma' },
    { field: 'demo_date', columns: ['Demo am'], by: 'rulebook', type: 'date', read_as: 'day first' },
    { field: 'page_views', columns: ['Number of Pageviews'], by: 'system', type: 'number' },
    { field: 'industry', columns: ['Branche'], by: 'heading', type: 'text' },
    { field: 'phone', columns: ['Phone'], by: 'heading', type: 'text' },
  ],
  unused: [{ column: 'Letzter Kontakt', field: 'last_contact_date' }],
  unmatched: [
    { column: 'Region', filled: 98, values: ['Nord', 'Süd', 'West'] },
    { column: 'Kampagne', filled: 71, values: ['Messe 2026', 'Webinar Herbst'] },
    { column: 'Kd-Nr', filled: 100, values: [] },
    { column: 'Fax', filled: 0, values: [] },
    { column: 'Notiz', filled: 12, values: [] },
  ],
  outputs: [
    { path: 'leads.scored.csv', leads: 12_480 },
    { path: 'leads.rejects.csv', leads: 12 },
  ],
}

/** A Monday morning: one export, a few flaws. */
export const SUMMARY: Summary = {
  format_version: '1.0',
  tool: { name: 'leadq', version: '0.1.0' },
  rulebook: { name: 'B2B software, DACH', version: '2026.4', source: 'rules/saas.yaml', sha256: 'ab'.repeat(32) },
  as_of: '2026-11-23',
  engine: { name: 'stream' },
  inputs: [INPUT],
  counts: INPUT.counts,
  stages: {
    SQL: { leads: 412, share: 3.3, median_score: 78 },
    MQL: { leads: 1_930, share: 15.5, median_score: 55 },
    nurture: { leads: 10_002, share: 80.1, median_score: 24 },
    disqualified: { leads: 136, share: 1.1, median_score: 12 },
  },
  scores: {
    fit: { known: true, median: 45, highest: 95, reachable: 100 },
    engagement: { known: true, median: 12, highest: 88, reachable: 100 },
    total: { known: true, median: 29, highest: 90, reachable: 100 },
  },
  histogram: [1_204, 2_310, 4_120, 2_200, 1_100, 640, 480, 301, 125, 0].map((leads, index) => ({
    from: index * 10,
    to: index * 10 + 9,
    leads,
  })),
  grades: Object.fromEntries(
    ['A', 'B', 'C', 'D'].flatMap((row, y) =>
      ['1', '2', '3', '4'].map((col, x) => [row + col, y === 0 && x === 0 ? 0 : 130 * (x + 1) * (y + 1)]),
    ),
  ),
  segments: {
    temperature: { hot: 412, warm: 3_200, cold: 8_868 },
    funnel: { BoFu: 301, MoFu: 1_402, ToFu: 10_777 },
  },
  tags: { pql: 41, 'do-not-email': 1_310, 'not-yet-a-lead': 0 },
  excluded: { competitor: 12, 'do-not-contact': 100, customer: 24 },
  rules: [
    { id: 'size', label: 'company size', fired: 9_120, points: 164_160, undated: 0 },
    { id: 'industry', label: 'industry', fired: 8_800, points: 132_040, undated: 0 },
    { id: 'decision-maker', label: 'decides on purchases', fired: 2_950, points: 103_250, undated: 0 },
    { id: 'free-mail', label: 'free-mail', fired: 1_870, points: -18_700, undated: 0 },
    { id: 'visits', label: 'visits', fired: 6_310, points: 31_200, undated: 0 },
    { id: 'demo', label: 'demo', fired: 301, points: 10_420, undated: 0 },
    { id: 'webinar', label: 'webinar', fired: 655, points: 8_010, undated: 0 },
    { id: 'revenue', label: 'a point for each full million', fired: 5_010, points: 20_140, undated: 0 },
    { id: 'it', label: 'it', fired: 700, points: 7_000, undated: 0 },
    { id: 'silent', label: 'silent', fired: 5, points: -50, undated: 0 },
    { id: 'trial', label: 'trial', fired: 0, points: 0, undated: 0 },
    { id: 'pricing-page', label: 'pricing-page', fired: 0, points: 0, undated: 0 },
  ],
  quality: [
    { field: 'email', filled: 12_400, empty: 60, invalid: 20, ranges: 0, first_invalid: [12, 802, 1_900] },
    { field: 'employees', filled: 9_120, empty: 3_330, invalid: 30, ranges: 1_240, first_invalid: [17, 88, 1_204] },
    { field: 'job_title', filled: 12_001, empty: 479, invalid: 0, ranges: 0, first_invalid: [] },
    { field: 'country', filled: 12_480, empty: 0, invalid: 0, ranges: 0, first_invalid: [] },
    { field: 'budget', filled: 1_020, empty: 11_459, invalid: 1, ranges: 0, first_invalid: [77] },
    { field: 'demo_date', filled: 301, empty: 12_179, invalid: 0, ranges: 0, first_invalid: [] },
    { field: 'page_views', filled: 12_479, empty: 1, invalid: 0, ranges: 0, first_invalid: [] },
    { field: 'industry', filled: 8_800, empty: 3_680, invalid: 0, ranges: 0, first_invalid: [] },
  ],
  advice: {
    unreachable: [],
    wanted: [
      { field: 'annual_revenue', points: 10, about: 'yearly revenue of the company' },
      { field: 'department', points: 10, about: 'the department the person works in' },
    ],
  },
  warnings: [
    diagnose(
      'bind/ambiguous-date',
      'the dates of column `Demo am` could be day-first or month-first, taken as day-first',
      {
        hint: 'say `locale: { dates: dmy }` in the rulebook',
      },
    ),
  ],
}

/** The first run of somebody whose headings leadq does not know. */
export const STRANGER: Summary = {
  ...SUMMARY,
  inputs: [
    {
      ...INPUT,
      bound: [{ field: 'email', columns: ['Email'], by: 'heading', type: 'text' }],
      unused: [{ column: 'Letzter Kontakt', field: 'last_contact_date' }],
      unmatched: ['Job Titel', 'Anz. MA', 'Umsatz', 'Ort', 'Quelle'].map(column => ({
        column,
        filled: 90,
        values: [],
      })),
      rejects: [],
      counts: { read: 40, scored: 40, rejected: 0, duplicate: 0, left_out: 0 },
      skipped_rows: [],
      left_out: {},
      outputs: [{ path: 'leads.scored.csv', leads: 40 }],
    },
  ],
  counts: { read: 40, scored: 40, rejected: 0, duplicate: 0, left_out: 0 },
  stages: {
    SQL: { leads: 0, share: 0, median_score: null },
    MQL: { leads: 0, share: 0, median_score: null },
    nurture: { leads: 40, share: 100, median_score: 0 },
  },
  scores: {
    fit: { known: true, median: 0, highest: 0, reachable: 5 },
    engagement: { known: false, median: null, highest: null, reachable: null },
  },
  histogram: [],
  grades: { 'D-': 40 },
  segments: {},
  tags: {},
  excluded: {},
  rules: [{ id: 'size', label: 'company size', fired: 0, points: 0, undated: 0 }],
  quality: [{ field: 'email', filled: 40, empty: 0, invalid: 0, ranges: 0, first_invalid: [] }],
  advice: {
    unreachable: ['SQL', 'MQL'],
    wanted: [
      { field: 'job_title', points: 35, about: 'what the person does in the company' },
      { field: 'employees', points: 25, about: 'how many people work there' },
      { field: 'industry', points: 20, about: 'line of business' },
      { field: 'annual_revenue', points: 10, about: '' },
      { field: 'department', points: 1, about: '' },
    ],
  },
  warnings: [],
}

/** A lead close to the next stage: a cap, a faded rule, a closed gate, an unknown score, ways to the next stage. */
export const EXPLANATION: Explanation = {
  format_version: '1.0',
  lead: { file: 'leads.csv', line: 17, id: '10422', email: 'anna.berg@nordwerk.example' },
  duplicate_of: null,
  rulebook: { name: 'B2B software, DACH', version: '2026.4', source: 'rules/saas.yaml' },
  as_of: '2026-11-23',
  account: null,
  scores: [
    {
      name: 'fit',
      points: 82,
      start: 2,
      max: 100,
      bound: 0,
      closed: null,
      groups: [
        {
          name: 'company',
          points: 55,
          bound: -7,
          max: 55,
          closed: null,
          silent: 0,
          rules: [
            rule('size', 'company size', 25, [['employees', '220']]),
            rule('industry', 'industry', 20, [['industry', 'Maschinenbau']]),
            {
              ...rule('revenue', 'a point for each full million', 17, [['annual_revenue', '42.500.000 EUR']]),
              earned: 42,
              faded: 42,
            },
          ],
        },
        {
          name: 'role',
          points: 25,
          bound: 0,
          max: 45,
          closed: null,
          silent: 1,
          rules: [
            rule('decision-maker', 'decides on purchases', 35, [['job_title', 'Head of Sales & Operations EMEA']]),
            rule('free-mail', 'free-mail', -10, [['email', 'anna.berg@nordwerk.example']]),
          ],
        },
      ],
    },
    {
      name: 'engagement',
      points: 23,
      start: 0,
      max: 100,
      bound: 0,
      closed: null,
      groups: [
        {
          name: '',
          points: 23,
          bound: 0,
          max: null,
          closed: null,
          silent: 2,
          rules: [
            {
              ...rule('demo', 'demo', 23, [
                ['demo_requested', 'ja'],
                ['demo_date', '30.10.2026'],
              ]),
              earned: 40,
              faded: 23,
              age: 24,
            },
          ],
        },
        {
          name: 'behaviour',
          points: 0,
          bound: 0,
          max: null,
          closed: 'tracking_consent equals true (tracking_consent = empty)',
          silent: 3,
          rules: [],
        },
      ],
    },
    { name: 'intent', points: null, start: 0, groups: [], bound: 0, max: null, closed: null },
  ],
  total: { points: 53, formula: '0.5 x fit 82 + 0.5 x engagement 23' },
  chance: null,
  grade: 'A4',
  stage: {
    name: 'MQL',
    since: '2026-03-02',
    before: null,
    kept: false,
    held_back: [],
    because: 'fit-only',
    conditions: [
      { text: 'score.fit at least 50', state: 'holds', saw: [{ name: 'score.fit', text: '82' }] },
      { text: 'score.intent known', state: 'unknown', saw: [{ name: 'score.intent', text: '' }] },
    ],
  },
  excluded: [],
  criteria: [
    {
      name: 'budget',
      state: 'unknown',
      ask: 'Is there a budget for this year?',
      conditions: [{ text: 'budget at least 10000', state: 'unknown', saw: [{ name: 'budget', text: '' }] }],
    },
    {
      name: 'authority',
      state: 'met',
      ask: 'Who signs?',
      conditions: [
        { text: 'job_title has word $leaders', state: 'holds', saw: [{ name: 'job_title', text: 'Head of Sales' }] },
        { text: 'decision_role equals decides', state: 'fails', saw: [{ name: 'decision_role', text: 'none' }] },
      ],
    },
    {
      name: 'timing',
      state: 'not_met',
      ask: null,
      conditions: [{ text: 'timeline at most 3', state: 'fails', saw: [{ name: 'timeline', text: '12' }] }],
    },
  ],
  segments: { temperature: 'cold', funnel: 'BoFu' },
  tags: ['pql', 'do-not-email'],
  owner: 'Anna',
  next: 'call',
  due: '2026-11-26',
  completeness: 64,
  missing: {
    stage: 'SQL',
    ways: [
      { changes: [{ field: 'budget', from: '', to: '10000', in_file: true }], scores: {} },
      {
        changes: [
          { field: 'tracking_consent', from: '', to: 'true', in_file: false },
          { field: 'page_views', from: '2', to: '15', in_file: true },
        ],
        scores: { engagement: 38, total: 60 },
      },
    ],
  },
}

function rule(id: string, label: string, points: number, saw: readonly (readonly [string, string])[]): ExplainedRule {
  const seen = saw.map(([name, text]) => ({ name, text }))
  return { id, label, saw: seen, earned: points, age: null, faded: points, points }
}
