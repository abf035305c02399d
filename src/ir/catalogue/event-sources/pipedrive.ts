import { type EventSource, fieldIs, means } from '../event-source.ts'

/** Activities, from the API and as an export in English and German. One that nobody marked as done did not happen yet. */
// biome-ignore format: headings are read as a paragraph
export const pipedrive: EventSource = {
  title: 'Pipedrive activities',
  signatures: [
    ['person_id', 'due_date', 'type'],
    ['due_date', 'type', 'done'],
    ['person_id', 'type', 'marked_as_done_time'],
    ['Activity - Type', 'Activity - Subject'],
    ['Activity - Subject', 'Activity - Due date'],
    ['Activity - Type', 'Activity - Done'],
    ['Activity - Type', 'Activity - Due date'],
    ['Aktivität - Typ', 'Aktivität - Betreff'],
    ['Aktivität - Betreff', 'Aktivität - Fälligkeitsdatum'],
    ['Aktivität - Typ', 'Aktivität - Erledigt'],
    ['Aktivität - Typ', 'Aktivität - Fälligkeitsdatum'],
  ],
  columns: {
    lead: [
      'person_id', 'person_id.value', 'lead_id', 'participants.0.person_id', 'Activity - Person ID', 'Person - ID',
      'Lead - ID', 'Aktivität - Personen-ID', 'person.email', 'Person - Email', 'Person - Email - Work',
      'Person - E-Mail', 'Person - E-Mail-Adresse - Büro', 'attendees.0.email_address',
    ],
    event: ['type', 'Activity - Type', 'Aktivität - Typ', 'Aktivität - Art', 'type_name'],
    time: [
      'marked_as_done_time', 'Activity - Marked as done time', 'Aktivität - Als erledigt markiert am', 'due_date',
      'Activity - Due date', 'Aktivität - Fälligkeitsdatum', 'add_time', 'Activity - Add time',
      'Aktivität - Hinzugefügt am',
    ],
    title: ['subject', 'Activity - Subject', 'Aktivität - Betreff'],
    done: ['done', 'Activity - Done', 'Activity - Status', 'Aktivität - Erledigt', 'Aktivität - Status'],
  },
  closed: true,
  signals: [
    means('call', ['call', 'Anruf']),
    means('meeting', ['meeting', 'lunch', 'Besprechung', 'Meeting', 'Mittagessen']),
    means('email_sent', ['email', 'E-Mail']),
  ],
  unless: fieldIs('done', 'false', '0', 'no', 'nein', 'to do', 'todo', 'open', 'planned', 'zu erledigen', 'offen', 'geplant'),
}
