import { html, type Markup } from '../markup.ts'
import type { Spelling } from '../numbers.ts'
import { round, stageColour } from './bar.ts'
import { ticksOf } from './scale.ts'

/** Values over days. */
export interface Line {
  readonly name: string
  readonly values: readonly number[]
  /** Its place among the stages. */
  readonly stage: number
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [340, 92, 44, 12, 12, 18]

/**
 * One line in a chart of its own, from its least to its most: beside a stage with thousands of leads, one with dozens would
 * be flat.
 */
export function lineChart(days: readonly string[], { name, values, stage }: Line, spell: Spelling): Markup {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(1, (most - least) * 0.15)
  const [low, high] = [Math.max(0, least - room), most + room]
  const x = (index: number) => LEFT + ((WIDTH - LEFT - RIGHT) * index) / Math.max(1, days.length - 1)
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * (value - low)) / (high - low)
  const grid = ticksOf(low, high, 2).map(
    value => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/>
<text class="tick end" x="${LEFT - 4}" y="${round(y(value) + 3)}">${spell.number(value)}</text>`,
  )
  const points = values.map((value, place) => `${round(x(place))},${round(y(value))}`).join(' ')
  const last = values.length - 1
  const label = `${name}: ${values.map(value => spell.number(value)).join(', ')}`
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${grid}
<polyline class="line ${stageColour(stage)}-line" points="${points}"/><circle class="${stageColour(stage)}" cx="${round(x(last))}" cy="${round(y(values[last] ?? 0))}" r="3"/>
<text class="tick" x="${LEFT}" y="${HEIGHT - 4}">${spell.day(days[0] ?? '')}</text><text class="tick end" x="${WIDTH - RIGHT}" y="${HEIGHT - 4}">${spell.day(days.at(-1) ?? '')}</text></svg>`
}
