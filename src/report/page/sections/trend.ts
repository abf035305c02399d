import type { PageData } from '../../../ir/results/page.ts'
import { stageColour } from '../chart/bar.ts'
import { lineChart } from '../chart/lines.ts'
import { html } from '../markup.ts'
import { folded, lead, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Absent, Section } from './section.ts'

/** Leads by stage over the runs. */
export function trendSection({ trend, stages }: PageData, { words, spell }: Language): Section | Absent {
  const head = { id: 'trend', title: words.trend }
  if (trend.length < 2) return { title: words.trend, why: words.noTrend }
  const days = trend.map(({ day }) => day)
  const lines = stages.map(({ stage }, index) => ({
    name: stage,
    stage: index,
    values: trend.map(night => night.stages[index] ?? 0),
  }))
  const columns = [{ head: words.day }, ...stages.map(({ stage }) => ({ head: stage, kind: 'number' as const }))]
  const rows = [...trend]
    .reverse()
    .map(night => [spell.day(night.day), ...stages.map((_, index) => spell.number(night.stages[index] ?? 0))])
  return {
    ...head,
    body: [
      lead(words.trendText(spell.number(trend.length))),
      lines.map(line => {
        const [first = 0, last = 0] = [line.values[0], line.values.at(-1)]
        return html`<figure><figcaption><span class="dot ${stageColour(line.stage)}-dot" aria-hidden="true"></span> <b>${line.name}</b> ${spell.number(last)} <span class="sub">${spell.change(last - first)}</span></figcaption>${lineChart(days, line, spell)}</figure>`
      }),
      folded(words.table, table(words.trend, columns, rows)),
    ],
  }
}
