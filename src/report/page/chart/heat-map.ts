import type { PageAxis, PageMap } from '../../../ir/results/page.ts'
import { html, type Markup } from '../markup.ts'
import type { Spelling } from '../numbers.ts'
import { round } from './bar.ts'
import { sum, ticksOf } from './scale.ts'

const [SIZE, LEFT, TOP, BOTTOM, RIGHT] = [280, 40, 8, 34, 10]
/** Shades of the style sheet, `h1` to `h8`. */
const SHADES = 8

/** Leads by two scores: the more leads, the darker; the borders of the stages lie over it. */
export function heatMap(map: PageMap, stages: readonly string[], title: string, spell: Spelling): Markup {
  const { across, up, cells } = map
  const x = (points: number) => LEFT + (SIZE * (points - across.from)) / (across.to - across.from)
  const y = (points: number) => TOP + SIZE - (SIZE * (points - up.from)) / (up.to - up.from)
  const most = Math.max(1, ...cells.map(cell => sum(cell.leads)))
  const squares = cells.map(cell => {
    const leads = sum(cell.leads)
    const shade = Math.max(1, Math.ceil((SHADES * Math.log(leads + 1)) / Math.log(most + 1)))
    const [left, top] = [x(cell.across), y(cell.up + up.step)]
    const label = `${across.name} ${range(cell.across, across)}, ${up.name} ${range(cell.up, up)}: ${spell.number(leads)}`
    return html`<rect class="h${shade}" x="${round(left)}" y="${round(top)}" width="${round(x(cell.across + across.step) - left)}" height="${round(y(cell.up) - top)}"><title>${label}</title></rect>`
  })
  const marks = [
    ...ticksOf(across.from, across.to).map(
      points =>
        html`<text class="tick middle" x="${round(x(points))}" y="${TOP + SIZE + 13}">${spell.number(points)}</text>`,
    ),
    ...ticksOf(up.from, up.to).map(
      points => html`<text class="tick end" x="${LEFT - 5}" y="${round(y(points) + 3)}">${spell.number(points)}</text>`,
    ),
  ]
  const borders = map.borders.length > 0 ? corners(map, stages, x, y) : observed(map, x, y)
  return html`<svg class="chart square" viewBox="0 0 ${LEFT + SIZE + RIGHT} ${TOP + SIZE + BOTTOM}" role="img" aria-label="${title}">
<rect class="plot" x="${LEFT}" y="${TOP}" width="${SIZE}" height="${SIZE}"/>${squares}${borders}${marks}
<text class="name middle" x="${LEFT + SIZE / 2}" y="${TOP + SIZE + 28}">${across.name}</text>
<text class="name middle" transform="translate(11 ${TOP + SIZE / 2}) rotate(-90)">${up.name}</text></svg>`
}

/** `50-54` */
export function range(from: number, { step }: PageAxis): string {
  return step === 1 ? String(from) : `${from}\u{2013}${from + step - 1}`
}

type Position = (points: number) => number

/** From a corner on, leads can be in a stage: a line up from it and one to the right. */
function corners({ borders, across, up }: PageMap, stages: readonly string[], x: Position, y: Position): Markup[] {
  return borders.map(border => {
    const left = round(x(Math.max(border.across, across.from)))
    const bottom = round(y(Math.max(border.up, up.from)))
    const line = stages.indexOf(border.stage) % 2 === 0 ? 'border' : 'border dashed'
    return html`<path class="${line}" d="M${left} ${TOP} V${bottom} H${LEFT + SIZE}"/><text class="label halo" x="${left + 4}" y="${bottom - 4}">${border.stage}</text>`
  })
}

/** Lines between neighbouring squares whose leads are mostly in different stages. */
function observed({ cells, across, up }: PageMap, x: Position, y: Position): Markup {
  const stageOf = new Map(cells.map(cell => [`${cell.across} ${cell.up}`, mostFrequent(cell.leads)]))
  const lines = cells.flatMap(cell => {
    const own = stageOf.get(`${cell.across} ${cell.up}`)
    const right = stageOf.get(`${cell.across + across.step} ${cell.up}`)
    const above = stageOf.get(`${cell.across} ${cell.up + up.step}`)
    const [east, north] = [round(x(cell.across + across.step)), round(y(cell.up + up.step))]
    return [
      ...(right !== undefined && right !== own ? [`M${east} ${round(y(cell.up))} V${north}`] : []),
      ...(above !== undefined && above !== own ? [`M${round(x(cell.across))} ${north} H${east}`] : []),
    ]
  })
  return html`<path class="border" d="${lines.join('')}"/>`
}

function mostFrequent(leads: readonly number[]): number {
  return leads.indexOf(Math.max(...leads))
}
