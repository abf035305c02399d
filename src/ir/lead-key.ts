import { fold } from './fold.ts'

/** Ids of Salesforce's people: leads, contacts, person accounts. */
const SALESFORCE = /^00[Q31][0-9A-Za-z]{12}(?:[A-Z0-5]{3})?$/
/** What is folded already, as most keys are; one of Salesforce has capitals. */
const PLAIN = /^[a-z0-9@._+-]+$/
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * What two spellings of a lead's id or e-mail share when they mean the same lead. Salesforce shows one id with 15
 * characters, whose case counts, or with three more that say which of them are capitals.
 */
export function leadKey(text: string): string {
  if (PLAIN.test(text)) return text
  if (!SALESFORCE.test(text)) return fold(text)
  const id = text.slice(0, 15)
  return text.length === 15 || text.slice(15) === suffixOf(id) ? id : fold(text)
}

/** A sign for each five characters: the capitals among them as bits, the first one lowest. */
function suffixOf(id: string): string {
  return [0, 5, 10]
    .map(from => {
      const bits = [...id.slice(from, from + 5)].map((sign, bit) => (/[A-Z]/.test(sign) ? 1 << bit : 0))
      return SUFFIX[bits.reduce((sum, bit) => sum + bit, 0)] ?? ''
    })
    .join('')
}
