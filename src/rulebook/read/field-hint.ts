import { didYouMean } from '../../base/nearest.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { headingKey } from '../../ir/values/heading.ts'

/** Fields by the headings that exports have for them. */
const BY_HEADING = new Map(
  Object.entries(FIELDS).flatMap(([name, { headings }]) =>
    headings.map(heading => [headingKey(heading), name] as const),
  ),
)

/** The known field that an unknown name most likely means: the one with such a heading in exports, or one of a similar name. */
export function fieldHint(text: string, known: readonly string[]): string | undefined {
  const field = BY_HEADING.get(headingKey(text))
  if (field === undefined || !known.includes(field)) return didYouMean(text, known)
  return `did you mean \`${field}\`? It is the field of a column "${text}"`
}
