import { FIELD_TYPES } from '../../ir/values/value.ts'
import type { Report } from '../read/report-problem.ts'
import type { MapNode } from '../yaml/node.ts'
import { comparisonSchema, conditionSchema, testsSchema } from './condition-schema.ts'
import type { JsonSchema } from './json-schema-parts.ts'
import { keys, optional, required, startOf } from './keys.ts'
import { eventDefinitions, eventsShape } from './language-events.ts'
import { condition, fadeShape, fieldName, groupShape, ruleShape, scoreShape, someShape } from './language-scores.ts'
import { anyKey, choice, decimal, duration, flag, name, text, whole } from './scalars.ts'
import { anything, defined, list, oneOrList, record, type TypeOf } from './shape.ts'

/** The whole language: the valid keys and values of a rulebook, with descriptions for editors. */

const format = { ...whole(), schema: { const: 1 } }
const constant = anything('a value', { type: ['string', 'number', 'boolean'] })
const constantOrNull = anything('a value or null', { type: ['string', 'number', 'boolean', 'null'] })

const locale = keys('a map such as `{ numbers: de, timezone: Europe/Berlin }`', {
  numbers: optional(choice('auto', 'en', 'de'), 'How numbers are written: en 1,234.50, de 1.234,50 (default auto)'),
  dates: optional(choice('auto', 'iso', 'dmy', 'mdy'), 'How dates are written (default auto)'),
  timezone: optional(text, 'The zone whose calendar days count, e.g. Europe/Berlin (default UTC)'),
  nulls: optional(oneOrList(anyKey), 'Cell texts that mean empty, e.g. [Select, k. A.]'),
})

const field = keys('a map such as `{ from: Budget, type: number }`', {
  from: optional(oneOrList(text), 'The column, or several: the first filled one counts'),
  type: optional(choice(...FIELD_TYPES), 'What the cells are read as (default: the catalogue, else text)'),
  map: optional(record(anyKey, constantOrNull), 'Cell text -> value, before the type is read; null empties the cell'),
  empty: optional(constant, 'The value of an empty cell'),
  split: optional(anyKey, 'What separates the elements of a list (default `;`)'),
  keep: optional(oneOrList(anyKey), 'Cell texts that mean empty elsewhere, and are values here, e.g. ["-"]'),
  required: optional(flag, '`true` refuses a file that has no column for the field'),
})

const events = eventsShape(field)

const chance = keys('a map such as `{ of: score.total, bands: { 0: 2, 75: 31 } }`', {
  of: optional(text, 'The score that is looked at: `score.total` (default) or `score.NAME`'),
  bands: required(
    record(anyKey, whole(0, 100)),
    'Score -> whole per cent that bought: the highest bound that is reached',
  ),
})

const criterion = keys('a criterion: a map with `when`', {
  when: optional(condition, 'Met where this holds, not met where it does not, else unknown'),
  ask: optional(text, 'What to ask the lead while it is unknown'),
  enabled: optional(flag, '`false` drops the criterion'),
})

const exclusion = keys('an exclusion: a map with `id` and `when`', {
  id: required(name, 'A short unique name'),
  label: optional(name, 'The label shown to people instead of the id'),
  when: optional(condition, 'Excluded where this holds'),
  stage: optional(name, 'The stage of an excluded lead (default disqualified)'),
  enabled: optional(flag, '`false` drops the exclusion'),
})

const stageRow = keys('a row: a map with `stage`', {
  stage: required(name, 'The stage of a lead that matches'),
  id: optional(name, 'A short unique name of the row'),
  when: optional(condition, 'First match wins; the last row has none'),
  keep_while: optional(condition, 'A lead that was in this stage stays in it while this holds, though `when` does not'),
  cool_down: optional(
    duration(1),
    'A lead that left this stage less than this long ago does not come back by this row',
  ),
})

const ownerRow = keys('a row: a map with `to` or `keep`', {
  to: optional(oneOrList(name), 'The owner, or several among whom leads are shared out evenly'),
  keep: optional(fieldName, 'The field with the present owner, who keeps the lead'),
  when: optional(condition, 'First match wins'),
})

const nextRow = keys('a row: a map with `do`', {
  do: required(name, 'What happens to the lead'),
  when: optional(condition, 'First match wins'),
  due: optional(duration(), 'When: so long after `from`, or after the lead entered its stage'),
  from: optional(fieldName, 'The date field that `due` counts from'),
})

const dedupe = keys('a map such as `{ by: email, keep: latest }`', {
  by: required(oneOrList(fieldName), 'The field, or several together, that duplicates have in common'),
  keep: optional(
    choice('first', 'latest', 'most_complete'),
    'Which of them is scored, the others are only marked (default first); of equal ones the earlier',
  ),
  latest_by: optional(
    fieldName,
    'For `latest`: the date field that counts (default modified_date, else last_activity_date, else created_date)',
  ),
})

const account = keys('a map such as `{ by: company_domain }`', {
  by: required(fieldName, 'The field that leads of one account share; company_domain also looks at e-mail and website'),
  engaged: optional(name, 'The score that shows interest: leads with points in it are engaged (default engagement)'),
})

const label = anything('a condition or `otherwise`', { anyOf: [{ const: 'otherwise' }, condition.schema] })

/** `extends: b2b`, or a list of rulebooks that one is laid over. */
export const extendsShape = oneOrList(text)

const rulebook = keys('a rulebook: a map that begins with `leadq: 1`', {
  leadq: optional(format, 'The version of the rulebook format: 1'),
  name: optional(text, 'What the rulebook is called'),
  version: optional(text, 'The version of this rulebook, in quotes'),
  locale: optional(locale, 'How numbers and dates are written in the input'),
  lists: optional(record(name, oneOrList(anyKey)), 'Lists of values that conditions name as `$NAME`'),
  fields: optional(record(name, field), 'Fields beyond the catalogue, or read differently'),
  scores: optional(record(name, defined('score', scoreShape)), 'The scores and their rules'),
  total: optional(record(name, decimal(4, 0, 1000)), 'Score -> weight; without it the total is the sum'),
  grade: optional(record(name, record(name, whole())), 'Score -> label -> threshold, e.g. { fit: { A: 75, B: 0 } }'),
  chance: optional(chance, 'Share of such leads that bought, in per cent, by score; `leadq tune` measures it'),
  criteria: optional(record(name, criterion), 'Facts to find out about a lead: met, not met or unknown'),
  exclude: optional(list(exclusion), 'Leads to exclude, and why'),
  stages: optional(list(stageRow), 'First match wins; the last row has no `when`'),
  segments: optional(record(name, record(name, label)), 'Name -> label -> condition; the first label that matches'),
  tags: optional(record(name, condition), 'Tag -> condition; any number of tags'),
  owners: optional(list(ownerRow), 'Who gets the lead; first match wins'),
  next: optional(list(nextRow), 'What happens to the lead, and when; first match wins'),
  events: optional(events, 'How events find their lead, what they mean, and which of them do not count'),
  labels: optional(record(name, name), 'Id of a rule or exclusion of an extended rulebook -> its label for people'),
  extends: optional(extendsShape, 'A rulebook that this one changes, a built-in or a file beside it; or several'),
  dedupe: optional(dedupe, 'How duplicates are recognised, and which of them is scored'),
  key: optional(
    oneOrList(fieldName),
    'The fields by which a lead is found again in the run before (default [id, email])',
  ),
  account: optional(
    account,
    'Which leads belong to one account; from criteria on, `account.leads` and the like can be used',
  ),
})

export const rulebookShape: typeof rulebook = { ...rulebook, schema: { ...rulebook.schema, required: ['leadq'] } }

/** Whether a file begins with `leadq: 1`. If not, the rest is read all the same to report its problems, too. */
export function checkFormat(node: MapNode, report: Report): void {
  const entry = node.entries.find(({ key }) => key.text === 'leadq')
  if (entry === undefined) {
    report('rule/missing-key', 'missing key `leadq`', startOf(node), { hint: 'a rulebook begins with `leadq: 1`' })
    return
  }
  const version = format.read(entry.value, report)
  if (version !== undefined && version.value !== 1) {
    report('rule/range', `this version reads format 1, found ${version.value}`, version.place)
  }
}

export type Draft = TypeOf<typeof rulebook>
export type FieldDraft = TypeOf<typeof field>
export type CriterionDraft = TypeOf<typeof criterion>
export type ExclusionDraft = TypeOf<typeof exclusion>
export type StageRowDraft = TypeOf<typeof stageRow>
export type OwnerRowDraft = TypeOf<typeof ownerRow>
export type NextRowDraft = TypeOf<typeof nextRow>

export const definitions: Readonly<Record<string, JsonSchema>> = {
  condition: conditionSchema,
  comparison: comparisonSchema,
  tests: testsSchema,
  some: someShape.schema,
  ...eventDefinitions,
  rule: ruleShape.schema,
  group: groupShape.schema,
  score: scoreShape.schema,
  fade: { anyOf: [{ const: 'none' }, fadeShape.schema] },
}
