import { printDay } from '../../ir/values/calendar.ts'

/** Leads in successive spans of time. */
export interface Periods {
  readonly names: readonly string[]
  /** By lead; -1 where the lead has no place in time. */
  readonly of: Int32Array
}

/** The key of the order: a day, or a number that rises with time. */
export interface LeadOrder {
  readonly column: string
  readonly isDay: boolean
  /** `NaN` where it is not known. */
  readonly values: Float64Array
}

const MONTHS_SHOWN = 15
const PARTS = 5

/** By month while these can be read, else by quarter, else by year; by fifths where the order is no date. */
export function periodsOf({ isDay, values }: LeadOrder): Periods {
  if (!isDay) return fifths(values)
  for (const name of [monthOf, quarterOf, yearOf]) {
    const found = named(values, name)
    if (found.names.length <= MONTHS_SHOWN || name === yearOf) return found.names.length > 1 ? found : fifths(values)
  }
  return fifths(values)
}

function monthOf(day: number): string {
  return printDay(day).slice(0, 7)
}

function quarterOf(day: number): string {
  const [year = '', month = '1'] = printDay(day).split('-')
  return `${year} Q${Math.ceil(Number(month) / 3)}`
}

function yearOf(day: number): string {
  return printDay(day).slice(0, 4)
}

function named(values: Float64Array, nameOf: (day: number) => string): Periods {
  const texts = Array.from(values, value => (Number.isNaN(value) ? undefined : nameOf(value)))
  const names = [...new Set(texts.flatMap(text => text ?? []))].sort()
  const places = new Map(names.map((name, place) => [name, place]))
  return { names, of: Int32Array.from(texts, text => (text === undefined ? -1 : (places.get(text) ?? -1))) }
}

/** Equal parts in order. */
function fifths(values: Float64Array): Periods {
  const known = Int32Array.from(values.keys()).filter(lead => !Number.isNaN(values[lead] ?? Number.NaN))
  const order = known.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
  const of = new Int32Array(values.length).fill(-1)
  for (const [place, lead] of order.entries()) of[lead] = Math.floor((place * PARTS) / order.length)
  return { names: ['first fifth', 'second fifth', 'third fifth', 'fourth fifth', 'last fifth'], of }
}
