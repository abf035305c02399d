import { addByBin, type Fit, maskOf, startFit, type Table, weightsByBin } from './fit.ts'
import type { Lesson } from './learn-card.ts'
import { fitIntercept, sweep } from './newton.ts'

const MAX_SWEEPS = 10

/** The same tables with weights fitted on other leads: on all of them, after a search on some. They start from those. */
export function refit({ tables, settings }: Fit, { bins, won, rows, offset }: Lesson): Fit {
  const fit = startFit(bins, won, rows, settings, offset)
  if (offset !== undefined) fitIntercept(fit)
  for (const { bins: column, gate, ordered, groups, weights } of tables) {
    const mask = maskOf(fit, gate)
    const table: Table = { bins: column, gate, mask, ordered, groups, weights: Float64Array.from(weights) }
    fit.tables.push(table)
    addByBin(fit, table, weightsByBin(table))
  }
  sweep(fit, MAX_SWEEPS)
  return fit
}
