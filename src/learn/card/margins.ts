import type { Fit, Table } from './fit.ts'

/** A table with the value of each group: weights, or whole points. */
export type Valued = Pick<Table, 'bins' | 'gate' | 'groups'> & { readonly values: ArrayLike<number> }

/** The sums of all tables for some leads, whether or not they were learned from. */
function sumTables(bins: Fit['bins'], tables: readonly Valued[], rows: Int32Array): Float64Array {
  const sums = new Float64Array(rows.length)
  for (const { bins: column, gate, groups, values } of tables) {
    const codes = bins[column]?.codes ?? NO_CODES
    const gating = gate === undefined ? undefined : bins[gate.bins]?.codes
    const byBin = Float64Array.from(groups, group => values[group] ?? 0)
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0
      if (gate !== undefined && gate.set[gating?.[row] ?? 0] === 0) continue
      sums[at] = (sums[at] ?? 0) + (byBin[codes[row] ?? 0] ?? 0)
    }
  }
  return sums
}

/** The log odds by a card of weights. */
export function marginsOf(fit: Fit, rows: Int32Array, offset: Float64Array | undefined): Float64Array {
  const tables = fit.tables.map(table => ({ ...table, values: table.weights }))
  const margins = sumTables(fit.bins, tables, rows)
  for (let at = 0; at < rows.length; at += 1)
    margins[at] = (margins[at] ?? 0) + fit.intercept + (offset?.[rows[at] ?? 0] ?? 0)
  return margins
}

/** Rows of tables that a person reads: groups of different weight, save that of "nothing". */
export function rowsOf({ tables }: Pick<Fit, 'tables'>): number {
  return tables.reduce((sum, { groups, weights }) => {
    const differs = new Set(weights).size > 1
    return sum + (differs ? Math.max(1, new Set(groups).size - 1) : 1)
  }, 0)
}

const NO_CODES = new Uint8Array(0)
