import type { CatalogueField } from './field.ts'
import { FIELDS } from './fields.ts'

/**
 * The fields of events that a rulebook can name without declaring them; the headings are those of event files of unknown
 * origin. Any other name is a column of that name, read as text.
 */
// biome-ignore format: a list of headings is read as a paragraph
export const EVENT_FIELDS = {
  event: {
    type: 'text',
    about: 'What happened, as the file calls it',
    headings: [
      'Event', 'Event Name', 'Event Type', 'Activity', 'Activity Type', 'Activity Name', 'Action', 'Type', 'Type Name',
      'Interaction', 'Interaction Type', 'Engagement Type', 'Signal', 'Name', 'Ereignis', 'Ereignisname', 'Ereignistyp',
      'Aktivität', 'Aktivitätstyp', 'Aktion', 'Typ', 'Art', 'Action Type', 'Event Action', 'Événement', 'Evento', 'Zdarzenie',
    ],
  },
  time: {
    type: 'date',
    about: 'When it happened',
    headings: [
      'Time', 'Timestamp', 'Event Time', 'Event Timestamp', 'Event Date', 'Occurred At', 'Happened At', 'Activity Date',
      'Activity Time', 'Activity At', 'Date Time', 'Date/Time', 'Datetime', 'Date', 'At', 'Created At', 'Created',
      'Created Date', 'Sent At', 'Received At', 'Original Timestamp', 'Zeit', 'Zeitpunkt', 'Zeitstempel', 'Datum',
      'Datum/Uhrzeit', 'Ereignisdatum', 'Erstellt am', 'Server Time', 'Server Timestamp', 'Collector Tstamp',
      'Derived Tstamp', 'Call Date', 'Call Time', 'Meeting Date', 'Visit Date', 'Visit Time', 'Click Time', 'Open Time',
      'Horodatage', 'Fecha', 'Fecha y hora', 'Data', 'Data e ora',
    ],
  },
  page: {
    type: 'text',
    about: 'The page it happened on, or the link that was followed',
    headings: [
      'Page', 'Page URL', 'URL', 'Page Location', 'Page Path', 'Path', 'Current URL', 'Webpage', 'Webpage URL', 'Link',
      'Link URL', 'Clicked URL', 'Landing Page', 'Seite', 'Seiten-URL', 'Seitenpfad',
    ],
  },
  title: {
    type: 'text',
    about: 'What it was about: the title of a page, a form, a mail, a meeting',
    headings: [
      'Title', 'Page Title', 'Subject', 'Asset', 'Asset Name', 'Form', 'Form Name', 'Form Title', 'File Name', 'Campaign',
      'Campaign Name', 'Email Name', 'Details', 'Titel', 'Seitentitel', 'Betreff', 'Formular', 'Kampagne',
    ],
  },
  source: {
    type: 'text',
    about: 'Where the visit came from',
    headings: [
      'Source', 'UTM Source', 'Traffic Source', 'Channel', 'Medium', 'Referrer', 'Referrer URL', 'Quelle', 'Kanal',
    ],
  },
  value: {
    type: 'number',
    about: 'What it was worth, or how much of it there was',
    headings: ['Value', 'Event Value', 'Amount', 'Revenue', 'Quantity', 'Wert', 'Betrag', 'Menge'],
  },
  status: {
    type: 'text',
    about: 'How far it got: registered, attended, responded',
    headings: ['Status', 'Member Status', 'New Status', 'Attendance', 'Outcome', 'Mitgliedsstatus', 'Teilnahme'],
  },
} as const satisfies Record<string, CatalogueField>

/** Columns with the key of a lead, in event files of unknown origin; those of ids and e-mails in lead files come on top. */
// biome-ignore format: a list of headings is read as a paragraph
export const LEAD_KEYS: readonly string[] = [
  'Lead', 'Lead ID', 'Contact ID', 'Person ID', 'Prospect ID', 'User ID', 'Customer ID', 'Subscriber ID', 'Member ID',
  'Record ID', 'Record ID - Contact', 'Kontakt-ID', 'Lead-ID', 'Kunden-ID', 'Datensatz-ID', 'Datensatz-ID - Kontakt',
  'Who ID', 'Object ID', 'External ID', 'CRM ID', 'Distinct ID', 'User', 'Contact', 'Person', 'Customer', 'Prospect',
  'Email', 'E-Mail', 'Email Address', 'E-Mail-Adresse', 'User Email', 'Contact Email', 'Lead Email', 'Work Email',
  'Recipient', 'Recipient Email', 'Empfänger', 'Username', 'Kontakt', 'Kunde', 'Client ID', 'User Pseudo ID',
  'Anonymous ID', 'Visitor ID', 'Device ID', ...FIELDS.email.headings,
]

/** In a file without any of these, a column of this name holds the lead; in most it is the id of the event. */
export const LAST_RESORT = 'ID'
