import { type Bins, numberOfBin } from '../bins/bins.ts'
import { testText } from '../bins/column.ts'
import type { SettledTable } from './settled-card.ts'

/** The most important row of a table, in words, and its bins. */
export interface BestRow {
  readonly text: string
  readonly bins: ReadonlySet<number>
}

/** The row with the most points; where all take points away, the one that takes most. */
export function bestRow({ bins, ordered, points }: SettledTable): BestRow {
  const most = points.reduce(
    (best, each) =>
      Math.abs(each) > Math.abs(best) || (Math.abs(each) === Math.abs(best) && each > best) ? each : best,
    0,
  )
  const highest = points.reduce((best, each) => Math.max(best, each), 0)
  const wanted = highest > 0 ? highest : most
  const inRow = [...points.keys()].filter(bin => points[bin] === wanted)
  return { text: textOf(bins, ordered, inRow), bins: new Set(inRow) }
}

const MAX_LEVELS = 3

function textOf(bins: Bins, ordered: boolean, inRow: readonly number[]): string {
  const { column } = bins
  if (column.kind === 'levels' && column.test !== undefined) return testText(column.test)
  const numbers = inRow.filter(bin => bin > 0)
  if (numbers.length === 0) return 'nothing there'
  if (ordered) {
    const [first = 1, last = 1] = [numbers[0], numbers.at(-1)]
    const low = first === 1 ? undefined : bins.lows[first - 1]
    const high = last === bins.size - 1 ? undefined : bins.lows[last]
    if (low === undefined) return high === undefined ? 'any number' : `below ${high}`
    return high === undefined ? `${low} and more` : `${low} to below ${high}`
  }
  const lowest =
    column.kind === 'number' ? column.values.reduce((low, value) => (value < low ? value : low), Infinity) : 0
  const texts = numbers.map(bin =>
    bins.ordered ? String(numberOfBin(bins, bin, lowest)) : bin === 1 ? 'others' : (bins.levels[bin - 2]?.text ?? ''),
  )
  const more = texts.length > MAX_LEVELS ? ` and ${texts.length - MAX_LEVELS} more` : ''
  return `${texts.slice(0, MAX_LEVELS).join(', ')}${more}`
}
