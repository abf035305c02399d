import { compileCoercion } from '../engine/coerce.ts'
import type { KeyHashes } from '../engine/key-counter.ts'
import { NOTHING, type Reading } from '../engine/lead.ts'
import type { Format, PlainCutter, Row } from '../io/records.ts'
import type { BoundField } from '../ir/plan/bound-field.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { cellEnd, cellStart, createCells, textAt } from './input/cells.ts'
import { createDoor, putInTurn } from './input/door.ts'
import { createKeys, emptyKeys, type KeySlot, readKeys } from './keys.ts'
import { createMemory } from './memory.ts'
import { createFinder } from './values/finder.ts'
import { NO_CELLS } from './values/slots.ts'

/** Takes what a lead was: the hashes of its keys, and a number for each field. Both are good until the next lead. */
export type TakePast = (keys: readonly KeyHashes[], record: number, values: Int32Array) => void

/** Reads what leadq wrote in the run before, for whoever remembers its leads by the hashes of their keys. */
export interface PastLeads {
  /** What cuts plain records from the input. */
  readonly cutter: PlainCutter
  /** Gives the leads that were cut. */
  giveCut(take: TakePast): void
  /** Gives rows that were cut elsewhere. */
  giveRows(rows: readonly Row[], take: TakePast): void
}

export interface PastLeadsJob {
  readonly bound: BoundPlan
  readonly format: Format
  readonly headings: readonly string[]
  readonly delimiter: string
  readonly name: string
  /** The fields by which leads are found, best first. */
  readonly key: readonly string[]
  /** The fields that say what a lead was. */
  readonly fields: readonly string[]
  /** The number that stands for a value. */
  numberOf(reading: Reading): number
}

export function createPastLeads(job: PastLeadsJob): PastLeads {
  const { bound, headings, key, fields, numberOf } = job
  const memory = createMemory()
  const cells = createCells(headings.length)
  const door = createDoor(cells, memory, job)
  const keyFields = key.map(fieldNamed)
  const keys = keyFields.map(field => createKeys(field && keySlot(field), undefined, cells, memory))
  const columns = fields.map(fieldNamed).map(field => (field === undefined ? undefined : column(field)))
  const coerce = compileCoercion(bound)
  const values = new Int32Array(fields.length)

  function fieldNamed(wanted: string): BoundField | undefined {
    return bound.fields.find(field => field.name === wanted)
  }

  function readerOf(field: BoundField): (cells: readonly string[]) => Reading {
    const coerceOne = compileCoercion({ fields: [field], zone: bound.zone })
    return texts => coerceOne(texts).readings[0] ?? NOTHING
  }

  function keySlot(field: BoundField): KeySlot {
    const read = readerOf(field)
    return { field, read: record => read(textsIn(field, record)) }
  }

  function textsIn({ columns }: BoundField, record: number): string[] {
    const texts: string[] = []
    for (const each of columns)
      if (each !== NO_CELLS) texts[each] = textAt(memory, cellStart(cells, record, each), cellEnd(cells, record, each))
    return texts
  }

  /** The numbers of a field by record; equal cells of one column are read once. */
  function column(field: BoundField): (record: number) => number {
    const read = readerOf(field)
    const [at = NO_CELLS, ...others] = field.columns
    if (at === NO_CELLS || others.length > 0) return record => numberOf(read(textsIn(field, record)))
    const find = createFinder(memory, (from, to) => {
      const texts: string[] = []
      texts[at] = textAt(memory, from, to)
      return numberOf(read(texts))
    })
    return record => find(cellStart(cells, record, at), cellEnd(cells, record, at))
  }

  function give(take: TakePast): void {
    const { records } = cells
    const hashes = keys.map(each => each.find(records).own)
    for (let record = 0; record < records; record += 1) {
      for (let index = 0; index < columns.length; index += 1)
        values[index] = columns[index]?.(record) ?? numberOf(NOTHING)
      take(hashes, record, values)
    }
    cells.records = 0
  }

  /** A row that there is no room for in memory. */
  function giveAlone(row: Row, take: TakePast): void {
    const { readings } = coerce(row.cells)
    const readingOf = (wanted: string) => readings[bound.fields.findIndex(field => field.name === wanted)]
    const hashes = key.map(wanted => {
      const own = emptyKeys(1)
      readKeys(own, 0, readingOf(wanted), undefined)
      return own.own
    })
    values.set(fields.map(wanted => numberOf(readingOf(wanted) ?? NOTHING)))
    take(hashes, 0, values)
  }

  return {
    cutter: door.cutter,
    giveCut: give,
    giveRows(rows, take) {
      for (const { taken, row } of putInTurn(door, rows)) {
        if (taken > 0) give(take)
        else giveAlone(row, take)
      }
    },
  }
}
