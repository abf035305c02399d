import type { System } from '../system.ts'

/** Kit calls the status of a subscriber a state. */
const KIT_STATE = 'state~^(?:active|inactive|cancelled|bounced|complained)$'

/** Newsletters and automation of mails. */
// biome-ignore format: headings are read as a paragraph
export const NEWSLETTERS = {
  mailchimp: {
    title: 'Mailchimp',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'audience export',
        signatures: [
          ['Email Address', 'MEMBER_RATING'], ['OPTIN_TIME', 'CONFIRM_TIME'], ['LEID', 'EUID'], ['Email Address', 'OPTIN_TIME'], ['Email Address', 'LAST_CHANGED', 'TAGS'], ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME', 'TAGS'],
          ['UNSUB_TIME', 'Email Address'], ['CLEAN_TIME', 'Email Address'], ['MEMBER_RATING', 'LEID'], ['email_address', 'unique_email_id'], ['email_address', 'status', 'merge_fields.FNAME'], ['merge_fields.FNAME', 'merge_fields.LNAME'],
        ],
      },
    ],
    fileName: '^(?:subscribed|unsubscribed|cleaned|nonsubscribed|members)_(?:members|segment|email|export)',
    paths: ['merge_fields.*', 'members.*'],
    headings: {
      id: ['LEID', 'web_id', 'unique_email_id'], external_id: ['EUID'], consent_date: ['OPTIN_TIME', 'timestamp_opt', 'timestamp_signup'], created_date: ['CONFIRM_TIME'], country: ['CC', 'location.country_code'], region: ['REGION'], modified_date: ['LAST_CHANGED'],
      rating: ['MEMBER_RATING'], unsubscribed: ['UNSUB_TIME'], email_bounced: ['CLEAN_TIME'], marketing_status: ['status', 'Email Marketing Status'], first_name: ['FNAME'], last_name: ['LNAME'], message: ['NOTES'], email_opens: ['stats.avg_open_rate'],
      phone: ['PHONE'], source: ['source'],
    },
    nulls: [],
    split: { tags: ',' },
  },
  brevo: {
    title: 'Brevo',
    readIn: ['tests of importers', 'its own import template'],
    exports: [
      {
        title: 'contacts',
        exact: true,
        signatures: [
          ['EMAIL_BLACKLISTED', 'SMS_BLACKLISTED'], ['EMAIL', 'DOUBLE_OPT-IN'], ['EMAIL', 'FIRSTNAME', 'SMS'], ['EMAIL', 'LASTNAME', 'SMS'], ['CONTACT ID', 'EMAIL', 'ADDED_TIME'], ['EMAIL', 'ADDED_TIME', 'MODIFIED_TIME'],
          ['emailBlacklisted', 'smsBlacklisted'], ['EMAIL', 'FIRSTNAME', 'LASTNAME', 'LANDLINE_NUMBER'], ['CONTACT ID', 'EMAIL', 'FIRSTNAME', 'LASTNAME'], ['CONTACT_ID', 'EMAIL', 'FIRSTNAME', 'LASTNAME'], ['EMAIL_BLACKLISTED', 'EMAIL', 'ADDED_TIME', 'DOUBLE_OPT-IN'],
        ],
      },
      { title: 'contacts', language: 'de', remembered: true, signatures: [['E-Mail-Blacklist', 'SMS-Blacklist'], ['E-Mail-Blacklist', 'VORNAME', 'NACHNAME'], ['EMAIL', 'VORNAME', 'NACHNAME', 'SMS'], ['EMAIL', 'NAME', 'VORNAME', 'SMS']] },
    ],
    paths: ['attributes.*', 'contacts.*'],
    headings: {
      id: ['CONTACT ID'], external_id: ['EXT_ID'], mobile: ['SMS', 'WHATSAPP'], phone: ['LANDLINE_NUMBER'], unsubscribed: ['EMAIL_BLACKLISTED'], created_date: ['ADDED_TIME', 'createdAt'], modified_date: ['MODIFIED_TIME', 'modifiedAt'],
      double_opt_in: ['DOUBLE_OPT-IN'], marketing_consent: ['OPT_IN'], first_name: ['FIRSTNAME', 'PRENOM'], last_name: ['LASTNAME', 'NOM', 'SURNAME'], interests: ['INTERESTS'],
    },
    remembered: { last_name: ['NAME'], unsubscribed: ['E-Mail-Blacklist', 'Auf der E-Mail-Blacklist'], created_date: ['Hinzugefügt am'], modified_date: ['Letzte Änderung'] },
    nulls: [],
    values: { double_opt_in: { 1: true, 2: false } },
  },
  kit: {
    title: 'Kit',
    readIn: ['tests of importers'],
    exports: [
      { title: 'subscribers', signatures: [['email_address', KIT_STATE], ['/subscribers', 'email_address', 'state']] },
    ],
    paths: ['fields.*'],
    headings: { marketing_status: ['state'], created_date: ['created_at'] },
    nulls: [],
  },
  klaviyo: {
    title: 'Klaviyo',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'profiles',
        signatures: [
          ['Email', 'Email Marketing Consent'], ['Klaviyo ID', 'Email'], ['Email', 'Email Suppressions'], ['Profile Created On', 'Email'], ['Email', 'Historic Customer Lifetime Value'], ['Email Marketing Consent', 'Profile Created On', 'Date Added'],
          ['attributes.email', 'attributes.subscriptions.email.marketing.consent'], ['attributes.email', 'attributes.anonymous_id'], ['Email', 'Klaviyo ID', 'Email Marketing Consent', 'Profile Created On'],
        ],
      },
    ],
    paths: ['attributes.*', 'attributes.location.*'],
    headings: {
      id: ['Klaviyo ID'], job_title: ['Title'], region: ['State / Region'], marketing_consent: ['Email Marketing Consent', 'attributes.subscriptions.email.marketing.consent'], marketing_status: ['Email Marketing Status'], consent_date: ['Email Marketing Consent Timestamp', 'attributes.subscriptions.email.marketing.timestamp'],
      unsubscribed: ['Email Suppressions', 'Email Suppressions Timestamp'], created_date: ['Profile Created On', 'Date Added'], last_activity_date: ['Last Active'], orders: ['Historic Number Of Orders'], last_order_date: ['Last Purchase Date'],
      source: ['Initial Source', 'Source'],
    },
    nulls: ['never', '[]'],
    values: {
      marketing_consent: { subscribe: true, subscribed: true, unsubscribed: false, unsubscribe: false, never_subscribed: false, 'never subscribed': false, 'not subscribed': false },
      unsubscribed: { unsubscribed: true, unsubscribe: true, user_suppressed: true, suppressed: true, hard_bounce: true, invalid_email: true, spam_complaint: true },
    },
  },
  cleverreach: {
    title: 'CleverReach',
    exports: [
      { title: 'receivers', signatures: [['registered', 'activated', 'deactivated'], ['email', 'activated', 'deactivated'], ['email', 'registered', 'deactivated'], ['global_attributes.firstname', 'email']] },
      {
        title: 'recipients',
        language: 'de',
        remembered: true,
        signatures: [['E-Mail', 'Registriert', 'Aktiviert', 'Deaktiviert'], ['E-Mail', 'Aktiviert', 'Deaktiviert'], ['E-Mail-Adresse', 'Registrierungsdatum', 'Aktivierungsdatum']],
      },
    ],
    paths: ['attributes.*', 'global_attributes.*'],
    headings: { created_date: ['registered'], consent_date: ['activated'], unsubscribed: ['deactivated'], email_bounced: ['bounced'], rating: ['stars'], crm_score: ['points'], tags: ['tags'] },
    remembered: { created_date: ['Registriert', 'Anmeldedatum'], consent_date: ['Aktiviert', 'Aktivierungsdatum'], unsubscribed: ['Deaktiviert', 'Deaktivierungsdatum', 'Inaktiv seit'],  },
    nulls: ['0', '01.01.1970', '0000-00-00 00:00:00'],
  },
  rapidmail: {
    title: 'rapidmail',
    readIn: ['code that reads its API'],
    exports: [
      { title: 'recipients', signatures: [['recipientlist_id', 'email'], ['recipientlist_id', 'foreign_id'], ['foreign_id', 'email', 'mailtype'], ['extra1', 'extra2', 'email'], ['email', 'mailtype', 'gender']] },
      { title: 'recipients', language: 'de', remembered: true, signatures: [['E-Mail', 'Vorname', 'Nachname', 'Empfängerstatus'], ['E-Mail', 'Empfängerliste', 'Status'], ['E-Mail-Adresse', 'Extra1', 'Extra2'], ['E-Mail', 'Externe ID', 'Extra 1'], ['E-Mail', 'Anmeldedatum', 'Anmelde-IP']] },
    ],
    paths: [],
    headings: { external_id: ['foreign_id'], created_date: ['created'], modified_date: ['updated'], consent_date: ['activated'], marketing_status: ['status'], postal_code: ['zip'] },
    remembered: { marketing_status: ['Empfängerstatus'], created_date: ['Anmeldedatum', 'Hinzugefügt am'], external_id: ['Fremd-ID'] },
    nulls: [],
  },
  'constant-contact': {
    title: 'Constant Contact',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'contacts', signatures: [['Email address', 'Email status', 'Email permission status'], ['Email permission status', 'Email update source'], ['Confirmed Opt-Out Date', 'Confirmed Opt-Out Source'], ['Email address', 'Email Lists', 'Email status'], ['email_address.address', 'email_address.permission_to_send']] },
    ],
    paths: ['email_address.*'],
    headings: {
      email: ['email_address.address'], marketing_status: ['Email permission status', 'Email status', 'email_address.permission_to_send'], unsubscribed: ['Confirmed Opt-Out Date', 'opt_out_date'], consent_date: ['Confirmed Opt-In Date'], created_date: ['Created At'], source: ['Source Name', 'create_source'],
      phone: ['Phone - work', 'Phone - home'], mobile: ['Phone - mobile'], tags: ['Tags', 'Email Lists'], street: ['Street address line 1 - Work', 'Street address line 1 - Home', 'Street address line 1 - Other'], city: ['City - Work', 'City - Home', 'City - Other'],
      region: ['State/Province - Work', 'State/Province - Home', 'State/Province - Other'], postal_code: ['Zip/Postal Code - Work', 'Zip/Postal Code - Home', 'Zip/Postal Code - Other'], country: ['Country - Work', 'Country - Home', 'Country - Other'],
    },
    nulls: [],
  },
  getresponse: {
    title: 'GetResponse',
    exports: [
      { title: 'contacts', signatures: [['contactId', 'dayOfCycle'], ['contactId', 'email', 'timeZone', 'origin'], ['contactId', 'campaign.campaignId'], ['contactId', 'changedOn', 'createdOn']] },
      { title: 'contacts', remembered: true, signatures: [['Email', 'Name', 'Added on', 'Origin', 'Scoring'], ['Email', 'Name', 'Day of cycle']] },
    ],
    paths: [],
    headings: { id: ['contactId'], full_name: ['name'], created_date: ['createdOn'], modified_date: ['changedOn'], source: ['origin'], crm_score: ['scoring', 'engagementScore'], campaign: ['campaign.name'] },
    remembered: { created_date: ['added_on'] },
    nulls: [],
  },
  mailerlite: {
    title: 'MailerLite',
    readIn: ['code that reads its API'],
    exports: [
      { title: 'subscribers', signatures: [['subscribed_at', 'unsubscribed_at', 'opted_in_at'], ['email', 'subscribed_at', 'unsubscribed_at'], ['opens_count', 'clicks_count', 'email'], ['email', 'optin_ip', 'subscribed_at']] },
      { title: 'subscribers', remembered: true, signatures: [['Subscriber', 'Subscribed', 'Opens', 'Clicks'], ['Subscriber', 'Sent', 'Opened', 'Clicked', 'Subscribed'], ['Email', 'Subscribe date', 'Unsubscribe date']] },
    ],
    paths: ['fields.*'],
    headings: { marketing_status: ['status', 'type'], created_date: ['subscribed_at'], unsubscribed: ['unsubscribed_at'], consent_date: ['opted_in_at'], modified_date: ['updated_at'], email_opens: ['opens_count', 'opened'], email_clicks: ['clicks_count', 'clicked'], full_name: ['name'] },
    remembered: { email: ['Subscriber'], created_date: ['Subscribed', 'Subscribe date'], unsubscribed: ['Unsubscribe date'], email_opens: ['Opens'], email_clicks: ['Clicks'],  },
    nulls: [],
  },
  sendgrid: {
    title: 'SendGrid',
    exports: [{ title: 'contacts', signatures: [['email', 'alternate_emails', 'contact_id'], ['alternate_emails', 'unique_name', 'email'], ['email', 'list_ids', 'segment_ids']] }],
    paths: ['custom_fields.*'],
    headings: { id: ['contact_id'], region: ['state_province_region'], street: ['address_line_1'], created_date: ['created_at'], phone: ['phone_number'] },
    nulls: [],
  },
  beehiiv: {
    title: 'beehiiv',
    readIn: ['tests of importers'],
    exports: [{ title: 'subscribers', signatures: [['Email', 'Status', 'Created At', 'Subscription Tier'], ['email', 'subscription_tier', 'status'], ['subscription_premium_tier_names', 'email']] }],
    paths: [],
    headings: { marketing_status: ['Status'], plan: ['Subscription Tier'], created_date: ['created'] },
    nulls: [],
  },
  substack: {
    title: 'Substack',
    readIn: ['tests of importers'],
    exports: [{ title: 'subscribers', signatures: [['email', 'active_subscription', 'email_disabled'], ['email', 'active_subscription', 'expiry']] }],
    paths: [],
    headings: { unsubscribed: ['email_disabled'], created_date: ['created_at'], plan: ['plan'] },
    nulls: [],
  },
  squarespace: {
    title: 'Squarespace',
    readIn: ['tests of importers'],
    exports: [{ title: 'mailing list', signatures: [['Email Address', 'Date Subscribed', '!Tags'], ['Email', 'Subscriber Since', 'Accepts Marketing']] }],
    paths: [],
    headings: { created_date: ['Date Subscribed', 'Subscriber Since'], marketing_consent: ['Accepts Marketing'] },
    nulls: [],
  },
  'systeme-io': {
    title: 'systeme.io',
    readIn: ['tests of importers'],
    exports: [{ title: 'contacts', signatures: [['Email', 'First name', 'Surname', 'Date registered'], ['Email', 'Tags', 'Date registered', '!Username', '!Last active'], ['registeredAt', 'email', 'fields.0.slug']] }],
    paths: ['fields.*'],
    headings: { signup_date: ['Date registered', 'registeredAt'], unsubscribed: ['unsubscribed'], email_bounced: ['bounced'] },
    nulls: [],
  },
  patreon: {
    title: 'Patreon',
    readIn: ['tests of importers'],
    exports: [{ title: 'members', signatures: [['Patron Status', 'Lifetime Amount'], ['Patron Status', 'Pledge Amount'], ['Patron Status', 'Tier', 'Email']] }],
    paths: [],
    headings: { full_name: ['Name'], plan: ['Tier'], created_date: ['Patronage Since Date'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
