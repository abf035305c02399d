import type { PageData, PageEntry, PageLead } from '../../../ir/results/page.ts'
import { stepBar } from '../chart/bar.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Section } from './section.ts'

/** The best leads of each owner with their points. It shows persons, so it is there only if it was asked for. */
export function bestSection({ best }: PageData, language: Language): Section | undefined {
  if (best === undefined) return undefined
  const { words } = language
  const owners = best.map(
    ({ owner, leads }) =>
      html`<h3>${owner === '' ? words.noOwner : owner}</h3><div class="leads">${leads.map(lead => printLead(lead, language))}</div>`,
  )
  return { id: 'best', title: words.best, body: owners, wide: true }
}

function printLead({ name, stage, total, next, due, ledger }: PageLead, { words, spell }: Language): Markup {
  const facts = [stage, total, next, due === '' ? '' : words.due(spell.day(due))].filter(fact => fact !== '')
  const columns = [
    { head: words.rule },
    { head: words.points, kind: 'number' as const },
    { head: '', kind: 'bar' as const },
    { head: words.sum, kind: 'number' as const },
  ]
  return html`<details class="person"><summary><b>${name}</b> <span class="facts">${facts.join(' · ')}</span></summary>${table(name, columns, waterfall(ledger, spell))}</details>`
}

/** Each entry from where the one before it has ended. */
function waterfall(ledger: readonly PageEntry[], spell: Language['spell']): Part[][] {
  let sum = 0
  const levels = ledger.map(({ points }) => {
    sum += points
    return sum
  })
  const scale = { low: Math.min(0, ...levels), high: Math.max(0, ...levels) }
  return ledger.map(({ label, points }, index) => {
    const to = levels[index] ?? 0
    return [label, spell.change(points), stepBar(to - points, to, scale), spell.number(to)]
  })
}
