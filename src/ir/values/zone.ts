/** A time zone as a table, so that every engine shifts alike: from `since` on (epoch seconds) local time is UTC + `offset`. */
export interface Zone {
  readonly name: string
  readonly shifts: readonly { readonly since: number; readonly offset: number }[]
}

const FIRST = Date.UTC(1990, 0, 1) / 1000
const LAST = Date.UTC(2040, 0, 1) / 1000
const MONTH = 30 * 86_400
const QUARTER_HOUR = 900

export const UTC: Zone = { name: 'UTC', shifts: [{ since: FIRST, offset: 0 }] }

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const known = new Map<string, Zone>([['UTC', UTC]])

/**
 * The shifts of a zone from 1990 to 2039; earlier and later instants take the nearest one's offset. They are found when
 * they are first asked for, as most files hold no time of another zone, and finding them takes longer than a short run.
 */
export function zoneOf(name: string): Zone {
  const before = known.get(name)
  if (before !== undefined) return before
  let shifts: Zone['shifts'] | undefined
  const zone: Zone = {
    name,
    get shifts() {
      shifts ??= findShifts(name)
      return shifts
    },
  }
  known.set(name, zone)
  return zone
}

/** By bisection. */
function findShifts(name: string): Zone['shifts'] {
  const offsetAt = offsetReader(name)
  const shifts = [{ since: FIRST, offset: offsetAt(FIRST) }]
  let before = offsetAt(FIRST)
  for (let from = FIRST; from < LAST; from += MONTH) {
    const after = offsetAt(from + MONTH)
    if (before !== after) shifts.push({ since: shiftBetween(from, from + MONTH, before, offsetAt), offset: after })
    before = after
  }
  return shifts
}

/** The calendar day of an instant (epoch seconds) in a zone. */
export function localDay(epoch: number, zone: Zone): number {
  return Math.floor(localSeconds(epoch, zone) / 86_400)
}

/** What the clocks of a zone show at an instant, as if it were an instant in UTC. */
export function localSeconds(epoch: number, zone: Zone): number {
  return epoch + offsetAt(epoch, zone)
}

/** The instant (epoch seconds) at which clocks in a zone show a local time; of an hour that comes twice, one of the two. */
export function utcOf(local: number, zone: Zone): number {
  return local - offsetAt(local - offsetAt(local, zone), zone)
}

/** Like `shifts`, with local times in place of instants: the offset that `utcOf` subtracts from a local time. */
export function localShifts({ shifts }: Zone): Zone['shifts'] {
  return shifts.map((shift, index) => {
    const before = shifts[index - 1]?.offset
    if (before === undefined) return shift
    return { since: shift.since + (before < 0 ? before : Math.max(shift.offset, 0)), offset: shift.offset }
  })
}

function offsetAt(epoch: number, { shifts }: Zone): number {
  let low = 0
  let high = shifts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((shifts[middle]?.since ?? 0) <= epoch) low = middle
    else high = middle - 1
  }
  return shifts[low]?.offset ?? 0
}

function shiftBetween(from: number, to: number, before: number, offset: (epoch: number) => number): number {
  let [low, high] = [from, to]
  while (high - low > QUARTER_HOUR) {
    const middle = low + Math.floor((high - low) / 2 / QUARTER_HOUR) * QUARTER_HOUR
    if (offset(middle) === before) low = middle
    else high = middle
  }
  return high
}

function offsetReader(timeZone: string): (epoch: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return epoch => {
    const name = format.format(epoch * 1000)
    const [, sign, hours, minutes = '0', seconds = '0'] = /GMT([+-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(name) ?? []
    if (hours === undefined) return 0
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return sign === '-' ? -size : size
  }
}
