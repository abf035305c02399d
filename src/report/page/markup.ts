import { clean } from '../terminal/terminal-text.ts'

const MARKUP = Symbol('markup')

/** A piece of a page. Only `html` makes one, so that no text of a lead gets onto a page without being escaped. */
export interface Markup {
  readonly [MARKUP]: string
}

/** Texts are escaped, lists are joined, and what is absent leaves nothing. */
export type Part = string | number | Markup | undefined | readonly Part[]

/** Markup with parts in it: html`<b>${text}</b>`. Attributes are always in double quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { [MARKUP]: texts.map((text, index) => text + printed(parts[index])).join('') }
}

/** Text that is leadq's own and is put in as it stands: a style sheet. */
export function own(text: string): Markup {
  return { [MARKUP]: text }
}

/** The text of a finished page. */
export function textOf(markup: Markup): string {
  return markup[MARKUP]
}

function printed(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if (MARKUP in part) return part[MARKUP]
  return part.map(printed).join('')
}

/** Signs that would move a cursor or turn the direction of the text are shown, not obeyed. */
function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
