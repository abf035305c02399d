import fc from 'fast-check'
import { condition, HEADINGS, lead, points, rulebook } from './draw.ts'
import { oddList } from './draw-cells.ts'

/**
 * In addition to `draw.ts`: lists, maps, values for empty cells, fields with two columns, zones, owners, segments and
 * tags based on each other, hostile names and arbitrary texts.
 */

export const WIDE_HEADINGS = [...HEADINGS, 'Interests', 'Tier', 'Phone', 'Mobile', 'Website', 'Owner']

/** Texts with special characters of queries, regular expressions and templates. */
const HOSTILE = [
  '"; DROP TABLE leads; --',
  "O'Brien",
  'back\\slash \\1 $1',
  '%_*',
  '{{ x }} {% y %}',
  '-- no comment /* */',
  'a\u0301 \u00c5 \u212b \u212a \u017f',
  '\u{1f600} \u{10ffff}',
  '\u2028line\u2029',
  '\u200bzero\u00ad',
  'ǅ ŉ ﬁ ẞ İ ı Σς',
  ' nbsp ',
]
/** No NUL, which PostgreSQL cannot store, and no BOM, which the driver of DuckDB removes. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 }).filter(text => !/[\0\ufeff]/.test(text))
const text = fc.oneof(fc.constantFrom(...HOSTILE), anyText)
export const constant = text.filter(value => value.trim() !== '' && !/^\s*(?:null|~)\s*$/i.test(value))

const listTest = fc.oneof(
  fc.record({ interests: fc.constantFrom('webinar', 'a', 'demo; trial') }),
  fc.record({ interests: fc.record({ contains: fc.constantFrom('web', 'e', 'ä') }) }),
  fc.record({ interests: fc.record({ has_word: fc.constantFrom('head of', '*nar') }) }),
  fc.record({ interests: fc.record({ is: fc.constantFrom('valid_email', 'free_mail') }) }),
  fc.record({ interests: fc.record({ matches: fc.constantFrom('^w', '[a-f]{2}', 'b$') }) }),
  fc.record({ interests: fc.record({ not: fc.constantFrom('webinar', 'a') }) }),
  fc.record({ interests: fc.record({ known: fc.boolean() }) }),
)
const textTest = fc.oneof(
  fc.record({ note: fc.oneof(constant, fc.array(constant, { minLength: 1, maxLength: 5 })) }),
  fc.record({ note: fc.record({ contains: fc.array(constant, { minLength: 1, maxLength: 6 }) }) }),
  fc.record({ note: fc.record({ starts_with: constant }) }),
  fc.record({ note: fc.record({ ends_with: constant }) }),
  fc.record({
    note: fc.record({ matches: fc.constantFrom('[^a-z]k', '\\w+\\s\\d?', 'ſ|\\.', '[\\w-]$', 'σ', '.{3,}') }),
  }),
  fc.record({ tier: fc.record({ at_least: fc.constantFrom(1, 2, 3.5) }) }),
  fc.record({ tier: fc.constantFrom(1, 2, 3.5, 0) }),
)
const further = fc.oneof(listTest, textTest, condition)

/** A rulebook of `draw.ts` with fields of its own and conditions on them. */
export const wideRulebook = fc
  .record({
    book: rulebook,
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    dates: fc.constantFrom('auto', 'iso', 'dmy', 'mdy'),
    numbers: fc.constantFrom('auto', 'en', 'de'),
    split: fc.constantFrom(';', ',', ' / ', '|', '.*'),
    empty: fc.constantFrom(undefined, 0, 2),
    rules: fc.array(fc.record({ when: further, points }), { minLength: 1, maxLength: 3 }),
    listed: fc.record({ a: points, webinar: points, demo: points }),
    criteria: fc.array(further, { minLength: 1, maxLength: 3 }),
    tags: fc.array(further, { minLength: 2, maxLength: 2 }),
    people: fc.integer({ min: 1, max: 4 }),
    within: fc.constantFrom('10d', '400d'),
    label: fc.constantFrom("it's", 'say "hi"', 'back\\slash', '{{ x }}', '%d', 'Ümlaut'),
  })
  .map(({ book, zone, dates, numbers, split, empty, rules, listed, criteria, tags, people, within, label }) => ({
    ...book,
    locale: { timezone: zone, dates, numbers, nulls: ['Select', "n'one"] },
    fields: {
      interests: { from: 'Interests', type: 'list', split, map: { all: 'webinar', nothing: null } },
      tier: {
        from: ['Tier', 'Employees'],
        type: 'number',
        map: { gold: 3.5, silver: 2, '-': null },
        ...(empty !== undefined && { empty }),
      },
      note: { from: 'Note', type: 'text', keep: ['-', 'None'], map: { "o'brien": 'back\\slash' } },
      crm_owner: { from: 'Owner' },
    },
    scores: {
      ...book.scores,
      extra: {
        min: 'none',
        groups: {
          [label]: {
            max: 50,
            rules: [
              ...rules.map((each, index) => ({ id: `x-${index}`, label: `${label} ${index}`, ...each })),
              { id: 'listed', field: 'interests', points: listed, else: 1 },
              {
                id: 'recent',
                when: { demo_date: { known: true } },
                points: 7,
                since: 'demo_date',
                within,
                fade: 'none',
              },
            ],
          },
        },
      },
    },
    criteria: Object.fromEntries(criteria.map((when, index) => [`k${index}`, { when }])),
    stages: [
      { stage: 'SQL', when: { 'criteria.unknown': { at_most: 1 }, 'criteria.k0': 'met' } },
      { stage: label, when: { grade: ['A1', 'B2'], 'rule.x-0': { above: 0 } } },
      { stage: 'nurture' },
    ],
    segments: {
      heat: { hot: { 'score.extra': { at_least: 5 } }, cold: 'otherwise' },
      more: { both: { 'segment.heat': 'hot', stage: { contains: 's' } }, one: { 'segment.heat': 'hot' } },
    },
    tags: {
      first: tags[0],
      second: { all: [{ 'tag.first': false }, tags[1]] },
      third: { 'segment.more': { has_word: 'one' } },
    },
    owners: [
      { keep: 'crm_owner' },
      { to: Array.from({ length: people }, (_, index) => `${label} ${index}`), when: { 'tag.first': true } },
      { to: ['Rest', "Re'st"] },
    ],
  }))

const more = fc.tuple(
  fc.oneof(
    text,
    oddList,
    fc.constantFrom(
      '',
      'Webinar; Demo',
      'a,b , a',
      '["a","Webinar"]',
      '["ä \\u00c4", 1, true, null]',
      '[]',
      '[broken',
      'all',
      'nothing',
      ' / ',
      'anna@gmail.com; x',
      'a|b.*c',
    ),
  ),
  fc.constantFrom(
    '',
    'gold',
    'Silver',
    '-',
    '3',
    '3,5',
    '1.234.567,5',
    "n'one",
    '0,5',
    '12 %',
    '1\u00a0000',
    '7 Mio. €',
  ),
  fc.constantFrom('', '+49 (0)40 555-01', '0049 40 55501', '494055501', 'no phone', '(0) (0)'),
  fc.constantFrom('', '0170 1', '+49 170 1'),
  fc.constantFrom(
    '',
    'https://www.acme.example/de?x=1',
    'ACME.example',
    'gmail.com',
    'ftp://user@shop.acme.example:80/',
    'x',
  ),
  fc.oneof(fc.constantFrom('', 'Anna', 'N/A'), text),
)

/** Cells in the order of `WIDE_HEADINGS`; the note of a lead may be any text. */
export const wideLead = fc
  .tuple(lead, more, text)
  .map(([cells, others, note]) => [...cells.slice(0, -1), note, ...others])

export const wideLeads = fc.array(wideLead, { minLength: 1, maxLength: 12 })
