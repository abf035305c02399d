import { fold } from '../../ir/values/fold.ts'
import { wordForm, wordNeedle } from '../../ir/values/words.ts'
import { DECIDERS } from './templates.ts'

const NEEDLES = DECIDERS.flatMap(phrase => wordNeedle(phrase) ?? [])

/** Whether a job title has a word of those who decide. */
export function isDecider(title: string): boolean {
  const form = wordForm(fold(title))
  return NEEDLES.some(needle => form.includes(needle))
}
