import fc from 'fast-check'
import { MAIL_KINDS, OPERATORS, type OperandKind, type OperatorName } from '../../src/ir/plan/operators.ts'
import type { FieldType } from '../../src/ir/values/value.ts'
import { day, fade, mailKind, number, oneOrMany, points, span, word } from './draw.ts'
import { constant } from './draw-wide.ts'

/**
 * Small rulebooks for the leads of `draw-wide.ts`: one or two fields, and few parts of the language at a time. A query of
 * them is short, so that many can be tried; operators come from the table of the language, so that none is forgotten.
 */

/** A field that conditions ask for, and what the rulebook says of it. */
interface Asked {
  readonly name: string
  readonly type: FieldType
  readonly field?: object
}

const FIELDS: readonly Asked[] = [
  { name: 'job_title', type: 'text' },
  { name: 'email', type: 'text' },
  { name: 'phone', type: 'text' },
  { name: 'website', type: 'text' },
  { name: 'note', type: 'text', field: { from: 'Note', keep: ['-', 'None'], map: { "o'brien": 'back\\slash' } } },
  { name: 'anything', type: 'text', field: { from: ['Note', 'Job Title'], type: 'text', empty: 'CEO' } },
  { name: 'employees', type: 'number' },
  {
    name: 'tier',
    type: 'number',
    field: { from: ['Tier', 'Employees'], type: 'number', map: { gold: 3.5, '-': null } },
  },
  { name: 'visits_or_none', type: 'number', field: { from: 'Page Views', type: 'number', empty: 50 } },
  { name: 'demo_date', type: 'date' },
  { name: 'closed', type: 'date', field: { from: ['Demo Date', 'Demo Requested'], type: 'date' } },
  { name: 'demo_requested', type: 'boolean' },
  {
    name: 'sure',
    type: 'boolean',
    field: { from: 'Demo Requested', type: 'boolean', empty: true, map: { maybe: false } },
  },
  { name: 'interests', type: 'list', field: { from: 'Interests', type: 'list', split: ',' } },
  { name: 'topics', type: 'list', field: { from: 'Interests', type: 'list', map: { all: 'webinar', nothing: null } } },
]

const text = fc.oneof(
  word,
  constant,
  fc.constantFrom('webinar', 'a', 'back\\slash', 'anna@gmail.com', '+49', 'acme.example'),
)
const CONSTANTS: Readonly<Record<FieldType, fc.Arbitrary<string | number | boolean>>> = {
  text,
  list: text,
  number,
  date: day,
  boolean: fc.boolean(),
}
const PHRASES = ['CEO', 'Head of', '*leiter', 'director*', '*o*', 'ΟΔΟΣ', 'a', '*b*', 'istanbul', 'ß']
const PATTERNS = [
  '^c',
  'head.*sales',
  '[a-z]+$',
  '(a+)+$',
  'e\nb',
  '\t|\r',
  '[^a-z]k',
  '\\w+\\s\\d?',
  'ſ|\\.',
  '[\\w-]$',
  '.{3,}',
]

const ordered = (type: FieldType) => (type === 'date' ? day : number)

/** What an operator takes of a field of a type. */
function operand(kind: OperandKind, name: OperatorName, type: FieldType): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'constants':
      return oneOrMany(CONSTANTS[type])
    case 'texts':
      if (name === 'has_word') return oneOrMany(fc.constantFrom(...PHRASES))
      return name === 'matches' ? fc.constantFrom(...PATTERNS) : oneOrMany(text)
    case 'mail-kinds':
      return fc.oneof(mailKind, fc.uniqueArray(mailKind, { minLength: 2, maxLength: MAIL_KINDS.length }))
    case 'bound':
      return ordered(type)
    case 'range':
      return fc.tuple(ordered(type), ordered(type)).map(pair => pair.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    case 'day':
      return day
    case 'span':
      return span
    case 'yes-no':
      return fc.boolean()
  }
}

/** One comparison, in every way in which a field of the type can be asked. */
function comparison(type: FieldType): fc.Arbitrary<unknown> {
  const names = (Object.keys(OPERATORS) as OperatorName[]).filter(name => {
    const types: readonly FieldType[] = OPERATORS[name].types
    return types.includes(type)
  })
  const tests = names.map(name => operand(OPERATORS[name].operand, name, type).map(of => ({ [name]: of })))
  const bare = oneOrMany(CONSTANTS[type])
  const test = fc.oneof(...tests)
  return fc.oneof(
    { weight: 8, arbitrary: test },
    { weight: 1, arbitrary: bare },
    { weight: 2, arbitrary: fc.oneof(test, bare).map(not => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(test, test).map(([one, other]) => ({ ...one, ...other })) },
  )
}

const COMPARISONS = new Map(FIELDS.map(({ type }) => [type, comparison(type)]))
const comparisonOf = (type: FieldType) => COMPARISONS.get(type) ?? fc.constant({ known: true })

/** A condition on some fields. */
function conditionOn(fields: readonly Asked[]): fc.Arbitrary<object> {
  const leaf = fc.oneof(...fields.map(({ name, type }) => comparisonOf(type).map(of => ({ [name]: of }))))
  const few = fc.array(leaf, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: few.map(all => ({ all })) },
    { weight: 1, arbitrary: few.map(any => ({ any })) },
    { weight: 1, arbitrary: leaf.map(not => ({ not })) },
    { weight: 1, arbitrary: few.map(of => ({ some: { at_least: Math.ceil(of.length / 2), of } })) },
  )
}

const tableOf = (type: FieldType) => (type === 'number' ? number : type === 'boolean' ? fc.boolean() : word).map(String)

/** What a rule pays for a field, in every way that its type allows. */
function paymentOf({ name, type }: Asked): fc.Arbitrary<object> {
  const cases = fc.array(fc.record({ when: comparisonOf(type), points }), { minLength: 1, maxLength: 3 })
  const ways: fc.Arbitrary<object>[] = [cases.map(each => ({ field: name, cases: each }))]
  if (type !== 'date') {
    const table = fc.dictionary(tableOf(type), points, { minKeys: 1, maxKeys: 3 })
    ways.push(
      fc.record({ field: fc.constant(name), points: table, else: points }, { requiredKeys: ['field', 'points'] }),
    )
  }
  if (type === 'number') {
    ways.push(
      fc.record({
        field: fc.constant(name),
        points_from: fc.dictionary(number.map(String), points, { minKeys: 1, maxKeys: 4 }),
      }),
      fc.record({
        per: fc.constant(name),
        every: fc.constantFrom(1, 2.5, 10, 0.1),
        points: fc.constantFrom(1, 2, 7),
        max: fc.constant(30),
      }),
      fc.record({ per: fc.constant(name), points: fc.constantFrom(1, 2, 7) }),
      fc.record({ per: fc.constant(name), points: fc.constantFrom(-1, -3), min: fc.constant(-20) }),
    )
  }
  return fc.oneof(...ways)
}

const fading = fc.record(
  { since: fc.constant('demo_date'), within: fc.constantFrom('10d', '400d'), fade },
  { requiredKeys: ['since', 'fade'] },
)

function ruleOn(fields: readonly Asked[]): fc.Arbitrary<object> {
  const when = conditionOn(fields)
  const earned = fc.record({ when, points })
  return fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...fields.map(paymentOf)) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.oneof(...fields.map(paymentOf)), when).map(([pays, when]) => ({ ...pays, when })),
    },
    { weight: 2, arbitrary: earned },
    { weight: 1, arbitrary: fc.tuple(earned, fading).map(([pays, fades]) => ({ ...pays, ...fades })) },
  )
}

const bounds = { max: fc.integer({ min: 5, max: 40 }), min: fc.integer({ min: -20, max: 0 }) }
const groupFade = fc.constantFrom({ half_life: '14d' }, { linear: '90d' })

/** Conditions on what has been worked out before stages. */
const concluded = fc.oneof(
  fc.record({ 'score.fit': fc.oneof(fc.record({ at_least: number }), fc.record({ known: fc.boolean() })) }),
  fc.record({ 'score.total': fc.record({ between: fc.constantFrom([-10, 10], [0, 60]) }) }),
  fc.record({ 'rule.r0': fc.constantFrom({ above: 0 }, { below: 0 }, 0) }),
  fc.record({ grade: fc.constantFrom('A', ['A', 'B'], { not: 'A' }) }),
  fc.record({ chance: fc.constantFrom({ at_least: 30 }, { known: false }, 5) }),
  fc.record({ 'criteria.met': fc.constantFrom({ at_least: 1 }, 0) }),
  fc.record({ 'criteria.c0': fc.constantFrom('met', ['not_met', 'unknown'], { not: 'unknown' }) }),
  fc.constant({ some: { at_least: 1, of: ['c0', 'c1'] } }),
)

function bookOn(fields: readonly Asked[]): fc.Arbitrary<object> {
  const when = conditionOn(fields)
  const rules = fc
    .array(ruleOn(fields), { minLength: 1, maxLength: 2 })
    .map(all => all.map((rule, index) => ({ id: `r${index}`, ...rule })))
  const group = fc.record({ ...bounds, when, fade: groupFade, rules }, { requiredKeys: ['rules'] })
  const score = fc.oneof(
    fc.record({ rules }),
    fc.record(
      { ...bounds, start: fc.integer({ min: -5, max: 10 }), when, fade: groupFade, rules },
      { requiredKeys: ['rules'] },
    ),
    fc.record({ min: fc.constant('none'), groups: group.map(one => ({ one })) }),
  )
  const criteria = fc.tuple(when, when).map(([c0, c1]) => ({ c0: { when: c0, ask: 'Who?' }, c1: { when: c1 } }))
  const scored = fc
    .record(
      {
        fit: score,
        total: fc.constantFrom({ fit: 0.35 }, { fit: 2 }),
        grade: fc.constantFrom({ fit: { A: 10, B: 0 } }, { fit: { '2': 0, '1': 20 } }),
        chance: fc.constantFrom({ bands: { '0': 5, '20': 30 } }, { of: 'score.fit', bands: { '-5': 1, '10': 75 } }),
      },
      { requiredKeys: ['fit'] },
    )
    .map(({ fit, ...rest }) => ({ scores: { fit }, ...rest }))
  const whole = fc
    .record({ fit: score, criteria, late: fc.tuple(concluded, concluded, concluded), when, stage: concluded })
    .map(({ fit, criteria, late: [out, tag, next], when, stage }) => ({
      lists: { some: ['CEO', 'Head of', '*leiter'] },
      scores: { fit },
      grade: { fit: { A: 10, B: 0 } },
      chance: { bands: { '0': 5, '20': 30 } },
      criteria,
      exclude: [{ id: 'out', label: 'left out', when: { all: [when, out] }, stage: 'gone' }],
      stages: [{ stage: 'SQL', id: 'first', when: stage }, { stage: 'MQL', when }, { stage: 'nurture' }],
      segments: { heat: { hot: tag, cold: 'otherwise' }, place: { there: when } },
      tags: {
        t: { any: [tag, { 'segment.heat': 'hot' }] },
        u: { stage: { not: 'MQL' } },
        listed: { job_title: { has_word: '$some' } },
      },
      owners: [{ keep: 'crm_owner', when: { 'tag.u': true } }, { to: ['A', 'B', 'C'], when: next }, { to: 'Rest' }],
      next: [
        { when: { stage: 'SQL', 'tag.t': true }, do: 'call', due: '1d' },
        { when: next, do: 'write', due: '2w', from: 'demo_date' },
        { do: 'wait' },
      ],
    }))
  const asked = fc.record({
    criteria,
    tags: fc.tuple(when, when).map(([a, b]) => ({ a, b: { all: [{ 'tag.a': true }, b] } })),
  })
  return fc.oneof({ weight: 3, arbitrary: asked }, { weight: 4, arbitrary: scored }, { weight: 1, arbitrary: whole })
}

export const focusedRulebook: fc.Arbitrary<object> = fc
  .uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 2, selector: ({ name }) => name })
  .chain(fields =>
    fc.record({
      fields: fc.constant(fields),
      book: bookOn(fields),
      zone: fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
      dates: fc.constantFrom('auto', 'iso', 'dmy', 'mdy'),
      numbers: fc.constantFrom('auto', 'en', 'de'),
    }),
  )
  .map(({ fields, book, zone, dates, numbers }) => ({
    leadq: 1,
    locale: { dates, numbers, ...(zone && { timezone: zone }), nulls: ['Select', "n'one"] },
    fields: {
      crm_owner: { from: 'Owner' },
      ...Object.fromEntries(fields.flatMap(({ name, field }) => (field === undefined ? [] : [[name, field]]))),
    },
    ...book,
  }))
