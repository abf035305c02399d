import { compileCoercion } from '../../engine/coerce.ts'
import type { Binding } from '../../io/bind/bind.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import { fold } from '../../ir/values/fold.ts'
import { bindTo, type OpenedInput, type Reading } from '../../leads/open.ts'
import { type Column, EVENTS } from '../../learn/bins/column.ts'
import { accountsOf } from '../../learn/choice/accounts.ts'
import { type CollectedColumn, type CollectedDates, collectColumns } from '../../learn/columns/collect-columns.ts'
import { dateColumns } from '../../learn/columns/date-columns.ts'
import { deriveColumns } from '../../learn/columns/derive-columns.ts'
import { createGrowing, createGrowingIntegers } from '../../learn/columns/growing.ts'
import { AUTO_LOCALE, planOfAllFields } from '../../learn/columns/plan-of-fields.ts'
import { LOST, OPEN, WON } from '../../learn/evidence/column-evidence.ts'
import { endingOf, type Outcome, outcomeColumns } from '../../learn/outcome/ending.ts'
import { NEW_PLACES, placesIn, type RulePlaces } from '../../learn/writing/places.ts'
import { bindTimes, type TimesRequest } from '../backtest/lead-times.ts'
import type { SidesRequest, Surroundings } from '../diff/side.ts'
import { ownField } from '../init/draft-fields.ts'
import { unchosenIn } from '../init/unchosen.ts'
import { type Answers, readAnswers } from './answers.ts'
import type { Asked } from './asked-plan.ts'
import { eventColumn } from './event-probes.ts'
import type { Standing } from './standing.ts'

/** The leads of a file as columns, with the outcome of each. */
export interface ClosedFile {
  readonly columns: readonly Column[]
  readonly tooMany: readonly string[]
  /** Headings of dates that cannot be used without the day a lead came in. */
  readonly dates: readonly string[]
  readonly accounts: Int32Array | undefined
  /** Of rules that stay. */
  readonly points: Answers | undefined
  readonly places: RulePlaces
  readonly endings: Uint8Array
  readonly order: { readonly column: string; readonly isDay: boolean; readonly values: Float64Array } | undefined
  readonly crmScore: { readonly column: string; readonly values: Float64Array } | undefined
  /** Fields that leadq does not know by itself. */
  readonly own: readonly Field[]
  readonly binding: Binding
  readonly nulls: readonly string[]
  /** Leads that are won and lost at once, and the line of the first. */
  readonly both: { readonly count: number; readonly line: number }
}

/** Most leads must have a date. */
const MIN_DATED = 0.8

/** Reads all leads of a file: every column that a rulebook could name. */
export async function readClosed(
  opened: OpenedInput,
  outcome: Outcome,
  request: SidesRequest & TimesRequest,
  beside?: { readonly asked: Asked; readonly around: Surroundings },
): Promise<ClosedFile> {
  const { sample } = opened
  const said = outcomeColumns(outcome)
  const standing = beside?.asked.standing
  // How a rulebook that stays reads cells is a person's.
  const isWhole = standing?.stays === 'all'
  const nulls = isWhole ? [] : unchosenIn(sample.rows)
  const locale = isWhole ? standing.plan.locale : { ...AUTO_LOCALE, nulls: nulls.map(fold) }
  const declared = standing?.declared ?? []
  const own = [...declared, ...ownFields(opened, request, declared, locale)]
  const plan = planOfAllFields(own, locale)
  const { binding, complete } = bindTo(opened, plan, request, { companies: undefined, events: undefined })
  const times = bindTimes(request, opened)
  const ordering = times.order === undefined ? -1 : sample.headings.indexOf(times.order.column)
  const others = columnsOf(binding.bound, own)
  const isWanted = ({ name, columns }: BoundField) =>
    columns.every(column => !said.has(column) && column !== ordering && (others.get(column) ?? name) === name)
  const collector = collectColumns(binding.bound, sample.headings, isWanted)
  const coerce = compileCoercion(binding.bound)
  const [endings, order, crmScores] = [createGrowingIntegers(), createGrowing(), createGrowing()]
  const cameIn = createGrowing()
  const both = { count: 0, line: 0 }
  const answers = beside && readAnswers(beside.asked, locale, opened, request, beside.around, said)
  for await (const { rows } of opened.batches) {
    const days: (number | undefined)[] = []
    for (const { cells, line } of rows) {
      const ending = endingOf(cells, outcome)
      if (ending === 'both') {
        both.line ||= line
        both.count += 1
      }
      const time = times.read(cells)
      endings.push(ending === 'won' ? WON : ending === 'lost' ? LOST : OPEN)
      order.push(time.order)
      crmScores.push(time.crmScore)
      collector.add(coerce(complete(cells)))
      days.push(time.asOf)
      cameIn.push(time.asOf ?? Number.NaN)
    }
    await answers?.add(rows, days)
  }
  const { columns, dates, tooMany } = collector.finish()
  const points = answers?.finish()
  const places = standing === undefined ? NEW_PLACES : placesOf(standing, sample.headings, binding.bound)
  return {
    columns: [
      ...columns.map(each => behindGate(each, places, points)).flatMap(deriveColumns),
      ...(beside?.asked.events ?? []).flatMap((test, at) => {
        const open = points?.open[places.gateOf(EVENTS, test.value) ?? -1]
        return eventColumn(test, points?.events[at] ?? new Uint8Array(0), open)
      }),
      ...(times.asOf === undefined ? [] : dates.flatMap(each => gatedDates(each, cameIn.values(), places, points))),
    ],
    dates: times.asOf === undefined ? dates.map(({ heading }) => heading) : [],
    accounts: accountsOf(
      columns.flatMap(({ column }) => (column.kind === 'levels' ? [column] : [])),
      endings.values().length,
    ),
    points,
    places,
    tooMany,
    endings: Uint8Array.from(endings.values()),
    order: times.order && isDated(order.values()) ? { ...times.order, values: order.values() } : undefined,
    crmScore: times.crmScore && { ...times.crmScore, values: crmScores.values() },
    own,
    binding,
    nulls,
    both,
  }
}

function isDated(values: Float64Array): boolean {
  const known = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0)
  return values.length > 0 && known >= MIN_DATED * values.length
}

/** Most filled cells are no values of the field that a column is taken for. */
const MAX_INVALID = 0.5

/**
 * Columns that the catalogue takes for what their cells are not: sizes in words as a number, one interest each as a list.
 * They are read as they are.
 */
function unfitColumns(bound: BoundPlan, { sample }: OpenedInput, declared: readonly Field[]): ReadonlySet<number> {
  const names = new Set(declared.map(({ name }) => name))
  const coerce = compileCoercion(bound)
  const leads = sample.rows.map(cells => coerce(cells))
  const unfit = bound.fields.flatMap(({ name, type, columns }, slot) => {
    const [column] = columns
    if (column === undefined || columns.length > 1 || names.has(name)) return []
    const readings = leads.flatMap(({ readings: all }) => all[slot] ?? [])
    const invalid = readings.filter(({ state }) => state === 'invalid').length
    const filled = readings.filter(({ value }) => value !== undefined)
    const isNoList = type === 'list' && filled.every(({ value }) => typeof value === 'object' && value.length < 2)
    return invalid > MAX_INVALID * (filled.length + invalid) || (isNoList && filled.length > 0) ? [column] : []
  })
  return new Set(unfit)
}

/** The declared field of each column: no other field tells of it as well. */
function columnsOf({ fields }: BoundPlan, declared: readonly Field[]): ReadonlyMap<number, string> {
  const names = new Set(declared.map(({ name }) => name))
  return new Map(
    fields.flatMap(({ name, columns }) => (names.has(name) ? columns.map(column => [column, name] as const) : [])),
  )
}

/** What stands behind a condition is not there where that does not hold: its rules earn nothing. */
function behindGate(collected: CollectedColumn, { gateOf }: RulePlaces, points: Answers | undefined): CollectedColumn {
  const { field, column } = collected
  const open = points?.open[gateOf(column.field, column.heading) ?? -1]
  if (open === undefined) return collected
  const isGated = true
  if (column.kind === 'number') {
    const values = column.values.map((value, lead) => (open[lead] === 1 ? value : Number.NaN))
    return { field, column: { ...column, values, isGated } }
  }
  return {
    field,
    column: { ...column, codes: column.codes.map((code, lead) => (open[lead] === 1 ? code : -1)), isGated },
  }
}

function gatedDates(
  dates: CollectedDates,
  cameIn: Float64Array,
  { gateOf }: RulePlaces,
  points: Answers | undefined,
): Column[] {
  const open = points?.open[gateOf(dates.field.name, dates.heading) ?? -1]
  if (open === undefined) return dateColumns(dates, cameIn)
  const days = dates.days.map((day, lead) => (open[lead] === 1 ? day : Number.NaN))
  return dateColumns({ ...dates, days }, cameIn).map(column => ({ ...column, isGated: true }))
}

/** The fields of each score, with the headings of their columns. */
function placesOf({ plan, gates, stays }: Standing, headings: readonly string[], { fields }: BoundPlan): RulePlaces {
  if (stays === 'rules') return NEW_PLACES
  const headingOf = new Map(fields.map(({ name, columns }) => [name, headings[columns[0] ?? -1] ?? name]))
  const scores = plan.scores.map(({ name, groups }) => ({
    name,
    fields: new Map(
      groups.flatMap(({ rules }) => rules.flatMap(fieldsOfRule)).map(field => [field, headingOf.get(field) ?? field]),
    ),
  }))
  return placesIn(scores, gates)
}

const MAX_HEADING = 100

/** Columns that no catalogue and no system knows, as fields of their own. */
function ownFields(
  opened: OpenedInput,
  request: Reading,
  declared: readonly Field[],
  { nulls }: Plan['locale'],
): Field[] {
  const { sample } = opened
  const { binding } = bindTo(opened, planOfAllFields(declared, AUTO_LOCALE), request, {
    companies: undefined,
    events: undefined,
  })
  const known = new Set(binding.bound.fields.flatMap(({ columns }) => columns))
  const unfit = unfitColumns(binding.bound, opened, declared)
  const taken = new Set([...known].filter(column => !unfit.has(column)))
  const empty = new Set(nulls)
  const names = new Set(declared.map(({ name }) => name))
  const fields: Field[] = []
  for (const [position, heading] of sample.headings.entries()) {
    if (taken.has(position) || heading.trim() === '' || heading.length > MAX_HEADING || /\p{Cs}/u.test(heading))
      continue
    const before = sample.headings.slice(0, position).filter(other => other === heading).length
    const name = before === 0 ? heading : `${heading}#${before + 1}`
    const cells = sample.rows
      .map(row => row[position]?.trim() ?? '')
      .filter(cell => cell !== '' && !empty.has(fold(cell)))
    const field = ownField({ name, heading, cells }, names, sample.delimiter)
    names.add(field.name)
    fields.push(field)
  }
  return fields
}
