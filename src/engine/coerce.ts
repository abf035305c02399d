import type { BoundField } from '../ir/plan/bound-field.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { isMark, readBoolean } from '../ir/values/boolean.ts'
import { cellText } from '../ir/values/cell-text.ts'
import { isDamagedKey } from '../ir/values/damaged.ts'
import { readDate } from '../ir/values/date.ts'
import { fold } from '../ir/values/fold.ts'
import { listElements } from '../ir/values/list.ts'
import { addressIn, isMailField } from '../ir/values/mail.ts'
import { readNumber } from '../ir/values/number.ts'
import type { Value } from '../ir/values/value.ts'
import type { Zone } from '../ir/values/zone.ts'
import { type Lead, NOTHING, type Reading } from './lead.ts'

const INVALID = { value: undefined, state: 'invalid' } as const

/**
 * Most columns repeat their values (countries, titles, yes and no), so readings are cached. A column with more
 * different cells than this holds names or numbers; caching them would only cost memory.
 */
const REMEMBERED = 2_000

/**
 * Cells -> values, by the types and formats that binding decided. A cell that does not fit is invalid, never an error.
 */
export function compileCoercion(bound: Pick<BoundPlan, 'fields' | 'zone'>): (cells: readonly string[]) => Lead {
  const nothing = bound.fields.map(() => NOTHING)
  const readers = bound.fields.flatMap((field, slot) =>
    field.columns.length === 0 ? [] : [{ slot, read: fieldReader(field, bound.zone) }],
  )
  return cells => {
    const readings = nothing.slice()
    for (const { slot, read } of readers) readings[slot] = read(cells)
    return { cells, readings }
  }
}

/** Of several columns the first one with a winning text counts, else the first filled one. */
function fieldReader(field: BoundField, zone: Zone): (cells: readonly string[]) => Reading {
  const empty: Reading = { value: valueOfNothing(field), text: '', state: 'empty' }
  const readers = field.columns.map(column => columnReader(column, cellReader(field, zone)))
  const firstFilled = (cells: readonly string[]) => {
    for (const read of readers) {
      const reading = read(cells)
      if (reading !== undefined) return reading
    }
    return empty
  }
  if (field.winning === undefined) return firstFilled
  const winning = new Set(field.winning)
  return cells => {
    const winner = field.columns.findIndex(column => winning.has(fold(cellText(cells[column] ?? ''))))
    return (winner < 0 ? undefined : readers[winner]?.(cells)) ?? firstFilled(cells)
  }
}

function valueOfNothing({ blankIsNo, empty }: BoundField): Value | undefined {
  return blankIsNo ? false : empty
}

type CellReader = (cell: string) => Reading | undefined

function columnReader(column: number, read: CellReader): (cells: readonly string[]) => Reading | undefined {
  const remembered = new Map<string, Reading | undefined>()
  let remembers = true
  return cells => {
    const cell = cells[column] ?? ''
    if (cell === '') return undefined
    if (!remembers) return read(cell)
    const known = remembered.get(cell)
    if (known !== undefined) return known
    const reading = read(cell)
    remembered.set(detached(cell), reading)
    if (reading !== undefined) reading.isShared = true
    if (remembered.size > REMEMBERED) {
      remembers = false
      remembered.clear()
    }
    return reading
  }
}

/** A copy of its own: a cell is a slice of a large piece of the file, which it would keep in memory. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/**
 * Reads one cell; undefined if there is nothing in it. The map comes first, what it does not list goes on as it stands.
 * A cell that does not fit is judged as an empty one.
 */
function cellReader(field: BoundField, zone: Zone): CellReader {
  const nulls = new Set(field.nulls)
  const map = new Map(field.map.map(({ from, to }) => [from, to]))
  const readType = typeReader(field, zone)
  return cell => {
    const text = cellText(cell)
    if (text === '') return undefined
    const folded = fold(text)
    const mapped = map.get(folded)
    if (mapped === null || (mapped === undefined && nulls.has(folded))) return undefined
    if (mapped !== undefined) return { value: mapped, text: String(mapped), state: 'filled' }
    const { value, state } = readType(text, folded)
    if (state === 'invalid') return { value: valueOfNothing(field), text: field.type === 'text' ? '' : text, state }
    const isEmptyList = typeof value === 'object' && value.length === 0
    if (isEmptyList) return undefined
    return { value, text: typeof value === 'string' && value !== folded ? value : text, state }
  }
}

function typeReader(field: BoundField, zone: Zone): (text: string, folded: string) => Omit<Reading, 'text'> {
  switch (field.type) {
    case 'text':
      if (isMailField(field.name)) return (_, folded) => ({ value: addressIn(folded), state: 'filled' })
      return (text, folded) => (isDamagedKey(field.name, text) ? INVALID : { value: folded, state: 'filled' })
    case 'number':
      return text => {
        const number = readNumber(text, field.number)
        return number === undefined ? INVALID : { value: number.value, state: number.range ? 'range' : 'filled' }
      }
    case 'date':
      return text => valid(readDate(text, field.date, zone))
    case 'boolean':
      return (text, folded) => valid(yesOrNo(text, folded, field, zone))
    case 'list':
      return text => ({ value: listElements(text, field.split ?? ';'), state: 'filled' })
  }
}

/** `Unsubscribed Date` and its like say yes by having a date. */
function yesOrNo(text: string, folded: string, { blankIsNo, date }: BoundField, zone: Zone): boolean | undefined {
  if (blankIsNo && isMark(folded)) return true
  return readBoolean(folded) ?? (readDate(text, date, zone) === undefined ? undefined : true)
}

function valid(value: Value | undefined): Omit<Reading, 'text'> {
  return value === undefined ? INVALID : { value, state: 'filled' }
}
