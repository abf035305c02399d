import { fold } from '../values/fold.ts'
import { restoreCapitals } from '../values/salesforce-id.ts'

/**
 * Ids of Salesforce's people: leads, contacts, person accounts. In regular expressions that every engine reads alike.
 */
export const SALESFORCE_ID = {
  short: '^00[Qq31][0-9A-Za-z]{12}$',
  long: '^00[Qq31][0-9A-Za-z]{15}$',
} as const

const SHORT = new RegExp(SALESFORCE_ID.short)
const LONG = new RegExp(SALESFORCE_ID.long)
/** Matches keys that are folded already, which most are. */
const PLAIN = /^[a-z0-9@._+-]+$/

/**
 * The common form of all spellings of a lead's id or e-mail address. Salesforce shows one id with 15
 * characters, whose case counts, or with three more that say which of them are capitals.
 */
export function leadKey(text: string): string {
  if (SHORT.test(text)) return text
  if (LONG.test(text)) return restoreCapitals(text)?.slice(0, 15) ?? fold(text)
  return PLAIN.test(text) ? text : fold(text)
}
