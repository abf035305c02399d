import type { PageCost, PageData } from '../../../ir/results/page.ts'
import { bar, stageColour } from '../chart/bar.ts'
import type { Part } from '../markup.ts'
import { html } from '../markup.ts'
import { lead, note, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import { legend } from './scores.ts'
import type { Absent, Section } from './section.ts'

/** Where leads come from, how far they get, and what they cost. */
export function channelsSection(data: PageData, language: Language): Section | Absent {
  const { words, spell } = language
  const { channels, stages, costs } = data
  const head = { id: 'channels', title: words.channels, wide: true }
  if (channels.length === 0) return { title: words.channels, why: words.noChannels }
  const most = Math.max(0, ...channels.map(({ leads }) => leads))
  const best = stages[0]?.stage
  const hasMedium = channels.some(({ medium }) => medium !== undefined)
  const hasWins = channels.some(({ expectedWins }) => expectedWins !== undefined)
  const columns = [
    { head: words.channel },
    ...(hasMedium ? [{ head: words.medium }] : []),
    { head: words.leadsHead, kind: 'number' as const },
    { head: '', kind: 'bar' as const },
    ...stages.map(({ stage }) => ({ head: stage, kind: 'number' as const })),
    ...(best === undefined ? [] : [{ head: words.shareOf(best), kind: 'number' as const }]),
    ...(hasWins ? [{ head: words.expectedWins, kind: 'number' as const }] : []),
  ]
  const rows = channels.map(({ channel, medium, leads, stages: byStage, expectedWins }): Part[] => [
    channel,
    ...(hasMedium ? [medium ?? '\u{2013}'] : []),
    spell.number(leads),
    bar(
      byStage.map((size, index) => ({ size, colour: stageColour(index) })),
      most,
    ),
    ...byStage.map(count => spell.number(count)),
    ...(best === undefined ? [] : [spell.percent(byStage[0] ?? 0, leads)]),
    ...(hasWins ? [expectedWins === undefined ? '\u{2013}' : spell.decimal(expectedWins)] : []),
  ])
  return {
    ...head,
    body: [
      legend(stages.map(({ stage }) => stage)),
      table(words.channels, columns, rows),
      html`<h3>${words.costs}</h3>`,
      costs === undefined ? note(words.noCosts) : printCosts(costs, language),
    ],
  }
}

function printCosts(costs: NonNullable<PageData['costs']>, { words, spell }: Language): Part {
  const hasWon = costs.rows.some(({ won }) => won !== undefined)
  const hasWins = costs.rows.some(({ expectedWins }) => expectedWins !== undefined)
  const number = (head: string) => ({ head, kind: 'number' as const })
  const columns = [
    { head: words.channel },
    number(words.cost),
    number(words.leadsHead),
    number('MQL'),
    number('SQL'),
    ...(hasWon ? [number(words.won)] : []),
    number(words.perLead),
    number(words.perMql),
    number(words.perSql),
    ...(hasWins ? [number(words.perWin)] : []),
  ]
  const per = (row: PageCost, count: number | undefined) =>
    count === undefined || count === 0 ? '\u{2013}' : spell.money(row.cost / count, costs.currency)
  const rows = costs.rows.map((row): Part[] => [
    row.kind === 'channel' ? row.name : html`<b>${row.kind === 'sum' ? words.sum : row.name}</b>`,
    spell.money(row.cost, costs.currency),
    spell.number(row.leads),
    spell.number(row.mql),
    spell.number(row.sql),
    ...(hasWon ? [row.won === undefined ? '\u{2013}' : spell.number(row.won)] : []),
    per(row, row.leads),
    per(row, row.mql),
    per(row, row.sql),
    ...(hasWins ? [per(row, row.expectedWins)] : []),
  ])
  return [
    lead(words.costsText(spell.day(costs.from), spell.day(costs.to))),
    table(words.costs, columns, rows),
    costs.remarks.length === 0
      ? undefined
      : html`<ul class="remarks">${costs.remarks.map(text => html`<li>${text}</li>`)}</ul>`,
  ]
}

/** Chances to buy, and the wins that they add up to. */
export function chanceSection({ chances }: PageData, { words, spell }: Language): Section | Absent {
  const head = { id: 'chance', title: words.chance }
  if (chances === undefined) return { title: words.chance, why: words.noChance }
  const most = Math.max(0, ...chances.bands.map(({ leads }) => leads))
  return {
    ...head,
    body: [
      lead(words.chanceText(spell.decimal(chances.expectedWins))),
      table(
        words.chance,
        [
          { head: words.chance },
          { head: words.leadsHead, kind: 'number' },
          { head: '', kind: 'bar' },
          { head: words.expectedWins, kind: 'number' },
        ],
        chances.bands.map(({ percent, leads }) => [
          spell.percent(percent, 100),
          spell.number(leads),
          bar([{ size: leads, colour: 'plus' }], most),
          spell.decimal((percent * leads) / 100),
        ]),
      ),
    ],
  }
}
