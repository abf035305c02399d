import { signed, thousands } from '../numbers.ts'
import { type Scale, step } from '../terminal/bars.ts'
import { wrap } from '../terminal/lines.ts'
import { cut, padEnd, padStart, widest, widthOf } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** One thing that gave or took points. Texts are clean. */
export interface Step {
  readonly points: number
  readonly label: string
  readonly saw: string
  /** What happened to the points on the way, on a line of its own. */
  readonly note?: string
}

/** A line between the steps, such as the name of a group. */
export interface Title {
  readonly title: string
}

/** Shared by all scores of a lead, so that the eye finds things again. */
export interface Columns {
  readonly label: number
  readonly saw: number
  readonly bar: number
  /** Cells that do not fit are cut, and have no line of their own. */
  readonly cut?: true
}

const INDENT = 3
const POINTS = 6
const TOTAL = 6
const GAPS = 6
const LABEL = 32
const BELOW = ' '.repeat(INDENT + POINTS + 2)
const BAR = { least: 12, most: 40 } as const

/** The bars have their least, the labels what they need up to a point, the cells seen the rest; left over goes to the bars. */
export function columnsOf(steps: readonly Step[], { width }: Theme, below: boolean): Columns {
  const room = width - INDENT - POINTS - TOTAL - GAPS
  const texts = room - BAR.least
  const label = Math.min(widest(steps.map(step => step.label)), LABEL, Math.ceil(texts / 2))
  const saw = widest(steps.map(step => step.saw).filter(text => widthOf(text) <= texts - label))
  return below
    ? { label, saw, bar: Math.min(BAR.most, room - label - saw) }
    : { label, saw: texts - label, bar: BAR.least, cut: true }
}

/** Steps that build up to the points of a score: `+25  company size  employees = 220   ████  45`. */
export function printWaterfall(
  items: readonly (Step | Title)[],
  top: number,
  columns: Columns,
  theme: Theme,
): string[] {
  const scale = scaleOf(stepsOf(items), top, columns.bar)
  let total = 0
  return items.flatMap(item => {
    if ('title' in item) return [item.title]
    const before = total
    total += item.points
    const bar = step(before, total, scale, theme.glyphs)
    return printStep(item, bar, total, columns, theme)
  })
}

export function stepsOf(items: readonly (Step | Title)[]): Step[] {
  return items.flatMap(item => ('title' in item ? [] : [item]))
}

/** What a lead has in a cell is never lost: where it does not fit between label and bar, it goes below. */
function printStep(
  { points, label, saw, note }: Step,
  bar: string,
  total: number,
  columns: Columns,
  { chalk, glyphs, width }: Theme,
): string[] {
  const paint = points < 0 ? chalk.red : chalk.green
  const fits = columns.cut === true || widthOf(saw) <= columns.saw
  const cells = [
    ' '.repeat(INDENT) + paint(padStart(signed(points), POINTS)),
    padEnd(cut(label, columns.label, glyphs.ellipsis), columns.label),
    chalk.dim(padEnd(fits ? cut(saw, columns.saw, glyphs.ellipsis) : '', columns.saw)),
    paint(bar) + padStart(thousands(total), TOTAL),
  ]
  const below = [...(fits ? [] : [saw]), ...(note === undefined ? [] : [note])]
  return [
    cells.join('  '),
    ...below.flatMap(text => wrap(BELOW + text, width, BELOW.length + 2)).map(line => chalk.dim(line)),
  ]
}

/** From the lowest to the highest the points ever stood, and up to what the score can give. */
function scaleOf(steps: readonly Step[], top: number, width: number): Scale {
  let total = 0
  const totals = steps.map(({ points }) => {
    total += points
    return total
  })
  return { low: Math.min(0, ...totals), high: Math.max(top, ...totals), width }
}
