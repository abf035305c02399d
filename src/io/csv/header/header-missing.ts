import { commonKind, type Kind, kindOf } from '../../kinds.ts'
import { countKnown } from '../../known-headings.ts'

/** Headings for columns that are recognised by their values. */
const NAMES: Partial<Readonly<Record<Kind, string>>> = { mail: 'Email', url: 'Website', phone: 'Phone' }

/** Kinds of values that no program puts into a header. Small numbers can be years or months. */
const VALUES: readonly Kind[] = ['mail', 'url', 'date', 'time', 'phone', 'amount']

/**
 * Whether the first record of a table is a lead like those below it: an address is no heading, and neither are values of
 * the kinds that stand below them. `perhaps`: numbers over numbers.
 */
export function readsAsRecord(
  first: readonly string[],
  rows: readonly (readonly string[])[],
): 'yes' | 'perhaps' | 'no' {
  const known = countKnown(first)
  const kinds = first.map(kindOf)
  if (kinds.includes('mail') && known < 2) return 'yes'
  if (known > 0) return 'no'
  const even = rows.filter(row => row.length === first.length)
  const isLikeBelow = (kind: Kind, column: number) => commonKind(even.map(row => row[column] ?? '')) === kind
  const alike = kinds.filter((kind, column) => VALUES.includes(kind) && isLikeBelow(kind, column)).length
  if (alike > 1) return 'yes'
  const numbers = kinds.filter((kind, column) => isLead(kind, first[column] ?? '') && isLikeBelow(kind, column)).length
  return alike + numbers > 0 ? 'perhaps' : 'no'
}

/** A number that is neither a year nor the number of a column. */
function isLead(kind: Kind, cell: string): boolean {
  return kind === 'number' && !/^(?:19|20)\d\d$|^\d$/.test(cell.trim())
}

/** Headings for columns without any: the given ones, then those that the values suggest. */
export function inventHeadings(rows: readonly (readonly string[])[], given: readonly string[] = []): string[] {
  const width = Math.max(given.length, ...rows.map(row => row.length))
  const taken = new Set(given)
  return Array.from({ length: width }, (_, column) => {
    const name = given[column]
    if (name !== undefined && name !== '') return name
    const kind = commonKind(rows.map(row => row[column] ?? ''))
    const said = kind && NAMES[kind]
    if (said === undefined || taken.has(said)) return `column ${column + 1}`
    taken.add(said)
    return said
  })
}

/** Whether any column was recognised by its values. */
export function isRecognised(headings: readonly string[]): boolean {
  return headings.some(heading => !/^column \d+$/.test(heading))
}
