import type { UnmatchedColumn } from '../../ir/summary.ts'
import type { Sample } from './bind.ts'

const SHOWN_VALUES = 4
/** Columns with more different values than this are names or texts: showing some of them would help nobody. */
const MOST_VALUES = 50

/** The columns nobody took, fullest first, with their most frequent values: what a rulebook could still use. One without a name it cannot. */
export function unmatchedColumns(sample: Sample, matched: ReadonlySet<number>): UnmatchedColumn[] {
  return sample.headings
    .flatMap((column, position) =>
      matched.has(position) || column.trim() === '' ? [] : [describe(column, position, sample)],
    )
    .sort((a, b) => b.filled - a.filled)
}

function describe(column: string, position: number, { rows }: Sample): UnmatchedColumn {
  const counts = new Map<string, number>()
  let filled = 0
  for (const row of rows) {
    const cell = row[position]?.trim() ?? ''
    if (cell === '') continue
    filled += 1
    if (counts.size <= MOST_VALUES) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const repeats = counts.size <= MOST_VALUES && counts.size * 2 <= filled
  const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
  return {
    column,
    filled: rows.length === 0 ? 0 : Math.floor((100 * filled) / rows.length + 0.5),
    values: repeats ? values.slice(0, SHOWN_VALUES) : [],
  }
}
