import type { BoundPlan } from '../ir/bound-plan.ts'
import type { Column as OutputColumn } from '../ir/columns.ts'
import { type ColumnContext, nextRow, outputColumn } from './columns.ts'
import type { Dialect, Sql } from './dialect.ts'
import { type FieldColumns, readFields } from './field.ts'
import { NAMES, namesOf } from './names.ts'
import { outcomeSteps } from './outcome.ts'
import { accountSteps, duplicateSteps, type SameContext } from './same.ts'
import { scoreSteps } from './score.ts'
import { subjects } from './subject.ts'
import { wantedFields } from './wanted.ts'
import { column, firstOf, indented, type Step } from './write.ts'

/** What a statement reads and writes. */
export interface StatementRequest {
  /** The table, as it stands behind FROM. */
  readonly source: Sql
  /** The columns of the source by position, as they are called there; undefined: one that is not read. */
  readonly headings: readonly (string | undefined)[]
  /** A day number. */
  readonly asOf: Sql
  readonly columns: readonly OutputColumn[]
  readonly prefix: string
  /** Lines of comment at the top. */
  readonly comment: readonly string[]
}

/** A bound plan as the steps of a statement, and what can be asked of the last of them. */
export interface Prepared {
  readonly steps: readonly Step[]
  readonly context: ColumnContext
  columnsOf(field: string): FieldColumns
}

/** A bound plan as one statement: the columns of the source, then leadq's. What it cannot say was refused before. */
export function printStatement(bound: BoundPlan, request: StatementRequest, dialect: Dialect): Sql {
  const { columns, prefix } = request
  const { steps, context } = prepare(bound, request, dialect)
  const ofLead = (each: OutputColumn) => {
    const sql = outputColumn(each, context)
    const isOfDuplicates = each.kind === 'duplicate_of' || bound.dedupe === undefined
    return isOfDuplicates ? sql : firstOf([{ when: `NOT ${NAMES.isDuplicate}`, give: sql }])
  }
  const output = columns.map(each => `${indented(ofLead(each))} AS ${dialect.identifier(prefix + each.name)}`)
  const order = bound.dedupe === undefined && bound.account === undefined ? '' : `\nORDER BY ${NAMES.place}`
  return [
    ...request.comment.map(line => `-- ${line}`),
    printSteps(steps, request, dialect),
    `SELECT\n  ${[dialect.columnsOf(NAMES.lead), ...output].join(',\n  ')}\nFROM ${steps.at(-1)?.name ?? ''}${order}`,
  ].join('\n')
}

export function prepare(bound: BoundPlan, { headings, asOf }: StatementRequest, dialect: Dialect): Prepared {
  const row = rowName(headings)
  const cellOf = (position: number) => `${row}.${dialect.identifier(headings[position] ?? '')}`
  const needsPlace = bound.dedupe !== undefined || bound.account !== undefined
  const place = needsPlace ? dialect.place(idOf(bound, cellOf)) : undefined
  const kept = [
    { name: NAMES.lead, sql: dialect.rowOf(row) },
    ...(place === undefined ? [] : [{ name: NAMES.place, sql: place }]),
  ]
  const fields = readFields(bound, wantedFields(bound), cellOf, kept, dialect)
  const names = namesOf(bound, dialect)
  const context = { dialect, asOf, subject: subjects(fields.columnsOf, names, dialect) }
  const scored = scoreSteps(bound, names, context)
  const outcome = outcomeSteps(bound, names, context)
  const same: SameContext = { bound, dialect, columnsOf: fields.columnsOf }
  const whole: ColumnContext = {
    ...context,
    bound,
    names,
    entries: scored.entries,
    filled: field => fields.columnsOf(field).filled,
    record: headings.flatMap(heading => (heading === undefined ? [] : [dialect.columnOf(NAMES.lead, heading)])),
    account: figure => (figure === 'name' ? 'account' : `account_${figure}`),
  }
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
  return { steps, context: whole, columnsOf: fields.columnsOf }
}

export function printSteps(steps: readonly Step[], request: StatementRequest, dialect: Dialect): Sql {
  const source = `${request.source} AS ${rowName(request.headings)}`
  const printed = steps.map((step, index) => printStep(step, steps[index - 1]?.name ?? source, index === 0, dialect))
  return `WITH\n${printed.join(',\n')}`
}

function printStep({ name, about, columns, isWhole }: Step, from: Sql, isFirst: boolean, { stepAs }: Dialect): Sql {
  const list = columns.map(each => indented(indented(column(each)))).join(',\n    ')
  const comment = about === '' ? '' : `-- ${about}\n`
  const before = isFirst || isWhole ? '' : '*,\n    '
  return `${comment}${name} ${stepAs} (\n  SELECT\n    ${before}${list}\n  FROM ${from}\n)`
}

/** What the source is called inside of the statement: none of its columns may be called so, or it would be meant. */
function rowName(headings: StatementRequest['headings']): Sql {
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
