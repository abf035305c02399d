import { readBoolean } from '../ir/boolean.ts'
import type { BoundField, BoundPlan } from '../ir/bound-plan.ts'
import { readDate } from '../ir/date.ts'
import { fold, normalise } from '../ir/fold.ts'
import { readNumber } from '../ir/number.ts'
import type { Value } from '../ir/value.ts'
import type { Zone } from '../ir/zone.ts'
import type { CellState, Lead } from './lead.ts'

interface Reading {
  readonly value: Value | undefined
  readonly text: string
  readonly state: CellState
}

const INVALID = { value: undefined, state: 'invalid' } as const

/** Most columns repeat themselves (countries, titles, yes and no), so readings are remembered, up to this many a field. */
const REMEMBERED = 5_000

/** Cells -> values, by the types and formats that binding decided. A cell that does not fit is invalid, never an error. */
export function compileCoercion(bound: BoundPlan): (cells: readonly string[]) => Lead {
  const readers = bound.fields.map(field => fieldReader(field, bound.zone))
  return cells => {
    const lead: Lead = { cells, values: [], texts: [], states: [], words: [] }
    for (const read of readers) {
      const { value, text, state } = read(cells)
      lead.values.push(value)
      lead.texts.push(text)
      lead.states.push(state)
    }
    return lead
  }
}

function fieldReader(field: BoundField, zone: Zone): (cells: readonly string[]) => Reading {
  const nothing: Reading = { value: undefined, text: '', state: 'empty' }
  const empty: Reading = { value: field.blankIsNo ? false : field.empty, text: '', state: 'empty' }
  const [first, ...others] = field.columns.map(column => columnReader(column, cellReader(field, zone)))
  if (first === undefined) return () => nothing
  if (others.length === 0) return cells => first(cells) ?? empty
  const all = [first, ...others]
  return cells => {
    for (const read of all) {
      const reading = read(cells)
      if (reading !== undefined) return reading
    }
    return empty
  }
}

type CellReader = (cell: string) => Reading | undefined

function columnReader(column: number, read: CellReader): (cells: readonly string[]) => Reading | undefined {
  const remembered = new Map<string, Reading | undefined>()
  return cells => {
    const cell = cells[column] ?? ''
    if (cell === '') return undefined
    const known = remembered.get(cell)
    if (known !== undefined) return known
    const reading = read(cell)
    if (remembered.size < REMEMBERED) remembered.set(cell, reading)
    return reading
  }
}

/** Reads one cell; undefined if there is nothing in it. The map comes first, what it does not list goes on as it stands. */
function cellReader(field: BoundField, zone: Zone): CellReader {
  const nulls = new Set(field.nulls)
  const map = new Map(field.map.map(({ from, to }) => [from, to]))
  const readType = typeReader(field, zone)
  return cell => {
    const text = normalise(cell).trim()
    if (text === '') return undefined
    const folded = fold(text)
    const mapped = map.get(folded)
    if (mapped === null || (mapped === undefined && nulls.has(folded))) return undefined
    if (mapped !== undefined) return { value: mapped, text: String(mapped), state: 'filled' }
    return { text, ...readType(text, folded) }
  }
}

function typeReader(field: BoundField, zone: Zone): (text: string, folded: string) => Omit<Reading, 'text'> {
  switch (field.type) {
    case 'text':
      return (_, folded) => ({ value: folded, state: 'filled' })
    case 'number':
      return text => {
        const number = readNumber(text, field.number)
        return number === undefined ? INVALID : { value: number.value, state: number.range ? 'range' : 'filled' }
      }
    case 'date':
      return text => valid(readDate(text, field.date, zone))
    case 'boolean':
      // `Unsubscribed Date` and its like say yes by having a date.
      return text => valid(readBoolean(text) ?? (readDate(text, field.date, zone) === undefined ? undefined : true))
    case 'list':
      return text => ({ value: elementsOf(text, field.split ?? ';'), state: 'filled' })
  }
}

function valid(value: Value | undefined): Omit<Reading, 'text'> {
  return value === undefined ? INVALID : { value, state: 'filled' }
}

function elementsOf(text: string, split: string): string[] {
  const elements = text.startsWith('[') ? jsonElements(text) : undefined
  return (elements ?? text.split(split)).map(fold).filter(element => element !== '')
}

/** The elements of a JSON list in a cell, the form in which lists inside JSON records arrive. */
function jsonElements(text: string): string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.map(String) : undefined
  } catch {
    return undefined
  }
}
