import type { Field } from '../../../ir/plan/field.ts'
import { asksFor, consentSpellings, readBoolean } from '../../../ir/values/boolean.ts'
import { fold } from '../../../ir/values/fold.ts'
import { headingKey } from '../../../ir/values/heading.ts'

/**
 * Texts that mean yes or no in this column only, as the start of its map: its own heading (a ticked box), and `opted
 * in` or `unsubscribed` where the field or heading is about consent.
 */
export function truthsOf({ name, type }: Field, headings: readonly string[], nulls: readonly string[]): Field['map'] {
  if (type !== 'boolean') return []
  const ticked = headings.map(fold).filter(text => text !== '' && readBoolean(text) === undefined)
  const [asks] = [name, ...headings].flatMap(text => asksFor(headingKey(text)) ?? [])
  return [
    ...ticked.filter(text => !nulls.includes(text)).map(from => ({ from, to: true })),
    ...(asks === undefined ? [] : consentSpellings(asks).map(([from, to]) => ({ from, to }))),
  ]
}
