import { fieldSchema } from './condition-schema.ts'
import { keys, optional, required } from './keys.ts'
import { eventKeys } from './language-events.ts'
import { anyKey, choice, decimal, duration, flag, name, whole, wholeOrNone } from './scalars.ts'
import { anything, defined, list, mismatch, record, scalar, scalarOrMap, type TypeOf } from './shape.ts'

/** How scores, groups and rules are written. */

export const condition = anything('a condition such as `country: DE`', { $ref: '#/definitions/condition' })

/** `some: { at_least: 2, of: [...] }` */
export const someShape = keys('a map such as `{ at_least: 2, of: [...] }`', {
  at_least: required(whole(1, 1000), 'How many have to hold'),
  of: required(
    list(anything('a condition', { anyOf: [{ type: 'string' }, condition.schema] })),
    'Conditions, or (in exclusions, stages and what comes after them) names of criteria',
  ),
})

const comparison = anything('a value or an operator', { $ref: '#/definitions/comparison' })

export const fieldName = scalar('the name of a field', fieldSchema)

const fadeDays = duration(1, 400)

export const fadeShape = keys('`none` or a map such as `half_life: 30d`', {
  half_life: optional(fadeDays, 'After this many days half of the points are left'),
  linear: optional(fadeDays, 'The points shrink evenly and are gone after this many days'),
  steps: optional(
    record(duration(0, 3650), whole(0, 100), { minProperties: 1 }),
    'Span -> percent: the first span that holds the age counts, e.g. { 7d: 100, 30d: 50 }',
  ),
})

const none = choice('none')
/** `fade: 30d` is taken for a half-life by many. */
const noFade: typeof none = {
  ...none,
  read: (node, report) =>
    node.kind === 'scalar' && /^[0-9]+[dw]$/.test(node.text)
      ? mismatch(fadeShape.expects, node, report, `write \`{ half_life: ${node.text} }\``)
      : none.read(node, report),
}
const fade = defined('fade', scalarOrMap(noFade, fadeShape))
const points = whole()
const table = record(anyKey, points)

const caseShape = keys('a map with `when` and `points`', {
  when: required(comparison, 'A value, a list of values or operators that are asked of the field'),
  points: required(points, 'Points where it holds'),
})

export const ruleShape = keys('a rule: a map with `id` and its points', {
  id: required(name, 'A short unique name; reasons and `rule.ID` use it'),
  label: optional(name, 'The label shown to people instead of the id'),
  enabled: optional(flag, '`false` drops the rule'),
  when: optional(condition, 'The condition that earns the points, or that must hold too'),
  points: optional(scalarOrMap(points, table), 'Points, or with `field`: value -> points'),
  else: optional(points, 'Points for a known value that is not in the table'),
  field: optional(fieldName, 'The field whose value decides on the points'),
  points_from: optional(record(anyKey, points), 'Bound -> points: the highest bound that is reached counts'),
  cases: optional(list(caseShape), 'A list of { when, points } on the field; the first match wins'),
  per: optional(fieldName, 'The number field that is counted: points for each full `every` of it'),
  every: optional(decimal(6, 0, 1e12), 'How much of `per` earns the points once (default 1)'),
  max: optional(points, 'The maximum of points of the rule'),
  min: optional(points, 'The most points that the rule takes away'),
  since: optional(fieldName, 'The date field whose age fades the points'),
  within: optional(duration(), 'No points if `since`, or the event, is longer ago than this'),
  fade: optional(fade, 'How the points shrink with the age of `since`, or of each event'),
  ...eventKeys,
})

const rules = list(defined('rule', ruleShape))

export const groupShape = keys('a group: a map with `rules`', {
  max: optional(points, 'The maximum of points of the group'),
  min: optional(points, 'The minimum of points of the group'),
  when: optional(condition, 'If this does not hold, the whole group gives no points'),
  fade: optional(fade, 'For the rules with events or `since` that have no fade of their own'),
  rules: required(rules, 'The rules of the group'),
  after: optional(fieldName, 'The date field of the lead, such as consent_date, before whose day events do not count'),
})

export const scoreShape = keys('a score: a map with `groups` or `rules`', {
  max: optional(wholeOrNone, 'The maximum of the score'),
  min: optional(wholeOrNone, 'The minimum of the score (default 0; `none`: no minimum)'),
  start: optional(points, 'Points that every lead starts with'),
  when: optional(condition, 'If this does not hold, the whole score gives no points'),
  fade: optional(fade, 'For the rules with events or `since` whose group has none'),
  rules: optional(rules, 'Rules that belong to no group'),
  groups: optional(
    record(name, defined('group', groupShape)),
    'Groups of rules, each with bounds and a gate of its own',
  ),
})

export type RuleDraft = TypeOf<typeof ruleShape>
export type GroupDraft = TypeOf<typeof groupShape>
export type ScoreDraft = TypeOf<typeof scoreShape>
export type FadeDraft = TypeOf<typeof fade>
