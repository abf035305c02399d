import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { distinctFieldsOf, eventRulesOf } from '../../ir/plan/event-rules.ts'
import { eventKey } from '../../ir/plan/events.ts'
import type { EventEarning } from '../../ir/plan/plan.ts'
import { eventFieldsOf } from '../../ir/plan/plan-fields.ts'
import { EMPTY_VERDICT } from '../../ir/results/verdict.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { cellText } from '../../ir/values/cell-text.ts'
import { type Moment, readMoment } from '../../ir/values/date.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Zone } from '../../ir/values/zone.ts'
import { compileCoercion } from '../coerce.ts'
import { type ConditionContext, compileCondition } from '../condition.ts'
import { compilePayment } from '../judge-rule.ts'
import type { Lead, Reading } from '../lead.ts'
import { compileMeaning, type Meaning } from './event-names.ts'
import type { EventKind, LeadEvent } from './lead-events.ts'
import { rememberHours, type Signs } from './moments.ts'

/** Reads the records of an event file. */
export interface EventReader {
  /** Columns that alone decide what `read` gives, but for the moment; absent if the moment decides as well. */
  readonly decisive: readonly number[] | undefined
  /** When it happened, good until the next one; undefined if its time cannot be read. */
  momentOf(cells: TimeCells): Moment | undefined
  /** Undefined for a record of something that has not happened. */
  read(cells: readonly string[], moment: Moment): ReadEvent | undefined
}

/** The cells of a record, for those that have its time. */
export interface TimeCells {
  text(column: number): string
  /** The signs of a cell without quotes, where they are at hand. */
  signs?(column: number): Signs | undefined
}

export interface ReadEvent {
  /** As the file spells it. */
  readonly name: string
  readonly names: ReadonlySet<string>
  /** Positions in `eventRulesOf` of the rules that apply. */
  readonly meant: readonly number[]
  /** Absent if neither a rule nor the search for bots looks at it. */
  readonly event: TimedEvent | undefined
}

/** With the instant, for the order within a day: milliseconds since 1970. */
export interface TimedEvent extends LeadEvent {
  readonly at: number
}

/** Event records of one source -> events, by the rules of the bound plan. */
export function compileEventReader(
  bound: BoundPlan,
  source: BoundEventSource,
  asOf: number,
  kinds: EventKinds,
): EventReader {
  const context: ConditionContext = { bound: { ...bound, fields: source.fields }, asOf }
  const readsTime = eventRulesOf(bound).some(({ earns }) => eventFieldsOf(earns).includes('time'))
  const fields = source.fields.map(field => (field.name === 'time' ? { ...field, columns: [] } : field))
  const coerce = compileCoercion({ fields, zone: bound.zone })
  const slotOf = (name: string) => source.fields.findIndex(field => field.name === name)
  const [event, time, status] = [slotOf('event'), slotOf('time'), slotOf('status')]
  const nameOfNothing = source.fields[event]?.empty
  const isPlanned = source.unless && compileCondition(source.unless, context, 'plain')
  const rules = eventRulesOf(bound).map(({ earns }) => compileWorth(earns, context))
  const distinct = distinctFieldsOf(bound).map(slotOf)
  const { afterSending, perMinute } = bound.events?.ignore ?? {}
  const meaningOf = compileMeaning(source, context, (meaning): KnownMeaning => {
    const meant = rules.flatMap(({ isMeant }, index) => (isMeant(meaning.names) ? [index] : []))
    const part = afterSending === undefined ? 'other' : meaning.part
    const isLookedAt = part === 'sending' || (perMinute !== undefined && meant.length > 0)
    return { ...meaning, part, meant, isLookedAt, kinds: new Map() }
  })

  return {
    decisive: readsTime ? undefined : [...new Set(fields.flatMap(({ columns }) => columns))],
    momentOf: timeReader(source.fields[time], bound.zone),
    read(cells, moment) {
      const record = coerce(cells)
      if (isPlanned?.(record, EMPTY_VERDICT) === true) return undefined
      const name = record.readings[event]?.text || String(nameOfNothing ?? '')
      const meaning = meaningOf(record, name)
      const { names, meant, part } = meaning
      const full = withFindings(record, { time: readsTime ? time : -1, moment, status, meaning })
      // Most events repeat earlier ones: the same name with the same points.
      let key = moment.timed ? 'timed' : ''
      for (const index of meant) key += `,${rules[index]?.worthOf(full)}`
      let kind = meaning.kinds.get(key)
      if (kind === undefined) {
        const worth = rules.map(({ worthOf }, index) => (meant.includes(index) ? worthOf(full) : undefined))
        const isKept = meaning.isLookedAt || worth.some(each => each !== undefined)
        kind = isKept ? kinds.keep({ name: eventKey(name), part, timed: moment.timed, worth }) : NOT_KEPT
        meaning.kinds.set(key, kind)
      }
      if (kind === NOT_KEPT) return { name, names, meant, event: undefined }
      const marks = distinct.length === 0 ? NO_MARKS : distinct.map(slot => markOf(full.readings[slot]))
      return { name, names, meant, event: { day: moment.day, at: moment.at, kind, marks } }
    },
  }
}

interface KnownMeaning extends Meaning {
  readonly meant: readonly number[]
  /** Kept even if no rule applies to it. */
  readonly isLookedAt: boolean
  readonly kinds: Map<string, EventKind>
}

const NO_MARKS: readonly number[] = []
const NOT_KEPT: EventKind = { name: '', part: 'other', timed: false, worth: [] }

/** A record with what is known of it by other ways than its cells: the day of its time, and the status of a signal. */
function withFindings(
  record: Lead,
  { time, moment, status, meaning }: { time: number; moment: Moment; status: number; meaning: Meaning },
): Lead {
  const said = record.readings[status]
  const lacksStatus = said !== undefined && said.value === undefined && meaning.status !== undefined
  if (time < 0 && !lacksStatus) return record
  const readings = [...record.readings]
  if (time >= 0) readings[time] = { value: moment.day, text: printDay(moment.day), state: 'filled' }
  if (lacksStatus) readings[status] = { value: fold(meaning.status), text: meaning.status, state: 'filled' }
  return { ...record, readings }
}

interface Worth {
  isMeant(names: ReadonlySet<string>): boolean
  /** Undefined if the event does not count. */
  worthOf(event: Lead): number | undefined
}

function compileWorth({ of, where, pays }: EventEarning, context: ConditionContext): Worth {
  const holds = where === undefined ? undefined : compileCondition(where, context, 'plain')
  const pay = compilePayment(pays, context)
  return {
    isMeant: names => of.length === 0 || of.some(name => names.has(name)),
    worthOf(event) {
      if (holds !== undefined && holds(event, EMPTY_VERDICT) !== true) return undefined
      return pay(event, EMPTY_VERDICT)
    },
  }
}

/** The kinds of events that were read, shared by all event files: there are few, and many events of each. */
export interface EventKinds {
  /** The kind that was kept of the same content, if there is one. */
  keep(kind: EventKind): EventKind
}

export function createEventKinds(): EventKinds {
  const kinds = new Map<string, EventKind>()
  return {
    keep(kind) {
      const key = `${kind.name}\n${kind.part}\n${kind.timed}\n${kind.worth.join()}`
      const known = kinds.get(key)
      if (known !== undefined) return known
      kinds.set(key, kind)
      return kind
    },
  }
}

/** Times are read to the second, which the usual coercion does not do. */
function timeReader(field: BoundField | undefined, zone: Zone): EventReader['momentOf'] {
  if (field === undefined) return () => undefined
  const nulls = new Set(field.nulls)
  const { read, quick } = rememberHours(text => readMoment(text, field.date, zone))
  return cells => {
    for (const column of field.columns) {
      const signs = cells.signs?.(column)
      const found = signs && quick(signs)
      if (found !== undefined) return found
      const text = cellText(cells.text(column))
      const moment = text === '' ? undefined : read(text)
      if (moment !== undefined || (text !== '' && !nulls.has(fold(text)))) return moment
    }
    return undefined
  }
}

/** A 53-bit hash of a value; collisions are about one in 10^15 pairs. */
function markOf(reading: Reading | undefined): number {
  if (reading?.value === undefined) return Number.NaN
  const text = String(reading.value)
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  for (let index = 0; index < text.length; index += 1) {
    high = Math.imul(high ^ text.charCodeAt(index), 0x01000193)
    low = Math.imul(low ^ text.charCodeAt(index), 0x85ebca6b)
    low ^= low >>> 15
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11)
}
