import type { PageData } from '../../../ir/results/page.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { inline } from '../table.ts'
import type { Language } from '../words/words.ts'

/** A section of a page, with the anchor that the contents link to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Part
  /** It takes the whole width of the page. */
  readonly wide?: boolean
}

/** A section that has nothing to show, and why. */
export interface Absent {
  readonly title: string
  readonly why: string
}

export type SectionMaker = (data: PageData, language: Language) => Section | Absent | undefined

/** Sections without anything to show stand together at the end, a sentence each. */
export function printAbsent(absent: readonly Absent[], title: string): Section {
  const items = absent.map(each => html`<dt>${each.title}</dt><dd>${inline(each.why)}</dd>`)
  return { id: 'absent', title, wide: true, body: html`<dl>${items}</dl>` }
}

export function printSection({ id, title, body, wide }: Section): Markup {
  return html`<section id="${id}" class="${wide === true ? 'card wide' : 'card'}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>
`
}
