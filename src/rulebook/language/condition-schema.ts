import { EVENT_FIELDS } from '../../ir/catalogue/event-fields.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { BLOCKS, MAIL_KINDS, NOT_OF_FIELD, OPERATORS, type OperandKind } from '../../ir/plan/operators.ts'
import { ACCOUNT_FIGURES } from '../../ir/results/account.ts'
import { type JsonSchema, SCALAR_TYPES } from './json-schema-parts.ts'

/**
 * The JSON Schema of conditions, for editors. `read-condition.ts` reads conditions by hand, because the valid operators
 * depend on the names and types of the rulebook; both use the same table of operators.
 */

const CONDITION: JsonSchema = { $ref: '#/definitions/condition' }
const COMPARISON: JsonSchema = { $ref: '#/definitions/comparison' }
const CONSTANT: JsonSchema = { type: SCALAR_TYPES }
const TEXTS = oneOrMany(CONSTANT)
const BOUND: JsonSchema = { type: ['number', 'string'] }

const OPERANDS: Readonly<Record<OperandKind, JsonSchema>> = {
  constants: TEXTS,
  texts: TEXTS,
  'mail-kinds': oneOrMany({ anyOf: [{ enum: MAIL_KINDS }, { type: 'string', pattern: '^\\$' }] }),
  bound: BOUND,
  range: { type: 'array', items: BOUND, minItems: 2, maxItems: 2 },
  day: { type: 'string' },
  span: { type: 'string', pattern: '^[0-9]{1,5}[dw]$' },
  'yes-no': { anyOf: [{ type: 'boolean' }, { enum: ['yes', 'no', 'ja', 'nein'] }] },
}

const operators = Object.fromEntries(
  Object.entries(OPERATORS).map(([name, { operand, about }]) => [name, { description: about, ...OPERANDS[operand] }]),
)

function blocksOf(condition: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return {
    all: { description: BLOCKS.all.about, type: 'array', items: condition, minItems: 1 },
    any: { description: BLOCKS.any.about, type: 'array', items: condition, minItems: 1 },
    not: { description: BLOCKS.not.about, ...condition },
  }
}

const some: JsonSchema = { description: BLOCKS.some.about, $ref: '#/definitions/some' }

const computed: Readonly<Record<string, JsonSchema>> = {
  'score.total': { description: 'the total of all scores', ...COMPARISON },
  'before.stage': { description: 'the stage in the run before', ...COMPARISON },
  'before.since': { description: 'the day on which the lead entered that stage', ...COMPARISON },
  'criteria.met': { description: 'how many criteria are met', ...COMPARISON },
  'criteria.unknown': { description: 'how many criteria are unknown', ...COMPARISON },
  grade: { description: 'the grade, such as `A1`', ...COMPARISON },
  stage: { description: 'the stage', ...COMPARISON },
  ...Object.fromEntries(
    Object.entries(ACCOUNT_FIGURES).map(([figure, about]) => [
      `account.${figure}`,
      { description: about, ...COMPARISON },
    ]),
  ),
}

const families: Readonly<Record<string, JsonSchema>> = {
  '^score\\.': { description: 'a score', ...COMPARISON },
  '^rule\\.': { description: 'the points of a rule', ...COMPARISON },
  '^criteria\\.': { description: 'a criterion: `met`, `not_met` or `unknown`', ...COMPARISON },
  '^segment\\.': { description: 'the label of a segment', ...COMPARISON },
  '^before\\.score\\.': { description: 'points of a score in the run before', ...COMPARISON },
  '^change\\.score\\.': { description: 'points of a score now, less those of the run before', ...COMPARISON },
  '^tag\\.': { description: 'whether the tag is set: true or false', ...COMPARISON },
}

const fields = described(FIELDS)

/** The names of the catalogue with what they stand for, for every place that takes the name of a field. */
export const fieldSchema: JsonSchema = { anyOf: [{ enum: Object.keys(FIELDS) }, { type: 'string' }] }

export const conditionSchema: JsonSchema = {
  description: 'a map of comparisons, all of which must hold',
  type: 'object',
  properties: { ...blocksOf(CONDITION), some, ...computed, ...fields },
  patternProperties: families,
  additionalProperties: COMPARISON,
  minProperties: 1,
}

/** Of an event; any column of its file can be asked. */
export const eventConditionSchema: JsonSchema = {
  description: 'a map of comparisons with fields of the event, all of which must hold',
  type: 'object',
  properties: { ...blocksOf({ $ref: '#/definitions/event_condition' }), some, ...described(EVENT_FIELDS) },
  additionalProperties: COMPARISON,
  minProperties: 1,
}

export const comparisonSchema: JsonSchema = {
  anyOf: [
    { description: 'is this value, or one of these', ...CONSTANT },
    { description: 'is one of these', type: 'array', items: CONSTANT },
    { $ref: '#/definitions/tests' },
  ],
}

export const testsSchema: JsonSchema = {
  type: 'object',
  properties: { ...operators, not: { description: NOT_OF_FIELD.about, ...COMPARISON } },
  additionalProperties: false,
  minProperties: 1,
}

function described(catalogue: Readonly<Record<string, { readonly about: string }>>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, { about }]) => [name, { description: about, ...COMPARISON }]),
  )
}

function oneOrMany(item: JsonSchema): JsonSchema {
  return { anyOf: [item, { type: 'array', items: item }] }
}
