import { fold } from './fold.ts'
import { restoreCapitals } from './salesforce-id.ts'

/** Ids of Salesforce's people: leads, contacts, person accounts. */
const SALESFORCE = /^00[Qq31][0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/
/** What is folded already, as most keys are. */
const PLAIN = /^[a-z0-9@._+-]+$/

/**
 * What two spellings of a lead's id or e-mail share when they mean the same lead. Salesforce shows one id with 15
 * characters, whose case counts, or with three more that say which of them are capitals.
 */
export function leadKey(text: string): string {
  if (SALESFORCE.test(text)) return text.length === 15 ? text : (restoreCapitals(text)?.slice(0, 15) ?? fold(text))
  return PLAIN.test(text) ? text : fold(text)
}
