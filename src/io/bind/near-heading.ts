import { isWithin, nearest } from '../../base/nearest.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { isCatalogueField } from './match.ts'

/** Shorter names stand inside of too many others. */
const MIN_HEADING_LENGTH = 5
/** From this length on one letter may differ, and from the other one two: `Jobtitle` but not `Stage` and `State`. */
const [MIN_TYPO_LENGTH, MIN_TWO_TYPOS_LENGTH] = [7, 10]

/** What stands before or behind the heading of a column that somebody renamed or copied. */
const RENAMED =
  /^(?:new|neu|neue[rs]?|nuovo|nouveau|nuevo|old|alt|alte[rs]?|v ?\d+|\d+|version \d+|copy|kopie|final|updated|aktuell|current|clean(?:ed)?|bereinigt|backup|bak|test|tmp|temp|c|custom|import(?:ed)?|migrated|raw|orig(?:inal)?|x)$/

/** A heading that may be that of a field: one with a wanted heading in it, or a misspelling of one. */
export function nearHeading(
  { name, from }: Pick<Field, 'name' | 'from'>,
  headings: readonly string[],
): string | undefined {
  const wanted = wantedHeadings(name, from)
  return containing(wanted, headings) ?? wanted.flatMap(each => nearest(each, headings) ?? [])[0]
}

/** A heading that is very likely that of a field, under another name: `Jobtitel_neu`, `Job Title v2`, `Job Tilte`. */
export function renamedHeading(
  { name, from }: Pick<Field, 'name' | 'from'>,
  headings: readonly string[],
): string | undefined {
  const keys = new Set(wantedHeadings(name, from).map(headingKey))
  return headings.find(heading => isRenamed(heading, keys) || isMisspelled(headingKey(heading), keys))
}

function wantedHeadings(name: string, from: readonly string[]): readonly string[] {
  if (from.length > 0) return from
  return [name.replaceAll('_', ' '), ...(isCatalogueField(name) ? FIELDS[name].headings : [])]
}

/** A heading with a wanted one in it, and more. */
function containing(wanted: readonly string[], headings: readonly string[]): string | undefined {
  const keys = wanted.map(headingKey).filter(({ length }) => length >= MIN_HEADING_LENGTH)
  return headings.find(heading => keys.some(key => headingKey(heading).includes(key)))
}

/** Whether a heading is a wanted one but for the words of somebody who renamed it. */
function isRenamed(heading: string, keys: ReadonlySet<string>): boolean {
  const words = fold(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const left = words.filter(word => !RENAMED.test(word))
  return left.length > 0 && left.length < words.length && keys.has(left.join(''))
}

function isMisspelled(key: string, keys: ReadonlySet<string>): boolean {
  if (key.length < MIN_TYPO_LENGTH) return false
  const most = key.length < MIN_TWO_TYPOS_LENGTH ? 1 : 2
  return [...keys].some(each => isWithin(most, each, key))
}
