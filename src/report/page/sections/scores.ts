import type { PageData } from '../../../ir/results/page.ts'
import { stageColour } from '../chart/bar.ts'
import { heatMap, range } from '../chart/heat-map.ts'
import { histogram } from '../chart/histogram.ts'
import { sum } from '../chart/scale.ts'
import { html, type Markup } from '../markup.ts'
import { folded, lead, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Absent, Section } from './section.ts'

/** Two scores against each other, with the borders of the stages. */
export function mapSection({ map, stages }: PageData, { words, spell }: Language): Section | Absent {
  if (map === undefined) return { title: words.mapTitle, why: words.noMap }
  const title = words.map(map.up.name, map.across.name)
  const names = stages.map(({ stage }) => stage)
  const most = Math.max(0, ...map.cells.map(cell => sum(cell.leads)))
  const rows = [...map.cells]
    .sort((a, b) => sum(b.leads) - sum(a.leads))
    .map(cell => [
      `${map.across.name} ${range(cell.across, map.across)}, ${map.up.name} ${range(cell.up, map.up)}`,
      ...cell.leads.map(leads => spell.number(leads)),
    ])
  const columns = [{ head: words.points }, ...names.map(head => ({ head, kind: 'number' as const }))]
  return {
    id: 'map',
    title: capital(title),
    body: [
      lead(`${words.mapText} ${map.borders.length > 0 ? words.mapBorders : words.mapObserved}`),
      heatMap(map, names, title, spell),
      html`<p class="legend">${words.most(spell.number(most))}</p>`,
      folded(words.table, table(title, columns, rows)),
    ],
  }
}

/** A histogram of each score. */
export function scoresSection({ scores, stages }: PageData, { words, spell }: Language): Section | Absent {
  const known = scores.filter(({ bars }) => bars.length > 0)
  if (known.length === 0) return { title: words.scores, why: words.noScores }
  const names = stages.map(({ stage }) => stage)
  const charts = known.map(score => {
    const name = score.name === 'score' ? words.total : score.name
    const median = score.median === null ? '' : `, ${words.medianIs(spell.number(score.median))}`
    const rows = score.bars.map(({ from, leads }) => [
      range(from, { name, from, to: from, step: score.step }),
      ...leads.map(count => spell.number(count)),
    ])
    const columns = [{ head: words.points }, ...names.map(head => ({ head, kind: 'number' as const }))]
    return html`<figure><figcaption><b>${name}</b>${median}</figcaption>${histogram(score, `${name}${median}`, spell)}${folded(words.table, table(name, columns, rows))}</figure>`
  })
  return {
    id: 'scores',
    title: words.scores,
    wide: true,
    body: [lead(words.scoresText), legend(names), html`<div class="charts">${charts}</div>`],
  }
}

/** The colours of the stages with their names. */
export function legend(stages: readonly string[]): Markup {
  return html`<ul class="legend">${stages.map(
    (stage, index) => html`<li><span class="dot ${stageColour(index)}-dot" aria-hidden="true"></span>${stage}</li>`,
  )}</ul>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
