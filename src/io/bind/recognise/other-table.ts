import { OTHER_TABLES, type OtherTable } from '../../../ir/catalogue/other-tables.ts'
import { headingKey } from '../../../ir/values/heading.ts'
import { meaningsOf } from '../match.ts'

/** Fields of which each says who somebody is. */
const PERSONAL = ['email', 'first_name', 'last_name', 'full_name'] as const

/**
 * A table of unknown origin whose rows are no leads: invoices, orders, tickets. One that names people may be leads, so that
 * it is none; guesses do not count, as `Name` may be the name of anything.
 */
export function recogniseOtherTable(headings: readonly string[]): OtherTable | undefined {
  const keys = new Set(headings.map(headingKey))
  const found = OTHER_TABLES.find(({ signatures }) =>
    signatures.some(signature => signature.every(heading => keys.has(headingKey(heading)))),
  )
  if (found === undefined) return undefined
  const { of } = meaningsOf(headings, undefined)
  return PERSONAL.some(field => of(field, 'heading').length > 0) ? undefined : found
}
