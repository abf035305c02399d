import fc from 'fast-check'
import { csvRow } from '../../src/io/csv/csv-write.ts'
import { oddDate, oddMail, oddNumber, oddText, oddTruth, serialDate } from './draw-cells.ts'

/** Random rulebooks and leads. A rulebook is drawn as JSON, which is also YAML. */

const TEXTS = [
  'CEO',
  'Head of Sales',
  'vertriebsleiter',
  'İstanbul',
  'STRAẞE',
  'ΟΔΟΣ',
  'a\u0308',
  'Director',
  'É',
  '²',
  'x; y',
  'line\nbreak',
  'tab\there',
]
const NUMBERS = [-5, 0, 1, 2.5, 10, 49, 50, 51, 1000, 1234567]
const DAYS = ['2024-02-29', '2025-12-31', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2027-01-01']

export const HEADINGS = [
  'Lead ID',
  'Job Title',
  'Company',
  'Employees',
  'Page Views',
  'Demo Date',
  'Demo Requested',
  'Email',
  'Note',
]

export const word = fc.constantFrom(...TEXTS)
export const number = fc.constantFrom(...NUMBERS)
export const day = fc.constantFrom(...DAYS)
export const oneOrMany = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { maxLength: 3 }))

const textTest = fc.oneof(
  fc.record({ equals: oneOrMany(word) }),
  fc.record({ contains: oneOrMany(word) }),
  fc.record({ starts_with: word }),
  fc.record({ ends_with: word }),
  fc.record({ has_word: oneOrMany(fc.constantFrom('CEO', 'Head of', '*leiter', 'director*')) }),
  fc.record({ matches: fc.constantFrom('^c', 'head.*sales', '[a-z]+$', '(a+)+$', 'e\nb', '\t|\r') }),
  fc.record({ known: fc.boolean() }),
  fc.record({ not: oneOrMany(word) }),
)
const numberTest = fc.oneof(
  fc.record({ at_least: number }),
  fc.record({ at_most: number }),
  fc.record({ above: number }),
  fc.record({ below: number }),
  fc.record({ between: fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]) }),
  fc.record({ known: fc.boolean() }),
  number,
)
/** Two of them ask for thousands of domains, which databases take longer to read than the rest of a query. */
export const mailKind = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('free_mail', 'valid_email', 'role_mail') },
  { weight: 1, arbitrary: fc.constantFrom('business_mail', 'disposable_mail') },
)
export const span = fc.constantFrom('1d', '30d', '2w', '400d')
const dateTest = fc.oneof(
  fc.record({ in_last: span }),
  fc.record({ older_than: span }),
  fc.record({ in_next: span }),
  fc.record({ before: day }),
  fc.record({ after: day }),
  fc.record({ known: fc.boolean() }),
)
const leaf: fc.Arbitrary<object> = fc.oneof(
  fc.record({ job_title: textTest }),
  fc.record({ company: textTest }),
  fc.record({ employees: numberTest }),
  fc.record({ page_views: numberTest }),
  fc.record({ demo_date: dateTest }),
  fc.record({ demo_requested: fc.boolean() }),
  fc.record({ department: textTest }),
  fc.record({ email: fc.record({ is: mailKind }) }),
)

/** A condition on fields, nested up to three deep. */
export const condition: fc.Arbitrary<object> = fc.letrec<{ node: object }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(of => ({ some: { at_least: 1 + (of.length % 2), of } })),
  ),
})).node

export const points = fc.integer({ min: -40, max: 60 }).filter(value => value !== 0)
export const fade = fc.oneof(
  fc.constant('none'),
  fc.record({ half_life: fc.constantFrom('1d', '14d', '400d') }),
  fc.record({ linear: fc.constantFrom('3d', '90d') }),
  fc.constant({ steps: { '7d': 100, '30d': 50 } }),
)

const rule: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ when: condition, points }),
  fc.record({ when: condition, points, since: fc.constant('demo_date'), fade }),
  fc.record({ field: fc.constant('employees'), points_from: fc.constant({ '50': 12, '1000': 25 }) }),
  fc.record({
    field: fc.constant('company'),
    points: fc.constant({ CEO: 5, İstanbul: -7 }),
    else: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    per: fc.constant('page_views'),
    every: fc.constantFrom(1, 2.5, 10),
    points: fc.constantFrom(1, 2),
    max: fc.constant(30),
  }),
  fc.record({
    field: fc.constant('employees'),
    cases: fc.array(fc.record({ when: numberTest, points }), { minLength: 1, maxLength: 3 }),
  }),
)

export interface DrawnGroup {
  readonly max?: number
  readonly min?: number
  readonly when?: object
  readonly rules: readonly Record<string, unknown>[]
}

const group: fc.Arbitrary<DrawnGroup> = fc.record(
  {
    max: fc.integer({ min: 5, max: 80 }),
    min: fc.integer({ min: -30, max: 0 }),
    when: condition,
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['rules'] },
)

const score = fc.record(
  {
    max: fc.integer({ min: 20, max: 120 }),
    min: fc.oneof(fc.constant('none'), fc.integer({ min: -20, max: 0 })),
    start: fc.integer({ min: -5, max: 10 }),
    groups: fc.dictionary(fc.constantFrom('alpha', 'beta', 'gamma'), group, { minKeys: 1, maxKeys: 3 }),
  },
  { requiredKeys: ['groups'] },
)

/** A rulebook as an object; ids are given by position, so that they are unique. */
export const rulebook = fc
  .record({
    fit: score,
    engagement: score,
    total: fc.constantFrom(undefined, { fit: 0.35, engagement: 0.65 }, { fit: 1, engagement: 2 }),
    criteria: fc.array(condition, { minLength: 1, maxLength: 3 }),
    exclude: fc.array(condition, { maxLength: 1 }),
    stage: condition,
    bar: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ fit, engagement, total, criteria, exclude, stage, bar }) => ({
    leadq: 1,
    scores: { fit: withIds(fit, 'f'), engagement: withIds(engagement, 'e') },
    ...(total && { total }),
    chance: { of: 'score.total', bands: { '0': 5, [bar + 1]: 30, '90': 75 } },
    grade: { fit: { A: 50, B: 0 }, engagement: { '1': 50, '2': 0 } },
    criteria: Object.fromEntries(criteria.map((when, index) => [`c${index}`, { when }])),
    exclude: exclude.map(when => ({ id: 'out', when })),
    stages: [
      { stage: 'SQL', when: { 'score.total': { at_least: bar }, 'criteria.met': { at_least: 1 } } },
      { stage: 'MQL', when: stage },
      { stage: 'nurture' },
    ],
    segments: { heat: { hot: { 'score.engagement': { at_least: bar } }, cold: 'otherwise' } },
    tags: { seen: stage, likely: { chance: { at_least: 30 } }, hopeless: { chance: { known: false } } },
    next: [
      { when: { stage: 'SQL' }, do: 'call', due: '1d' },
      { do: 'wait', due: '30d', from: 'demo_date' },
    ],
  }))

function withIds<T extends { readonly groups: Readonly<Record<string, DrawnGroup>> }>(score: T, prefix: string): T {
  const groups = Object.entries(score.groups).map(([name, { rules, ...rest }]) => [
    `${name}-${prefix}`,
    { ...rest, rules: rules.map((each, index) => ({ id: `${prefix}-${name}-${index}`, ...each })) },
  ])
  return { ...score, groups: Object.fromEntries(groups) }
}

const cell = {
  text: fc.oneof(
    word,
    fc.constantFrom('', ' ', 'N/A', 'null'),
    oddText,
    fc.string({ maxLength: 12 }).filter(text => !/[\0\ufeff]/.test(text)),
  ),
  number: fc.oneof(
    number.map(String),
    fc.constantFrom('', '1.234', '51-200', '1000+', '12 %', '1e5', 'none', '45k'),
    oddNumber,
  ),
  date: fc.oneof(day, oddDate, fc.constantFrom('', '31.12.2025', '2026-02-30', '1772409600', '2026-03-02T23:30:00Z')),
  yesNo: fc.oneof(oddTruth, fc.constantFrom('', 'yes', 'no', 'ja', 'nein', '1', '0', 'maybe', '2026-01-01')),
  email: fc.oneof(
    oddMail,
    fc.constantFrom('', 'anna@example.com', 'info@example.org', 'ben@gmail.com', 'no mail', 'a@b'),
  ),
}

/** The cells of one lead, in the order of `HEADINGS`. The id keeps a row from being blank. */
export const lead = fc.tuple(
  fc.uuid(),
  cell.text,
  cell.text,
  cell.number,
  cell.number,
  cell.date,
  cell.yesNo,
  cell.email,
  cell.text,
)

/** A lead whose date is a spreadsheet number: a column is read this way if it holds nothing else. */
const ofSpreadsheet = fc
  .tuple(lead, serialDate)
  .map(([cells, day]) => cells.map((text, position) => (HEADINGS[position] === 'Demo Date' ? day : text)))

export const leads: fc.Arbitrary<string[][]> = fc.oneof(
  { weight: 9, arbitrary: fc.array(lead, { minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(ofSpreadsheet, { minLength: 1, maxLength: 12 }) },
)

export function csvOf(rows: readonly (readonly string[])[]): string {
  return [HEADINGS, ...rows].map(row => `${csvRow(row, ',')}\n`).join('')
}
