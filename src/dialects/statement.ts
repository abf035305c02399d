import type { BoundPlan } from '../ir/bound-plan.ts'
import type { Column as OutputColumn } from '../ir/columns.ts'
import { type ColumnContext, nextRow, outputColumn } from './columns.ts'
import type { Dialect, Sql } from './dialect.ts'
import { type Fields, readFields } from './field.ts'
import { NAMES, namesOf } from './names.ts'
import { outcomeSteps } from './outcome.ts'
import { accountSteps, duplicateSteps, type SameContext } from './same.ts'
import { scoreSteps } from './score.ts'
import { subjects } from './subject.ts'
import { wantedFields } from './wanted.ts'
import { column, firstOf, indented, type Step } from './write.ts'

/** What a query reads. */
export interface Source {
  /** The table, as it stands behind FROM. */
  readonly source: Sql
  /** The columns of the source by position, as they are called there; undefined: one that is not read. */
  readonly headings: readonly (string | undefined)[]
  /** The text of a cell, where it is not simply what the engine makes of it. */
  spelled?(cell: Sql, position: number): Sql
  /** A day number. */
  readonly asOf: Sql
}

/** What a statement reads and writes. */
export interface StatementRequest extends Source {
  readonly columns: readonly OutputColumn[]
  readonly prefix: string
  /** Lines of comment at the top. */
  readonly comment: readonly string[]
}

/** A bound plan as one statement: the columns of the source, then leadq's. What it cannot say was refused before. */
export function printStatement(bound: BoundPlan, request: StatementRequest, dialect: Dialect): Sql {
  const { columns, prefix } = request
  const { steps, context } = stepsOf(bound, request, dialect)
  const ofLead = (each: OutputColumn) => {
    const sql = outputColumn(each, context)
    const isOfDuplicates = each.kind === 'duplicate_of' || bound.dedupe === undefined
    return isOfDuplicates ? sql : firstOf([{ when: `NOT ${NAMES.isDuplicate}`, give: sql }])
  }
  const output = columns.map(each => `${indented(ofLead(each))} AS ${dialect.identifier(prefix + each.name)}`)
  const order = bound.dedupe === undefined && bound.account === undefined ? '' : `\nORDER BY ${NAMES.place}`
  return [
    ...request.comment.map(line => `-- ${line}`),
    `WITH\n${printSteps(steps, request, dialect)}`,
    `SELECT\n  ${[dialect.columnsOf(NAMES.lead), ...output].join(',\n  ')}\nFROM ${steps.at(-1)?.name ?? ''}${order}`,
  ].join('\n')
}

/** Everything on the way from the cells of the source to what they come to. */
export interface Steps {
  readonly steps: readonly Step[]
  readonly fields: Fields
  /** What columns are made of at the end. */
  readonly context: ColumnContext
}

export function stepsOf(bound: BoundPlan, request: Source, dialect: Dialect): Steps {
  const { headings, asOf, spelled = cell => cell } = request
  const row = rowName(headings)
  const cellOf = (position: number) => spelled(`${row}.${dialect.identifier(headings[position] ?? '')}`, position)
  const needsPlace = bound.dedupe !== undefined || bound.account !== undefined
  const place = needsPlace ? dialect.place(idOf(bound, cellOf)) : undefined
  const kept = [
    { name: NAMES.lead, sql: dialect.rowOf(row) },
    ...(place === undefined ? [] : [{ name: NAMES.place, sql: place }]),
  ]
  const fields = readFields(bound, wantedFields(bound), cellOf, kept, dialect)
  const names = namesOf(bound, dialect)
  const context = { dialect, asOf, subject: subjects(bound, fields.columnsOf, names, dialect) }
  const scored = scoreSteps(bound, names, context)
  const outcome = outcomeSteps(bound, names, context)
  const same: SameContext = { bound, dialect, columnsOf: fields.columnsOf }
  const steps = [
    ...fields.steps,
    ...duplicateSteps(same),
    ...scored.steps,
    ...outcome.totals,
    ...accountSteps(same, names),
    ...outcome.conclusions,
    {
      name: 'next_steps',
      about: 'which row of next matches',
      columns: [{ name: NAMES.step, sql: nextRow({ bound, ...context }) }],
    },
  ].filter(step => step.columns.length > 0)
  return {
    steps,
    fields,
    context: {
      ...context,
      bound,
      names,
      entries: scored.entries,
      filled: field => fields.columnsOf(field).filled,
      record: headings.flatMap((heading, position) =>
        heading === undefined ? [] : [spelled(dialect.columnOf(NAMES.lead, heading), position)],
      ),
      account: figure => (figure === 'name' ? 'account' : `account_${figure}`),
    },
  }
}

/** What stands between `WITH` and the last `SELECT`. */
export function printSteps(steps: readonly Step[], { source, headings }: Source, dialect: Dialect): Sql {
  const first = `${source} AS ${rowName(headings)}`
  return steps.map((step, index) => printStep(step, steps[index - 1]?.name ?? first, index === 0, dialect)).join(',\n')
}

function printStep({ name, about, columns, isWhole }: Step, from: Sql, isFirst: boolean, { stepAs }: Dialect): Sql {
  const list = columns.map(each => indented(indented(column(each)))).join(',\n    ')
  const comment = about === '' ? '' : `-- ${about}\n`
  const before = isFirst || isWhole ? '' : '*,\n    '
  return `${comment}${name} ${stepAs} (\n  SELECT\n    ${before}${list}\n  FROM ${from}\n)`
}

/** What the source is called inside of the statement: none of its columns may be called so, or it would be meant. */
function rowName(headings: Source['headings']): Sql {
  const taken = new Set(headings.map(heading => heading?.toLowerCase()))
  let name = 'leadq_row'
  while (taken.has(name)) name += '_'
  return name
}

/** The column of the lead's id, where there is one. */
function idOf({ fields }: BoundPlan, cellOf: (position: number) => Sql): Sql | undefined {
  const position = fields.find(({ name }) => name === 'id')?.columns[0]
  return position === undefined ? undefined : cellOf(position)
}
