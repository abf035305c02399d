import type { System } from '../system.ts'

/** Events and webinars: a row is somebody who registered or came. */
// biome-ignore format: headings are read as a paragraph
export const WEBINARS = {
  zoom: {
    title: 'Zoom',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'webinar report',
        signatures: [
          ['Registration Time', 'Approval Status'], ['User Name (Original Name)', 'Join Time', 'Leave Time'], ['Attended', 'User Name (Original Name)', 'Email'],
          ['Attended', 'Registration Time', 'Approval Status'], ['Time in Session (minutes)', 'Email'], ['Name (Original Name)', 'User Email', 'Join Time'],
          ['Attended', 'User Name (Original Name)', 'First Name', 'Last Name', 'Email', 'Registration Time', 'Approval Status'],
        ],
      },
      { title: 'registrants', signatures: [['/registrants', 'join_url', 'email'], ['join_url', 'registrant_id'], ['join_url', 'create_time', 'email', 'first_name']] },
    ],
    paths: [],
    headings: {
      full_name: ['User Name (Original Name)', 'Name (Original Name)'], email: ['User Email'], company: ['Organization', 'org'], signup_date: ['Registration Time'], webinar: ['Attended'],
      country: ['Country/Region Name'], phone: ['Phone'], industry: ['industry'], employees: ['no_of_employees'], timeline: ['purchasing_time_frame'], decision_role: ['role_in_purchase_process'], message: ['comments', 'Questions & Comments'],
      region: ['State/Province'], postal_code: ['Zip/Postal Code'], source: ['Source Name', 'Registration Source'],
    },
    nulls: ['--'],
    values: { webinar: { yes: 'attended', no: 'registered', ja: 'attended', nein: 'registered' } },
  },
  teams: {
    title: 'Microsoft Teams',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'attendance report',
        language: 'en',
        signatures: [
          ['First Join', 'Last Leave'], ['First Join', 'Last Leave', 'Email', 'Role'], ['Participant ID (UPN)', 'Email'], ['In-Meeting Duration', 'Email'], ['Full Name', 'User Action', 'Timestamp'],
          ['Name', 'First Join Time', 'Last Leave Time'], ['Registration Time', 'First Join', 'Email'],
        ],
      },
      {
        title: 'attendance report',
        language: 'de',
        remembered: true,
        signatures: [['Erster Beitritt', 'Letztes Verlassen'], ['Erste Teilnahme', 'Letzter Austritt'], ['Teilnehmer-ID (UPN)', 'E-Mail'], ['Dauer in der Besprechung', 'E-Mail'], ['Registrierungszeit', 'Registrierungsstatus']],
      },
      { title: 'webinar registrations', signatures: [['Registration Time', 'Registration Status', 'Email'], ['Registration Email', 'First Name', 'Last Name']] },
    ],
    paths: [],
    headings: { id: ['Participant ID (UPN)'], full_name: ['Name', 'Full Name'], email: ['Registration Email'], signup_date: ['Registration Time'], last_activity_date: ['Last Leave', 'Last Leave Time'], webinar: ['Registration Status'] },
    remembered: { id: ['Teilnehmer-ID (UPN)'], signup_date: ['Registrierungszeit'], last_activity_date: ['Letztes Verlassen', 'Letzter Austritt'], webinar: ['Registrierungsstatus'] },
    nulls: [],
  },
  eventbrite: {
    title: 'Eventbrite',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'attendee report',
        signatures: [
          ['Order #', 'Order Date', 'Ticket Type'], ['Attendee #', 'Ticket Type'], ['Order #', 'Attendee Status'], ['Ticket Type', 'Attendee Status'], ['Order no.', 'Ticket Type'],
          ['Order #', 'Order Date', 'Attendee Status', 'Ticket Type', 'Email'], ['Order ID', 'Ticket type', 'Attendee status'], ['Buyer email', 'Ticket type'], ['Order #', 'Order Date', 'Order Status', 'Event Name', 'Email'],
          ['Order ID', 'Order date', 'Buyer email'],
        ],
      },
      {
        title: 'attendee report',
        language: 'de',
        remembered: true,
        signatures: [['Bestellnummer', 'Tickettyp'], ['Bestellnr.', 'Bestelldatum', 'Ticketart'], ['Tickettyp', 'Teilnehmerstatus'], ['Bestellnr.', 'Tickettyp'], ['Ticketart', 'Teilnehmerstatus']],
      },
    ],
    paths: ['profile.*'],
    headings: {
      signup_date: ['Order Date'], webinar: ['Attendee Status'], campaign: ['Event Name'], email: ['Attendee email', 'Buyer email'], first_name: ['Attendee first name', 'Buyer first name'], last_name: ['Attendee Surname', 'Attendee last name', 'Buyer Surname', 'Buyer last name'],
      id: ['Attendee #', 'Attendee ID', 'Barcode #'], phone: ['Work Phone', 'Home Phone'], city: ['Home City', 'Work City', 'Billing City'], country: ['Home Country', 'Work Country', 'Billing Country'],
      postal_code: ['Home Zip', 'Work Zip', 'Billing Zip'], region: ['Home State', 'Work State'], street: ['Home Address 1', 'Work Address 1'], source: ['Affiliate'],
    },
    remembered: { signup_date: ['Bestelldatum'], webinar: ['Teilnehmerstatus'], campaign: ['Name des Events'], id: ['Teilnehmernr.', 'Teilnehmer-ID'], email: ['E-Mail des Käufers'] },
    nulls: [],
  },
  luma: {
    title: 'Luma',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'guest list',
        signatures: [
          ['api_id', 'approval_status'], ['approval_status', 'checked_in_at'], ['approval_status', 'ticket_name'], ['approval_status', 'custom_source'], ['guest_id', 'approval_status'],
          ['api_id', 'name', 'email', 'approval_status', 'checked_in_at', 'qr_code_url'],
        ],
      },
    ],
    paths: ['guest.*'],
    headings: { id: ['api_id', 'guest_id'], full_name: ['name', 'user_name'], email: ['user_email'], signup_date: ['registered_at'], webinar: ['approval_status'], source: ['custom_source'], phone: ['phone_number'] },
    nulls: [],
  },
  goto: {
    title: 'GoTo Webinar',
    readIn: ['code that calls its API'],
    exports: [
      { title: 'registrants', signatures: [['registrantKey', 'joinUrl'], ['registrantKey', 'email'], ['registrantKey', 'registrationDate'], ['attendanceTimeInSeconds', 'registrantKey']] },
      {
        title: 'attendee report',
        remembered: true,
        signatures: [
          ['Attended', 'Interest Rating'], ['Attended', 'Time in Session', 'Registration Date/Time'], ['Registration Date/Time', 'Join Time', 'Leave Time'], ['Attended', 'Attentiveness'],
          ['Attended', 'Registration Date/Time', 'First Name', 'Last Name', 'Email Address'], ['Registration Date/Time', 'Unsubscribed', 'Registrant'], ['Registered', 'Unsubscribed', 'First Name', 'Last Name', 'Email Address', 'Webinar ID'],
        ],
      },
    ],
    paths: [],
    headings: {
      id: ['registrantKey'], signup_date: ['registrationDate'], employees: ['numberOfEmployees'], timeline: ['purchasingTimeFrame'], decision_role: ['purchasingRole'], message: ['questionsAndComments'], postal_code: ['zipCode'],
      webinar: ['status'],
    },
    remembered: { signup_date: ['Registration Date/Time', 'Registered'], webinar: ['Attended'], crm_score: ['Interest Rating'], decision_role: ['Role in Purchase Process'], message: ['Questions & Comments'] },
    nulls: ['--'],
    values: { webinar: { yes: 'attended', no: 'registered' } },
  },
  on24: {
    title: 'ON24',
    exports: [
      {
        title: 'registrants',
        signatures: [['eventuserid', 'email'], ['/registrants', 'eventuserid'], ['/attendees', 'eventuserid'], ['userstatus', 'eventuserid'], ['engagementscore', 'eventuserid']],
      },
      { title: 'lead report', remembered: true, signatures: [['Engagement Score', 'Registration Date', 'Live Minutes'], ['Event User ID', 'Email'], ['Live Minutes', 'Archive Minutes'], ['Lead Score', 'User Status', 'Registration Date']] },
    ],
    paths: [],
    headings: {
      id: ['eventuserid'], signup_date: ['createtimestamp'], company: ['company'], job_title: ['jobtitle'], department: ['jobfunction'], webinar: ['userstatus'], crm_score: ['engagementscore'], first_name: ['firstname'], last_name: ['lastname'],
      email: ['email'], country: ['country'], phone: ['workphone'], employees: ['companysize'], industry: ['companyindustry'], campaign: ['campaigncode'], source: ['partnerref'], last_activity_date: ['lastactivity'], marketing_consent: ['marketingemail'],
    },
    remembered: {  },
    nulls: [],
  },
  tito: {
    title: 'Tito',
    readIn: ['tests of importers'],
    exports: [{ title: 'attendees', signatures: [['Ticket', 'Reference', 'Registration Date'], ['Ticket Reference', 'Order Reference'], ['Ticket', 'Order Reference', 'Ticket Email']] }],
    paths: [],
    headings: { id: ['Reference', 'Ticket Reference'], full_name: ['Name', 'Ticket Full Name'], email: ['Ticket Email'], first_name: ['Ticket First Name'], last_name: ['Ticket Last Name'], company: ['Ticket Company Name'], signup_date: ['Ticket Created Date'] },
    nulls: [],
  },
  livestorm: {
    title: 'Livestorm',
    exports: [{ title: 'people', remembered: true, signatures: [['Registered at', 'Attendance rate'], ['Has attended', 'Registered at'], ['Registration date', 'Attended', 'Attendance duration'], ['people.attributes.email', 'role']] }],
    paths: ['attributes.*', 'registrant_detail.*'],
    headings: {},
    remembered: { signup_date: ['Registered at', 'Registration date'], webinar: ['Has attended', 'Attended'], source: ['Referrer'] },
    nulls: [],
    values: { webinar: { yes: 'attended', no: 'registered', true: 'attended', false: 'registered' } },
  },
} as const satisfies Record<string, System>
