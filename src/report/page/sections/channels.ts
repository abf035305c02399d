import type { CostSummary, CostsSummary } from '../../../ir/results/costs.ts'
import type { PageData } from '../../../ir/results/page.ts'
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

function printCosts(costs: CostsSummary, { words, spell }: Language): Part {
  const { channels, media, total, currency = '', from, to } = costs
  const stages = Object.keys(total.reached).reverse()
  const number = (head: string) => ({ head, kind: 'number' as const })
  const columns = [
    { head: words.channel },
    number(words.cost),
    number(words.leadsHead),
    ...stages.map(number),
    ...(total.won === undefined ? [] : [number(words.won)]),
    number(words.per(words.leadOne)),
    ...stages.map(stage => number(words.per(stage))),
    ...(total.won === undefined ? [] : [number(words.per(words.winOne))]),
    ...(total.expected_wins === undefined ? [] : [number(words.perExpectedWin)]),
  ]
  const each = (value: number | null | undefined) =>
    value === null || value === undefined ? '\u{2013}' : spell.money(value, currency)
  const row = (sums: CostSummary, name: Part): Part[] => [
    name,
    sums.cost === 0 && sums.per_lead === null ? '\u{2013}' : spell.money(sums.cost, currency),
    spell.number(sums.leads),
    ...stages.map(stage => spell.number(sums.reached[stage] ?? 0)),
    ...(total.won === undefined ? [] : [spell.number(sums.won ?? 0)]),
    each(sums.per_lead),
    ...stages.map(stage => each(sums.per_stage[stage])),
    ...(total.won === undefined ? [] : [each(sums.per_won)]),
    ...(total.expected_wins === undefined ? [] : [each(sums.per_expected_win)]),
  ]
  const remarks = [
    ...(costs.without_leads.length > 0 ? [words.withoutLeads(costs.without_leads.join(', '))] : []),
    ...(costs.without_costs.length > 0 ? [words.withoutCosts(costs.without_costs.join(', '))] : []),
    ...(costs.outside > 0 ? [words.outside(spell.number(costs.outside))] : []),
    ...(costs.undated > 0 ? [words.undated(spell.number(costs.undated))] : []),
  ]
  return [
    lead(words.costsText(spell.day(from), spell.day(to))),
    table(words.costs, columns, [
      ...channels.map(sums => row(sums, sums.name)),
      ...media.map(sums => row(sums, html`<b>${sums.name}</b>`)),
      row(total, html`<b>${words.sum}</b>`),
    ]),
    remarks.length === 0 ? undefined : html`<ul class="remarks">${remarks.map(text => html`<li>${text}</li>`)}</ul>`,
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
