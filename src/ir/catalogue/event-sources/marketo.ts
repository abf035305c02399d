import { type EventSource, means } from '../event-source.ts'
import { memberSignals } from './members.ts'

/** Marketo's own names of its activity types; 1, 2, 10 and 104 are confirmed by files, the others from memory. */
const TYPES: readonly (readonly [id: string, name: string])[] = [
  ['1', 'Visit Webpage'],
  ['2', 'Fill Out Form'],
  ['3', 'Click Link'],
  ['6', 'Send Email'],
  ['7', 'Email Delivered'],
  ['8', 'Email Bounced'],
  ['9', 'Unsubscribe Email'],
  ['10', 'Open Email'],
  ['11', 'Click Email'],
  ['12', 'New Lead'],
  ['13', 'Change Data Value'],
  ['22', 'Change Score'],
  ['24', 'Add to List'],
  ['25', 'Remove from List'],
  ['27', 'Email Bounced Soft'],
  ['37', 'Delete Lead'],
  ['38', 'Send Alert'],
  ['39', 'Send Sales Email'],
  ['40', 'Open Sales Email'],
  ['41', 'Click Sales Email'],
  ['46', 'Interesting Moment'],
  ['101', 'Change Revenue Stage'],
  ['104', 'Change Status in Program'],
]

const IN_PROGRAM = 'Change Status in Program'

/** Bulk and REST activities: numbers for what happened, and the rest as JSON in a cell or as a list of names and values. */
// biome-ignore format: headings are read as a paragraph
export const marketo: EventSource = {
  title: 'Marketo activities',
  signatures: [
    ['leadId', 'activityDate', 'activityTypeId'],
    ['lead_id', 'activity_date', 'activity_type_id'],
    ['marketoGUID', 'activityTypeId'],
    ['Lead ID', 'Activity Date', 'Activity Type'],
  ],
  columns: {
    lead: ['leadId', 'lead_id'],
    event: ['activityTypeId', 'activity_type_id', 'Activity Type'],
    time: ['activityDate', 'activity_date'],
    page: [
      'attributes.Webpage URL', 'attributes.Link', 'attributes.Referrer URL', 'webpage_url', 'link',
      'primaryAttributeValue', 'primary_attribute_value',
    ],
    title: ['primaryAttributeValue', 'primary_attribute_value'],
    status: ['attributes.New Status', 'new_status'],
    source: ['attributes.Source', 'attributes.Search Engine'],
  },
  closed: true,
  signals: [
    ...TYPES.map(([id, name]) => means({ called: name }, [id])),
    means('page_view', ['Visit Webpage']),
    means('form_submit', ['Fill Out Form']),
    means('email_sent', ['Send Email', 'Send Sales Email']),
    means('email_delivered', ['Email Delivered']),
    means('email_bounce', ['Email Bounced', 'Email Bounced Soft']),
    means('unsubscribe', ['Unsubscribe Email']),
    means('email_open', ['Open Email', 'Open Sales Email']),
    means('email_click', ['Click Email', 'Click Sales Email']),
    ...memberSignals(IN_PROGRAM),
  ],
}

/** Program members: one row for the present status of each. */
export const marketoMembers: EventSource = {
  title: 'Marketo program members',
  signatures: [
    ['Program', 'Status', 'Lead Id'],
    ['program', 'statusName', 'leadId'],
    ['programId', 'status', 'leadId'],
  ],
  columns: {
    lead: ['Lead Id', 'leadId', 'email', 'Email Address'],
    event: ['Status', 'statusName', 'status'],
    status: ['Status', 'statusName', 'status'],
    time: ['Member Date', 'membershipDate', 'Membership Date', 'statusDate', 'updatedAt'],
    title: ['Program', 'program', 'programId'],
  },
  closed: true,
  signals: memberSignals(),
}
