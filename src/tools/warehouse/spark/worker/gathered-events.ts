import { isBotTraffic } from '../../../../engine/events/bots.ts'
import {
  compileEventReader,
  createEventKinds,
  type EventReader,
  type ReadEvent,
  type TimedEvent,
} from '../../../../engine/events/event-reader.ts'
import type { LeadEvent } from '../../../../engine/events/lead-events.ts'
import { expandCells } from '../../../../io/bind/cells/json-cells.ts'
import type { BoundEventSource, BoundEvents } from '../../../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import { countIn } from '../../../../ir/results/counts.ts'
import type { Moment } from '../../../../ir/values/date.ts'
import { CELL, EVENT, GROUP, HEAD, travellingCells, unescaped } from './event-form.ts'
import { countMatched, type EventTally, emptyTally, type SharedTally, sharedTally } from './event-tally.ts'

/** Reads the events of leads that Spark has gathered, and counts them. */
export interface GatheredEvents {
  /** The events in a cell, newest first, without those of bots. */
  of(cell: string): readonly LeadEvent[]
  /** What was counted since the last call. */
  takeTally(): EventTally
}

/** `widths`: how many cells a record of each source has. */
export function createGatheredEvents(
  bound: BoundPlan & { readonly events: BoundEvents },
  widths: readonly number[],
  asOf: number,
): GatheredEvents {
  const { sources, ignore } = bound.events
  const kinds = createEventKinds()
  const reads = sources.map((source, index) =>
    createSourceReader(source, widths[index] ?? 0, compileEventReader(bound, source, asOf, kinds)),
  )
  const looksForBots = ignore.afterSending !== undefined || ignore.perMinute !== undefined
  let tally = emptyTally()

  /** Takes an event that is of some lead; undefined if no rule looks at it. */
  function take(text: string, isOwn: boolean, counts: SharedTally): GatheredEvent | undefined {
    const end = text.indexOf(CELL)
    const index = Number(end < 0 ? text : text.slice(0, end))
    const outcomes = counts.outcomes[index]
    const read = reads[index]
    if (outcomes === undefined || read === undefined) throw new Error('an event of an unknown source')
    const found = read(end < 0 ? '' : text.slice(end + 1), asOf)
    const outcome = typeof found === 'string' ? found : isOwn ? 'ignored' : 'matched'
    countIn(outcomes, outcome)
    if (typeof found === 'object' && !isOwn) {
      countMatched(counts, found.read)
      const { event } = found.read
      return event && { ...event, day: found.day, at: found.at, text, counts }
    }
    return undefined
  }

  function of(cell: string): readonly LeadEvent[] {
    const events: GatheredEvent[] = []
    let matched = 0
    for (const group of cell.split(GROUP)) {
      if (group === '') continue
      const [head = '', ...texts] = group.split(EVENT)
      const [leads = '', own] = head.split(HEAD)
      const counts = sharedTally(tally, leads, sources.length)
      const before = countOf(counts)
      for (const text of texts) {
        const event = take(text, own === '1', counts)
        if (event !== undefined) events.push(event)
      }
      matched += countOf(counts) - before
    }
    if (matched > 0) tally.leads += 1
    events.sort(newestFirst)
    return looksForBots ? withoutBots(events) : events
  }

  function withoutBots(events: readonly GatheredEvent[]): readonly LeadEvent[] {
    const bots = isBotTraffic(events, ignore)
    for (const position of bots) {
      const counts = events[position]?.counts
      if (counts !== undefined) counts.bots += 1
    }
    return bots.size === 0 ? events : events.filter((_, position) => !bots.has(position))
  }

  return {
    of,
    takeTally() {
      const taken = tally
      tally = emptyTally()
      return taken
    },
  }
}

interface GatheredEvent extends TimedEvent {
  /** As it travelled. */
  readonly text: string
  readonly counts: SharedTally
}

function countOf({ outcomes }: SharedTally): number {
  return outcomes.reduce((sum, outcome) => sum + (outcome.get('matched') ?? 0), 0)
}

/** Of the same moment, as tables have no order, the one that is worth more comes first, as in a query. */
function newestFirst(a: GatheredEvent, b: GatheredEvent): number {
  return b.day - a.day || b.at - a.at || moreWorth(a, b) || (a.text < b.text ? 1 : a.text > b.text ? -1 : 0)
}

function moreWorth(a: GatheredEvent, b: GatheredEvent): number {
  for (const [index, worth = 0] of b.kind.worth.entries()) {
    const more = worth - (a.kind.worth[index] ?? 0)
    if (more !== 0) return more
  }
  return 0
}

type Found = { readonly read: ReadEvent; readonly day: number; readonly at: number } | 'without_time' | 'future'

/** Cells that are remembered of a source. */
const REMEMBERED = 10_000

/** Reads the cells of an event; what equal cells come to is found once. */
function createSourceReader(
  source: BoundEventSource,
  width: number,
  reader: EventReader,
): (text: string, asOf: number) => Found {
  const positions = travellingCells(source, width)
  const expand = expandCells(source.members)
  const decisive = source.members.length === 0 ? reader.decisive : undefined
  const known = new Map<string, ReadEvent | undefined>()
  const blank = Array.from({ length: width }, () => '')

  function readOnce(cells: readonly string[], moment: Moment): ReadEvent | undefined {
    if (decisive === undefined) return reader.read(cells, moment)
    const key = decisive.map(column => cells[column] ?? '').join(CELL) + (moment.timed ? CELL : '')
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before
    const read = reader.read(cells, moment)
    if (known.size < REMEMBERED) known.set(key, read)
    return read
  }

  return (text, asOf) => {
    const own = [...blank]
    for (const [index, cell] of text.split(CELL).entries()) own[positions[index] ?? 0] = unescaped(cell)
    const cells = expand(own)
    const moment = reader.momentOf({ text: column => cells[column] ?? '' })
    if (moment === undefined) return 'without_time'
    const { day, at } = moment
    if (day > asOf) return 'future'
    const read = readOnce(cells, moment)
    return read === undefined ? 'future' : { read, day, at }
  }
}
