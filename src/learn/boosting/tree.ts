import type { Bins } from '../bins/bins.ts'
import { type Compact, type Gradients, type Histograms, histogramsOf, lessOf, startsOf } from './histograms.ts'

export type { Compact } from './histograms.ts'

/** A tree: a leaf with its value, or a split with its two sides. */
export type Node =
  | { readonly value: number }
  | { readonly column: number; readonly left: Uint8Array; readonly sides: readonly [Node, Node] }

const MAX_LEAVES = 31
const MIN_LEADS = 20
const RIDGE = 1
/** Levels of fewer leads go with the others, and how much the order of levels is held back. */
const MIN_LEVEL = 10
const LEVEL_RIDGE = 10

interface Growing {
  readonly places: Int32Array
  readonly histograms: Histograms
  readonly sums: Sums
  readonly split: Split | undefined
  sides?: readonly [Growing, Growing]
}

interface Sums {
  readonly first: number
  readonly second: number
}

interface Split {
  readonly gain: number
  readonly column: number
  readonly left: Uint8Array
}

/** Best leaf first, until there are enough leaves. */
export function growTree(columns: readonly Compact[], gradients: Gradients, places: Int32Array, rate: number): Node {
  const grow = (inside: Int32Array, histograms: Histograms): Growing => {
    const sums = sumsOf(gradients, inside)
    return { places: inside, histograms, sums, split: bestSplit(columns, histograms, sums, inside.length) }
  }
  const root = grow(places, histogramsOf(columns, gradients, places))
  const open = [root]
  for (let leaves = 1; leaves < MAX_LEAVES; leaves += 1) {
    const best = open.reduce<Growing | undefined>(
      (most, node) => (gainOf(node) > gainOf(most) ? node : most),
      undefined,
    )
    if (best?.split === undefined) break
    const { column, left } = best.split
    const codes = columns[column]?.codes ?? new Uint8Array(0)
    const isLeft = (place: number) => left[codes[place] ?? 0] === 1
    const [one, other] = [best.places.filter(isLeft), best.places.filter(place => !isLeft(place))]
    const smaller = histogramsOf(columns, gradients, one.length < other.length ? one : other)
    const larger = lessOf(best.histograms, smaller)
    best.sides =
      one.length < other.length ? [grow(one, smaller), grow(other, larger)] : [grow(one, larger), grow(other, smaller)]
    open.splice(open.indexOf(best), 1, ...best.sides)
  }
  return settled(root, rate)
}

function gainOf(node: Growing | undefined): number {
  return node?.split?.gain ?? MIN_GAIN
}

const MIN_GAIN = 1e-3

function settled({ sums, split, sides }: Growing, rate: number): Node {
  if (split !== undefined && sides !== undefined) {
    const [left, right] = sides
    return { column: split.column, left: split.left, sides: [settled(left, rate), settled(right, rate)] }
  }
  return { value: (rate * sums.first) / (sums.second + RIDGE) }
}

function sumsOf(gradients: Gradients, places: Int32Array): Sums {
  let [first, second] = [0, 0]
  for (const place of places) {
    first += gradients.first[place] ?? 0
    second += gradients.second[place] ?? 0
  }
  return { first, second }
}

/** The split of any column that gains most; levels are tried in the order of their gradients. */
function bestSplit(
  columns: readonly Compact[],
  { first, second, counts }: Histograms,
  all: Sums,
  leads: number,
): Split | undefined {
  if (leads < 2 * MIN_LEADS) return undefined
  const { starts } = startsOf(columns)
  const whole = (all.first * all.first) / (all.second + RIDGE)
  let best: Split | undefined
  for (const [column, { size, ordered }] of columns.entries()) {
    const start = starts[column] ?? 0
    const used = binsWith(counts, start, size, ordered ? 1 : MIN_LEVEL)
    const slope = (bin: number) => (first[start + bin] ?? 0) / ((second[start + bin] ?? 0) + LEVEL_RIDGE)
    if (!ordered) used.sort((a, b) => slope(a) - slope(b) || a - b)
    let [leftFirst, leftSecond, leftCount] = [0, 0, 0]
    for (let place = 0; place < used.length - 1; place += 1) {
      const bin = start + (used[place] ?? 0)
      leftFirst += first[bin] ?? 0
      leftSecond += second[bin] ?? 0
      leftCount += counts[bin] ?? 0
      if (leftCount < MIN_LEADS || leads - leftCount < MIN_LEADS) continue
      const right = all.first - leftFirst
      const gain = leftFirst ** 2 / (leftSecond + RIDGE) + right ** 2 / (all.second - leftSecond + RIDGE) - whole
      if (gain <= (best?.gain ?? MIN_GAIN)) continue
      const left = new Uint8Array(size)
      for (const each of used.slice(0, place + 1)) left[each] = 1
      best = { gain, column, left }
    }
  }
  return best
}

function binsWith(counts: Float64Array, start: number, size: number, least: number): number[] {
  const used: number[] = []
  for (let bin = 0; bin < size; bin += 1) if ((counts[start + bin] ?? 0) >= least) used.push(bin)
  return used
}

export function leafOf(tree: Node, columns: readonly Pick<Compact | Bins, 'codes'>[], row: number): number {
  let node = tree
  while ('sides' in node) node = node.left[columns[node.column]?.codes[row] ?? 0] === 1 ? node.sides[0] : node.sides[1]
  return node.value
}
