import type { IgnoredEvents } from '../../ir/plan/events.ts'
import type { TimedEvent } from './event-reader.ts'

const MINUTE = 60_000

/**
 * The positions of a lead's events that bots caused. Reactions to a mail within seconds of its sending come from a
 * scanner; so is everything of one name when too much of it happens within a minute. Events without a time of day are
 * counted.
 */
export function isBotTraffic(events: readonly TimedEvent[], ignore: IgnoredEvents): ReadonlySet<number> {
  const found = new Set<number>()
  if (ignore.afterSending !== undefined) addReactions(events, ignore.afterSending * 1000, found)
  if (ignore.perMinute !== undefined) addFloods(events, ignore.perMinute, found)
  return found
}

function addReactions(events: readonly TimedEvent[], span: number, found: Set<number>): void {
  const sent = events.filter(({ kind }) => kind.part === 'sending' && kind.timed).map(({ at }) => at)
  if (sent.length === 0) return
  sent.sort((a, b) => a - b)
  for (const [index, { at, kind }] of events.entries()) {
    if (kind.part !== 'reaction' || !kind.timed) continue
    const last = lastUpTo(sent, at)
    if (last !== undefined && at - last <= span) found.add(index)
  }
}

/** The highest of some sorted numbers that does not exceed a limit. */
function lastUpTo(sorted: readonly number[], bound: number): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= bound) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}

/** If more than `most` events of one name lie in less than a minute, none of them counts. */
function addFloods(events: readonly TimedEvent[], most: number, found: Set<number>): void {
  const byName = new Map<string, number[]>()
  for (const [index, { kind }] of events.entries()) {
    if (!kind.timed) continue
    const same = byName.get(kind.name)
    if (same === undefined) byName.set(kind.name, [index])
    else same.push(index)
  }
  const timeOf = (index: number | undefined) => events[index ?? -1]?.at ?? 0
  for (const same of byName.values()) {
    if (same.length <= most) continue
    same.sort((a, b) => timeOf(a) - timeOf(b))
    let done = 0
    for (let first = 0; first + most < same.length; first += 1) {
      if (timeOf(same[first + most]) - timeOf(same[first]) >= MINUTE) continue
      for (const index of same.slice(Math.max(done, first), first + most + 1)) found.add(index)
      done = first + most + 1
    }
  }
}
