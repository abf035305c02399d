import { nearest } from '../../base/nearest.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { isCatalogueField } from './match.ts'
import type { Sample } from './sampled-columns.ts'

const NAMED = 12
/** Shorter names stand inside of too many others. */
const MIN_HEADING_LENGTH = 5

/** Refuses an input without a column for a field that the rulebook marks as required. */
export function refuseWithoutRequired(fields: readonly BoundField[], { name, headings }: Sample): void {
  const lacking = fields.filter(({ required, columns }) => required === true && columns.length === 0)
  const [first] = lacking
  // A plan that is bound to no file, for reading events, has no columns at all.
  if (first === undefined || headings.length === 0) return
  const names = lacking.map(field => `\`${field.name}\``).join(', ')
  const message = `no column for ${names}, which the rulebook requires`
  const filled = headings.filter(heading => heading.trim() !== '')
  const known = isCatalogueField(first.name) ? FIELDS[first.name].headings : []
  const wanted = first.from.length > 0 ? first.from : [first.name.replaceAll('_', ' '), ...known]
  const close = containing(wanted, filled) ?? wanted.flatMap(each => nearest(each, filled) ?? [])[0]
  const shown = filled.slice(0, NAMED).join(', ') + (filled.length > NAMED ? ' ...' : '')
  const column = close ?? 'Rolle'
  const hint = `${close === undefined ? `its columns: ${shown}; ` : `is it \`${close}\`? `}name the column in the rulebook: \`fields: { ${first.name}: { from: ${column}, required: true } }\``
  throw refuse('bind/required-column', message, startOf(name), hint)
}

/** A heading with a wanted one in it, and more: `Jobtitel_neu`. */
function containing(wanted: readonly string[], headings: readonly string[]): string | undefined {
  const keys = wanted.map(headingKey).filter(({ length }) => length >= MIN_HEADING_LENGTH)
  return headings.find(heading => keys.some(key => headingKey(heading).includes(key)))
}
