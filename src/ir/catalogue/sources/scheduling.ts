import type { System } from '../system.ts'

/** Appointments that people book themselves: a row is a booking, and whoever booked it is the lead. */
// biome-ignore format: headings are read as a paragraph
export const SCHEDULING = {
  calendly: {
    title: 'Calendly',
    readIn: ['a published export and code that reads it'],
    exports: [
      {
        title: 'event export',
        signatures: [
          ['Invitee Name', 'Invitee Email'], ['Invitee Email', 'Event Type Name'], ['Invitee Email', 'Start Date & Time'], ['Invitee Email', 'Event Created Date & Time'],
          ['Invitee First Name', 'Invitee Last Name', 'Invitee Email'],
        ],
      },
      { title: 'invitees', signatures: [['invitee_full_name', 'invitee_email'], ['invitee_uuid', 'invitee_email'], ['payload.scheduled_event.start_time', 'payload.email'], ['scheduled_event.start_time', 'email', 'cancel_url']] },
    ],
    paths: ['payload.*'],
    headings: {
      id: ['Invitee UUID'], full_name: ['Invitee Name', 'invitee_full_name', 'name'], first_name: ['Invitee First Name'], last_name: ['Invitee Last Name'], email: ['Invitee Email'],
      created_date: ['Event Created Date & Time', 'created_at'], demo_date: ['Start Date & Time', 'event_start_time', 'payload.scheduled_event.start_time', 'scheduled_event.start_time'], mobile: ['Text Reminder Number'],
      marketing_consent: ['Invitee accepted marketing emails'], external_id: ['Salesforce UUID'], crm_owner: ['User Name', 'assigned_to'], campaign: ['UTM Campaign'],
    },
    nulls: [],
  },
  'cal-com': {
    title: 'Cal.com',
    exports: [
      {
        title: 'bookings',
        signatures: [['bookingUid', 'attendees.0.email'], ['uid', 'eventTypeId', 'attendees.0.email'], ['attendees.0.email', 'startTime', 'endTime'], ['attendees.0.email', 'eventType.slug']],
      },
      {
        title: 'booking export',
        remembered: true,
        signatures: [['Attendee Name', 'Attendee Email', 'Event Type'], ['attendeeEmail', 'startTime', 'eventTypeTitle'], ['Booking UID', 'Attendee Email'], ['UID', 'Title', 'Attendees', 'Event Type']],
      },
    ],
    paths: [],
    headings: {
      id: ['uid', 'bookingUid'], email: ['attendees.0.email'], full_name: ['attendees.0.name'], language: ['attendees.0.language.locale', 'attendees.0.locale'], demo_date: ['startTime', 'start'], created_date: ['createdAt'], message: ['description', 'additionalNotes'],
      phone: ['attendees.0.phoneNumber'], crm_owner: ['organizer.name', 'user.name'],
    },
    remembered: { full_name: ['Attendee Name'], email: ['Attendee Email'], phone: ['Attendee Phone'],  },
    nulls: [],
  },
  acuity: {
    title: 'Acuity Scheduling',
    exports: [{ title: 'appointments', signatures: [['Appointment ID', 'Date Scheduled'], ['Appointment ID', 'Start Time', 'Appointment Price'], ['Start Time', 'End Time', 'First Name', 'Last Name', 'Calendar'], ['Appointment ID', 'Calendar', 'Email']] }],
    paths: [],
    headings: { id: ['Appointment ID'], demo_date: ['Start Time'], created_date: ['Date Scheduled'], crm_owner: ['Calendar'], message: ['Notes'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
