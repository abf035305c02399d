/**
 * Calendar days as numbers: 1970-01-01 is 0. All date arithmetic of leadq is on these; no engine's date type is used.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The day number of a date, or undefined if there is no such day (30 February). Years 1600 to 2400. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1600 || year > 2400 || month < 1 || month > 12 || day < 1) return undefined
  const leap = month === 2 && isLeap(year) ? 1 : 0
  if (day > (MONTH_LENGTHS[month - 1] ?? 0) + leap) return undefined
  const shifted = month < 3 ? year - 1 : year
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return 365 * shifted + leaps + Math.floor((306 * ((month + 9) % 12) + 5) / 10) + day - 719469
}

/** The few days that occur in a run, printed. */
const PRINTED = new Map<number, string>()

/** `2026-01-31` for a day number. */
export function printDay(day: number): string {
  const known = PRINTED.get(day)
  if (known !== undefined) return known
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
  PRINTED.set(day, text)
  return text
}

/** A day that falls on a weekend moves to the Monday after it. */
export function toWorkday(day: number): number {
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday < 5 ? day : day + 7 - weekday
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
