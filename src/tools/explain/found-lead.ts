import type { Lead } from '../../engine/lead.ts'
import type { Row } from '../../io/records.ts'

export interface FoundLead {
  readonly row: Row
  readonly lead: Lead
  /** The lead it is a duplicate of, if it is not scored itself. */
  readonly duplicateOf?: string
}
