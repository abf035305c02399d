import { html, type Markup } from '../markup.ts'
import type { Spelling } from '../numbers.ts'
import { round, stageColour } from './bar.ts'
import { ticksOf } from './scale.ts'

/** A line with its name at its end. */
export interface Line {
  readonly name: string
  readonly values: readonly number[]
  /** Its place among the stages. */
  readonly stage: number
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [340, 190, 40, 70, 10, 22]
const LABEL_LINE = 11

/** Values over days; each line ends in its name. */
export function lineChart(days: readonly string[], lines: readonly Line[], title: string, spell: Spelling): Markup {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values))
  const x = (index: number) => LEFT + ((WIDTH - LEFT - RIGHT) * index) / Math.max(1, days.length - 1)
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / most
  const grid = ticksOf(0, most, 3).map(
    value => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/>
<text class="tick end" x="${LEFT - 4}" y="${round(y(value) + 3)}">${spell.number(value)}</text>`,
  )
  const ends = spread(lines.map(({ values }) => y(values.at(-1) ?? 0)))
  const drawn = lines.map(({ name, values, stage }, index) => {
    const points = values.map((value, place) => `${round(x(place))},${round(y(value))}`).join(' ')
    const last = values.length - 1
    return html`<polyline class="line ${stageColour(stage)}-line d${stage % 4}" points="${points}"/><circle class="${stageColour(stage)}" cx="${round(x(last))}" cy="${round(y(values[last] ?? 0))}" r="3"/><text class="label" x="${round(x(last) + 7)}" y="${round((ends[index] ?? 0) + 3)}">${name}</text>`
  })
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${grid}
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>${drawn}
<text class="tick" x="${LEFT}" y="${HEIGHT - 6}">${spell.day(first)}</text><text class="tick end" x="${WIDTH - RIGHT}" y="${HEIGHT - 6}">${spell.day(last)}</text></svg>`
}

/** Heights of labels, moved apart so that none covers another. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const moved = [...heights]
  let last = Number.NEGATIVE_INFINITY
  for (const index of order) {
    last = Math.max(heights[index] ?? 0, last + LABEL_LINE)
    moved[index] = last
  }
  const over = Math.max(0, last - (HEIGHT - BOTTOM))
  return moved.map(height => height - over)
}
