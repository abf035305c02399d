import { OTHER_TABLES, type OtherTable } from '../../../ir/catalogue/other-tables.ts'
import { headingKey } from '../../../ir/values/heading.ts'
import { meaningsOf } from '../match.ts'

/** Fields that identify a person. */
const PERSONAL = ['email', 'first_name', 'last_name', 'full_name'] as const

/**
 * Recognises a table whose rows are not leads: invoices, orders, tickets. A table that names people may hold leads and
 * is not one of these; guesses do not count, since `Name` can be the name of anything.
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
