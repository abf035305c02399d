import { FIELDS } from '../../ir/catalogue/fields.ts'
import { ACCOUNT_FIGURES, type AccountFigure } from '../../ir/results/account.ts'
import { comparisonSchema, conditionSchema, testsSchema } from '../language/condition-schema.ts'
import { type JsonSchema, SCALAR_TYPES } from '../language/json-schema-parts.ts'
import { keys, optional, required } from '../language/keys.ts'
import { someShape } from '../language/language-scores.ts'
import { anyKey, choice, text, whole } from '../language/scalars.ts'
import { anything, defined, list, record, type Shape, scalar, type TypeOf } from '../language/shape.ts'
import type { ExpectKey } from './expect-keys.ts'

/** The valid keys and values of a tests file, with descriptions for editors. */

const label = scalar('a name', { type: SCALAR_TYPES })
const number = scalar('a number or a range such as `70..90`', {
  anyOf: [
    { type: 'integer' },
    { type: 'string', pattern: '^(?:-?[0-9]+|-?[0-9]+\\.\\.(?:-?[0-9]+)?|\\.\\.-?[0-9]+|unknown)$' },
  ],
})
const day = scalar('a day such as `2026-01-31`', { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const cell = anything('a value', {
  anyOf: [{ type: [...SCALAR_TYPES, 'null'] }, { type: 'array', items: { type: SCALAR_TYPES } }],
})

const fields: JsonSchema = {
  properties: Object.fromEntries(
    Object.entries(FIELDS).map(([name, { about }]) => [name, { description: about, ...cell.schema }]),
  ),
}
const leadShape = defined('lead', record(anyKey, cell, fields))
const eventShape = record(anyKey, cell)
const columns = choice('all', 'named')
const figure = whole()
const accountShape = keys('a map of figures such as `{ leads: 3 }`', {
  leads: optional(figure, ACCOUNT_FIGURES.leads),
  best: optional(figure, ACCOUNT_FIGURES.best),
  sum: optional(figure, ACCOUNT_FIGURES.sum),
  engaged: optional(figure, ACCOUNT_FIGURES.engaged),
  contacts_known: optional(figure, ACCOUNT_FIGURES.contacts_known),
} satisfies Record<AccountFigure, unknown>)

const beforeShape = keys('a map such as `{ stage: MQL, since: 2026-01-10 }`', {
  stage: optional(scalar('a stage', { type: SCALAR_TYPES }), 'The stage it was in'),
  since: optional(day, 'The day it entered that stage'),
  stage_before: optional(scalar('a stage', { type: SCALAR_TYPES }), 'The stage it was in before that one'),
  score: optional(figure, 'Its total'),
  scores: optional(record(anyKey, figure), 'Score -> its points'),
})

/** Several values, or what conditions say of one. */
const CONDITIONS: readonly JsonSchema[] = [
  { type: 'array', items: label.schema, minItems: 1 },
  { $ref: '#/definitions/tests' },
]
const CONDITION: JsonSchema = { $ref: '#/definitions/condition' }

const oneOf = (value: Shape<unknown>, about: string): JsonSchema => ({
  description: about,
  anyOf: [value.schema, ...CONDITIONS],
})
const byName = (value: Shape<unknown>, about: string): JsonSchema => ({
  description: about,
  type: 'object',
  minProperties: 1,
  additionalProperties: { anyOf: [value.schema, ...CONDITIONS] },
})
const listOf = (about: string, canBeNone: boolean): JsonSchema => ({
  description: canBeNone ? `${about}; \`[]\`: there are none` : about,
  anyOf: [label.schema, { type: 'array', items: label.schema, ...(!canBeNone && { minItems: 1 }) }],
})

const SCHEMAS: Readonly<Record<ExpectKey, JsonSchema>> = {
  stage: oneOf(label, 'The stage'),
  score: oneOf(number, 'The total: a number, a range such as 70..90, 70.. or ..90, or a condition'),
  scores: byName(number, 'Score -> number, range or condition; `unknown` for a score that is not known'),
  points: byName(number, 'Rule -> the points it gives'),
  grade: oneOf(label, 'The grade, such as A1'),
  chance: oneOf(number, 'The chance in per cent, a range or a condition; `unknown` where there is none'),
  tags: listOf('Tags that are set; there may be others', true),
  not_tags: listOf('Tags that are not set', false),
  segments: byName(label, 'Segment -> its label'),
  fired: listOf('Rules that give or take points; there may be others', true),
  not_fired: listOf('Rules that give no points', false),
  criteria: byName(choice('met', 'not_met', 'unknown'), 'Criterion -> met, not_met or unknown'),
  missing: listOf('Criteria that are unknown; there may be others', true),
  excluded: listOf('Exclusions that hold; there may be others', true),
  owner: { description: 'Who gets the lead', ...label.schema },
  next: { description: 'What happens to the lead', ...label.schema },
}

/** What can be expected of a verdict; the same names stand, after a `=`, at the head of a table's columns. */
const expectShape = record(label, anything('a value, a range or a condition', {}), {
  properties: {
    ...SCHEMAS,
    all: { description: 'Every one of these holds', type: 'array', items: CONDITION, minItems: 1 },
    any: { description: 'At least one of these holds', type: 'array', items: CONDITION, minItems: 1 },
    not: { description: 'This does not hold', ...CONDITION },
    some: { description: 'At least so many of these hold', $ref: '#/definitions/some' },
  },
  patternProperties: {
    '^(score|rule|account)\\.': { anyOf: [number.schema, ...CONDITIONS] },
    '^(criteria|segment|tag)\\.': { anyOf: [label.schema, ...CONDITIONS] },
  },
  additionalProperties: false,
  minProperties: 1,
})

const testShape = keys('a test: a map with `name` and `expect`', {
  name: required(text, 'What the test shows, as a sentence'),
  lead: optional(leadShape, 'Field -> value; what is left out is not there, `null` is an empty cell'),
  events: optional(
    list(defined('event', eventShape)),
    'What the lead did: a list of { event, time, ... }; without it there is no event file',
  ),
  account: optional(accountShape, 'Figures of the account that the lead belongs to, such as { leads: 3, engaged: 2 }'),
  before: optional(beforeShape, 'What the lead was in the run before, such as { stage: MQL, since: 2026-01-10 }'),
  expect: optional(defined('expect', expectShape), 'What has to become of the lead'),
  table: optional(
    scalar('a table: lines of comma separated values', { type: 'string' }),
    'Many leads: a CSV whose columns are fields, and after a `=` what is expected: `employees,=stage,=scores.fit`',
  ),
  todo: optional(scalar('`true` or the reason', { type: ['boolean', 'string'] }), 'Does not hold yet, and why'),
  as_of: optional(day, 'The day of this test'),
  columns: optional(columns, '`named`: the file has only the columns that the lead names (default all)'),
})

export const testFileShape = keys('a file of tests: a map with `as_of` and `tests`', {
  rulebook: optional(text, 'The rulebook, relative to this file; default: the file of the same name beside it'),
  as_of: required(day, 'The day on which all tests are run'),
  columns: optional(columns, '`named`: a file has only the columns that its lead names (default all)'),
  defaults: optional(leadShape, 'Fields of every lead, unless it says otherwise'),
  tests: required(list(testShape), 'The tests'),
})

export type TestFileDraft = TypeOf<typeof testFileShape>
export type TestDraft = TypeOf<typeof testShape>
export type LeadDraft = TypeOf<typeof leadShape>

const schemas: Readonly<Record<string, JsonSchema>> = {
  lead: record(anyKey, cell, fields).schema,
  event: eventShape.schema,
  expect: expectShape.schema,
  condition: conditionSchema,
  comparison: comparisonSchema,
  tests: testsSchema,
  some: someShape.schema,
}

/** Files of tests as a JSON Schema (draft-07). */
export function testSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leadq tests',
    description: 'Leads, and what a rulebook has to say of them',
    ...testFileShape.schema,
    definitions: schemas,
  }
}
