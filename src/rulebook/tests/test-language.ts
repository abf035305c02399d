import { FIELDS } from '../../ir/catalogue/fields.ts'
import { type JsonSchema, SCALAR_TYPES } from '../language/json-schema-parts.ts'
import { keys, optional, required } from '../language/keys.ts'
import { anyKey, choice, text } from '../language/scalars.ts'
import { anything, defined, list, oneOrList, record, scalar, type TypeOf } from '../language/shape.ts'

/** What may stand in a file of tests, and what an editor says about it. */

const label = scalar('a name', { type: SCALAR_TYPES })
const number = scalar('a number or a range such as `70..90`', {
  anyOf: [
    { type: 'integer' },
    { type: 'string', pattern: '^(?:-?[0-9]+|-?[0-9]+\\.\\.(?:-?[0-9]+)?|\\.\\.-?[0-9]+|unknown)$' },
  ],
})
const labels = oneOrList(label)
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

/** What can be expected of a verdict; the same names stand, after a `=`, at the head of a table's columns. */
const expectShape = keys('a map such as `{ stage: SQL }`', {
  stage: optional(label, 'The stage'),
  score: optional(number, 'The total: a number, or a range such as 70..90, 70.. or ..90'),
  scores: optional(record(label, number), 'Score -> number or range; `unknown` for a score that is not known'),
  points: optional(record(label, number), 'Rule -> the points it gives'),
  grade: optional(label, 'The grade, such as A1'),
  tags: optional(labels, 'Tags that are set; there may be others'),
  not_tags: optional(labels, 'Tags that are not set'),
  segments: optional(record(label, label), 'Segment -> its label'),
  fired: optional(labels, 'Rules that give or take points'),
  not_fired: optional(labels, 'Rules that give no points'),
  criteria: optional(record(label, choice('met', 'not_met', 'unknown')), 'Criterion -> met, not_met or unknown'),
  missing: optional(labels, 'Criteria that are unknown; there may be others'),
  excluded: optional(labels, 'Exclusions that hold; there may be others'),
  owner: optional(label, 'Who gets the lead'),
  next: optional(label, 'What happens to the lead'),
})

const testShape = keys('a test: a map with `name` and `expect`', {
  name: required(text, 'What the test shows, as a sentence'),
  lead: optional(leadShape, 'Field -> value; what is left out is not there, `null` is an empty cell'),
  events: optional(
    list(defined('event', eventShape)),
    'What the lead did: a list of { event, time, ... }; without it there is no event file',
  ),
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
export type ExpectDraft = TypeOf<typeof expectShape>
export type LeadDraft = TypeOf<typeof leadShape>

const schemas: Readonly<Record<string, JsonSchema>> = {
  lead: record(anyKey, cell, fields).schema,
  event: eventShape.schema,
  expect: expectShape.schema,
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
