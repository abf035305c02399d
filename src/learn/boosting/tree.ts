import type { Bins } from '../bins/bins.ts'

/** A tree: a leaf with its value, or a split with its two sides. */
export type Node =
  | { readonly value: number }
  | { readonly column: number; readonly left: Uint8Array; readonly sides: readonly [Node, Node] }

export interface Gradients {
  readonly first: Float64Array
  readonly second: Float64Array
}

const MAX_LEAVES = 31
const MIN_LEADS = 20
const RIDGE = 1
/** Levels of fewer leads go with the others, and how much the order of levels is held back. */
const MIN_LEVEL = 10
const LEVEL_RIDGE = 10

interface Growing {
  readonly rows: Int32Array
  readonly split: Split | undefined
  sides?: readonly [Growing, Growing]
}

interface Split {
  readonly gain: number
  readonly column: number
  readonly left: Uint8Array
}

/** Best leaf first, until there are enough leaves. */
export function growTree(bins: readonly Bins[], gradients: Gradients, rows: Int32Array, rate: number): Node {
  const grow = (inside: Int32Array): Growing => ({ rows: inside, split: bestSplit(bins, gradients, inside) })
  const root = grow(rows)
  const open = [root]
  for (let leaves = 1; leaves < MAX_LEAVES; leaves += 1) {
    const best = open.reduce<Growing | undefined>(
      (most, node) => (gainOf(node) > gainOf(most) ? node : most),
      undefined,
    )
    if (best?.split === undefined) break
    const { column, left } = best.split
    const codes = bins[column]?.codes ?? new Uint8Array(0)
    const isLeft = (row: number) => left[codes[row] ?? 0] === 1
    best.sides = [grow(best.rows.filter(isLeft)), grow(best.rows.filter(row => !isLeft(row)))]
    open.splice(open.indexOf(best), 1, ...best.sides)
  }
  return settled(root, gradients, rate)
}

function gainOf(node: Growing | undefined): number {
  return node?.split?.gain ?? MIN_GAIN
}

const MIN_GAIN = 1e-3

function settled({ rows, split, sides }: Growing, gradients: Gradients, rate: number): Node {
  if (split !== undefined && sides !== undefined) {
    const [left, right] = sides
    return {
      column: split.column,
      left: split.left,
      sides: [settled(left, gradients, rate), settled(right, gradients, rate)],
    }
  }
  const { first, second } = sumsOf(gradients, rows)
  return { value: (rate * first) / (second + RIDGE) }
}

function sumsOf(gradients: Gradients, rows: Int32Array): { readonly first: number; readonly second: number } {
  let [first, second] = [0, 0]
  for (const row of rows) {
    first += gradients.first[row] ?? 0
    second += gradients.second[row] ?? 0
  }
  return { first, second }
}

/** The split of any column that gains most; levels are tried in the order of their gradients. */
function bestSplit(bins: readonly Bins[], gradients: Gradients, rows: Int32Array): Split | undefined {
  if (rows.length < 2 * MIN_LEADS) return undefined
  const all = sumsOf(gradients, rows)
  const whole = (all.first * all.first) / (all.second + RIDGE)
  let best: Split | undefined
  for (const [column, { codes, size, ordered }] of bins.entries()) {
    const [first, second, counts] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0
      const bin = codes[row] ?? 0
      first[bin] = (first[bin] ?? 0) + (gradients.first[row] ?? 0)
      second[bin] = (second[bin] ?? 0) + (gradients.second[row] ?? 0)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    const used = [...counts.keys()].filter(bin => (counts[bin] ?? 0) >= (ordered ? 1 : MIN_LEVEL))
    const slope = (bin: number) => (first[bin] ?? 0) / ((second[bin] ?? 0) + LEVEL_RIDGE)
    if (!ordered) used.sort((a, b) => slope(a) - slope(b) || a - b)
    let [leftFirst, leftSecond, leftCount] = [0, 0, 0]
    for (let place = 0; place < used.length - 1; place += 1) {
      const bin = used[place] ?? 0
      leftFirst += first[bin] ?? 0
      leftSecond += second[bin] ?? 0
      leftCount += counts[bin] ?? 0
      if (leftCount < MIN_LEADS || rows.length - leftCount < MIN_LEADS) continue
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

export function leafOf(tree: Node, bins: readonly Bins[], row: number): number {
  let node = tree
  while ('sides' in node) node = node.left[bins[node.column]?.codes[row] ?? 0] === 1 ? node.sides[0] : node.sides[1]
  return node.value
}
