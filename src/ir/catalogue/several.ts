import type { FieldName } from './fields.ts'

/**
 * Fields that exports write into several columns of different names: `Email - Work` and `Email - Home`, the city of the
 * person and that of the company. Row by row the first filled one counts, the better heading first. Of all other fields
 * one column is taken for the whole file.
 */
export const FIRST_FILLED: ReadonlySet<string> = new Set<FieldName>([
  ...(['email', 'phone', 'mobile', 'website', 'street', 'postal_code', 'city', 'region', 'country'] as const),
])

/** Fields of which any column that says yes is enough: whoever objected in one of them has objected. */
export const ANY_YES: ReadonlySet<string> = new Set<FieldName>([
  ...(['do_not_contact', 'do_not_call', 'unsubscribed', 'email_bounced'] as const),
])
