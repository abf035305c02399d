import type { EventKind } from '../engine/events/lead-events.ts'
import { type Background, type Lead, NOTHING, type Reading } from '../engine/lead.ts'
import type { Account, AccountFigure } from '../ir/results/account.ts'
import type { Duplicate } from '../ir/results/verdict.ts'
import { createNumbers, type Numbers } from './pieces/numbers.ts'
import type { EventLook } from './pieces/observe.ts'
import type { Source } from './pieces/questions.ts'
import type { Slot } from './values/slots.ts'

/** What is known of a record from outside it. */
export type Known = Background | Duplicate

/** What is known of the records of a batch from outside them, as sources of pieces. */
export interface Backgrounds {
  /** Takes what is known of a batch; nothing if nothing is known of any lead. */
  take(known: readonly Known[] | undefined): void
  /** Of a record that is judged. */
  of(record: number): Background | undefined
  /** The lead that a record repeats, so that it is not judged. */
  duplicateOf(record: number): string | undefined
  /** Computes all sources. */
  run(records: number): void
  events(look: EventLook): Source
  account(figure: AccountFigure): Numbers
}

/** Values of one look at the events; past that the reference is asked. */
const MAX_VALUES = 65_536

export function createBackgrounds(batch: number, slots: readonly (Slot | undefined)[]): Backgrounds {
  let known: readonly Known[] = []
  const eventSources: EventSource[] = []
  const seenBy = new Map<EventKind, readonly EventSource[]>()
  /** Fields that some look at the events takes in. */
  const wanted = new Set<number>()
  const figures = new Map<AccountFigure, Numbers>()

  function of(record: number): Background | undefined {
    const found = known[record]
    return found === undefined || 'duplicateOf' in found ? undefined : found
  }

  function seeEvents(record: number): void {
    const background = of(record)
    if (background?.events === undefined || background.events.length === 0) {
      for (const source of eventSources) source.seeNone(record)
      return
    }
    const readings: Reading[] = []
    for (const slot of wanted) {
      const { ids, reading } = slots[slot] ?? {}
      readings[slot] = reading?.(ids?.[record] ?? 0) ?? NOTHING
    }
    const lead = { ...background, cells: [], readings }
    for (const { kind } of background.events) {
      for (const source of seenBy.get(kind) ?? learnKind(kind)) source.seesRecord = record
    }
    for (const source of eventSources) {
      if (source.seesRecord === record) source.see(record, lead)
      else source.seeNone(record)
    }
  }

  /** Finds out who looks at events of a kind. */
  function learnKind(kind: EventKind): readonly EventSource[] {
    const sources = eventSources.filter(source => source.isSeen(kind))
    seenBy.set(kind, sources)
    return sources
  }

  return {
    take(found) {
      known = found ?? []
    },
    of,
    duplicateOf(record) {
      const found = known[record]
      return found !== undefined && 'duplicateOf' in found ? found.duplicateOf : undefined
    },
    run(records) {
      for (const source of eventSources) source.seesRecord = -1
      if (eventSources.length > 0) for (let record = 0; record < records; record += 1) seeEvents(record)
      for (const [figure, numbers] of figures) {
        for (let record = 0; record < records; record += 1) numbers.set(record, of(record)?.account?.[figure])
      }
    },
    events(look) {
      const made = createEventSource(batch, look)
      eventSources.push(made)
      for (const slot of look.slots) wanted.add(slot)
      return made.source
    },
    account(figure) {
      const numbers = figures.get(figure) ?? createNumbers(batch)
      figures.set(figure, numbers)
      return numbers
    },
  }
}

/** What a part of the judge sees of the events of each lead. */
interface EventSource {
  readonly source: Source
  isSeen(kind: EventKind): boolean
  /** The last record that has events of kinds which are seen. */
  seesRecord: number
  see(record: number, lead: Lead): void
  /** The same of a lead without events, whatever its fields are. */
  seeNone(record: number): void
}

function createEventSource(batch: number, { isSeen, see }: EventLook): EventSource {
  const ids = new Int32Array(batch)
  const numbers = new Map<unknown, number>()
  let hasUnknown = false
  let ofNone = 0

  function idOf(lead: Lead): number {
    const seen = see(lead)
    const before = numbers.get(seen)
    if (before !== undefined) return before
    if (numbers.size >= MAX_VALUES) {
      hasUnknown = true
      return 0
    }
    numbers.set(seen, numbers.size + 1)
    return numbers.size
  }

  return {
    isSeen,
    seesRecord: -1,
    source: { ids, size: () => numbers.size + 1, hasUnknown: () => hasUnknown },
    see(record, lead) {
      ids[record] = idOf(lead)
    },
    seeNone(record) {
      ofNone ||= idOf({ cells: [], readings: [], events: [] })
      ids[record] = ofNone
    },
  }
}

/** An account of which one figure is known. */
export function accountWith(figure: AccountFigure, value: number | undefined): Account {
  const nothing: Account = {
    name: '',
    leads: 0,
    best: undefined,
    sum: undefined,
    engaged: undefined,
    contacts_known: 0,
  }
  return { ...nothing, [figure]: value }
}
