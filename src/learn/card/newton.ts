import { addByBin, type Fit, type Table, updateChances, weightsByBin } from './fit.ts'

/** No weight moves further in one step. */
const MAX_STEP = 1.5
/** A fiftieth of a point. */
const SMALL_STEP = 1e-3

/**
 * Sweeps of block Newton over all tables and the intercept: of each table the groups are independent of each other, so
 * its Hessian is diagonal. Ridge pulls the weights of the tables to 0, and not the intercept.
 */
export function sweep(fit: Fit, times: number): void {
  for (let time = 0; time < times; time += 1) {
    let largest = 0
    for (const table of fit.tables) largest = Math.max(largest, stepTable(fit, table))
    stepIntercept(fit)
    if (largest < SMALL_STEP) break
  }
}

function stepTable(fit: Fit, table: Table): number {
  const { ridge } = fit.settings
  const { groups, weights, mask } = table
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  const own = fit.codes[table.bins] ?? new Uint8Array(0)
  const { margins, won } = fit
  for (let lead = 0; lead < margins.length; lead += 1) {
    if (mask !== undefined && mask[lead] === 0) continue
    const chance = 1 / (1 + Math.exp(-(margins[lead] ?? 0)))
    const group = groups[own[lead] ?? 0] ?? 0
    first[group] = (first[group] ?? 0) + (won[lead] ?? 0) - chance
    second[group] = (second[group] ?? 0) + chance * (1 - chance)
  }
  const steps = first.map((gradient, group) => {
    const curvature = second[group] ?? 0
    const step = curvature > 0 ? (gradient - ridge * (weights[group] ?? 0)) / (curvature + ridge) : 0
    return Math.max(-MAX_STEP, Math.min(MAX_STEP, step))
  })
  for (const [group, step] of steps.entries()) weights[group] = (weights[group] ?? 0) + step
  addByBin(fit, table, weightsByBin({ groups, weights: steps }))
  return steps.reduce((most, step) => Math.max(most, Math.abs(step)), 0)
}

/** The intercept beside log odds that were there before. */
export function fitIntercept(fit: Fit): void {
  for (let time = 0; time < 25; time += 1) if (Math.abs(stepIntercept(fit)) < 1e-6) break
}

/** How far it moved. */
function stepIntercept(fit: Fit): number {
  updateChances(fit)
  let [first, second] = [0, 0]
  for (let lead = 0; lead < fit.won.length; lead += 1) {
    const chance = fit.chances[lead] ?? 0
    first += (fit.won[lead] ?? 0) - chance
    second += chance * (1 - chance)
  }
  const step = second > 0 ? Math.max(-MAX_STEP, Math.min(MAX_STEP, first / second)) : 0
  fit.intercept += step
  for (let lead = 0; lead < fit.margins.length; lead += 1) fit.margins[lead] = (fit.margins[lead] ?? 0) + step
  return step
}
