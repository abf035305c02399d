import type { BoundPlan } from '../ir/bound-plan.ts'
import type { Plan } from '../ir/plan.ts'
import { countIn, rulesOfPlan, startTally, type Tallied } from '../ir/tallied.ts'
import type { Dialect, Sql } from './dialect.ts'
import { NAMES } from './names.ts'
import { printSteps, type Source, type Steps, stepsOf } from './statement.ts'

/**
 * What the summary says of a table, as a query beside the statement that scores it: the same steps, and at their end
 * everything counted, as rows of one shape.
 */
export function printTally(bound: BoundPlan, source: Source, dialect: Dialect): Sql {
  const made = stepsOf(bound, source, dialect)
  const last = made.steps.at(-1)?.name ?? ''
  const judged = bound.dedupe === undefined ? last : `${last} WHERE NOT ${NAMES.isDuplicate}`
  const sums = sumsOf(bound, made)
  const groups = groupsOf(bound, made)
  const columns = [
    ...sums.flatMap(({ first, second }, index) => [`${first} AS first_${index}`, `${second} AS second_${index}`]),
    ...groups.flatMap(({ label = 'NULL', points = 'NULL' }, index) =>
      dialect.histogram === undefined ? [] : [`${dialect.histogram.of(label, points)} AS group_${index}`],
    ),
  ]
  const rows = [
    ...groups.map((group, index) => groupRow(group, `group_${index}`, judged, dialect)),
    ...sums.map(({ kind, slot }, index) =>
      row({ kind, slot, first: `first_${index}`, second: `second_${index}` }, 'sums', dialect),
    ),
    ...(bound.dedupe === undefined
      ? []
      : [row({ kind: 'duplicates', slot: 0, first: 'count(*)' }, `${last} WHERE ${NAMES.isDuplicate}`, dialect)]),
  ]
  return [
    `WITH\n${printSteps(made.steps, dialect)},`,
    `sums ${dialect.onceAs} (\n  SELECT\n    ${columns.join(',\n    ')}\n  FROM ${judged}\n)`,
    rows.join('\nUNION ALL\n'),
  ].join('\n')
}

type Kind =
  | 'duplicates'
  | 'stage'
  | 'score'
  | 'grade'
  | 'segment'
  | 'tag'
  | 'excluded'
  | 'rule'
  | 'undated'
  | 'field'
  | 'range'

/** Leads with the same label and points. */
interface Group {
  readonly kind: Kind
  readonly slot: number
  readonly label?: Sql
  readonly points?: Sql
}

function groupsOf({ scores, grade, segments }: BoundPlan, { context: { names } }: Steps): Group[] {
  return [
    { kind: 'stage', slot: 0, label: NAMES.stage, points: NAMES.total },
    ...scores.flatMap(({ name, known }, slot): Group[] =>
      known ? [{ kind: 'score', slot, points: names.scores.get(name) ?? '0' }] : [],
    ),
    ...(grade === undefined ? [] : [{ kind: 'grade' as const, slot: 0, label: NAMES.grade }]),
    ...segments.map(({ name }, slot): Group => ({ kind: 'segment', slot, label: names.segments.get(name) ?? "''" })),
  ]
}

/** One or two figures over all leads. */
interface Sums {
  readonly kind: Kind
  /** The position in the plan, or the slot of the field. */
  readonly slot: number
  readonly first: Sql
  readonly second: Sql
}

function sumsOf(bound: BoundPlan, { fields, context: { names, subject } }: Steps): Sums[] {
  const countOf = (holds: Sql) => `count(CASE WHEN ${holds} THEN 1 END)`
  const held = (kind: Kind, holds: (Sql | undefined)[]): Sums[] =>
    holds.map((each = 'FALSE', slot) => ({ kind, slot, first: countOf(each), second: '0' }))
  const rules = rulesOfPlan(bound).flatMap(({ id, since, earns }, slot): Sums[] => {
    const points = names.rules.get(id)
    if (points === undefined || (earns.kind === 'events' && bound.events === undefined)) return []
    const fired: Sums = { kind: 'rule', slot, first: countOf(`${points} <> 0`), second: `sum(${points})` }
    if (since === undefined) return [fired]
    const isUndated = `${points} <> 0 AND ${subject({ kind: 'field', name: since }).value} IS NULL`
    return [fired, { kind: 'undated', slot, first: countOf(isUndated), second: '0' }]
  })
  const quality = bound.fields.flatMap(({ name, read, columns, type }, slot): Sums[] => {
    if (!read || columns.length === 0) return []
    const { filled, invalid, range } = fields.columnsOf(name)
    const ofField: Sums = { kind: 'field', slot, first: countOf(filled), second: countOf(invalid) }
    return type === 'number' ? [ofField, { kind: 'range', slot, first: countOf(range), second: '0' }] : [ofField]
  })
  return [
    ...held(
      'tag',
      bound.tags.map(({ name }) => names.tags.get(name)),
    ),
    ...held(
      'excluded',
      bound.exclude.map(({ id }) => names.exclusions.get(id)),
    ),
    ...rules,
    ...quality,
  ]
}

function groupRow({ kind, slot, label, points }: Group, column: Sql, from: Sql, dialect: Dialect): Sql {
  if (dialect.histogram !== undefined) {
    const shown = { kind, slot, label: 'label', first: 'leads', second: 'points' }
    return row(shown, dialect.histogram.table(column, 'sums'), dialect)
  }
  const by = [label, points].filter(each => each !== undefined)
  return `${row({ kind, slot, label, first: 'count(*)', second: points }, from, dialect)} GROUP BY ${by.join(', ')}`
}

interface Shown {
  readonly kind: string
  readonly slot: number
  readonly label?: Sql | undefined
  readonly first: Sql
  readonly second?: Sql | undefined
}

/** Every row has the same five columns, all of them texts. */
export function row(
  { kind, slot, label = 'NULL', first, second = 'NULL' }: Shown,
  from: Sql,
  { types, text }: Dialect,
): Sql {
  const cells = [text(kind), text(String(slot)), label, first, second]
  return `SELECT ${cells.map(cell => `CAST(${cell} AS ${types.text})`).join(', ')} FROM ${from}`
}

/** What came out of a `printTally`. */
export interface ReadTally {
  readonly tallied: Tallied
  readonly duplicates: number
}

export function readTally(plan: Plan, rows: readonly (readonly (string | null)[])[]): ReadTally {
  const tallied = startTally(plan)
  let duplicates = 0
  for (const [kind, slot, label, first, second] of rows) {
    const answer = { slot: Number(slot), label: label ?? '', first: Number(first ?? 0), second: second ?? undefined }
    if (kind === 'duplicates') duplicates = answer.first
    else take(kind ?? '', answer, tallied)
  }
  for (const field of tallied.fields) field.empty = tallied.leads - field.filled - field.range - field.invalid
  return { tallied, duplicates }
}

interface Answer {
  readonly slot: number
  readonly label: string
  readonly first: number
  readonly second: string | undefined
}

function take(kind: string, { slot, label, first, second }: Answer, tallied: Tallied): void {
  const { stages, totals, scores, grades, segments, tags, excluded, rules, fields } = tallied
  const amount = Number(second ?? 0)
  const rule = rules[slot]
  const field = fields[slot]
  switch (kind) {
    case 'stage': {
      tallied.leads += first
      if (second !== undefined) countIn(totals, amount, first)
      const stage = stages.get(label)
      if (stage === undefined) return
      stage.leads += first
      if (second !== undefined) countIn(stage.points, amount, first)
      return
    }
    case 'score':
      countIn(scores[slot] ?? new Map(), amount, first)
      return
    case 'grade':
      countIn(grades, label, first)
      return
    case 'segment':
      countIn(segments[slot] ?? new Map(), label, first)
      return
    case 'tag':
      tags[slot] = first
      return
    case 'excluded':
      excluded[slot] = first
      return
    case 'rule':
      if (rule !== undefined) Object.assign(rule, { fired: first, points: amount })
      return
    case 'undated':
      if (rule !== undefined) rule.undated = first
      return
    case 'field':
      if (field !== undefined) Object.assign(field, { filled: first, invalid: amount })
      return
    case 'range':
      if (field !== undefined) Object.assign(field, { filled: field.filled - first, range: first })
  }
}
