import { type DateFormat, readLocal } from './date.ts'
import type { Zone } from './zone.ts'

/** A day number, or seconds on the clock of the rulebook's zone where the text has a time other than midnight. */
export type Moment = { readonly day: number } | { readonly seconds: number }

/** A trimmed cell as a date with its time; whatever `readDate` reads, and nothing else. */
export function readMoment(text: string, format: DateFormat, zone: Zone): Moment | undefined {
  const seconds = readLocal(text, format, zone)
  if (seconds === undefined) return undefined
  return seconds % 86_400 === 0 ? { day: seconds / 86_400 } : { seconds }
}
