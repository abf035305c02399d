import type { System } from '../system.ts'

/** Only Facebook and Instagram have sets of ads; elsewhere these are groups. */
const NO_GROUPS = ['!adgroup_id', '!adgroup_name'] as const
const NOT_GOOGLE = ['!gclid', '!gcl_id', '!google_key', '!user_column_data', '!lead_submit_time'] as const

/** Lead forms inside advertisements. The questions of the form stand in the headings in their own words. */
// biome-ignore format: headings are read as a paragraph
export const ADS = {
  'facebook-ads': {
    title: 'Facebook Lead Ads',
    readIn: ['tests of importers', 'developers.facebook.com: lead ads, retrieving leads'],
    exports: [
      {
        title: 'leads',
        signatures: [
          ['form_id', 'is_organic', 'platform'], ['ad_id', 'adset_id', 'campaign_id', 'created_time'], ['created_time', 'adset_name', 'form_name'], ['created_time', 'form_id', 'is_organic'],
          ['created_time', 'field_data'], ['created_time', 'ad_name', 'adset_name', 'platform'], ['leadgen_id', 'form_id'],
        ],
      },
      {
        title: 'leads',
        exact: true,
        signatures: [['ad_id', 'form_id', 'created_time', ...NO_GROUPS], ['created_time', 'form_name', 'ad_name', ...NO_GROUPS], ['created_time', 'form_name', 'campaign_name', ...NO_GROUPS], ['created_time', 'form_id', '!message', ...NO_GROUPS]],
      },
    ],
    paths: ['field_data.*'],
    headings: {
      id: ['id', 'leadgen_id', 'lead_id'], created_date: ['created_time'], source: ['platform'], campaign: ['campaign_name'],
      email: ['work_email', 'business_email'], phone: ['work_phone_number'], postal_code: ['zip_code', 'post_code'], street: ['street_address'],
    },
    remembered: {
      full_name: ['vollständiger_name', 'vollst._name'], first_name: ['vorname'], last_name: ['nachname'], phone: ['telefonnummer', 'geschäftliche_telefonnummer'],
      company: ['name_des_unternehmens', 'unternehmensname'], job_title: ['position', 'jobbezeichnung', 'berufsbezeichnung'], email: ['e-mail', 'e-mail-adresse', 'geschäftliche_e-mail-adresse'],
      city: ['stadt', 'ort'], postal_code: ['postleitzahl'], country: ['land'], marketing_consent: ['custom_disclaimer_responses'],
    },
    nulls: [],
  },
  'linkedin-ads': {
    title: 'LinkedIn Lead Gen Forms',
    exports: [
      {
        title: 'leads',
        remembered: true,
        signatures: [
          ['Lead Type', 'Form Name', 'Campaign Name', 'Submission Date'], ['Campaign Group Name', 'Form Name'], ['Campaign Group ID', 'Form ID'], ['Lead Type', 'Form Name'],
          ['Lead ID', 'Creative ID', 'Form Name'], ['Creative ID', 'Campaign Name', 'Form Name'], ['Lead Gen Form Name', 'Campaign Name'],
          ['Campaign group name', 'Campaign name', 'Form name'], ['Is Test Lead', 'Form Name'], ['Test Lead', 'Form Name', 'Campaign Name'],
        ],
      },
      { title: 'leads', exact: true, remembered: true, signatures: [['leadId', 'formId', 'submittedAt']] },
    ],
    paths: ['formResponse.*'],
    headings: {},
    remembered: {
      id: ['Lead ID'], created_date: ['Submitted At', 'Submission Date', 'Timestamp', 'Lead creation time', 'Created time'], campaign: ['Campaign Name'], test_record: ['Is Test Lead', 'Test Lead'],
      company: ['Company Name'], email: ['Work Email', 'Email Address'], phone: ['Phone Number', 'Work Phone Number'], employees: ['Company Size'], website: ['LinkedIn Profile URL of Company'],
      first_name: ['firstName'], last_name: ['lastName'], department: ['Job Function'],
    },
    nulls: [],
  },
  'google-ads': {
    title: 'Google Ads lead forms',
    readIn: ['code that reads its webhooks', 'developers.google.com: webhook fields, lead form submissions'],
    exports: [
      {
        title: 'leads',
        signatures: [
          ['google_key', 'lead_id'], ['gcl_id', 'lead_id'], ['lead_id', 'form_id', 'campaign_id', 'adgroup_id', '!ad_id', '!ad_name', '!page_id'], ['lead_id', 'form_id', 'creative_id', 'campaign_id'], ['lead_form_submission_fields', 'gclid'], ['lead_id', 'lead_submit_time'], ['lead_id', 'user_column_data'], ['api_version', 'lead_id'],
          ['GCLID', 'Lead ID'],
        ],
      },
      { title: 'leads', remembered: true, signatures: [ ['Gclid', 'Form ID'], ['Asset ID', 'Lead ID'], ['Google Click ID', 'Submitted Time']] },
    ],
    paths: ['user_column_data.*'],
    headings: {
      id: ['lead_id'], test_record: ['is_test'], full_name: ['FULL_NAME', 'User Name'], first_name: ['FIRST_NAME'], last_name: ['LAST_NAME'], email: ['EMAIL', 'WORK_EMAIL', 'User Email'],
      phone: ['PHONE_NUMBER', 'WORK_PHONE', 'User Phone'], company: ['COMPANY_NAME'], job_title: ['JOB_TITLE'], city: ['CITY'], postal_code: ['POSTAL_CODE'], region: ['REGION'], country: ['COUNTRY'],
    },
    remembered: { created_date: ['Lead submit time', 'submission_date_time', 'Submission date', 'submit_time', 'Submitted Time'], campaign: ['Campaign name'] },
    nulls: [],
  },
  'tiktok-ads': {
    title: 'TikTok lead generation',
    exports: [
      {
        title: 'leads',
        remembered: true,
        signatures: [
          ['lead_id', 'ad_id', 'adgroup_id', 'page_id'], ['Lead ID', 'Ad group name', 'Ad name'], ['Lead ID', 'Ad Group ID', 'Instant Form ID'], ['Created Time', 'Ad Group Name', 'Ad Name'], ['create_time', 'adgroup_id', 'ad_id'], ['Form Name', 'Ad Group Name', 'Ad Name'], ['page_id', 'adgroup_name', 'ad_name'],
          ['lead_id', 'adgroup_name', ...NOT_GOOGLE], ['lead_id', 'adgroup_id', 'ad_name', ...NOT_GOOGLE], ['lead_id', 'adgroup_id', 'ad_id', ...NOT_GOOGLE],
        ],
      },
    ],
    paths: [],
    headings: {},
    remembered: { id: ['lead_id'], created_date: ['Created Time', 'create_time', 'Submit Time', 'Lead created time'], campaign: ['Campaign name'], full_name: ['Name'], phone: ['Phone number'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
