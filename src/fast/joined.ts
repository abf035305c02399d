import type { NumberedCompanies } from '../io/bind/companies.ts'
import { type Cells, cellEnd, cellStart, textAt } from './input/cells.ts'
import type { Memory } from './memory.ts'
import type { Fill } from './values/usual.ts'

/** The companies of the records of a batch. */
export interface Joining {
  /** Finds them, but for records that are not judged. */
  find(records: number, isJudged: (record: number) => boolean): void
  /** The cells in one of the columns behind those of the record; undefined for a column of the record. */
  cellsOf(column: number): JoinedCells | undefined
  /** The cells of a record with those of its company behind them. */
  complete(cells: readonly string[], record: number): readonly string[]
}

export interface JoinedCells {
  readonly companies: number
  /** The number of the company of a record; -1 if there is none. */
  numberOf(record: number): number
  cellOf(record: number): string
}

export function createJoining(joined: NumberedCompanies, cells: Cells, memory: Memory): Joining {
  const numbers = new Int32Array(cells.size)
  const indices = Array.from({ length: joined.width }, (_, index) => index)
  const numberOf = (record: number) => numbers[record] ?? -1
  const cellOf = (record: number, index: number) => {
    const company = numberOf(record)
    return company < 0 ? '' : joined.cell(company, index)
  }
  let current = 0
  const textOf = (column: number) => textAt(memory, cellStart(cells, current, column), cellEnd(cells, current, column))
  return {
    find(records, isJudged) {
      for (current = 0; current < records; current += 1) numbers[current] = isJudged(current) ? joined.find(textOf) : -1
    },
    cellsOf(column) {
      if (column < cells.width) return undefined
      const index = column - cells.width
      return { companies: joined.companies, numberOf, cellOf: record => cellOf(record, index) }
    },
    complete: (own, record) => [...own, ...indices.map(index => cellOf(record, index))],
  }
}

/**
 * Where the columns of a lead are empty, the cell of its company counts: each company is looked at once. `own` fills in the
 * classes of the columns of the lead, if it has any.
 */
export function fillJoined(
  own: Fill | undefined,
  isEmpty: (id: number) => boolean,
  { companies, numberOf }: JoinedCells,
  classAt: (record: number) => number,
): Fill {
  const classes = new Int32Array(companies + 1)
  return (ids, records) => {
    own?.(ids, records)
    for (let record = 0; record < records; record += 1) {
      if (own !== undefined && !isEmpty(ids[record] ?? 0)) continue
      const company = numberOf(record) + 1
      const known = classes[company] || classAt(record)
      classes[company] = known
      ids[record] = known
    }
  }
}
