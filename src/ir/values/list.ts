import { fold } from './fold.ts'

/** Lists in cells: how their elements are told apart; the dialects print the same patterns. */

/** `[a, b]` and `{a,b}` of programming languages and databases, in which commas separate. */
export const BRACKETED = '^(?:\\[[^\\]]*\\]|[{][^}]*[}])$'
export const BRACKETS = '^[\\[{]|[\\]}]$'

/** Code points of the longest text in which quotes are looked at. */
export const MAX_QUOTED_LENGTH = 1_000

/** Stands between the elements of a list whose quotes have been taken off. */
export const ELEMENT_END = '\u001f'

export const QUOTES = ['"', "'"] as const

/** How a list looks that has elements in quotes, and each of its elements with what ends it. */
export interface QuotedList {
  readonly whole: string
  readonly element: string
}

/** Undefined for a separator that is more than one sign. */
export function quotedList(separator: string, quote: string): QuotedList | undefined {
  if (!/^[!#-&(-/:-@[-`{-~]$/.test(separator)) return undefined
  const sign = `\\${separator}`
  const inQuotes = `[^${quote}]*(?:${quote}${quote}[^${quote}]*)*`
  const plain = `[^${quote}${sign}]*`
  const item = `(?: *${quote}${inQuotes}${quote} *|${plain})`
  return {
    whole: `^${item}(?:${sign}${item})*$`,
    element: `(?: *${quote}(${inQuotes})${quote} *|(${plain}))(?:${sign}|$)`,
  }
}

/** The folded elements of a cell. */
export function listElements(text: string, separator: string): string[] {
  const json = text.startsWith('[') ? jsonElements(text) : undefined
  return (json ?? separated(text, separator)).map(fold).filter(element => element !== '')
}

function separated(text: string, separator: string): string[] {
  const isBracketed = /^[[{]/.test(text) && new RegExp(BRACKETED).test(text)
  const [list, sign] = isBracketed ? [text.replace(new RegExp(BRACKETS, 'g'), ''), ','] : [text, separator]
  return unquoted(list, sign) ?? list.split(sign)
}

function unquoted(text: string, separator: string): string[] | undefined {
  for (const quote of QUOTES) {
    if (!text.includes(quote) || [...text].length > MAX_QUOTED_LENGTH) continue
    const list = quotedList(separator, quote)
    if (list === undefined || !new RegExp(list.whole).test(text)) continue
    const bare = text.replace(new RegExp(list.element, 'g'), `$1$2${ELEMENT_END}`)
    return bare.replaceAll(quote + quote, quote).split(ELEMENT_END)
  }
  return undefined
}

/** The elements of a JSON list in a cell, the form in which lists inside JSON records arrive. */
function jsonElements(text: string): string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.map(String) : undefined
  } catch {
    return undefined
  }
}
