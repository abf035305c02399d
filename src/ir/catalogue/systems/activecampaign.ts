import type { System } from '../system.ts'

// biome-ignore format: headings are read as a paragraph
export const activecampaign: System = {
  title: 'ActiveCampaign export',
  signatures: [
    ['cdate', 'udate'],
    ['bounced_hard', 'bounced_soft'],
    ['segmentio_id'],
    ['Contact ID', 'Email', 'Date Created', 'IP'],
    ['Contact ID', 'Email', 'Tags', 'Date Created'],
    ['Email', 'First Name', 'Last Name', 'Phone', 'Account', 'Tags', 'Date Created'],
    ['Contact Score', 'Tags', 'Email'],
    ['Kontakt-Score', 'Tags'],
  ],
  headings: {
    company: ['Customer Account', 'Konto', 'orgname'],
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
  nulls: ['0000-00-00', '0000-00-00 00:00:00'],
}
