import { allOf, fieldContains, fieldIs, means, negated, type SourceSignal } from '../event-source.ts'
import type { SignalName } from '../signals.ts'

/** What the status of a member of a campaign or program says, in English and German. */
// biome-ignore format: statuses are read as a paragraph
const STATUSES = {
  registered: ['Registered', 'Signed Up', 'RSVP', "RSVP'd", 'Accepted', 'Registriert', 'Angemeldet'],
  attended: ['Attended', 'Attended On-demand', 'Attended On Demand', 'Participated', 'Teilgenommen', 'Besucht'],
  booth: ['Visited Booth', 'Scanned at Booth', 'Met at Booth', 'Stand besucht'],
  form: ['Filled-out Form', 'Filled Out Form', 'Form Completed', 'Formular ausgefüllt'],
  download: ['Downloaded', 'Downloaded Content', 'Heruntergeladen'],
  response: ['Responded', 'Engaged', 'Influenced', 'Success', 'Beantwortet', 'Geantwortet', 'Reagiert'],
  open: ['Opened', 'Opened Email', 'Geöffnet'],
  click: ['Clicked', 'Clicked Link', 'Clicked Link in Email', 'Clicked Email', 'Geklickt'],
  unsubscribe: ['Unsubscribed', 'Opted Out', 'Abgemeldet', 'Abbestellt'],
  demo: ['Requested Demo', 'Demo Requested', 'Demo angefragt'],
  meeting: ['Meeting Attended', 'Had Meeting', 'Met'],
} as const

/** Nothing but the name of a campaign tells a webinar from a trade fair. */
const IS_WEBINAR = fieldContains('title', 'webinar', 'webcast', 'web-seminar', 'online-seminar')

const PLAIN: readonly (readonly [SignalName, keyof typeof STATUSES])[] = [
  ['live_event_attended', 'booth'],
  ['form_submit', 'form'],
  ['download', 'download'],
  ['campaign_response', 'response'],
  ['email_open', 'open'],
  ['email_click', 'click'],
  ['unsubscribe', 'unsubscribe'],
  ['demo_request', 'demo'],
  ['meeting', 'meeting'],
]

/** The signals of a member's status: of one event, or of every record where the status itself is the event. */
export function memberSignals(event?: string): SourceSignal[] {
  const names = event === undefined ? [] : [event]
  const signal = (name: SignalName, statuses: readonly string[], when?: SourceSignal['where']) =>
    means(
      name,
      names,
      when === undefined ? fieldIs('status', ...statuses) : allOf(fieldIs('status', ...statuses), when),
    )
  return [
    signal('webinar_registered', STATUSES.registered, IS_WEBINAR),
    signal('webinar_attended', STATUSES.attended, IS_WEBINAR),
    signal('live_event_registered', STATUSES.registered, negated(IS_WEBINAR)),
    signal('live_event_attended', STATUSES.attended, negated(IS_WEBINAR)),
    ...PLAIN.map(([name, statuses]) => signal(name, STATUSES[statuses])),
  ]
}
