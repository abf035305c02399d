import type { Bins } from '../bins/bins.ts'
import type { Settings } from './settings.ts'
import { emptySums, type Sums } from './sums.ts'

/** A condition on another column that a table stands behind: some of its bins. */
export interface Gate {
  readonly bins: number
  readonly set: Uint8Array
  readonly kind: 'level' | 'missing' | 'known' | 'at_least' | 'below'
  /** The level, or the bin from which on it holds or does not. */
  readonly bin: number
}

/** A rule of a card: weights of groups of bins. */
export interface Table {
  readonly bins: number
  readonly gate: Gate | undefined
  /** Which of the learned leads the gate lets through. */
  readonly mask: Uint8Array | undefined
  ordered: boolean
  groups: Int16Array
  weights: Float64Array
}

/** A card while it is learned. Everything runs parallel to the leads that it is learned from. */
export interface Fit {
  readonly bins: readonly Bins[]
  /** By column. */
  readonly codes: readonly Uint8Array[]
  readonly won: Uint8Array
  /** Log odds that were there before: of rules that are kept. */
  readonly settings: Settings
  readonly tables: Table[]
  /** Present log odds, and the chances that follow from them. */
  readonly margins: Float64Array
  readonly chances: Float64Array
  intercept: number
  /** How much each column tells alone; found when gates are first looked for. */
  alone?: readonly number[]
}

/** A card without rules: everybody has the same chance, save what was known before. */
export function startFit(
  bins: readonly Bins[],
  won: Uint8Array,
  rows: Int32Array,
  settings: Settings,
  offset: Float64Array | undefined,
): Fit {
  const ownWon = Uint8Array.from(rows, row => won[row] ?? 0)
  const count = ownWon.reduce((sum, each) => sum + each, 0)
  const before = offset === undefined ? 0 : rows.reduce((sum, row) => sum + (offset[row] ?? 0), 0) / rows.length
  const intercept = Math.log((count + 0.5) / (rows.length - count + 0.5)) - before
  const margins = Float64Array.from(rows, row => intercept + (offset?.[row] ?? 0))
  const codes = bins.map(each => Uint8Array.from(rows, row => each.codes[row] ?? 0))
  return { bins, codes, won: ownWon, settings, tables: [], margins, chances: new Float64Array(rows.length), intercept }
}

export function updateChances({ margins, chances }: Fit): void {
  for (let lead = 0; lead < margins.length; lead += 1) chances[lead] = 1 / (1 + Math.exp(-(margins[lead] ?? 0)))
}

/** Adds a weight for every bin to the margins of the leads behind the gate. */
export function addByBin({ margins, codes }: Fit, { bins, mask }: Table, byBin: Float64Array): void {
  const own = codes[bins] ?? NO_CODES
  for (let lead = 0; lead < margins.length; lead += 1) {
    if (mask !== undefined && mask[lead] === 0) continue
    margins[lead] = (margins[lead] ?? 0) + (byBin[own[lead] ?? 0] ?? 0)
  }
}

/** The weights of a table by bin. */
export function weightsByBin({ groups, weights }: Pick<Table, 'groups' | 'weights'>): Float64Array {
  return Float64Array.from(groups, group => weights[group] ?? 0)
}

export function sumsOf({ bins, codes, won, chances }: Fit, column: number, mask: Uint8Array | undefined): Sums {
  const sums = emptySums(bins[column]?.size ?? 0)
  const { first, second, leads } = sums
  const own = codes[column] ?? NO_CODES
  for (let lead = 0; lead < own.length; lead += 1) {
    if (mask !== undefined && mask[lead] === 0) continue
    const bin = own[lead] ?? 0
    const chance = chances[lead] ?? 0
    first[bin] = (first[bin] ?? 0) + (won[lead] ?? 0) - chance
    second[bin] = (second[bin] ?? 0) + chance * (1 - chance)
    leads[bin] = (leads[bin] ?? 0) + 1
  }
  return sums
}

export function maskOf({ codes, won }: Fit, gate: Gate | undefined): Uint8Array | undefined {
  if (gate === undefined) return undefined
  const own = codes[gate.bins] ?? NO_CODES
  const mask = new Uint8Array(won.length)
  for (let lead = 0; lead < mask.length; lead += 1) mask[lead] = gate.set[own[lead] ?? 0] ?? 0
  return mask
}

const NO_CODES = new Uint8Array(0)
