import type { Lead } from './lead.ts'

/** What the search for duplicates and accounts asks of a lead; good until the next lead. */
export interface NumberedLead {
  /** The number of its duplicate key; -1 if it has none. */
  readonly key: number
  /** Its rank among its duplicates. */
  readonly rank: number
  /** The number of its account; -1 if it has none. */
  readonly account: number
  /** Asked after `account`. */
  readonly isReachable: boolean
  /** Where its id or else its e-mail address stands in `bytes`; undefined if that is not spelled plainly. */
  readonly label: { readonly from: number; readonly to: number } | undefined
  readonly bytes: Uint8Array
  /** Its readings of the fields that all this depends on. */
  lead(): Lead
}
