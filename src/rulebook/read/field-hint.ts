import { didYouMean } from '../../base/nearest.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { GUESSED_HEADINGS, VALUE_GUESSES } from '../../ir/catalogue/guesses.ts'
import { headingKey } from '../../ir/values/heading.ts'

/** Words that nobody has as a heading, or that are one of several fields there. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  job_title: ['Title', 'Titel', 'Role', 'Rolle'],
  last_contact_date: ['last contact', 'letzter Kontakt'],
  annual_revenue: ['revenue', 'Umsatz', 'turnover'],
  full_name: ['Name'],
  lead_status: ['Status'],
}

/** Fields by the headings that exports have for them. */
const BY_HEADING = new Map<string, string>([
  ...Object.entries(GUESSED_HEADINGS).flatMap(([name, headings]) => entries(name, headings)),
  ...VALUE_GUESSES.flatMap(({ field, headings }) => entries(field, headings)),
  ...Object.entries(OTHER_WORDS).flatMap(([name, headings]) => entries(name, headings)),
  ...Object.entries(FIELDS).flatMap(([name, { headings }]) => entries(name, headings)),
])

function entries(field: string, headings: readonly string[]): (readonly [key: string, field: string])[] {
  return headings.map(heading => [headingKey(heading), field])
}

/** The known field that an unknown name most likely means: the one with such a heading in exports, or one of a similar name. */
export function fieldHint(text: string, known: readonly string[]): string | undefined {
  const field = BY_HEADING.get(headingKey(text))
  if (field === undefined || !known.includes(field)) return didYouMean(text, known)
  return `did you mean \`${field}\`? It is the field of a column "${text}"`
}
