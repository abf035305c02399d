import type { ReadEvent } from '../../../../engine/events/event-reader.ts'
import { countIn } from '../../../../ir/results/counts.ts'
import { namesKey } from '../../../../leads/events/event-name-counts.ts'

/** What was counted of the events of leads. */
export interface EventTally {
  /** Leads with events. */
  leads: number
  /** Leads without events that lose the points of a replaced counter. */
  losing: number
  /** By how many leads share the events: each of those leads counts them. */
  readonly shared: Map<string, SharedTally>
}

export interface SharedTally {
  /** Source by source. */
  readonly outcomes: readonly Map<EventOutcome, number>[]
  /** Of the matched ones, those of bots. */
  bots: number
  /** Matched ones by the positions of the event rules that they are meant by. */
  readonly meant: Map<number, number>
  readonly names: Map<string, NamedTally>
}

interface NamedTally {
  readonly event: string
  /** The keys of all its names. */
  readonly names: readonly string[]
  count: number
}

export type EventOutcome = 'matched' | 'without_time' | 'future' | 'ignored'

/** More names than a summary needs. */
const MAX_NAMES = 10_000

export function emptyTally(): EventTally {
  return { leads: 0, losing: 0, shared: new Map() }
}

/** The tally of events that so many leads share. */
export function sharedTally({ shared }: EventTally, leads: string, sources: number): SharedTally {
  const known = shared.get(leads)
  if (known !== undefined) return known
  const outcomes = Array.from({ length: sources }, () => new Map<EventOutcome, number>())
  const own = { outcomes, bots: 0, meant: new Map<number, number>(), names: new Map<string, NamedTally>() }
  shared.set(leads, own)
  return own
}

/** Counts the meanings and the name of a matched event. */
export function countMatched({ meant, names }: SharedTally, event: ReadEvent): void {
  for (const index of event.meant) countIn(meant, index)
  const key = namesKey(event)
  const known = names.get(key)
  if (known !== undefined) known.count += 1
  else if (names.size < MAX_NAMES) names.set(key, { event: event.name, names: [...event.names], count: 1 })
}

/** Adds what another worker has counted. */
export function addTally(sum: EventTally, more: EventTally): void {
  sum.leads += more.leads
  sum.losing += more.losing
  for (const [leads, other] of more.shared) {
    const own = sharedTally(sum, leads, other.outcomes.length)
    own.bots += other.bots
    for (const [source, outcomes] of own.outcomes.entries())
      for (const [outcome, count] of other.outcomes[source] ?? []) countIn(outcomes, outcome, count)
    for (const [index, count] of other.meant) countIn(own.meant, index, count)
    for (const [key, named] of other.names) {
      const known = own.names.get(key)
      if (known === undefined) own.names.set(key, { ...named })
      else known.count += named.count
    }
  }
}
