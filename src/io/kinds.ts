import { fold } from '../ir/values/fold.ts'
import { isMailAddress } from '../ir/values/mail.ts'

/** The kind of value that a cell looks like, whatever its column. */
export type Kind = 'blank' | 'mail' | 'url' | 'date' | 'time' | 'phone' | 'amount' | 'number' | 'text'

const MAX_LENGTH = 100

const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  ['url', /^(?:https?:\/\/|www\.)\S+$/i],
  ['date', /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T,].*)?$/],
  ['date', /^(?:\d{1,2}\.? )?[A-Z\u00c4][a-z\u00e4]{2,8}\.?,? (?:\d{1,2},? )?\d{4}(?:,? .*)?$/],
  ['time', /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i],
  ['number', /^[-+]?\d{1,4}$/],
  ['phone', /^(?:\+|00?|\()[\d ()/.-]{6,20}$/],
  ['amount', /^[-+]?(?:[$\u20ac\u00a3] ?)?\d[\d.,' ]*(?: ?[%$\u20ac\u00a3])?$/],
]

export function kindOf(cell: string): Kind {
  const text = cell.trim()
  if (text === '') return 'blank'
  if (text.length > MAX_LENGTH) return 'text'
  if (text.includes('@')) return isMailAddress(fold(text)) ? 'mail' : 'text'
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'
}

/** Whether cells have the kinds of their columns in other records; blank cells and words fit anywhere. */
export function likenessTo(rows: readonly (readonly string[])[]): (cells: readonly string[]) => boolean {
  let kinds: readonly (Kind | undefined)[] | undefined
  return cells => {
    kinds ??= cells.map((_, column) => commonKind(rows.map(row => row[column] ?? '')))
    return kinds.every((kind, column) => {
      const own = kindOf(cells[column] ?? '')
      return kind === undefined || kind === 'text' || own === 'blank' || own === kind
    })
  }
}

/** The most frequent kind of some cells; undefined if they differ or are blank. */
export function commonKind(cells: readonly string[]): Kind | undefined {
  const kinds = cells.map(kindOf).filter(kind => kind !== 'blank')
  const counts = new Map<Kind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const [[kind, count] = [undefined, 0]] = [...counts].sort((a, b) => b[1] - a[1])
  return count * 5 >= kinds.length * 4 ? kind : undefined
}
