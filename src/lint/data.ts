import { plural } from '../base/counts.ts'
import { compileTest } from '../engine/comparison.ts'
import type { Lead } from '../engine/lead.ts'
import { hidesInside, wordAround } from '../ir/catalogue/common-words.ts'
import { identifyingKind, isTelling } from '../ir/catalogue/identifying.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { leavesOf, type Test } from '../ir/plan/expr.ts'
import type { Plan, Rule } from '../ir/plan/plan.ts'
import { canRead, fieldsOfRule } from '../ir/plan/plan-fields.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { Constant } from '../ir/values/value.ts'
import { conditionsOf } from './conditions.ts'
import type { Observation } from './judging/observation.ts'
import { rulesOf } from './judging/world.ts'

/** Findings about a rulebook from a file of leads. */
export interface DataProfile {
  take(lead: Lead, verdict: Verdict, line: number): void
  observations(): Observation[]
  /** The share of leads in which a field is filled; undefined for one that the file does not have. */
  filled(field: string): number | undefined
}

/** Fields with a smaller share of filled cells count as empty. */
const HARDLY_FILLED = 0.1
/** Fields with a larger share of invalid cells have the wrong type. */
const MAX_INVALID_SHARE = 0.2
/** Values with a smaller share of the leads are not reported. */
const FREQUENT = 0.05
const MAX_SHOWN_VALUES = 5
/** A column with more different values holds names or texts. */
const MAX_VALUES = 1_000

interface Column {
  readonly field: BoundField
  filled: number
  invalid: number
  firstInvalid: number
  /** Value -> how it is spelled and how many leads have it; undefined once there are too many. */
  values: Map<string, { readonly text: string; count: number }> | undefined
}

export function profileData(bound: BoundPlan, plan: Plan, asOf: number, name: string): DataProfile {
  const rules = bound.scores.flatMap(rulesOf)
  const fired = rules.map(() => 0)
  const first: (number | undefined)[] = rules.map(() => undefined)
  const differs = rules.map(() => false)
  const columns = bound.fields.map(
    (field): Column => ({ field, filled: 0, invalid: 0, firstInvalid: 0, values: new Map() }),
  )
  let leads = 0
  return {
    take({ readings }, { points }, line) {
      leads += 1
      for (const [index, given] of points.entries()) {
        if (given !== 0) fired[index] = (fired[index] ?? 0) + 1
        first[index] ??= given
        if (first[index] !== given) differs[index] = true
      }
      for (const [slot, column] of columns.entries()) {
        const reading = readings[slot]
        if (reading?.state === 'invalid') {
          if (column.invalid === 0) column.firstInvalid = line
          column.invalid += 1
        } else if (reading !== undefined && reading.state !== 'empty') {
          column.filled += 1
          note(column, reading.value, reading.text)
        }
      }
    },
    filled: field => {
      const column = columns.find(each => each.field.name === field)
      return column === undefined || column.field.columns.length === 0 || leads === 0
        ? undefined
        : column.filled / leads
    },
    observations() {
      if (leads === 0) return []
      const of = `of ${plural(leads, 'lead')} in ${name}`
      const missing = new Set(columns.flatMap(({ field }) => (field.columns.length === 0 ? [field.name] : [])))
      const read = columns.filter(({ field }) => field.read && field.columns.length > 0)
      return [
        ...rules.flatMap((rule, index) => {
          if (!canRead(rule, missing, bound.events !== undefined)) return []
          const always = fired[index] === leads && !differs[index] && leads > 1
          return aboutRule(rule, fired[index] ?? 0, always ? first[index] : undefined, leads, missing)
        }),
        ...missingFields(
          columns.map(({ field }) => field),
          plan,
          bound,
          name,
        ),
        ...read.flatMap(column => aboutColumn(column, leads, of, bound, plan, asOf)),
        ...hiddenInData(read, plan, leads),
      ]
    },
  }
}

/** `always` are the points that every lead gets, if all get the same. */
function aboutRule(
  rule: Rule,
  fired: number,
  always: number | undefined,
  leads: number,
  missing: ReadonlySet<string>,
): Observation[] {
  const { id, place, since } = rule
  const base = { about: `rule ${id}`, place }
  if (fired === 0) {
    const asked = [...new Set(fieldsOfRule(rule))].filter(field => field !== since)
    const lacking = asked.filter(field => missing.has(field))
    if (asked.length > 0 && lacking.length === asked.length) return []
    const message = `rule ${id} never fired (0 of ${plural(leads, 'lead')})`
    const hint =
      lacking.length === 0
        ? 'check how these values are spelled in your data'
        : `the file has no column for ${lacking.map(field => `\`${field}\``).join(' and ')}`
    return [{ ...base, code: 'lint/never-fired', message, hint }]
  }
  if (always === undefined) return []
  const message = `rule ${id} fired for ${leads === 1 ? 'the only lead' : `all ${plural(leads, 'lead')}`}, ${signed(always)} each`
  return [{ ...base, code: 'lint/always-fired', message, hint: '`start` gives points to everybody' }]
}

/** Fields that are read and have no column; one whose column the rulebook names is reported when the plan is bound. */
function missingFields(fields: readonly BoundField[], plan: Plan, bound: BoundPlan, name: string): Observation[] {
  const missing = fields.filter(
    field => field.read && field.columns.length === 0 && (plan.fields[field.name]?.from.length ?? 0) === 0,
  )
  const base = { code: 'lint/missing-field' as const }
  if (missing.length <= MAX_SHOWN_VALUES) {
    return missing.map(field => ({
      ...base,
      about: `field ${field.name}`,
      message: `${name} has no column for \`${field.name}\``,
      place: placeOfField(field, bound),
    }))
  }
  const names = missing.map(field => `\`${field.name}\``).join(', ')
  const message = `${name} has no column for ${missing.length} fields that the rulebook reads: ${names}`
  return [{ ...base, about: 'fields', message, place: undefined }]
}

/** Matches of `contains` inside other words of this data. */
function hiddenInData(columns: readonly Column[], plan: Plan, leads: number): Observation[] {
  return conditionsOf(plan).flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf => {
      const column = columns.find(({ field }) => leaf.subject.kind === 'field' && field.name === leaf.subject.name)
      if (column?.values === undefined || kindOf(column.field, plan) !== undefined) return []
      const tests = leaf.kind === 'test' ? [leaf.test] : leaf.of
      const needles = tests.flatMap(test => (test.operator === 'contains' ? test.values : []))
      return needles.flatMap((needle): Observation[] => {
        const found = wordAround(needle) === undefined ? wordsAround(needle, column) : undefined
        if (found === undefined) return []
        const message = `\`${needle}\` is found inside \`${found.word}\` in ${found.count} of ${plural(leads, 'lead')}`
        const hint = '`has_word` finds whole words only'
        return [{ code: 'rule/substring', about: `${about} ${needle}`, message, place: leaf.place ?? place, hint }]
      })
    }),
  )
}

function wordsAround(needle: string, { values = new Map() }: Column): { word: string; count: number } | undefined {
  let most: { word: string; count: number } | undefined
  for (const [value, { count }] of values) {
    const word = isTelling(value) ? undefined : value.split(/[^\p{L}]+/u).find(each => hidesInside(needle, each))
    if (word !== undefined && count > (most?.count ?? 0)) most = { word, count }
  }
  return most
}

/** Placeholder for values of fields that identify a person. */
function kindOf({ name }: BoundField, plan: Plan): string | undefined {
  return identifyingKind(name, plan.fields[name]?.from ?? [])
}

function note(column: Column, value: Lead['readings'][number]['value'], text: string): void {
  const { values } = column
  if (values === undefined || value === undefined || (typeof value !== 'string' && typeof value !== 'object')) return
  for (const each of typeof value === 'string' ? [value] : value) {
    const known = values.get(each)
    if (known === undefined) values.set(each, { text: typeof value === 'string' ? text : each, count: 1 })
    else known.count += 1
  }
  if (values.size > MAX_VALUES) column.values = undefined
}

function aboutColumn(
  column: Column,
  leads: number,
  of: string,
  bound: BoundPlan,
  plan: Plan,
  asOf: number,
): Observation[] {
  const { field, filled, invalid, firstInvalid } = column
  const base = { about: `field ${field.name}`, place: placeOfField(field, bound) }
  const found: Observation[] = []
  if (filled + invalid < leads * HARDLY_FILLED) {
    const message = `the field \`${field.name}\` is filled in ${filled + invalid} ${of}`
    found.push({ ...base, code: 'lint/empty-field', message, hint: 'conditions on it have no effect on this data' })
  }
  if (invalid > (filled + invalid) * MAX_INVALID_SHARE) {
    const message = `the field \`${field.name}\` cannot be read as a ${field.type} in ${invalid} ${of}, first on line ${firstInvalid}`
    found.push({ ...base, code: 'lint/unreadable-field', message, hint: 'set its `type`, a `map`, or the `locale`' })
  }
  const unnamed = unnamedValues(column, leads, bound, asOf)
  if (unnamed.length > 0) {
    const kind = kindOf(field, plan) ?? (unnamed.some(({ text }) => isTelling(text)) ? 'texts' : undefined)
    const shown = unnamed.slice(0, MAX_SHOWN_VALUES).map(({ text, count }) => `\`${text}\` (${count})`)
    const more = unnamed.length > MAX_SHOWN_VALUES ? ` and ${unnamed.length - MAX_SHOWN_VALUES} more` : ''
    // Cells of fields that identify a person are not shown: more people read lint's output than the data.
    const leadsOf = unnamed.reduce((sum, { count }) => sum + count, 0)
    const listed =
      kind === undefined
        ? `${shown.join(', ')}${more}`
        : `${plural(unnamed.length, 'value')} (${kind}), in ${plural(leadsOf, 'lead')}`
    const message = `values of \`${field.name}\` that no rule mentions: ${listed}`
    found.push({ ...base, code: 'lint/unnamed-value', message })
  }
  return found
}

/** Frequent values of which no test of the rulebook holds, most frequent first; only of fields whose values are named at all. */
function unnamedValues({ field, values }: Column, leads: number, bound: BoundPlan, asOf: number) {
  const tests = testsOf(field.name, bound)
  if (values === undefined || tests.length === 0) return []
  const holds = tests.map(test => compileTest(test, asOf))
  const isNamed = (value: Constant) => holds.some(each => each(value, undefined))
  return [...values]
    .filter(([value, { count }]) => count > 1 && count >= leads * FREQUENT && !isNamed(value))
    .map(([, found]) => found)
    .sort((a, b) => b.count - a.count)
}

/** The comparisons with values of a field, including tables. */
function testsOf(name: string, bound: BoundPlan): Test[] {
  const conditions = conditionsOf(bound)
  const tests = conditions.flatMap(({ expr }) =>
    [...leavesOf(expr)].flatMap(leaf => {
      if (leaf.subject.kind !== 'field' || leaf.subject.name !== name) return []
      return leaf.kind === 'test' ? [leaf.test] : leaf.of
    }),
  )
  const tables = bound.scores
    .flatMap(rulesOf)
    .flatMap(({ earns }): Test[] =>
      earns.kind === 'table' && earns.field === name
        ? [{ operator: 'equals', values: earns.rows.map(({ value }) => value) }]
        : [],
    )
  return [...tests, ...tables].filter(({ operator }) => operator !== 'known')
}

function placeOfField({ name, place }: BoundField, bound: BoundPlan) {
  if (place !== undefined) return place
  const leaves = conditionsOf(bound).flatMap(({ expr }) => [...leavesOf(expr)])
  const leaf = leaves.find(({ subject }) => subject.kind === 'field' && subject.name === name)
  return (
    leaf?.place ?? bound.scores.flatMap(rulesOf).find(({ earns }) => 'field' in earns && earns.field === name)?.place
  )
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}
