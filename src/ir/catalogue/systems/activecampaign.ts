import type { System } from '../system.ts'

// biome-ignore format: headings are read as a paragraph
export const activecampaign: System = {
  title: 'ActiveCampaign',
  exports: [
    {
      title: 'contacts',
      signatures: [
        ['cdate', 'udate'],
        ['cdate', 'email', 'orgname'],
        ['bounced_hard', 'bounced_soft'],
        ['bounced_hard', 'bounced_soft', 'cdate', 'udate'],
        ['segmentio_id'],
        ['cdate', 'email', 'firstName', 'lastName'],
        ['/contacts', '/meta', 'email', 'firstName'],
      ],
    },
    {
      title: 'contact export',
      language: 'en',
      signatures: [
        ['Contact ID', 'Email', 'Date Created', 'IP'],
        ['Contact ID', 'Email', 'Tags', 'Date Created'],
        ['Email', 'First Name', 'Last Name', 'Phone', 'Account', 'Tags', 'Date Created'],
        ['Email', 'First Name', 'Last Name', 'Tags', 'Date Created', 'IP'],
        ['Email', 'Tags', 'Date Subscribed'],
        ['Email', 'Subscription Date', 'Tags'],
        ['Contact Score', 'Tags', 'Email'],
        ['Customer Account', 'Tags', 'Email'],
      ],
    },
    {
      title: 'contact export',
      language: 'de',
      signatures: [
        ['Kontakt-Score', 'Tags'],
        ['Kontakt-ID', 'E-Mail', 'Tags', 'Erstellt am'],
        ['Kontakt-ID', 'E-Mail', 'Tags', 'Erstellungsdatum'],
        ['Kontakt-ID', 'E-Mail', 'Schlagwörter'],
        ['E-Mail', 'Vorname', 'Nachname', 'Konto', 'Tags'],
      ],
    },
    {
      title: 'accounts',
      holds: 'companies',
      signatures: [['accountUrl', 'name']],
    },
  ],
  readIn: ['recorded answers of its API'],
  paths: ['contact.*', 'account.*'],
  headings: {
    company: ['Customer Account', 'Konto', 'orgname', 'account'],
    created_date: ['cdate', 'created_utc_timestamp', 'Date Subscribed', 'Subscription Date'],
    modified_date: ['udate', 'updated_utc_timestamp'],
    last_activity_date: ['Last Activity', 'adate'],
    crm_score: ['Score'],
    marketing_status: ['Status'],
    email_opens: ['Opens', 'Total Opens', 'Öffnungen'],
    email_clicks: ['Clicks', 'Total Clicks', 'Klicks'],
    city: ['geo_city'],
    region: ['geo_state'],
    postal_code: ['geo_zip'],
    country: ['geo_country', 'geo_country2'],
  },
  companyHeadings: { company_id: ['id'], company: ['name'], website: ['accountUrl'] },
  nulls: ['0000-00-00', '0000-00-00 00:00:00'],
  split: { interests: '||' },
  values: { marketing_status: { 0: 'Unconfirmed', 1: 'Active', 2: 'Unsubscribed', 3: 'Bounced' } },
  sideLists: [
    {
      list: 'fieldValues',
      of: 'contact',
      column: { key: 'field', list: 'fields', text: 'title' },
      value: 'value',
    },
    { list: 'contactTags', of: 'contact', column: 'Tags', value: { key: 'tag', list: 'tags', text: 'tag' } },
    { list: 'contactLists', of: 'contact', column: 'Status', value: 'status' },
    { list: 'accountContacts', of: 'contact', column: 'Job Title', value: 'jobTitle' },
    {
      list: 'accountContacts',
      of: 'contact',
      column: 'account',
      value: { key: 'account', list: 'accounts', text: 'name' },
    },
  ],
}
