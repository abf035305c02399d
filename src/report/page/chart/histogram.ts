import type { PageScore } from '../../../ir/results/page.ts'
import { html, type Markup } from '../markup.ts'
import type { Spelling } from '../numbers.ts'
import { round, stageColour } from './bar.ts'
import { sum, ticksOf } from './scale.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [340, 190, 34, 16, 40, 22]
/** Room between two labels of thresholds before the next one moves to another line. */
const [LABEL_WIDTH, LABEL_LINE, MAX_LABELS] = [50, 11, 3]

/** Leads by steps of points, stacked by stage, with the thresholds of the stages as dashed lines. */
export function histogram({ bars, step, thresholds }: PageScore, title: string, spell: Spelling): Markup {
  const from = Math.min(...bars.map(bar => bar.from))
  const to = Math.max(...bars.map(bar => bar.from)) + step
  const most = Math.max(1, ...bars.map(bar => sum(bar.leads)))
  const x = (points: number) => LEFT + ((WIDTH - LEFT - RIGHT) * (points - from)) / (to - from)
  const y = (leads: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * leads) / most
  const grid = ticksOf(0, most, 3).map(
    leads => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(leads))}" y2="${round(y(leads))}"/>
<text class="tick end" x="${LEFT - 4}" y="${round(y(leads) + 3)}">${spell.number(leads)}</text>`,
  )
  const marks = ticksOf(from, to, 5).map(
    points =>
      html`<text class="tick middle" x="${round(x(points))}" y="${HEIGHT - BOTTOM + 14}">${spell.number(points)}</text>`,
  )
  const columns = bars.map(bar => {
    let below = 0
    return bar.leads.map((leads, stage) => {
      const [top, bottom] = [y(below + leads), y(below)]
      below += leads
      if (leads === 0) return undefined
      return html`<rect class="${stageColour(stage)}" x="${round(x(bar.from) + 0.5)}" y="${round(top)}" width="${round(x(bar.from + step) - x(bar.from) - 1)}" height="${round(Math.max(0.8, bottom - top))}"/>`
    })
  })
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
${grid}${columns}${thresholdLines(thresholds, x, spell)}
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>${marks}</svg>`
}

/** Labels that would overlap stand on different lines. */
function thresholdLines(thresholds: PageScore['thresholds'], x: (points: number) => number, spell: Spelling): Markup[] {
  const ends: number[] = []
  return [...thresholds]
    .sort((a, b) => a.points - b.points)
    .map(({ stage, points }) => {
      const at = round(x(points))
      const free = ends.findIndex(end => end < at)
      const line = free === -1 ? Math.min(ends.length, MAX_LABELS - 1) : free
      const text = `${stage} ${spell.number(points)}`
      const width = Math.max(LABEL_WIDTH, 7 * text.length)
      ends[line] = at + width
      // At the right end there is room on the left only.
      const isLast = at + width > WIDTH
      const y = 9 + line * LABEL_LINE
      return html`<line class="threshold" x1="${at}" x2="${at}" y1="${y - 6}" y2="${HEIGHT - BOTTOM}"/><text class="${isLast ? 'label halo end' : 'label halo'}" x="${isLast ? at - 3 : at + 3}" y="${y}">${text}</text>`
    })
}
