import { type EventSource, fieldIs, means } from '../event-source.ts'

/**
 * Visitor activities: a number for what happened (Pardot's own list), and a name for what it happened to. Only both
 * together say whether a click was in a mail, or a success that of a form.
 */
// biome-ignore format: headings are read as a paragraph
export const pardot: EventSource = {
  title: 'Pardot visitor activities',
  signatures: [
    ['prospect_id', 'type', 'type_name'],
    ['prospectId', 'type', 'typeName'],
    ['prospect_id', 'type', 'visitor_id'],
    ['prospectId', 'type', 'visitorId'],
    ['prospect.id', 'type', 'type_name'],
  ],
  columns: {
    lead: ['prospect_id', 'prospectId', 'prospect.id', 'prospect.email', 'prospect_email', 'email'],
    event: ['type'],
    thing: ['type_name', 'typeName'],
    time: ['created_at', 'createdAt'],
    page: ['details', 'url'],
    title: ['details', 'campaign.name', 'campaign_name'],
  },
  closed: true,
  signals: [
    means('email_sent', ['6', 'Sent'], fieldIs('thing', 'Email')),
    means('email_open', ['11', 'Open']),
    means('email_click', ['1', '17', 'Click'], fieldIs('thing', 'Email', 'Email Tracker', 'Tracked Email Link')),
    means('unsubscribe', ['12', '35', 'Unsubscribe Page']),
    means('email_bounce', ['13', '36', 'Bounced']),
    means('spam_complaint', ['14', 'Spam Complaint']),
    means('subscribe', ['16', '37', 'Resubscribed']),
    means('form_submit', ['4', 'Success'], fieldIs('thing', 'Form', 'Form Handler', 'Landing Page')),
    means('download', ['1', '2', 'View', 'Click'], fieldIs('thing', 'File')),
    means('page_view', ['2', 'View'], fieldIs('thing', 'Page View', 'Visitor Page View', 'Landing Page', 'Priority Page')),
    means('visit', ['20', '5', 'Visit', 'Session']),
    means('chat', ['22', 'Olark Chat']),
    means('webinar_attended', ['24', 'Attended Webinar']),
    means('webinar_registered', ['25', 'Registered for Webinar']),
    means('video', ['27', '30', '34', 'Video View', 'Video Conversion']),
    means('live_event_registered', ['28', 'Event Registered']),
    means('live_event_attended', ['29', 'Event Checked In']),
    means({ called: 'webinar_invited' }, ['23', 'Invited to Webinar']),
    means({ called: 'custom_redirect_click' }, ['1', '21', 'Click', 'Custom URL Click'], fieldIs('thing', 'Custom Redirect', 'Custom URL')),
    means({ called: 'form_error' }, ['3', 'Error']),
    means({ called: 'site_search' }, ['7', 'Search']),
    means({ called: 'opportunity_created' }, ['8', 'New Opportunity']),
    means({ called: 'opportunity_won' }, ['9', 'Opportunity Won']),
    means({ called: 'opportunity_lost' }, ['10', 'Opportunity Lost']),
  ],
}
