import type { Field } from '../../../ir/plan/field.ts'
import { asksFor, consentSpellings, readAnswer, readBoolean } from '../../../ir/values/boolean.ts'
import { fold } from '../../../ir/values/fold.ts'
import { headingKey } from '../../../ir/values/heading.ts'

/** Different answers in words of a column. */
const MAX_ANSWERS = 200

/**
 * Texts that mean yes or no in this column only, as the start of its map: its own heading (a ticked box), `opted in` or
 * `unsubscribed` where the field or heading is about consent, and those of its cells that begin with a yes or no.
 */
export function truthsOf(
  { name, type }: Field,
  headings: readonly string[],
  nulls: readonly string[],
  cells: () => readonly string[],
): Field['map'] {
  if (type !== 'boolean') return []
  const answers = [...new Set(cells().map(fold))].flatMap(from => {
    const to = readBoolean(from) === undefined ? readAnswer(from) : undefined
    return to === undefined ? [] : [{ from, to }]
  })
  const ticked = headings.map(fold).filter(text => text !== '' && readBoolean(text) === undefined)
  const [asks] = [name, ...headings].flatMap(text => asksFor(headingKey(text)) ?? [])
  return [
    ...ticked.filter(text => !nulls.includes(text)).map(from => ({ from, to: true })),
    ...(asks === undefined ? [] : consentSpellings(asks).map(([from, to]) => ({ from, to }))),
    ...answers.slice(0, MAX_ANSWERS),
  ]
}
