import { type Fit, maskOf, startFit } from './fit.ts'
import type { Lesson } from './learn-card.ts'
import { sweep } from './newton.ts'

const SWEEPS = 30

/** The same tables with weights fitted on other leads: on all of them, after a search on some. */
export function refit({ tables, settings }: Fit, { bins, won, rows, offset }: Lesson): Fit {
  const fit = startFit(bins, won, rows, settings, offset)
  for (const { bins: column, gate, ordered, groups, weights } of tables) {
    fit.tables.push({
      bins: column,
      gate,
      mask: maskOf(fit, gate),
      ordered,
      groups,
      weights: new Float64Array(weights.length),
    })
  }
  sweep(fit, SWEEPS)
  return fit
}
