import type { Bins } from '../bins/bins.ts'
import type { Gate } from '../card/fit.ts'
import { type PointCard, type PointTable, SLOPE } from '../card/points.ts'
import type { RulePlaces } from './places.ts'

/** A table in the form of a rulebook: an empty value gives no points. */
export interface SettledTable {
  readonly bins: Bins
  readonly gate: Gate | undefined
  readonly ordered: boolean
  readonly score: string
  /** Whole points by bin. */
  readonly points: Float64Array
}

/**
 * A card in the form of a rulebook. The score of a lead is `start` plus the points of its tables, and never below 0.
 */
export interface SettledCard {
  readonly tables: readonly SettledTable[]
  readonly start: ReadonlyMap<string, number>
  /** The maximum of each score. */
  readonly highest: ReadonlyMap<string, number>
  /** The log odds of a lead whose score is 0. */
  readonly zero: number
}

export interface PointRange {
  readonly low: number
  readonly high: number
}

/** A table whose rows all lie within this of each other is dropped. */
const NEGLIGIBLE = 1

/**
 * Shifts every table so that an empty value gives 0 points, and starts scores high enough that no lead falls below 0.
 * `standing` holds the lowest and highest points of the kept rules, by score.
 */
export function settle(
  { tables, intercept }: PointCard,
  bins: readonly Bins[],
  closed: Int32Array,
  places: Pick<RulePlaces, 'scoreOf'>,
  standing: ReadonlyMap<string, PointRange>,
): SettledCard {
  const settled = tables.flatMap(table => {
    const of = bins[table.bins]
    return of === undefined ? [] : [settleTable(table, of, closed, bins, places)]
  })
  const kept = settled.filter(({ table: { points } }) => highestOf(points) - lowestOf(points) > NEGLIGIBLE)
  const start = new Map([...standing].map(([score, { low }]) => [score, Math.max(0, -low) + 0]))
  const highest = new Map([...standing].map(([score, { high }]) => [score, high]))
  for (const { table } of kept) {
    start.set(table.score, (start.get(table.score) ?? 0) - lowestOf(table.points))
    highest.set(table.score, (highest.get(table.score) ?? 0) + highestOf(table.points))
  }
  for (const [score, points] of start) highest.set(score, (highest.get(score) ?? 0) + points)
  const shifts = settled.reduce((sum, { shift }) => sum + shift, 0)
  const starts = [...start.values()].reduce((sum, each) => sum + each, 0)
  return { tables: kept.map(({ table }) => table), start, highest, zero: intercept + SLOPE * (shifts - starts) }
}

/** A rule that does not hold earns 0. */
function lowestOf(points: Float64Array): number {
  return points.reduce((low, each) => Math.min(low, each), 0)
}

function highestOf(points: Float64Array): number {
  return points.reduce((high, each) => Math.max(high, each), 0)
}

function settleTable(
  table: PointTable,
  bins: Bins,
  closed: Int32Array,
  all: readonly Bins[],
  { scoreOf }: Pick<RulePlaces, 'scoreOf'>,
) {
  const counts = new Float64Array(bins.size)
  const gating = table.gate === undefined ? undefined : all[table.gate.bins]?.codes
  for (const row of closed) {
    if (table.gate !== undefined && table.gate.set[gating?.[row] ?? 0] === 0) continue
    const bin = bins.codes[row] ?? 0
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const raw = Float64Array.from(table.groups, group => table.values[group] ?? 0)
  const shift = table.gate === undefined ? neutralOf(raw, counts, bins) : 0
  const points = raw.map((value, bin) =>
    (counts[bin] ?? 0) > 0 ? value - shift + 0 : unseen(raw, counts, bin, table.ordered, shift),
  )
  const { field, heading } = bins.column
  return {
    shift,
    table: { bins, gate: table.gate, ordered: table.ordered, score: scoreOf(field, heading), points },
  }
}

/** The bins that give 0 points: empty, else the lowest number, else those with the most frequent points. */
function neutralOf(raw: Float64Array, counts: Float64Array, { column, levels, ordered }: Bins): number {
  const without =
    column.kind === 'levels' && column.test !== undefined ? levels.findIndex(({ value }) => value === false) : -1
  if (without >= 0) return raw[without + 2] ?? 0
  if ((counts[0] ?? 0) > 0) return raw[0] ?? 0
  if (ordered) return raw[counts.findIndex((count, bin) => bin > 0 && count > 0)] ?? 0
  const byPoints = new Map<number, number>()
  for (const [bin, points] of raw.entries()) byPoints.set(points, (byPoints.get(points) ?? 0) + (counts[bin] ?? 0))
  return [...byPoints].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]
}

/** Bins that no learned lead is in: of numbers they go with the bin below, others earn nothing. */
function unseen(raw: Float64Array, counts: Float64Array, bin: number, ordered: boolean, shift: number): number {
  if (!ordered || bin === 0) return 0
  for (let below = bin - 1; below > 0; below -= 1) if ((counts[below] ?? 0) > 0) return (raw[below] ?? 0) - shift
  const above = counts.findIndex((count, each) => each > bin && count > 0)
  return above < 0 ? 0 : (raw[above] ?? 0) - shift
}

/** The points of one table for each lead. */
export function pointsOf({ bins, gate, points }: SettledTable, all: readonly Bins[]): Float64Array {
  const gating = gate === undefined ? undefined : all[gate.bins]?.codes
  return Float64Array.from(bins.codes, (bin, row) =>
    gate !== undefined && gate.set[gating?.[row] ?? 0] === 0 ? 0 : (points[bin] ?? 0),
  )
}
