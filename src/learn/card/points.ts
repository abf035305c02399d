import type { Fit, Table } from './fit.ts'

/** Ten points double the odds. */
export const POINTS_PER_DOUBLING = 10
export const SLOPE = Math.LN2 / POINTS_PER_DOUBLING

/** A card of whole points. */
export interface PointCard {
  readonly tables: readonly PointTable[]
  /** The log odds of a lead of 0 points. */
  readonly intercept: number
}

export interface PointTable extends Pick<Table, 'bins' | 'gate' | 'ordered' | 'groups'> {
  /** By group. */
  readonly values: Float64Array
}

const MAX_SWEEPS = 6
/** The least gain of a change, in nats. */
const MIN_GAIN = 0.05

/**
 * Weights as whole points: rounded, then a descent by one table at a time over whole numbers, on the loss with its ridge, the
 * slope fixed and the intercept fitted again. Without the ridge the descent would undo it and learn the noise.
 */
export function wholePoints(fit: Fit, maxPoints: number): PointCard {
  const descent = startDescent(fit, maxPoints)
  fitIntercept(descent)
  for (let time = 0; time < MAX_SWEEPS; time += 1) {
    const moved = descent.tables.filter(table => stepTable(descent, table)).length
    fitIntercept(descent)
    if (moved === 0) break
  }
  const tables = descent.tables.map(({ table: { bins, gate, ordered, groups }, values }) => ({
    bins,
    gate,
    ordered,
    groups,
    values,
  }))
  return { tables, intercept: descent.intercept }
}

interface Descent {
  readonly fit: Fit
  readonly maxPoints: number
  readonly tables: readonly DescentTable[]
  /** Log odds save the intercept. */
  readonly sums: Float64Array
  intercept: number
}

interface DescentTable {
  readonly table: Table
  readonly values: Float64Array
  /** The group that stays at 0: all others are told from it. Absent behind a gate, where 0 is "not behind it". */
  readonly base: number | undefined
  /** Whether only moves that keep an order are allowed. */
  readonly direction: 1 | -1 | undefined
}

function startDescent(fit: Fit, maxPoints: number): Descent {
  const tables = fit.tables.map((table): DescentTable => {
    const base = table.gate === undefined ? largestGroup(fit, table) : undefined
    const shift = base === undefined ? 0 : (table.weights[base] ?? 0)
    const rounded = table.weights.map(weight => bounded(Math.round((weight - shift) / SLOPE), maxPoints))
    const values = inWindow(rounded, base, maxPoints)
    const direction = fit.settings.directions.get(fit.bins[table.bins]?.column.field ?? '')
    return { table, values: inOrder(values, direction), base, direction }
  })
  const sums = new Float64Array(fit.won.length)
  const fixed = fixedMargins(fit)
  for (let lead = 0; lead < sums.length; lead += 1) sums[lead] = fixed[lead] ?? 0
  const descent = { fit, maxPoints, tables, sums, intercept: fit.intercept }
  for (const { table, values } of tables) addPoints(descent, table, values)
  return descent
}

/**
 * Any row of a plain table may become the one of 0 points, so that none may be further than the most points from another.
 */
function inWindow(values: Float64Array, base: number | undefined, maxPoints: number): Float64Array {
  if (base === undefined) return values
  const high = values.reduce((most, value) => Math.max(most, value), 0)
  const low = Math.max(
    high - maxPoints,
    values.reduce((least, value) => Math.min(least, value), 0),
  )
  return values.map(value => Math.max(low, value))
}

/** Weights are fitted without regard to a direction; what breaks it is raised or lowered. Group 0 is "nothing there". */
function inOrder(values: Float64Array, direction: 1 | -1 | undefined): Float64Array {
  if (direction === undefined) return values
  for (let group = 2; group < values.length; group += 1) {
    const [before, here] = [values[group - 1] ?? 0, values[group] ?? 0]
    if (direction * (here - before) < 0) values[group] = before
  }
  return values
}

/** The offset: log odds by rules that are kept. */
function fixedMargins({ margins, intercept, tables, codes }: Fit): Float64Array {
  const fixed = Float64Array.from(margins, margin => margin - intercept)
  for (const { bins, mask, groups, weights } of tables) {
    const own = codes[bins] ?? NO_CODES
    for (let lead = 0; lead < fixed.length; lead += 1) {
      if (mask !== undefined && mask[lead] === 0) continue
      fixed[lead] = (fixed[lead] ?? 0) - (weights[groups[own[lead] ?? 0] ?? 0] ?? 0)
    }
  }
  return fixed
}

function largestGroup({ codes }: Fit, { bins, groups, weights }: Table): number {
  const counts = new Float64Array(weights.length)
  for (const bin of codes[bins] ?? NO_CODES) {
    const group = groups[bin] ?? 0
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts.reduce((largest, count, group) => (count > (counts[largest] ?? 0) ? group : largest), 0)
}

function addPoints({ fit, sums }: Descent, { bins, mask, groups }: Table, values: Float64Array): void {
  const own = fit.codes[bins] ?? NO_CODES
  const byBin = Float64Array.from(groups, group => (values[group] ?? 0) * SLOPE)
  for (let lead = 0; lead < sums.length; lead += 1) {
    if (mask !== undefined && mask[lead] === 0) continue
    sums[lead] = (sums[lead] ?? 0) + (byBin[own[lead] ?? 0] ?? 0)
  }
}

function fitIntercept(descent: Descent): void {
  const { sums, fit } = descent
  for (let time = 0; time < 25; time += 1) {
    let [first, second] = [0, 0]
    for (let lead = 0; lead < sums.length; lead += 1) {
      const chance = 1 / (1 + Math.exp(-(descent.intercept + (sums[lead] ?? 0))))
      first += (fit.won[lead] ?? 0) - chance
      second += chance * (1 - chance)
    }
    const step = second > 0 ? first / second : 0
    descent.intercept += step
    if (Math.abs(step) < 1e-7) break
  }
}

/** Moves the points of one table by whole steps of Newton's; true if any moved. */
function stepTable(descent: Descent, { table, values, base, direction }: DescentTable): boolean {
  const { fit, sums, maxPoints } = descent
  const { ridge } = fit.settings
  const first = new Float64Array(values.length)
  const second = new Float64Array(values.length)
  const own = fit.codes[table.bins] ?? NO_CODES
  for (let lead = 0; lead < sums.length; lead += 1) {
    if (table.mask !== undefined && table.mask[lead] === 0) continue
    const chance = 1 / (1 + Math.exp(-(descent.intercept + (sums[lead] ?? 0))))
    const group = table.groups[own[lead] ?? 0] ?? 0
    first[group] = (first[group] ?? 0) + (fit.won[lead] ?? 0) - chance
    second[group] = (second[group] ?? 0) + chance * (1 - chance)
  }
  const moves = values.map((value, group) => {
    if (group === base || (second[group] ?? 0) <= 0) return 0
    const gradient = (first[group] ?? 0) - ridge * SLOPE * value
    const curvature = (second[group] ?? 0) + ridge
    const move = bounded(value + Math.round(gradient / curvature / SLOPE), maxPoints) - value
    const gain = gradient * SLOPE * move - 0.5 * curvature * (SLOPE * move) ** 2
    return gain > MIN_GAIN && keepsOrder(values, group, value + move, direction) ? move : 0
  })
  // Two neighbours that both move could pass each other.
  if (direction !== undefined) moves.fill(0, moves.findIndex(move => move !== 0) + 1)
  const wanted = values.map((value, group) => value + (moves[group] ?? 0))
  for (const [group, value] of inWindow(wanted, base, maxPoints).entries()) moves[group] = value - (values[group] ?? 0)
  if (moves.every(move => move === 0)) return false
  for (const [group, move] of moves.entries()) values[group] = (values[group] ?? 0) + move
  addPoints(descent, table, moves)
  return true
}

/** Groups from 1 on are in the order of their numbers. */
function keepsOrder(values: Float64Array, group: number, value: number, direction: 1 | -1 | undefined): boolean {
  if (direction === undefined || group === 0) return true
  const [before, after] = [group > 1 ? values[group - 1] : undefined, values[group + 1]]
  return (
    (before === undefined || direction * (value - before) >= 0) &&
    (after === undefined || direction * (after - value) >= 0)
  )
}

function bounded(points: number, most: number): number {
  return Math.max(-most, Math.min(most, points)) + 0
}

const NO_CODES = new Uint8Array(0)
