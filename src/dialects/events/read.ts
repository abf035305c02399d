import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { eventKey, REACTION, SENDING } from '../../ir/plan/events.ts'
import { type Expr, leavesOf } from '../../ir/plan/expr.ts'
import type { EventEarning } from '../../ir/plan/plan.ts'
import { eventFieldsOf } from '../../ir/plan/plan-fields.ts'
import { asksOf, wantedIn } from '../all-conditions.ts'
import { readFields } from '../cells/field-columns.ts'
import { isMailOfKind } from '../cells/query-mail.ts'
import { wordForm } from '../cells/query-text.ts'
import { standingCells, standingPositions } from '../cells/read-cell.ts'
import type { FieldColumns, Wanted } from '../cells/wanted.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, type Step } from '../dialect/write.ts'
import { type ConditionContext, condition, type Subjected } from '../query-condition.ts'
import { earning } from '../query-rule.ts'
import { type EventRelation, type Row, rowOf, standingBeside } from '../relation.ts'
import { keySteps } from './keys.ts'
import { MOMENT, momentSteps, standingMoments, takenMoment } from './moment.ts'
import { EVENT_KEY, type EventNames, eventNames } from './names.ts'
import { type EventPlan, looksForBots, needsOrder, ruleColumn } from './rules.ts'

/** What is read of events, whatever their source calls it. */
export const EVENT = {
  name: 'event_name',
  source: 'event_source',
  place: 'event_place',
  planned: 'event_planned',
  part: 'event_part',
  goesBy: 'event_goes_by',
  shownKey: 'event_shown_key',
  key: (n: number): Sql => `event_lead_${n}`,
  text: (n: number): Sql => `event_lead_${n}_text`,
} as const

export interface ReadContext {
  readonly plan: EventPlan
  readonly dialect: Dialect
  readonly asOf: Sql
  /** How many columns with keys of leads the widest source has. */
  readonly width: number
  /** Of all sources together, so that they can be put together. */
  readonly columns: readonly Sql[]
  /** Names of which it is to be told whether events go by them, beside those that rules ask for. */
  readonly asked: readonly string[]
  stepName(name: string): string
}

/**
 * The events of one source from their cells to what they are worth to each rule: see `engine/events/event-reader.ts`.
 */
export function readEvents(
  source: BoundEventSource,
  relation: EventRelation,
  index: number,
  context: ReadContext,
): Step[] {
  const { plan, dialect, asOf, width, columns, asked, stepName } = context
  const row = rowOf(relation, dialect)
  const place = placeOf(relation, plan, dialect)
  const times = source.fields.filter(({ name }) => name === 'time').map(timeField)
  const standing = standingTime(times, row, plan, dialect)
  const others = source.fields.filter(({ name }) => name !== 'time')
  const fields = standing === undefined ? [...others, ...times] : others
  const beside = standingBeside(row, standingPositions(others, row.typedCellOf), 'event_value')
  const read = readFields(
    { fields, zone: plan.bound.zone },
    wantedOf(source, plan),
    {
      from: row.from,
      cellOf: row.cellOf,
      // The text of a time is taken apart, also where it is one of a timestamp.
      typedCellOf: position =>
        times.some(({ columns }) => columns.includes(position)) ? undefined : beside.typedCellOf(position),
      headingOf: row.headingOf,
      cells: source.keys,
      kept: [
        ...(place === undefined ? [] : [{ name: EVENT.place, sql: place }]),
        ...(standing === undefined ? [] : [standing.taken]),
        ...beside.kept,
      ],
      name: stepName('events'),
      stepName: name => stepName(`event_${name}`),
    },
    dialect,
  )
  const time = read.columnsOf('time')
  const moments = standing ?? momentSteps(time.read, time.value, plan.bound.zone, dialect)
  const conditions = { dialect, asOf, subject: subjectsOf(read.columnsOf, undefined, dialect) }
  const name = nameOf(read.columnsOf('event').text, source, dialect)
  const names = eventNames(EVENT.name, source, [...new Set([...namesIn(plan), ...asked])], conditions)
  const judged = { ...conditions, subject: subjectsOf(read.columnsOf, names.status, dialect) }
  const keys = keySteps(
    source.keys.map((_, n) => ({ name: EVENT.key(n + 1), text: EVENT.text(n + 1) })),
    dialect,
  )
  const step = (called: string, about: string, made: readonly Column[]): Step => ({
    name: stepName(called),
    about,
    columns: made,
  })
  const own: Column[] = [
    { name: EVENT.source, sql: String(index) },
    ...keysOf(source, width, dialect),
    { name: EVENT.planned, sql: source.unless === undefined ? 'FALSE' : condition(source.unless, 'plain', conditions) },
    { name: EVENT.part, sql: partOf(names, plan) },
    { name: EVENT.goesBy, sql: goneBy(asked, names, dialect) },
    { name: EVENT.shownKey, sql: `coalesce(${[...source.keys.map((_, n) => EVENT.text(n + 1)), "''"].join(', ')})` },
    ...plan.rules.flatMap(rule => [
      { name: ruleColumn(rule, 'meant'), sql: meantBy(rule.rule.earns, names) },
      { name: ruleColumn(rule, 'worth'), sql: worthOf(rule.rule.earns, names, judged) },
    ]),
    ...[...plan.marks].map(([field, mark]) => ({
      name: mark,
      sql: markOf(field, source, judged),
    })),
  ]
  return [
    ...read.steps,
    step('event_days', 'when they happened, and what they are called', [
      ...moments.days,
      { name: EVENT.name, sql: name },
      ...source.keys.map((position, n) => ({ name: EVENT.text(n + 1), sql: read.trimmed(position) })),
    ]),
    ...(needsOrder(plan)
      ? [
          step('event_clocks', '', moments.clocks),
          step('event_guesses', '', moments.guesses),
          step('event_utc', '', moments.seconds),
          step('event_moments', '', moments.instants),
        ]
      : []),
    step('event_texts', "folded; which letters of Salesforce's ids are capitals", [...keys.texts, ...names.texts]),
    step('event_names', 'the keys of their leads and of their names', [...keys.keys, ...names.keys]),
    step('event_meanings', 'whether they are what rules ask for', names.meanings),
    {
      name: stepName('event_worths'),
      about: 'what each is worth to a rule that speaks of it',
      isWhole: true as const,
      columns: chosen(own, columns),
    },
  ].filter(({ columns: made }) => made.length > 0)
}

/** The value of a field of which each counts once. */
function markOf(field: string, { fields }: BoundEventSource, { subject, dialect }: ConditionContext): Sql {
  const { value, isList } = subject({ kind: 'field', name: field })
  const isNumber = fields.some(({ name, type }) => name === field && type === 'number')
  return (isNumber || isList ? dialect.groupKeys?.of(value) : undefined) ?? value
}

/** In the order of all sources; what was there before is taken over. */
function chosen(own: readonly Column[], columns: readonly Sql[]): Column[] {
  return columns.map(name => own.find(each => each.name === name) ?? { name, sql: name })
}

/** Every column of an event that later steps may ask for; `tells`: what a summary shows of it, too. */
export function eventColumns(plan: EventPlan, width: number, hasPlaces: boolean, tells: boolean): Sql[] {
  const isTimed = needsOrder(plan)
  return [
    EVENT.source,
    ...(isTimed && hasPlaces ? [EVENT.place] : []),
    ...Array.from({ length: width }, (_, n) => EVENT.key(n + 1)),
    MOMENT.day,
    ...(isTimed ? [MOMENT.at] : []),
    ...(looksForBots(plan) ? [MOMENT.timed, EVENT.part] : []),
    EVENT.name,
    ...(tells ? [EVENT.goesBy, EVENT.shownKey] : []),
    ...(plan.events.ignore.perMinute === undefined ? [] : [EVENT_KEY]),
    EVENT.planned,
    ...plan.rules.flatMap(rule => [ruleColumn(rule, 'meant'), ruleColumn(rule, 'worth')]),
    ...plan.marks.values(),
  ]
}

/** Where a record stands among the others, if that matters and is known. */
function placeOf(relation: EventRelation, plan: EventPlan, dialect: Dialect): Sql | undefined {
  if (!needsOrder(plan)) return undefined
  return relation.order === undefined ? dialect.place(undefined) : rowOf(relation, dialect).column(relation.order)
}

/** `map` and `empty` do not apply to the time of an event. */
function timeField({ empty: _, ...field }: BoundField): BoundField {
  return { ...field, type: 'date', map: [] }
}

/** When events happened, if that is a column of dates or timestamps. */
function standingTime([time]: readonly BoundField[], row: Row, { bound }: EventPlan, dialect: Dialect) {
  if (time === undefined || time.columns.length !== 1) return undefined
  const [cell] = standingCells(time, row.typedCellOf) ?? []
  if (cell === undefined) return undefined
  const { kind, sql } = cell
  if (kind !== 'date' && kind !== 'timestamp' && kind !== 'timestamptz') return undefined
  const call = takenMoment(kind, dialect)
  return call && standingMoments(kind, call, sql, bound.zone, dialect)
}

function wantedOf(source: BoundEventSource, plan: EventPlan): ReadonlyMap<string, Wanted> {
  const conditions: Expr[] = [
    ...plan.rules.flatMap(({ rule }) => eventConditionsOf(rule.earns)),
    ...source.signals.flatMap(({ where }) => where ?? []),
    ...(source.unless === undefined ? [] : [source.unless]),
  ]
  const read = ['event', 'time', ...plan.rules.flatMap(({ rule }) => eventFieldsOf(rule.earns))]
  const asks = conditions.flatMap(expr => [...leavesOf(expr)]).flatMap(asksOf)
  return wantedIn([...read.map(name => ({ name, more: {} })), { name: 'event', more: { text: true } }, ...asks])
}

/** The conditions of a rule on events. */
export function eventConditionsOf({ where, pays }: EventEarning): Expr[] {
  return [...(where === undefined ? [] : [where]), ...(pays.kind === 'cases' ? pays.rows.map(row => row.when) : [])]
}

function nameOf(text: Sql, { fields }: BoundEventSource, dialect: Dialect): Sql {
  const ofNothing = fields.find(({ name }) => name === 'event')?.empty ?? ''
  return `coalesce(nullif(${text}, ''), ${dialect.text(String(ofNothing))})`
}

/** The day of an event is known by other ways than its cell, and its status may be that of a signal. */
function subjectsOf(
  columnsOf: (field: string) => FieldColumns,
  status: Sql | undefined,
  dialect: Dialect,
): ConditionContext['subject'] {
  return subject => {
    if (subject.kind !== 'field') return columnsOf('')
    if (subject.name === 'time') return plainly(MOMENT.day, dialect.printedDay(MOMENT.day), dialect)
    const read = columnsOf(subject.name)
    if (subject.name !== 'status' || status === undefined) return read
    const value = `coalesce(${read.value}, ${status})`
    return plainly(value, `coalesce(nullif(${read.text}, ''), ${value}, '')`, dialect)
  }
}

function plainly(value: Sql, text: Sql, dialect: Dialect): Subjected {
  return {
    isList: false,
    isMissing: false,
    value,
    text,
    get words() {
      return wordForm(`CAST(${value} AS ${dialect.types.text})`, dialect)
    },
    isMail: kind => isMailOfKind(value, kind, dialect),
  }
}

/** A null spelling is not a key. A source with fewer key columns than another has NULL in the rest. */
export function keysOf({ keys, fields }: BoundEventSource, width: number, dialect: Dialect): Column[] {
  const nulls = fields[0]?.nulls ?? []
  return Array.from({ length: width }, (_, n) => {
    const name = EVENT.key(n + 1)
    if (n >= keys.length) return { name, sql: "''" }
    const isNothing = nulls.length === 0 ? [] : [{ when: dialect.isOneOf(name, nulls), give: "''" }]
    return { name, sql: `coalesce(${firstOf(isNothing, name)}, '')` }
  })
}

/** Separates two names; no name can contain it. */
export const NAMES_JOINT = '\u001f'

/** The names of an event among some names, as one text. */
function goneBy(asked: readonly string[], { goesBy }: EventNames, { joined, text }: Dialect): Sql {
  return asked.length === 0
    ? "''"
    : joined(
        asked.map(name => firstOf([{ when: goesBy(name), give: text(name) }])),
        NAMES_JOINT,
      )
}

/** Its part in sending mails. */
function partOf({ goesBy }: EventNames, { events: { ignore } }: EventPlan): Sql {
  if (ignore.afterSending === undefined) return "'other'"
  const isOneOf = (names: readonly string[]) => anyOf(names.map(name => goesBy(eventKey(name))))
  return firstOf(
    [
      { when: isOneOf(SENDING), give: "'sending'" },
      { when: isOneOf(REACTION), give: "'reaction'" },
    ],
    "'other'",
  )
}

/** The names that rules ask for, and the search for bots. */
function namesIn({ rules, events: { ignore } }: EventPlan): string[] {
  const ofMails = ignore.afterSending === undefined ? [] : [...SENDING, ...REACTION]
  return [...new Set([...rules.flatMap(({ rule }) => rule.earns.of), ...ofMails.map(eventKey)])]
}

function meantBy({ of: names }: EventEarning, { goesBy }: EventNames): Sql {
  return names.length === 0 ? 'TRUE' : anyOf(names.map(goesBy))
}

/** NULL for an event that does not count. */
function worthOf(earns: EventEarning, names: EventNames, context: ConditionContext): Sql {
  const { types } = context.dialect
  const holds = earns.where === undefined ? [] : [condition(earns.where, 'plain', context)]
  const give = earning(earns.pays, context, `CAST(NULL AS ${types.whole})`)
  return `CAST(${firstOf([{ when: allOf([meantBy(earns, names), ...holds]), give }])} AS ${types.whole})`
}
