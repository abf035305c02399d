import type { Sql } from './dialect.ts'

/** A text between quotes, which are doubled inside. */
export function quoted(text: string, quote: '"' | "'" | '`'): string {
  return quote + text.replaceAll(quote, quote + quote) + quote
}

/** What no literal holds as it stands: a query is laid out in lines, and tools on its way change control characters. */
const CONTROLS = /([\u0000-\u001f\u007f\u0085\u2028\u2029])/

/** A text as a literal; control characters in it are named by their codes. */
export function literalText(text: string, character: (code: number) => Sql): Sql {
  if (!CONTROLS.test(text)) return quoted(text, "'")
  const parts = text.split(CONTROLS).filter(part => part !== '')
  return `(${parts.map(part => (CONTROLS.test(part) ? character(part.charCodeAt(0)) : quoted(part, "'"))).join(' || ')})`
}
