import { type EventSource, either, fieldIs, means } from '../event-source.ts'
import { memberSignals } from './members.ts'

/** Campaign members, by API name and as reports in English and German: one row for the present status of each. */
// biome-ignore format: headings are read as a paragraph
export const salesforceMembers: EventSource = {
  title: 'Salesforce campaign members',
  signatures: [
    ['CampaignId', 'LeadId', 'Status'],
    ['CampaignId', 'ContactId', 'Status'],
    ['CampaignId', 'LeadOrContactId', 'Status'],
    ['Campaign Name', 'Member Status'],
    ['Campaign ID', 'Member Status'],
    ['Kampagnenname', 'Mitgliedsstatus'],
    ['Kampagnenname', 'Mitgliederstatus'],
  ],
  columns: {
    lead: [
      'LeadId', 'ContactId', 'LeadOrContactId', 'Lead ID', 'Contact ID', 'Lead/Contact ID', 'Lead-ID', 'Kontakt-ID',
      'Related Record ID', 'Email', 'E-Mail',
    ],
    event: ['Status', 'Member Status', 'Mitgliedsstatus', 'Mitgliederstatus'],
    status: ['Status', 'Member Status', 'Mitgliedsstatus', 'Mitgliederstatus'],
    time: [
      'FirstRespondedDate', 'Member First Responded Date', 'First Responded Date', 'Member Status Update',
      'CreatedDate', 'Member First Associated Date', 'Member Created Date', 'Created Date', 'Erstes Antwortdatum',
      'Erstelldatum', 'LastModifiedDate',
    ],
    title: ['Campaign.Name', 'Campaign Name', 'Kampagnenname', 'CampaignId', 'Campaign ID'],
    responded: ['HasResponded', 'Responded', 'Member Responded'],
    deleted: ['IsDeleted'],
  },
  closed: true,
  signals: [...memberSignals(), means('campaign_response', [], fieldIs('responded', 'true', '1', 'yes', 'ja'))],
  unless: fieldIs('deleted', 'true', '1'),
}

/** Activities: tasks that are done, and meetings. */
// biome-ignore format: headings are read as a paragraph
export const salesforceTasks: EventSource = {
  title: 'Salesforce tasks',
  signatures: [
    ['WhoId', 'Subject', 'Status'],
    ['WhoId', 'TaskSubtype'],
    ['WhoId', 'IsClosed'],
  ],
  columns: {
    lead: ['WhoId'],
    event: ['Type', 'TaskSubtype', 'Subject'],
    time: ['CompletedDateTime', 'ActivityDate', 'CreatedDate'],
    title: ['Subject'],
    status: ['Status'],
    closed: ['IsClosed'],
    deleted: ['IsDeleted'],
  },
  closed: true,
  signals: [
    means('call', ['Call']),
    means('email_sent', ['Email', 'ListEmail', 'List Email']),
    means('meeting', ['Meeting']),
  ],
  unless: either(
    fieldIs('deleted', 'true', '1'),
    fieldIs('closed', 'false', '0'),
    fieldIs('status', 'Not Started', 'In Progress', 'Waiting on someone else', 'Deferred', 'Open', 'Offen', 'Nicht begonnen'),
  ),
}

/** Meetings in the calendar. */
export const salesforceEvents: EventSource = {
  title: 'Salesforce calendar events',
  signatures: [
    ['WhoId', 'StartDateTime'],
    ['WhoId', 'ActivityDateTime'],
  ],
  columns: {
    lead: ['WhoId'],
    event: ['Type'],
    time: ['StartDateTime', 'ActivityDateTime', 'ActivityDate'],
    title: ['Subject'],
    deleted: ['IsDeleted'],
  },
  name: 'Meeting',
  closed: true,
  signals: [means('meeting', [])],
  unless: fieldIs('deleted', 'true', '1'),
}
