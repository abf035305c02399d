import type { PageData } from '../../../ir/results/page.ts'
import { bar, stageColour } from '../chart/bar.ts'
import { sum } from '../chart/scale.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { lead, note, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Absent, Section } from './section.ts'

/** How many leads are in each stage, large: the first thing to look at. */
export function printTotals({ stages, leads, due }: PageData, { words, spell }: Language): Markup {
  const cards = stages.map(
    ({ stage, leads: count, before }, index) =>
      html`<li><span class="dot ${stageColour(index)}-dot" aria-hidden="true"></span><span class="name">${stage}</span>
<strong>${spell.number(count)}</strong><span class="sub">${spell.percent(count, leads)}${before === undefined ? undefined : html` · <span class="delta">${spell.change(count - before)}</span>`}</span></li>`,
  )
  const actions =
    due === undefined
      ? undefined
      : html`<p class="actions">${words.actions(spell.number(due.new_sql), spell.number(due.due_today), spell.number(due.overdue))}</p>`
  return html`<ul class="totals" aria-label="${words.stages}">${cards}</ul>${actions}`
}

/** Stages with shares and medians, and the moves since the run before. */
export function stagesSection(data: PageData, language: Language): Section {
  const { words, spell } = language
  const most = Math.max(0, ...data.stages.map(({ leads }) => leads))
  const hasBefore = data.stages.some(({ before }) => before !== undefined)
  const rows = data.stages.map(({ stage, leads, median, before }, index): Part[] => [
    stage,
    spell.number(leads),
    spell.percent(leads, data.leads),
    bar([{ size: leads, colour: stageColour(index) }], most),
    median === null ? '\u{2013}' : spell.number(median),
    ...(hasBefore ? [before === undefined ? '\u{2013}' : spell.change(leads - before)] : []),
  ])
  const columns = [
    { head: words.stage },
    { head: words.leadsHead, kind: 'number' as const },
    { head: words.share, kind: 'number' as const },
    { head: '', kind: 'bar' as const },
    { head: words.median, kind: 'number' as const },
    ...(hasBefore ? [{ head: words.change, kind: 'number' as const }] : []),
  ]
  // Beside the moves it is narrow; alone it would leave a hole.
  return { id: 'stages', title: words.stages, body: table(words.stages, columns, rows), wide: data.moves === undefined }
}

/** From which stage to which one leads have moved. */
export function movesSection({ moves, stages }: PageData, { words, spell, say }: Language): Section | Absent {
  const head = { id: 'moves', title: words.moves }
  if (moves === undefined) return { title: words.moves, why: words.noMoves }
  const known = stages.map(({ stage }) => stage)
  const named = moves.cells.flatMap(({ from, to }) => [from, to]).filter(stage => stage !== undefined)
  const all = [...new Set([...known, ...named])]
  const count = (from: string | undefined, to: string | undefined) =>
    sum(moves.cells.filter(cell => cell.from === from && cell.to === to).map(({ leads }) => leads))
  const froms = [...all, ...(moves.cells.some(({ from }) => from === undefined) ? [undefined] : [])]
  const tos = [...all, ...(moves.cells.some(({ to }) => to === undefined) ? [undefined] : [])]
  const rows = froms.map((from): Part[] => [
    from ?? words.new,
    ...tos.map(to => {
      const leads = count(from, to)
      if (leads === 0) return html`<span class="nil">\u{b7}</span>`
      return from === to ? html`<span class="same">${spell.number(leads)}</span>` : html`<b>${spell.number(leads)}</b>`
    }),
  ])
  const columns = [{ head: words.before }, ...tos.map(to => ({ head: to ?? words.gone, kind: 'number' as const }))]
  const causes = Object.entries(moves.causes).filter(([, leads]) => leads > 0)
  const isMoved = moves.cells.some(({ from, to }) => from !== to)
  const about = moves.since === undefined ? words.movesPlain : words.movesSince(spell.day(moves.since))
  return {
    ...head,
    body: [
      isMoved ? undefined : note(words.nobodyMoved),
      lead(about),
      table(words.moves, columns, rows),
      causes.length === 0
        ? undefined
        : table(
            words.causes,
            [{ head: words.cause }, { head: words.leadsHead, kind: 'number' }],
            causes.map(([cause, leads]) => [cause.split(' + ').map(say).join(' + '), spell.number(leads)]),
          ),
    ],
  }
}
