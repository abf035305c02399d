import type { Locale } from '../../../ir/plan/plan.ts'
import { isMark } from '../../../ir/values/boolean.ts'
import { type DateFormat, dayFirstOf, isSerial, needsDateOrder } from '../../../ir/values/date.ts'
import { fold } from '../../../ir/values/fold.ts'
import { namedZones } from '../../../ir/values/named-zones.ts'
import { decimalSignOf, type NumberFormat } from '../../../ir/values/number.ts'
import type { Proofs } from './proofs.ts'

/**
 * The number or date format of a column is decided for the whole column, from its sampled cells (trimmed, not empty).
 */

export function decideNumbers(
  cells: readonly string[],
  locale: Locale['numbers'],
  delimiter: string,
  proofs?: Proofs,
): NumberFormat {
  if (locale !== 'auto') return { decimal: locale === 'de' ? ',' : '.' }
  const votes = { '.': 0, ',': 0 }
  const present = { '.': false, ',': false }
  for (const cell of cells) {
    const sign = decimalSignOf(cell)
    if (sign !== undefined) votes[sign] += 1
    present['.'] ||= cell.includes('.')
    present[','] ||= cell.includes(',')
  }
  if (votes['.'] !== votes[',']) return { decimal: votes['.'] > votes[','] ? '.' : ',' }
  const proven = present['.'] || present[','] ? proofs?.decimal() : undefined
  if (proven !== undefined) return { decimal: proven }
  // A separator that is always followed by exactly three digits is a thousands separator.
  if (present['.'] !== present[',']) return { decimal: present['.'] ? ',' : '.' }
  return { decimal: delimiter === ';' ? ',' : '.' }
}

export interface DecidedDates {
  readonly format: DateFormat
  /** The sample does not show whether days or months come first: this order is a guess. */
  readonly guessed: boolean
}

/**
 * If the cells do not show the order, other columns of the file decide, else the language of the headings, else the
 * delimiter (a guess).
 */
export function decideDates(
  cells: readonly string[],
  locale: Locale['dates'],
  delimiter: string,
  isDayFirst = false,
  proofs?: Proofs,
): DecidedDates {
  const { order, guessed } = decideOrder(cells, locale, delimiter, isDayFirst, proofs)
  const zones = namedZones(cells)
  const isSerials = locale !== 'iso' && cells.length > 0 && cells.every(isSerial)
  const format = { order, ...(isSerials && { serial: true as const }), ...(zones.length > 0 && { zones }) }
  return { format, guessed }
}

function decideOrder(
  cells: readonly string[],
  locale: Locale['dates'],
  delimiter: string,
  isDayFirst: boolean,
  proofs: Proofs | undefined,
): { readonly order: DateFormat['order']; readonly guessed: boolean } {
  if (locale !== 'auto') return { order: locale, guessed: false }
  let dayFirst = 0
  let monthFirst = 0
  for (const cell of cells) {
    const first = dayFirstOf(cell)
    if (first === true) dayFirst += 1
    if (first === false) monthFirst += 1
  }
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', guessed: false }
  const isOpen = cells.some(needsDateOrder)
  const proven = isOpen ? proofs?.dayFirst() : undefined
  if (proven !== undefined) return { order: proven ? 'dmy' : 'mdy', guessed: false }
  if (isDayFirst) return { order: 'dmy', guessed: false }
  return { order: delimiter === ';' ? 'dmy' : 'mdy', guessed: isOpen }
}

/** A column of marks: every filled cell is an x, a tick or the column's own heading, so a blank one means no. */
export function isMarks(cells: readonly string[], headings: readonly string[]): boolean {
  const own = new Set(headings.map(fold))
  return cells.length > 0 && cells.map(fold).every(cell => isMark(cell) || own.has(cell))
}
