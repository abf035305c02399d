import { decideDates, decideNumbers, isMarks } from '../../io/bind/cells/cell-formats.ts'
import { readBoolean } from '../../ir/values/boolean.ts'
import { readDate } from '../../ir/values/date.ts'
import { fold } from '../../ir/values/fold.ts'
import { readNumber } from '../../ir/values/number.ts'
import type { FieldType } from '../../ir/values/value.ts'
import { zoneOf } from '../../ir/values/zone.ts'

/** The type of a column, and the separator of the elements of a list. */
export interface Inferred {
  readonly type: FieldType
  readonly split?: string
}

/** The share of a column's cells that must be valid for a type. */
const SHARE = 0.95
/** From so many cells with a separator on, a column is one of lists. */
const LISTS = 0.2
const SEPARATORS = [';', '|']

/** Numbers that are not amounts, such as postcodes and phone numbers. */
const KEY =
  /(?:^|[^\p{L}])(?:id|nr|no|num|number|nummer|code|zip|plz|postcode|phone|tel|fax|key|hash|uuid)(?:[^\p{L}]|$)/u

/** Finds the type of a column that no catalogue knows, from its filled cells. */
export function inferType(heading: string, cells: readonly string[], delimiter: string): Inferred {
  const distinct = [...new Set(cells)]
  if (distinct.length === 0) return { type: 'text' }
  if (isMarks(distinct, [heading]) || distinct.every(cell => readBoolean(fold(cell)) !== undefined))
    return { type: 'boolean' }
  const { format } = decideDates(distinct, 'auto', delimiter)
  const isDate = (cell: string) => !/^\d+$/.test(cell) && readDate(cell, format, zoneOf('UTC')) !== undefined
  if (mostly(cells, isDate)) return { type: 'date' }
  const numbers = decideNumbers(distinct, 'auto', delimiter)
  const isNumber = (cell: string) => readNumber(cell, numbers) !== undefined
  if (!isKey(heading, distinct) && mostly(cells, isNumber)) return { type: 'number' }
  const split = SEPARATORS.find(
    sign => sign !== delimiter && cells.filter(isListBy(sign)).length >= LISTS * cells.length,
  )
  return split === undefined ? { type: 'text' } : { type: 'list', split }
}

function isKey(heading: string, cells: readonly string[]): boolean {
  return KEY.test(fold(heading)) || cells.some(cell => /^[+0]\d/.test(cell))
}

function mostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return cells.filter(fits).length >= SHARE * cells.length
}

/** `a;b`, and not a sentence that happens to hold a sign. */
function isListBy(sign: string): (cell: string) => boolean {
  return cell => cell.split(sign).filter(part => part.trim() !== '').length > 1 && cell.length < 200
}
