import { type EventSource, means } from '../event-source.ts'

/** The raw export (a record a line), and tables of the same. Event names are each project's own. */
// biome-ignore format: headings are read as a paragraph
export const mixpanel: EventSource = {
  title: 'Mixpanel events',
  signatures: [
    ['event', 'properties.time'],
    ['event', 'properties.distinct_id'],
    ['event', 'distinct_id', 'time'],
    ['name', 'distinct_id', 'time'],
    ['event_name', 'distinct_id', 'mp_lib'],
    ['event', 'time', '$insert_id'],
  ],
  columns: {
    lead: [
      'properties.$user_id', 'properties.user_id', '$user_id', 'properties.distinct_id', 'distinct_id',
      'properties.$identified_id', 'properties.$email', 'properties.email', '$email',
    ],
    event: ['event', 'event_name', 'name'],
    time: ['properties.time', 'time'],
    page: ['properties.$current_url', '$current_url', 'current_url', 'properties.current_url', 'properties.page'],
    source: ['properties.utm_source', 'utm_source', 'properties.$referring_domain', 'referring_domain'],
    value: ['properties.$amount', '$amount'],
  },
  signals: [
    means('visit', ['$session_start']),
    means('page_view', ['$mp_web_page_view', 'Page View', 'Viewed Page']),
  ],
}
