import type { TimedEvent } from '../../engine/events/event-reader.ts'
import type { EventKind, LeadEvent } from '../../engine/events/lead-events.ts'
import type { IgnoredEvents } from '../../ir/plan/events.ts'
import type { Host, Scratch } from '../host.ts'
import { createColumns, enlarged, type Groups, groupByNumber, newestFirst } from './event-columns.ts'

export interface StoredEvent extends TimedEvent {
  /** Counts up in the order of reading. */
  readonly order: number
}

/**
 * The events of leads, by the numbers of their keys. In memory an event takes 20 bytes, and 8 more for each field whose
 * values count once; what is more than some millions of them goes to disk, in runs sorted by number, which are read
 * along with the leads: numbers are given out in the order of the leads.
 */
export interface EventStore {
  /** An event of this moment, which is that of `event` if it is not given. */
  add(number: number, event: TimedEvent, moment?: { readonly day: number; readonly at: number }): void
  /** Makes room; to be called now and then. */
  settle(): Promise<void>
  /** After the last event: gives them out, number by number. Each pass begins at the first lead. */
  pass(): EventPass
  drop(): Promise<void>
}

export interface EventPass {
  /** Makes the events of these numbers ready, and lets go of those before. */
  load(numbers: readonly number[]): Promise<void>
  /** The events of a number that is loaded, newest first: of the same moment, the later one in the file comes first. */
  of(number: number): readonly StoredEvent[]
  /** The same where none of them can be bot traffic, reduced to what rules read; undefined otherwise, or if some are on disk. */
  people(number: number): readonly LeadEvent[] | undefined
}

export interface StoreOptions {
  readonly host: Pick<Host, 'scratch'>
  /** How many numbers there are. */
  readonly numbers: number
  /** How many fields have values that count once. */
  readonly marks: number
  /** Whether several leads have a number: its events are kept until the end of the pass. */
  isShared(number: number): boolean
  readonly ignore: IgnoredEvents
  /** Events that are held in memory. */
  readonly held?: number
}

const MAX_HELD_EVENTS = 4 * 1024 * 1024
const FIRST = 4 * 1024
/** Kinds of events of which one event a day is shared. */
const MAX_SHARED_KINDS = 256

export function createEventStore(options: StoreOptions): EventStore {
  const { host, numbers, marks, ignore, held = MAX_HELD_EVENTS } = options
  const kinds: EventKind[] = []
  const kindNumbers = new Map<EventKind, number>()
  const runs: Scratch[] = []
  const reading: RunReader[] = []
  let events = createColumns(FIRST, marks)
  /** Events that are on disk. */
  let spilled = 0
  let groups: Groups | undefined
  /** By kind and day. */
  const shared: Map<number, LeadEvent>[] = []

  const kindAt = (index: number) => kinds[events.kinds[index] ?? 0] ?? NO_KIND
  const marksAt = (index: number) =>
    marks === 0 ? NO_MARKS : [...events.marks.subarray(index * marks, (index + 1) * marks)]
  const eventAt = (index: number): StoredEvent => ({
    order: spilled + index,
    day: events.days[index] ?? 0,
    at: events.ats[index] ?? 0,
    kind: kindAt(index),
    marks: marksAt(index),
  })

  /** An event reduced to what rules read; those of one day and kind without marks are the same one. */
  function reduced(index: number): LeadEvent {
    const day = events.days[index] ?? 0
    const kind = events.kinds[index] ?? 0
    const event = shared[kind]?.get(day)
    if (event !== undefined) return event
    const made = { day, kind: kindAt(index), marks: marksAt(index) }
    if (marks === 0 && kind < MAX_SHARED_KINDS) {
      shared[kind] ??= new Map()
      shared[kind].set(day, made)
    }
    return made
  }

  /** Whether some events, newest first, can be bot traffic at all. */
  function mayBeBots(order: Uint32Array, from: number, to: number): boolean {
    const { afterSending, perMinute } = ignore
    if (afterSending !== undefined && kinds.some(({ part }) => part === 'sending')) return true
    if (perMinute === undefined || to - from <= perMinute) return false
    for (let place = from; place < to; place += 1) {
      const index = order[place] ?? 0
      if (!kindAt(index).timed) return true
      const other = order[place + perMinute] ?? 0
      if (place + perMinute < to && (events.ats[index] ?? 0) - (events.ats[other] ?? 0) < MINUTE) return true
    }
    return false
  }

  const spill = async () => {
    const { starts, order } = groupByNumber(events, numbers)
    const run = await host.scratch()
    runs.push(run)
    let lines: string[] = []
    for (let number = 0; number < numbers; number += 1) {
      const [from = 0, to = 0] = [starts[number], starts[number + 1]]
      if (from === to) continue
      const texts = [...order.subarray(from, to)].map(index => {
        const at = index * marks
        const { days, ats, kinds: kindsOf, marks: values } = events
        return [spilled + index, days[index], ats[index], kindsOf[index], ...values.subarray(at, at + marks)].join()
      })
      lines.push(`${number} ${texts.join(' ')}`)
      if (lines.length >= 500) {
        await run.write(lines)
        lines = []
      }
    }
    if (lines.length > 0) await run.write(lines)
    spilled += events.count
    events = createColumns(FIRST, marks)
  }

  return {
    add(number, event, { day, at } = event) {
      const { kind, marks: values } = event
      if (events.count === events.numbers.length) events = enlarged(events, marks)
      const index = events.count
      let known = kindNumbers.get(kind)
      if (known === undefined) {
        known = kinds.push(kind) - 1
        kindNumbers.set(kind, known)
      }
      events.numbers[index] = number
      events.days[index] = day
      events.ats[index] = at
      events.kinds[index] = known
      for (let mark = 0; mark < marks; mark += 1) events.marks[index * marks + mark] = values[mark] ?? Number.NaN
      events.count += 1
    },
    async settle() {
      if (events.count >= held) await spill()
    },
    pass() {
      groups ??= newestFirst(groupByNumber(events, numbers), events)
      const { starts, order } = groups
      const readers = runs.map(run => readRun(run, kinds))
      reading.push(...readers)
      const loaded = new Map<number, StoredEvent[]>()
      return {
        async load(wanted) {
          if (readers.length === 0) return
          for (const number of loaded.keys()) if (!options.isShared(number)) loaded.delete(number)
          let last = -1
          for (const number of wanted) last = Math.max(last, number)
          for (const reader of readers) await reader.readTo(last, loaded)
        },
        of(number) {
          const found: StoredEvent[] = []
          const end = starts[number + 1] ?? 0
          for (let place = starts[number] ?? 0; place < end; place += 1) found.push(eventAt(order[place] ?? 0))
          const others = loaded.get(number)
          return others === undefined ? found : sortEvents([...others, ...found])
        },
        people(number) {
          const [from = 0, to = 0] = [starts[number], starts[number + 1]]
          if (readers.length > 0 || mayBeBots(order, from, to)) return undefined
          const found: LeadEvent[] = []
          for (let place = from; place < to; place += 1) {
            const index = order[place] ?? 0
            found.push(reduced(index))
          }
          return found
        },
      }
    },
    async drop() {
      for (const reader of reading.splice(0)) await reader.close()
      for (const run of runs.splice(0)) await run.drop()
    },
  }
}

/** Puts events in their order: newest first, of the same moment the later one in the file. */
export function sortEvents(events: StoredEvent[]): StoredEvent[] {
  return events.sort((a, b) => b.day - a.day || b.at - a.at || b.order - a.order)
}

const MINUTE = 60_000
const NO_MARKS: readonly number[] = []
const NO_KIND: EventKind = { name: '', worth: [], part: 'other', timed: false }

interface RunReader {
  /** Reads the events of numbers up to this one. */
  readTo(last: number, into: Map<number, StoredEvent[]>): Promise<void>
  close(): Promise<void>
}

/** Reads a run along with the leads. Runs come in the order in which their events were read. */
function readRun(run: Scratch, kinds: readonly EventKind[]): RunReader {
  const lines = run.lines()[Symbol.asyncIterator]()
  let head: { readonly number: number; readonly text: string } | undefined
  const advance = async () => {
    const { done, value = '' } = await lines.next()
    const space = value.indexOf(' ')
    head = done === true ? undefined : { number: Number(value.slice(0, space)), text: value.slice(space + 1) }
  }
  const started = advance()
  return {
    async readTo(last, into) {
      await started
      while (head !== undefined && head.number <= last) {
        const found = into.get(head.number) ?? []
        for (const text of head.text.split(' ')) found.push(eventIn(text, kinds))
        into.set(head.number, found)
        await advance()
      }
    },
    async close() {
      await started
      await lines.return?.()
    },
  }
}

function eventIn(text: string, kinds: readonly EventKind[]): StoredEvent {
  const [order = 0, day = 0, at = 0, kind = 0, ...marks] = text.split(',').map(Number)
  return { order, day, at, kind: kinds[kind] ?? NO_KIND, marks }
}
