import { isPersonal, isTelling } from '../../ir/catalogue/identifying.ts'
import type { UnmatchedColumn } from '../../ir/results/summary.ts'
import type { Sample } from './sampled-columns.ts'

const MAX_SHOWN_VALUES = 4
/** Columns with more different values than this are names or free texts; their values are not shown. */
const MAX_VALUES = 50

/**
 * The columns that no field uses, the most informative first, with their most frequent values. Columns without a name
 * are left out: a rulebook cannot refer to them.
 */
export function unmatchedColumns(sample: Sample, matched: ReadonlySet<number>): UnmatchedColumn[] {
  return sample.headings
    .flatMap((column, position) =>
      matched.has(position) || sample.apart?.has(position) || column.trim() === ''
        ? []
        : [describe(column, position, sample)],
    )
    .sort((a, b) => b.bits - a.bits || b.filled - a.filled)
    .map(({ bits: _, ...column }) => column)
}

interface Described extends UnmatchedColumn {
  /** How informative a column is; 0 for names, texts and columns with one value only. */
  readonly bits: number
}

function describe(column: string, position: number, { rows }: Sample): Described {
  const counts = new Map<string, number>()
  let filled = 0
  for (const row of rows) {
    const raw = row[position]
    const cell = raw === undefined || raw === '' ? '' : raw.trim()
    if (cell === '') continue
    filled += 1
    if (counts.size <= MAX_VALUES) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const repeats = counts.size <= MAX_VALUES && counts.size * 2 <= filled
  const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
  return {
    column,
    filled: rows.length === 0 ? 0 : Math.floor((100 * filled) / rows.length + 0.5),
    values: repeats && !identifies(column, values) ? values.slice(0, MAX_SHOWN_VALUES) : [],
    bits: repeats ? entropyOf([...counts.values()], rows.length) : 0,
  }
}

/** Whether cells of a column may tell who a lead is: by its heading, or by one of them. */
function identifies(column: string, values: readonly string[]): boolean {
  return isPersonal(column) || values.some(isTelling)
}

/** Shannon's entropy in bits, over all records; those without a value add nothing. */
function entropyOf(counts: readonly number[], records: number): number {
  return counts.reduce((bits, count) => bits - (count / records) * Math.log2(count / records), 0)
}
