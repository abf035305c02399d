import { BEFORE } from '../ir/plan/before.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Column, LIST_JOINT } from '../ir/plan/columns.ts'
import type { NextRow, OwnerRow } from '../ir/plan/plan.ts'
import type { Entry, Sql } from './dialect/dialect.ts'
import { firstOf, lookUp, type Step } from './dialect/write.ts'
import { type ConditionContext, condition } from './query-condition.ts'
import { firstRow } from './query-outcome.ts'
import { NAMES, type Names } from './step-names.ts'

export interface ColumnContext extends ConditionContext {
  readonly bound: BoundPlan
  readonly names: Names
  readonly entries: readonly Entry[]
  /** Whether the cell of a field was filled and could be read. */
  filled(field: string): Sql
  /** The cells of the record, in order. */
  readonly record: readonly Sql[]
  /** The column of an account's figure, or of its name. */
  account(figure: string): Sql
}

/** The row of `next` that matches, by its position. */
export function nextRow({ bound, ...context }: Pick<ColumnContext, 'bound'> & ConditionContext): Sql {
  const rows = bound.next.map((row, index) => ({ ...row, index }))
  return firstRow(rows, ({ index }) => String(index), '-1', context)
}

interface Named {
  readonly name: string
}

/** The value of an output column, as in `engine/cells.ts`; NULL is an empty cell. */
export function outputColumn(column: Column, context: ColumnContext): Sql {
  const { bound, dialect, names, entries } = context
  const namesWhere = (list: readonly Named[], holds: (item: Named) => Sql) =>
    joined(
      list.map(item => ({ text: item.name, when: holds(item) })),
      context,
    )
  switch (column.kind) {
    case 'stage':
      return `nullif(${NAMES.stage}, '')`
    case 'total':
      return NAMES.total
    case 'score':
      return names.scores.get(column.name) ?? 'NULL'
    case 'grade':
      return NAMES.grade
    case 'chance':
      return NAMES.chance
    case 'segment':
      return `nullif(${names.segments.get(column.name) ?? "''"}, '')`
    case 'tags':
      return namesWhere(bound.tags, ({ name }) => names.tags.get(name) ?? 'FALSE')
    case 'reasons':
      return entries.length === 0
        ? `CAST(NULL AS ${dialect.types.text})`
        : `nullif(${dialect.reasons(entries, LIST_JOINT)}, '')`
    case 'met':
      return namesWhere(bound.criteria, ({ name }) => names.criteria.get(name) ?? 'FALSE')
    case 'missing':
      return namesWhere(bound.criteria, ({ name }) => `${names.criteria.get(name) ?? 'FALSE'} IS NULL`)
    case 'excluded':
      return joined(
        bound.exclude.map(({ id }) => ({ text: id, when: names.exclusions.get(id) ?? 'FALSE' })),
        context,
      )
    case 'owner':
      return owner(bound.owners, context)
    case 'next':
      return next(context)
    case 'since':
      return dialect.printedDay(entry(context).since)
    case 'stage_before':
      return entry(context).stageBefore
    case 'due':
      return due(context)
    case 'completeness':
      return completeness(context)
    case 'account':
      return context.account(column.figure)
    case 'duplicate_of':
      return NAMES.duplicateOf
  }
}

function joined(parts: readonly { readonly text: string; readonly when: Sql }[], { dialect }: ConditionContext): Sql {
  if (parts.length === 0) return `CAST(NULL AS ${dialect.types.text})`
  const texts = parts.map(({ text, when }) => firstOf([{ when, give: dialect.text(text) }]))
  return `nullif(${dialect.joined(texts, LIST_JOINT)}, '')`
}

/** The first matching row with an owner. */
function owner(rows: readonly OwnerRow[], context: ColumnContext): Sql {
  const found = rows.map(row => {
    const to = 'keep' in row ? keeper(row.keep, context) : shared(row.to, context)
    return row.when === undefined ? to : firstOf([{ when: condition(row.when, 'holds', context), give: to }])
  })
  return found.length === 1 ? (found[0] ?? 'NULL') : `coalesce(${found.join(', ')})`
}

function keeper(field: string, { subject }: ColumnContext): Sql {
  return `nullif(${subject({ kind: 'field', name: field }).text}, '')`
}

/** Shared out by what the lead is known by: its id, else its e-mail, else the whole record; see `engine/owner.ts`. */
function shared(people: readonly string[], { dialect, subject, record }: ColumnContext): Sql {
  if (people.length < 2) return dialect.text(people[0] ?? '')
  const cells = record.map(cell => `coalesce(CAST(${cell} AS ${dialect.types.text}), '')`)
  const whole = cells.length === 0 ? "''" : cells.join(` || ${dialect.character(0x1f)} || `)
  const id = `nullif(${subject({ kind: 'field', name: 'id' }).text}, '')`
  const email = `nullif(${subject({ kind: 'field', name: 'email' }).value}, '')`
  const rows = people.map((person, index) => `WHEN ${index} THEN ${dialect.text(person)}`)
  return `CASE ${dialect.bucket(`coalesce(${id}, ${email}, ${whole})`, people.length)} ${rows.join(' ')} END`
}

function next({ bound, dialect }: ColumnContext): Sql {
  const rows = bound.next.map((row, index) => `WHEN ${index} THEN ${dialect.text(row.do)}`)
  return rows.length === 0 ? 'NULL' : `CASE ${NAMES.step} ${rows.join(' ')} END`
}

/** When a lead came into its stage, and from which one; see `engine/entry.ts`. */
function entry({ dialect, subject, asOf }: ConditionContext): { readonly since: Sql; readonly stageBefore: Sql } {
  const before = (name: string) => subject({ kind: 'field', name })
  const stage = before(BEFORE.stage)
  if (stage.isMissing) return { since: asOf, stageBefore: `CAST(NULL AS ${dialect.types.text})` }
  const isSame = `${stage.value} = ${subject({ kind: 'stage' }).value}`
  const textOf = (name: string) => `nullif(${before(name).text}, '')`
  const since = before(BEFORE.since)
  return {
    // A run before without the column does not say since when.
    since: since.isMissing ? asOf : firstOf([{ when: isSame, give: `coalesce(${since.value}, ${asOf})` }], asOf),
    stageBefore: firstOf([{ when: isSame, give: textOf(BEFORE.stageBefore) }], textOf(BEFORE.stage)),
  }
}

/** The day of `from`, else the day the lead entered its stage, plus `due`; a weekend moves to Monday. */
function due(context: ColumnContext): Sql {
  const { bound, dialect } = context
  const day = hasDue(bound) ? NAMES.dueDay : `CAST(NULL AS ${dialect.types.whole})`
  // Day 0 was a Thursday; the formula counts from a Monday long before.
  const weekday = dialect.remainder(`(${day} + 7000003)`, '7')
  return dialect.printedDay(`(${day} + CASE ${weekday} WHEN 5 THEN 2 WHEN 6 THEN 1 ELSE 0 END)`)
}

function hasDue({ next: rows }: BoundPlan): boolean {
  return rows.some(row => row.due !== undefined)
}

/** The step with the day on which something is due, before it avoids the weekend. */
export function dueStep(context: Pick<ColumnContext, 'bound'> & ConditionContext): Step[] {
  const { bound } = context
  if (!hasDue(bound)) return []
  const rows = bound.next.flatMap((row, index) =>
    row.due === undefined ? [] : [{ when: String(index), give: dueDay(row, context) }],
  )
  return [
    { name: 'due_days', about: 'when it is due', columns: [{ name: NAMES.dueDay, sql: lookUp(NAMES.step, rows) }] },
  ]
}

function dueDay({ due: days, from }: NextRow, context: ConditionContext): Sql {
  const { since } = entry(context)
  const given = from === undefined ? undefined : context.subject({ kind: 'field', name: from })
  const start = given === undefined || given.isMissing ? since : `coalesce(${given.value}, ${since})`
  return `${start} + ${days ?? 0}`
}

function completeness({ bound, dialect, filled }: ColumnContext): Sql {
  const read = bound.fields.filter(field => field.read && field.columns.length > 0)
  if (read.length === 0) return '100'
  const count = dialect.countTrue(read.map(({ name }) => filled(name)))
  return dialect.divided(`200 * ${count} + ${read.length}`, String(2 * read.length))
}
