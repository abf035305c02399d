import { isBefore } from '../ir/plan/before.ts'
import type { BoundEvents } from '../ir/plan/bound-events.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Column as OutputColumn } from '../ir/plan/columns.ts'
import { eventRulesOf } from '../ir/plan/event-rules.ts'
import { wantedFields } from './all-conditions.ts'
import { type Fields, readFields } from './cells/field-columns.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { firstOf, indented, type Step } from './dialect/write.ts'
import { eventSteps } from './events/steps.ts'
import { mergeSteps } from './merge-steps.ts'
import { type ColumnContext, dueStep, nextRow, outputColumn } from './output-columns.ts'
import { type PreviousRelation, previousSteps } from './previous.ts'
import { functionsBeside, functionsThere, type MadeFunction, printFunctions, printSteps } from './print-steps.ts'
import { accountSteps, type DuplicateContext, duplicateSteps } from './query-duplicates.ts'
import { outcomeSteps } from './query-outcome.ts'
import { idleRules, scoreSteps } from './query-score.ts'
import { type EventRelation, namesBeside, type Relation, rowOf } from './relation.ts'
import { sharedTests } from './shared-tests.ts'
import { NAMES, type Names, namesOf } from './step-names.ts'
import { subjects } from './subject-columns.ts'

/** What a query reads. */
export interface Source extends Relation {
  /** Of a plan that is bound to events: one for each of its sources. */
  readonly events?: readonly EventRelation[]
  /** What the leads were in the run before; absent: the leads' own columns say it, or nothing does. */
  readonly previous?: PreviousRelation
  /** A day number. */
  readonly asOf: Sql
}

/** What a statement reads and writes. */
export interface StatementRequest extends Source {
  readonly columns: readonly OutputColumn[]
  readonly prefix: string
  /** Lines of comment at the top. */
  readonly comment: readonly string[]
  /** What functions that are made beside the query are called; absent: none are made. */
  functionName?(name: string): Sql
  /** The functions of leadq's library, where the database has them; then none are made beside the query. */
  readonly library?: readonly MadeFunction[] | undefined
}

export interface PrintedStatement {
  /** Statements that make the functions that it calls. */
  readonly functions: readonly Sql[]
  /** These functions. */
  readonly made: readonly MadeFunction[]
  readonly statement: Sql
}

/** A bound plan as one statement: the columns of the source, then leadq's. Unsupported parts were refused before. */
export function printStatement(bound: BoundPlan, request: StatementRequest, dialect: Dialect): PrintedStatement {
  const { columns, prefix } = request
  const { steps, context } = stepsOf(bound, request, dialect)
  const functions = functionsOf(request, steps)
  const ofLead = (each: OutputColumn) => {
    const sql = outputColumn(each, context)
    const isOfDuplicates = each.kind === 'duplicate_of' || bound.dedupe === undefined
    return isOfDuplicates ? sql : firstOf([{ when: `NOT ${NAMES.isDuplicate}`, give: sql }])
  }
  const output = columns.map(each => `${indented(ofLead(each))} AS ${dialect.given(prefix + each.name)}`)
  const order = needsPlace(bound, request, dialect) ? `\nORDER BY ${NAMES.place}` : ''
  const statement = [
    ...request.comment.map(line => `-- ${line}`),
    printSteps(steps, dialect, functions),
    `SELECT\n  ${[dialect.columnsOf(NAMES.lead, request.all ?? []), ...output].join(',\n  ')}\nFROM ${steps.at(-1)?.name ?? ''}${order}`,
  ].join('\n')
  const made = functions?.made ?? []
  return { statement, functions: printFunctions(made, dialect), made }
}

function functionsOf({ functionName, library }: StatementRequest, steps: readonly Step[]) {
  if (library !== undefined) return functionsThere(library)
  return functionName && functionsBeside(functionName, steps)
}

/** All steps from the cells of the source to the results. */
export interface Steps {
  readonly steps: readonly Step[]
  readonly fields: Fields
  /** What columns are made of at the end. */
  readonly context: ColumnContext
}

export function stepsOf(bound: BoundPlan, request: Source, dialect: Dialect): Steps {
  const { headings, asOf, spelled = cell => cell } = request
  const events = eventsOf(bound, request, dialect)
  const { fields: ofRecords, leads, ofLeads } = readLeads(bound, request, dialect)
  const stepName = namesBeside([request, ...(request.previous ? [request.previous] : [])])
  const before = request.previous && previousSteps(bound, request.previous, { ...ofLeads, stepName }, dialect)
  const fields: Fields = {
    ...ofRecords,
    columnsOf: field => before?.columnsOf(field) ?? ofRecords.columnsOf(field),
  }
  const contextOf = (names: Names) => ({ dialect, asOf, subject: subjects(bound, fields.columnsOf, names, dialect) })
  const names = namesOf(bound, dialect, idleRules(bound, events?.plan, contextOf(namesOf(bound, dialect))))
  const tests = sharedTests(bound, contextOf(names))
  const { context } = tests
  const scored = scoreSteps(bound, names, events?.plan, context)
  const outcome = outcomeSteps(bound, names, context)
  const same: DuplicateContext = { bound, dialect, columnsOf: fields.columnsOf }
  const steps = mergeSteps(
    [
      ...(events?.read ?? []),
      ...leads,
      ...(before?.steps ?? []),
      ...(events === undefined
        ? []
        : [...events.found({ ...ofLeads, step: before?.steps.at(-1)?.name ?? ofLeads.step }), ...events.counted]),
      ...tests.steps,
      ...scored.steps,
      ...outcome.totals,
      ...accountSteps(same, names),
      ...outcome.conclusions,
      {
        name: 'next_steps',
        about: 'which row of next matches',
        columns: bound.next.length === 0 ? [] : [{ name: NAMES.step, sql: nextRow({ bound, ...context }) }],
      },
      ...dueStep({ bound, ...context }),
    ].filter(step => step.columns.length > 0),
  )
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

/** The leads with their fields, and which of them are the same. */
export function readLeads(bound: BoundPlan, source: Source, dialect: Dialect) {
  const row = rowOf(source, dialect)
  const place = needsPlace(bound, source, dialect) ? dialect.place(idOf(bound, row.cellOf)) : undefined
  const kept = [
    ...dialect.rowOf(row.name, NAMES.lead, source.all ?? []),
    ...(place === undefined ? [] : [{ name: NAMES.place, sql: place }]),
  ]
  const fields = readFields(
    ownFields(bound, source),
    wantedFields(bound, source.previous?.key),
    { ...row, kept, name: dialect.readsItself ? namesBeside([source])('leads') : 'leads' },
    dialect,
  )
  const same: DuplicateContext = { bound, dialect, columnsOf: fields.columnsOf }
  const leads = [...fields.steps, ...duplicateSteps(same)].filter(step => step.columns.length > 0)
  return { fields, leads, ofLeads: { step: leads.at(-1)?.name ?? '', columnsOf: fields.columnsOf } }
}

/** Without the fields that another table fills. */
function ownFields({ fields, zone }: BoundPlan, { previous }: Source): Pick<BoundPlan, 'fields' | 'zone'> {
  return { zone, fields: previous === undefined ? fields : fields.filter(({ name }) => !isBefore(name)) }
}

/** Whether the position of a lead is needed: for duplicates, and where joins would lose the order of a file. */
function needsPlace(bound: BoundPlan, { previous }: Pick<Source, 'previous'>, dialect: Dialect): boolean {
  const isJoined = previous !== undefined
  if (bound.dedupe !== undefined || bound.account !== undefined) return true
  return (readsEvents(bound) || isJoined) && dialect.place(undefined) !== undefined
}

function readsEvents(bound: BoundPlan): bound is BoundPlan & { readonly events: BoundEvents } {
  return bound.events !== undefined && eventRulesOf(bound).length > 0
}

/** Absent where no rule reads events, or there are none. */
function eventsOf(bound: BoundPlan, { events: relations = [], asOf, ...leads }: Source, dialect: Dialect) {
  if (!readsEvents(bound)) return undefined
  return eventSteps(bound, relations, { dialect, asOf, stepName: namesBeside([leads, ...relations]) })
}

/** The column of the lead's id, where there is one. */
function idOf({ fields }: BoundPlan, cellOf: (position: number) => Sql): Sql | undefined {
  const position = fields.find(({ name }) => name === 'id')?.columns[0]
  return position === undefined ? undefined : cellOf(position)
}
