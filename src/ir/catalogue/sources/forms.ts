import type { System } from '../system.ts'

/** Google writes the time of an answer as spreadsheets do: `2/11/2026 9:12:00`. */
const SHEET_TIME = '~^\\d{1,4}[/.]\\d{1,2}[/.]\\d{1,4},? '
const FORM_TIME = `Timestamp${SHEET_TIME}` as const
const FORM_TIME_DE = `Zeitstempel${SHEET_TIME}` as const

/** Forms on web sites. What they ask stands in the headings in the words of whoever made them; these are their own columns. */
// biome-ignore format: headings are read as a paragraph
export const FORMS = {
  typeform: {
    title: 'Typeform',
    readIn: ['code that reads its exports', 'a survey published as exported'],
    exports: [
      {
        title: 'responses',
        signatures: [
          ['Start Date (UTC)', 'Submit Date (UTC)'], ['Submit Date (UTC)', 'Network ID'], ['#', 'Submit Date (UTC)'],
          ['#', 'Submitted At', 'Token'], ['#', 'Response Type', 'Network ID'], ['landing_id', 'submitted_at'],
        ],
      },
    ],
    paths: ['hidden.*', 'answers.*'],
    headings: { id: ['#', 'Token', 'response_id', 'landing_id'], created_date: ['Submit Date (UTC)', 'Submitted At', 'Start Date (UTC)'], tags: ['Tags'] },
    nulls: [],
  },
  'google-forms': {
    title: 'Google Forms',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'responses',
        language: 'en',
        signatures: [
          [FORM_TIME, 'Email Address', '!event', '!event_name'], [FORM_TIME, 'Username', '!event', '!event_name'],
        ],
      },
      { title: 'responses', language: 'de', remembered: true, signatures: [[FORM_TIME_DE, 'E-Mail-Adresse'], [FORM_TIME_DE, 'Nutzername']] },
    ],
    paths: [],
    headings: { created_date: ['Timestamp'], email: ['Username'] },
    remembered: { created_date: ['Zeitstempel'], email: ['Nutzername'] },
    nulls: [],
  },
  qualtrics: {
    title: 'Qualtrics',
    readIn: ['code that reads its exports'],
    exports: [{ title: 'responses', signatures: [['StartDate', 'EndDate', 'ResponseId'], ['ResponseId', 'RecipientEmail'], ['RecipientLastName', 'RecipientFirstName', 'RecipientEmail'], ['ResponseId', 'DistributionChannel', 'UserLanguage'], ['ResponseID', 'ResponseSet']] }],
    paths: ['values.*'],
    headings: { id: ['ResponseId', '_recordId'], created_date: ['RecordedDate', 'EndDate', 'StartDate'], email: ['RecipientEmail'], first_name: ['RecipientFirstName'], last_name: ['RecipientLastName'], external_id: ['ExternalReference', 'ExternalDataReference'], language: ['UserLanguage'] },
    nulls: [],
  },
  'microsoft-forms': {
    title: 'Microsoft Forms',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'responses', language: 'en', signatures: [['Start time', 'Completion time'], ['ID', 'Start time', 'Completion time', 'Email', 'Name']] },
      { title: 'responses', language: 'de', remembered: true, signatures: [['Startzeit', 'Fertigstellungszeit'], ['Startzeit', 'Abschlusszeit']] },
    ],
    paths: [],
    headings: { created_date: ['Completion time', 'Start time'], full_name: ['Name'], modified_date: ['Last modified time'] },
    remembered: { created_date: ['Fertigstellungszeit', 'Abschlusszeit', 'Startzeit'], modified_date: ['Uhrzeit der letzten Änderung'] },
    nulls: ['anonymous', 'anonym'],
  },
  surveymonkey: {
    title: 'SurveyMonkey',
    readIn: ['tests of importers'],
    exports: [
      { title: 'responses', language: 'en', signatures: [['Respondent ID', 'Collector ID'], ['Respondent ID', 'Start Date', 'End Date'], ['Collector ID', 'Start Date', 'End Date']] },
      { title: 'responses', language: 'de', remembered: true, signatures: [['Befragten-ID', 'Collector-ID'], ['Teilnehmer-ID', 'Collector-ID'], ['Befragten-ID', 'Anfangsdatum', 'Enddatum']] },
    ],
    paths: [],
    headings: { id: ['Respondent ID'], created_date: ['End Date', 'Date Created', 'Start Date'], modified_date: ['Date Modified'] },
    remembered: { id: ['Befragten-ID', 'Teilnehmer-ID'], created_date: ['Enddatum', 'Anfangsdatum'] },
    nulls: [],
  },
  'gravity-forms': {
    title: 'Gravity Forms',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'entries',
        language: 'en',
        signatures: [
          ['Entry Id', 'Entry Date'], ['Entry Date', 'Source Url'], ['Entry Date', 'User Agent', 'User IP'],
          ['Source Url', 'Transaction Id'], ['Created By (User Id)', 'Source Url'], ['Created By (User Id)', 'Entry Id'],
        ],
      },
      { title: 'entries', language: 'de', remembered: true, signatures: [['Eintrags-ID', 'Eintragsdatum'], ['Eintrag-ID', 'Eintragsdatum'], ['Eintragsdatum', 'Quell-URL']] },
    ],
    paths: [],
    headings: {
      id: ['Entry Id'], created_date: ['Entry Date'],
      first_name: ['Name (First)', 'First'], last_name: ['Name (Last)', 'Last'], full_name: ['Name'],
      salutation: ['Name (Prefix)'], city: ['Address (City)'], country: ['Address (Country)'],
      postal_code: ['Address (ZIP / Postal Code)'], region: ['Address (State / Province)'], street: ['Address (Street Address)'],
      marketing_consent: ['Consent (Consent)'],
    },
    remembered: {
      id: ['Eintrags-ID', 'Eintrag-ID'], created_date: ['Eintragsdatum'], first_name: ['Name (Vorname)'], last_name: ['Name (Nachname)'],
      salutation: ['Name (Präfix)'], street: ['Adresse (Straße)', 'Anschrift (Straße)', 'Adresse (Straße + Hausnummer)'],
      city: ['Adresse (Stadt)', 'Adresse (Ort)', 'Anschrift (Ort)'], country: ['Adresse (Land)', 'Anschrift (Land)'],
      postal_code: ['Adresse (PLZ)', 'Adresse (Postleitzahl)', 'Anschrift (PLZ)'], marketing_consent: ['Einwilligung (Einwilligung)', 'Zustimmung (Zustimmung)'],
    },
    nulls: [],
  },
  jotform: {
    title: 'Jotform',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'submissions',
        language: 'en',
        signatures: [
          ['Submission Date', 'Submission ID'], ['Submission Date', 'Submission IP'], ['Submission Date', 'Last Update Date'],
          ['Submission Date', 'First Name', 'Last Name'], ['Submission Date', 'Full Name'], ['Submission Date', 'E-mail'],
        ],
      },
      { title: 'submissions', language: 'de', remembered: true, signatures: [['Übermittlungsdatum', 'Vorname'], ['Einreichungsdatum', 'Vorname'], ['Übermittlungsdatum', 'E-Mail'], ['Einreichungsdatum', 'E-Mail'], ['Übermittlungs-ID', 'Übermittlungsdatum']] },
    ],
    paths: [],
    headings: { id: ['Submission ID'], created_date: ['Submission Date'], modified_date: ['Last Update Date'], full_name: ['Name'] },
    remembered: { id: ['Übermittlungs-ID', 'Einreichungs-ID'], created_date: ['Übermittlungsdatum', 'Einreichungsdatum'], modified_date: ['Datum der letzten Aktualisierung'] },
    nulls: [],
  },
  'contact-form-7': {
    title: 'Contact Form 7',
    readIn: ['code of the plug-ins that store its messages'],
    exports: [
      {
        title: 'messages',
        signatures: [
          ['your-email', 'your-message'], ['your-name', 'your-email'], ['your-email', 'your-subject'], ['your-name', 'your-message'], ['cfdb7_status'],
          ['form_id', 'form_date', 'your-email'],
        ],
      },
    ],
    paths: [],
    headings: { full_name: ['your-name'], email: ['your-email'], message: ['your-message', 'your-subject'] },
    remembered: {
      id: ['form_id'], created_date: ['form_date', 'Date', 'Datum', 'Submitted'], first_name: ['your-first-name', 'vorname'], last_name: ['your-last-name', 'nachname'],
      phone: ['your-phone', 'your-tel', 'tel-1', 'tel'], company: ['your-company', 'your-firm', 'firma'], website: ['your-url', 'your-website'],
      city: ['your-city'], country: ['your-country'], source: ['Submitted From'],
    },
    nulls: [],
  },
  elementor: {
    title: 'Elementor',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'form submissions', signatures: [['Form Name (ID)', 'Submission ID'], ['Form Name (ID)', 'Created At'], ['Submission ID', 'Created At', 'User IP', 'Referrer']] },
    ],
    paths: [],
    headings: { id: ['Submission ID'], created_date: ['Created At'], full_name: ['Name'] },
    nulls: [],
  },
  tally: {
    title: 'Tally',
    readIn: ['code that reads its exports'],
    exports: [{ title: 'submissions', signatures: [['Submission ID', 'Respondent ID', 'Submitted at'], ['Submission ID', 'Respondent ID']] }],
    paths: [],
    headings: { id: ['Submission ID'], created_date: ['Submitted at'] },
    nulls: [],
  },
  wpforms: {
    title: 'WPForms',
    exports: [
      { title: 'entries', remembered: true, signatures: [['Entry ID', 'Entry Date', 'Entry Notes'], ['Entry Notes', 'Viewed', 'Starred'], ['Entry Date', 'User Device', 'User IP']] },
    ],
    paths: [],
    headings: {},
    remembered: { id: ['Entry ID'], created_date: ['Entry Date'], full_name: ['Name'], first_name: ['Name: First'], last_name: ['Name: Last'] },
    nulls: [],
  },
  'fluent-forms': {
    title: 'Fluent Forms',
    exports: [
      { title: 'entries', remembered: true, signatures: [['entry_id', 'entry_status', 'created_at'], ['Submission ID', 'Submission Status'], ['Submission ID', 'Submission Date', 'Submission Status'], ['entry_id', 'entry_status']] },
    ],
    paths: [],
    headings: {},
    remembered: {
      id: ['entry_id', 'Submission ID'], created_date: ['created_at', 'Submission Date'], first_name: ['Names (First Name)', 'Name - First Name'],
      last_name: ['Names (Last Name)', 'Name - Last Name'], full_name: ['Names', 'Name'], source: ['source_url'],
    },
    nulls: [],
  },
  webflow: {
    title: 'Webflow',
    exports: [
      { title: 'form submissions', signatures: [['formResponse.Email', 'dateSubmitted'], ['displayName', 'dateSubmitted', 'siteId']] },
    ],
    paths: ['formResponse.*', 'data.*'],
    headings: { id: ['id', 'submissionId'], created_date: ['dateSubmitted', 'd'], full_name: ['Name'], campaign: ['displayName'] },
    nulls: [],
  },
  'hubspot-forms': {
    title: 'HubSpot forms',
    exports: [
      {
        title: 'form submissions',
        remembered: true,
        signatures: [['Conversion Page', 'Conversion Date'], ['Conversion Date', 'Conversion Title', 'Email'], ['conversionId', 'submittedAt'], ['/results', 'submittedAt', 'pageUrl']],
      },
    ],
    paths: ['values.*'],
    headings: {},
    remembered: { created_date: ['Conversion Date', 'submittedAt'], source: ['Conversion Page', 'pageUrl'], campaign: ['Conversion Title'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
