import { cellText } from '../../../ir/values/cell-text.ts'
import { dayFirstOf, readDate } from '../../../ir/values/date.ts'
import { fold } from '../../../ir/values/fold.ts'
import { namedZones } from '../../../ir/values/named-zones.ts'
import { NULLS } from '../../../ir/values/nulls.ts'
import { decimalSignOf, readNumber } from '../../../ir/values/number.ts'
import { UTC } from '../../../ir/values/zone.ts'
import { isTyped, type Sample } from '../sampled-columns.ts'

/**
 * The number and date formats that columns of a file prove; ambiguous columns of the file follow them. Undefined if no
 * column proves a format, or if columns contradict each other. Computed at the first call.
 */
export interface Proofs {
  decimal(): '.' | ',' | undefined
  dayFirst(): boolean | undefined
}

/** Records sampled. */
const LOOKED_AT = 1_000

export function proofsOf(sample: Sample, nulls: readonly string[]): Proofs {
  let columns: readonly (readonly string[])[] | undefined
  const texts = () => {
    columns ??= textColumns(sample, new Set([...NULLS, ...nulls]))
    return columns
  }
  return {
    decimal: once(() => agreed(texts().map(cells => proven(cells, decimalSignOf, isNumber)))),
    dayFirst: once(() => agreed(texts().map(cells => proven(cells, dayFirstOf, isDate)))),
  }
}

function isNumber(cell: string, decimal: '.' | ','): boolean {
  return readNumber(cell, { decimal }) !== undefined
}

function isDate(cell: string, dayFirst: boolean): boolean {
  return readDate(cell, { order: dayFirst ? 'dmy' : 'mdy', zones: namedZones([cell]) }, UTC) !== undefined
}

/** The different filled cells of each column whose source does not know numbers and dates itself. */
function textColumns({ headings, rows, types, sheet }: Sample, nulls: ReadonlySet<string>): string[][] {
  return [...headings.keys()].flatMap(position => {
    const type = sheet?.columns[position]?.type
    if (isTyped({ types }, position) || type === 'number' || type === 'date') return []
    const cells = new Set(rows.slice(0, LOOKED_AT).map(row => cellText(row[position] ?? '')))
    return [[...cells].filter(cell => cell !== '' && !nulls.has(fold(cell)))]
  })
}

/** The format that a column proves: some cells allow only this one, and all cells can be read by it. */
function proven<T>(
  cells: readonly string[],
  saidBy: (cell: string) => T | undefined,
  reads: (cell: string, by: T) => boolean,
): T | undefined {
  const said = agreed(cells.map(saidBy))
  return said !== undefined && cells.every(cell => reads(cell, said)) ? said : undefined
}

function agreed<T>(said: readonly (T | undefined)[]): T | undefined {
  const different = new Set(said.filter(each => each !== undefined))
  return different.size === 1 ? [...different][0] : undefined
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
