import { compileCoercion } from '../../engine/coerce.ts'
import { isFilled } from '../../engine/completeness.ts'
import { type Lead, NOTHING, type Reading } from '../../engine/lead.ts'
import type { Look } from '../../engine/watch.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Cells, cellEnd, cellStart, textAt } from '../input/cells.ts'
import { fillJoined, type JoinedCells } from '../joined.ts'
import { atLeast, type Memory } from '../memory.ts'
import type { Source } from '../pieces/questions.ts'
import type { RecalledCells } from '../recall.ts'
import { createFinder, fillByText } from './finder.ts'
import { quickFor } from './quick.ts'
import type { Fill } from './usual.ts'

/** A field that has a column. Values that look alike to every part of the judge are one class, numbered from 1. */
export interface Slot extends Source {
  readonly index: number
  readonly field: BoundField
  /** Puts the class of every record of the batch into `ids`. */
  classify(records: number): void
  /** What a look sees of a class. */
  sight(id: number, look: number): string
  /** Some reading of a class. */
  reading(id: number): Reading
  /** The reading of one record as it stands. */
  read(record: number): Reading
  /** By class: 1 if a cell of it is filled. */
  filled(): Uint8Array
  /** By class: 1 if a cell of it is invalid. */
  invalid(): Uint8Array
  hasInvalid(): boolean
  counts: Float64Array
}

/** The position of a column whose cells count as empty. */
export const NO_CELLS = -1

/** The cells of a field that stand behind those of the record. */
export interface CellsBeside {
  /** What a lead was says it all. */
  readonly recalled?: RecalledCells | undefined
  /** Those of companies, in the last column of the field. */
  readonly joined?: JoinedCells | undefined
}

/** Classes of a field; past that the reference is asked. */
const MAX_CLASSES = 16_384

export function createSlot(
  index: number,
  { fields, zone }: BoundPlan,
  looks: readonly Look[],
  cells: Cells,
  memory: Memory,
  { recalled, joined }: CellsBeside = {},
): Slot | undefined {
  const field = fields[index]
  if (field === undefined || field.columns.length === 0) return undefined
  const ids = new Int32Array(cells.size)
  const classes = new Map<string, number>()
  const readings: Reading[] = [NOTHING]
  const sights: (readonly string[])[] = [[]]
  let filled = new Uint8Array(64)
  let invalid = new Uint8Array(64)
  let hasInvalid = false
  let hasUnknown = false
  const coerce = compileCoercion({ fields: [field], zone })

  function classOf(reading: Reading): number {
    const seen = looks.map(({ see }) => signOf(see(reading)))
    const key = `${reading.state}\n${seen.join('\n')}`
    const known = classes.get(key)
    if (known !== undefined) return known
    if (readings.length > MAX_CLASSES) {
      hasUnknown = true
      return 0
    }
    const id = readings.length
    classes.set(key, id)
    readings.push(reading)
    sights.push(seen)
    ;[filled, invalid] = [atLeast(filled, id), atLeast(invalid, id)]
    filled[id] = isFilled(reading.state) ? 1 : 0
    invalid[id] = reading.state === 'invalid' ? 1 : 0
    if (reading.state === 'invalid') hasInvalid = true
    slot.counts = atLeast(slot.counts, id)
    return id
  }

  const readCell = cellReader(field, coerce)
  /** Columns of the record itself. */
  const columns = joined === undefined ? field.columns : field.columns.slice(0, -1)
  const beside = field.columns[columns.length]
  const [column = 0] = columns
  const isOne = columns.length === 1 && column !== NO_CELLS
  const isBlank = field.columns.every(each => each === NO_CELLS)
  const read = (record: number) =>
    recalled !== undefined
      ? readCell(recalled.cellOf(record))
      : isOne && joined === undefined
        ? readCell(textAt(memory, cellStart(cells, record, column), cellEnd(cells, record, column)))
        : readAll(record)
  const textsOf = (record: number) => {
    const texts: string[] = []
    for (const each of columns)
      if (each !== NO_CELLS) texts[each] = textAt(memory, cellStart(cells, record, each), cellEnd(cells, record, each))
    return texts
  }
  const readAll = (record: number) => {
    const texts = textsOf(record)
    if (joined !== undefined && beside !== undefined) texts[beside] = joined.cellOf(record)
    return coerce(texts).readings[0] ?? NOTHING
  }
  const fill = fillOf(field)

  function fillOf(whole: BoundField): Fill | undefined {
    if (recalled !== undefined) return fillRecalled(recalled, record => classOf(read(record)))
    if (joined === undefined) return isOne ? fillOne(whole) : undefined
    // A text that wins can stand in any column.
    if (whole.winning !== undefined) return undefined
    const own = columns.length === 0 ? undefined : fillOwn({ ...whole, columns })
    return fillJoined(
      own,
      id => readings[id]?.state === 'empty',
      joined,
      record => classOf(read(record)),
    )
  }

  function fillOne(own: BoundField): Fill {
    const readOne = cellReader(own, compileCoercion({ fields: [own], zone }))
    const classAt = (from: number, to: number) => classOf(readOne(textAt(memory, from, to)))
    const find = createFinder(memory, classAt)
    const one = { cells, column, memory, classOf: classAt, find }
    return quickFor(own, looks, one) ?? fillByText(one)
  }

  function fillOwn(own: BoundField): Fill {
    if (isOne) return fillOne(own)
    const coerceOwn = compileCoercion({ fields: [own], zone })
    return (ids, records) => {
      for (let record = 0; record < records; record += 1)
        ids[record] = classOf(coerceOwn(textsOf(record)).readings[0] ?? NOTHING)
    }
  }

  const slot: Slot = {
    index,
    field,
    ids,
    size: () => readings.length,
    classify(records) {
      if (fill !== undefined) fill(ids, records)
      else if (isBlank) ids.fill(classOf(readAll(0)), 0, records)
      else for (let record = 0; record < records; record += 1) ids[record] = classOf(readAll(record))
      count(slot.counts, ids, records)
    },
    sight: (id, look) => sights[id]?.[look] ?? '',
    reading: id => readings[id] ?? NOTHING,
    read,
    filled: () => filled,
    invalid: () => invalid,
    hasInvalid: () => hasInvalid,
    hasUnknown: () => hasUnknown,
    counts: new Float64Array(64),
  }
  return slot
}

/** Equal values of a memory are one class, so that each is read once. */
function fillRecalled({ numberOf }: RecalledCells, classAt: (record: number) => number) {
  const classes = new Map<number, number>()
  return (ids: Int32Array, records: number) => {
    for (let record = 0; record < records; record += 1) {
      const value = numberOf(record)
      let own = classes.get(value)
      if (own === undefined) {
        own = classAt(record)
        if (own > 0) classes.set(value, own)
      }
      ids[record] = own
    }
  }
}

function cellReader({ columns }: BoundField, coerce: (cells: readonly string[]) => Lead): (text: string) => Reading {
  const [column = 0] = columns
  return text => {
    const cells: string[] = []
    cells[column] = text
    return coerce(cells).readings[0] ?? NOTHING
  }
}

/** Different for different things that one look can see; most are a yes or no. */
function signOf(seen: unknown): string {
  switch (typeof seen) {
    case 'boolean':
      return seen ? 't' : 'f'
    case 'number':
      return String(seen)
    default:
      return JSON.stringify(seen) ?? ''
  }
}

function count(counts: Float64Array, ids: Int32Array, records: number): void {
  for (let record = 0; record < records; record += 1) {
    const id = ids[record] ?? 0
    counts[id] = (counts[id] ?? 0) + 1
  }
}
