import { EVENT_FIELDS } from '../../ir/catalogue/event-fields.ts'
import { SIGNALS } from '../../ir/catalogue/signals.ts'
import { eventConditionSchema } from './condition-schema.ts'
import { keys, optional } from './keys.ts'
import { anyKey, duration, limit, name, seconds, text, whole } from './scalars.ts'
import { anything, oneOrList, record, type Shape, scalar, type TypeOf } from './shape.ts'

/** How rules name events, and what stands under `events:`. */

/** Editors suggest the standard names first; any name of a file is valid. */
const eventSchema = { anyOf: [{ enum: ['any', ...Object.keys(SIGNALS)] }, { type: 'string' as const }] }

const eventName = scalar('the name of an event', eventSchema)
const eventField = scalar('the name of a field of the event', {
  anyOf: [{ enum: Object.keys(EVENT_FIELDS) }, { type: 'string' }],
})

const countShape = keys('a map such as `{ at_least: 3 }`', {
  at_least: optional(whole(0), 'So many counted events or more'),
  at_most: optional(whole(0), 'So many counted events or fewer'),
})

const lastShape = keys('a map such as `{ older_than: 60d }`', {
  older_than: optional(duration(), 'The newest counted event is longer ago than this, or there is none at all'),
  in_last: optional(duration(), 'The newest counted event is no longer ago than this'),
})

/** The keys of a rule that reads events. */
export const eventKeys = {
  event: optional(
    oneOrList(eventName),
    'Points for each of these events: signals such as page_view, names as the file has them, or any',
  ),
  where: optional(
    anything('a condition on the event', { $ref: '#/definitions/event_condition' }),
    'Only events of which this holds: a condition on event, time, page, title, source, value, status or any column of theirs',
  ),
  of: optional(eventField, 'The field of the event that decides on its points, by a table; others do not count'),
  limit: optional(
    limit,
    'How many events count, the newest first: every, once, a number, or a number per span such as 1 per 7d (default every)',
  ),
  distinct: optional(eventField, 'Each value of this field of the event counts once; events without one do not count'),
  count: optional(countShape, 'Earns the points once, and does not fade: if so many events count'),
  last: optional(lastShape, 'Earns the points once, and does not fade: if the newest counted event is that old'),
  instead_of: optional(
    oneOrList(name),
    'Rules that count the same from a column of the leads: they give no points if the event files have such events',
  ),
}

export const eventDefinitions = { event_condition: eventConditionSchema }

/** The keys under `events:`; `field` is the shape of a declared field. */
export function eventsShape<F>(field: Shape<F>) {
  return keys('a map such as `{ join: [client_id], ignore: { per_minute: 20 } }`', {
    join: optional(
      oneOrList(name),
      'Fields of the lead that hold further ids: an event that neither its id nor its e-mail finds is looked for by these, in this order',
    ),
    fields: optional(
      record(name, field),
      'Columns of the event files that are not recognised: lead, event, time, page, or any other that rules read',
    ),
    signals: optional(
      record(name, oneOrList(anyKey)),
      'Your own name for events -> what the files call them; a standard name such as form_submit gets more of them',
    ),
    ignore: optional(
      keys('a map such as `{ own_domain: our-company.com, after_sending: 5s }`', {
        own_domain: optional(oneOrList(text), 'Your own mail domains: events of your own people do not count'),
        after_sending: optional(
          seconds,
          'Opens and clicks so soon after the mail was sent do not count: they come from a mail scanner',
        ),
        per_minute: optional(
          whole(1),
          'More than so many events of one kind by one lead within a minute do not count, none of them: they come from a bot',
        ),
      }),
      'Events caused by bots or your own people; the summary counts them, and no rule reads them',
    ),
  })
}

export type CountDraft = TypeOf<typeof countShape>
export type LastDraft = TypeOf<typeof lastShape>
