import type { EventSource } from './event-source.ts'
import { ga4 } from './event-sources/ga4.ts'
import { hubspot, hubspotMails } from './event-sources/hubspot.ts'
import { marketo, marketoMembers } from './event-sources/marketo.ts'
import { mixpanel } from './event-sources/mixpanel.ts'
import { pardot } from './event-sources/pardot.ts'
import { pipedrive } from './event-sources/pipedrive.ts'
import { salesforceEvents, salesforceMembers, salesforceTasks } from './event-sources/salesforce.ts'

/** The event files that are recognised by their headings. */
export const EVENT_SOURCES: readonly EventSource[] = [
  ga4,
  mixpanel,
  marketo,
  marketoMembers,
  pardot,
  pipedrive,
  hubspot,
  hubspotMails,
  salesforceMembers,
  salesforceTasks,
  salesforceEvents,
]
