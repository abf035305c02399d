import { fold } from '../../../ir/values/fold.ts'

const MONTHS = [
  ['jan', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mae'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]

/** The first and the last day of a month: `2026-03`, `03/2026`, `März 2026`, `Mar 26`. */
export function monthOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const folded = fold(text)
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(folded) ?? []
  if (year !== undefined) return days(Number(year), Number(month))
  const [, first, then] = /^(\d{1,2})[-/.](\d{4})$/.exec(folded) ?? []
  if (first !== undefined) return days(Number(then), Number(first))
  const [, name = '', late = ''] = /^(\p{L}{3,9})\.?[ -]'?(\d{4}|\d{2})$/u.exec(folded) ?? []
  const index = MONTHS.findIndex(starts => starts.some(start => name.startsWith(start)))
  return index < 0 ? undefined : days(late.length === 2 ? 2000 + Number(late) : Number(late), index + 1)
}

function days(year: number, month: number) {
  if (month < 1 || month > 12) return undefined
  const day = 86_400_000
  return { first: Date.UTC(year, month - 1, 1) / day, last: Date.UTC(year, month, 1) / day - 1 }
}
