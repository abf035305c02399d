import { type EventSource, means } from '../event-source.ts'

/**
 * Occurrences of web analytics and custom events. Built-in events begin with `e_`, custom ones with `pe` and the number of
 * the portal; of the built-in ones only `e_visited_page` is confirmed by a file.
 */
// biome-ignore format: headings are read as a paragraph
export const hubspot: EventSource = {
  title: 'HubSpot events',
  signatures: [
    ['eventType', 'objectId', 'occurredAt'],
    ['event_type', 'object_id', 'occurred_at'],
    ['eventName', 'objectId', 'occurredAt'],
  ],
  columns: {
    lead: ['objectId', 'object_id', 'email', 'properties.hs_email', 'properties.hs_recipient', 'utk'],
    event: ['eventType', 'event_type', 'eventName'],
    time: ['occurredAt', 'occurred_at'],
    page: ['properties.hs_url', 'properties.hs_base_url', 'properties.hs_url_path', 'properties.hs_analytics_normalized_page_url', 'hs_url'],
    title: ['properties.hs_page_title', 'properties.hs_title', 'properties.hs_form_name', 'properties.hs_email_subject', 'hs_page_title'],
    source: ['properties.hs_visit_source', 'properties.hs_utm_source', 'hs_visit_source'],
  },
  affix: '^(?:e|pe[0-9]+)_|_v[0-9]+$',
  signals: [
    means('form_submit', ['e_form_submission', 'e_submitted_form']),
    means('email_open', ['e_opened_email', 'e_opened_marketing_email']),
    means('email_click', ['e_clicked_link_in_email', 'e_clicked_email', 'e_clicked_link_in_marketing_email']),
    means('email_sent', ['e_sent_email', 'e_sent_marketing_email']),
    means('email_delivered', ['e_delivered_email', 'e_delivered_marketing_email']),
    means('email_reply', ['e_replied_email', 'e_replied_to_email']),
    means('meeting_booked', ['e_booked_meeting', 'e_meeting_booked']),
    means('video', ['e_played_media', 'e_media_played']),
    means('unsubscribe', ['e_unsubscribed', 'e_unsubscribed_email']),
  ],
}

/** Events of marketing mails, as the API gives them. */
// biome-ignore format: headings are read as a paragraph
export const hubspotMails: EventSource = {
  title: 'HubSpot mail events',
  signatures: [
    ['recipient', 'type', 'created', 'emailCampaignId'],
    ['recipient', 'type', 'portalId'],
  ],
  columns: {
    lead: ['recipient'],
    event: ['type'],
    time: ['created'],
    page: ['url'],
    title: ['subject', 'emailCampaignId'],
  },
  closed: true,
  signals: [
    means('email_sent', ['SENT']),
    means('email_delivered', ['DELIVERED']),
    means('email_open', ['OPEN']),
    means('email_click', ['CLICK']),
    means('email_reply', ['REPLY']),
    means('email_bounce', ['BOUNCE', 'DROPPED']),
    means('spam_complaint', ['SPAMREPORT']),
    means('unsubscribe', ['STATUSCHANGE', 'UNSUBSCRIBE']),
  ],
}
