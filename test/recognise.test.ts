import { describe, expect, test } from 'vitest'
import { recogniseSystem } from '../src/io/bind/recognise/recognise.ts'
import type { System } from '../src/ir/catalogue/system.ts'
import { SYSTEMS, type SystemName } from '../src/ir/catalogue/systems.ts'
import { headingKey } from '../src/ir/values/heading.ts'

/** A source is recognised by headings that only it has. */

const nameOf = (headings: string, row = '') =>
  recogniseSystem({ name: 'leads.csv', headings: headings.split(','), rows: [row.split(',')] })?.name

describe('headings that only one source has', () => {
  test.each<readonly [system: SystemName, headings: string, row?: string]>([
    ['tiktok-ads', 'Lead ID,Created time,Campaign name,Ad group name,Ad name,Form name,Name,Email,Phone number'],
    ['tiktok-ads', 'lead_id,create_time,campaign_id,campaign_name,adgroup_id,adgroup_name,ad_id,ad_name,form_id,email'],
    ['tiktok-ads', 'Created Time,Campaign ID,Ad Group ID,Ad ID,Lead ID,Form ID,Full name,Email'],
    [
      'facebook-ads',
      'id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,form_name,email',
    ],
    ['facebook-ads', 'created_time,form_name,ad_name,email,full_name'],
    ['google-ads', 'Lead ID,Lead submit time,Campaign ID,Form ID,Full name,Email,Phone number'],
    ['google-ads', 'lead_id,form_id,campaign_id,adgroup_id,creative_id,gcl_id,full_name,email'],
    ['google-ads', 'GCLID,Lead ID,Full name,User Email,Company name'],
    ['dynamics', 'leadid,fullname,companyname,createdon'],
    ['linkedin-ads', 'Lead Type,Campaign Name,Form Name,First Name,Last Name,Email'],
    ['zendesk-sell', 'Lead name,Organization name,Lead status,Unqualified reason,Added on,Owner,Email'],
    ['kit', 'first_name,email_address,state,created_at', 'Ada,a@x.example,active,2026-02-11'],
    ['bitrix24', 'Lead Name;Lead Companies;Responsible;Work Phone;Work E-mail;Home E-mail;Stage'.replaceAll(';', ',')],
    ['google-forms', 'Timestamp,Email Address,Your name', '2/11/2026 9:12:00,a@x.example,Ada'],
    ['google-forms', 'Zeitstempel,E-Mail-Adresse,Ihr Name', '11.02.2026 09:12:00,a@x.example,Ada'],
  ])('%s: %s', (system, headings = '', row = '') => {
    expect(nameOf(headings, row)).toBe(system)
  })
})

describe('headings that anybody writes', () => {
  test.each([
    'Lead ID,Full name,Email,Phone,Company,Created On',
    'First Name,Last Name,Email,Phone,Company,Status,Tags,Created At',
    'email,first_name,last_name,status,created_at,tags',
    'first_name,email_address,city,state,created_at',
    'First Name,Email,Status,Subscribed At,Tags',
    'Organization Name,Owner,Status,Added on,Source,Email',
    'Prefix,First Name,Last Name,Lead Status,Work Email',
    'E-Mail,Vorname,Nachname,Anmeldedatum,Abmeldedatum,Quelle',
    'Timestamp,Email Address,Name',
    'Direct phone,Work email,Company size,Job title',
    'Profile URL,Full Name,First Name,Last Name,Company',
    'Created Time,Campaign Name,Form Name,Email',
    'email,name,added_on,origin',
  ])('%s', headings => {
    expect(nameOf(headings, 'x,a@x.example,x,NRW,2026-02-11')).toBeUndefined()
  })
})

/** Headings of exports, forms and lists of any origin. */
// biome-ignore format: headings are read as a paragraph
const EVERYDAY = new Set(
  [
    'id', 'lead id', 'contact id', 'customer id', 'record id', 'user id', 'external id', 'name', 'full name', 'first name', 'last name', 'surname', 'vorname', 'nachname', 'anrede', 'salutation', 'prefix', 'title', 'titel', 'position', 'job title', 'job function', 'role', 'department', 'abteilung',
    'company', 'company name', 'firma', 'firmenname', 'unternehmen', 'organization', 'organisation', 'organization name', 'account', 'account name', 'email', 'email address', 'e-mail-adresse', 'work email', 'business email', 'geschäftliche e-mail', 'phone', 'phone number', 'telefon', 'telefonnummer', 'mobile', 'mobile phone', 'mobil', 'work phone', 'direct phone', 'office phone',
    'street', 'straße', 'address', 'city', 'ort', 'stadt', 'state', 'region', 'zip', 'postal code', 'plz', 'country', 'land', 'website', 'url', 'linkedin', 'linkedin url', 'industry', 'branche', 'employees', 'mitarbeiter', 'number of employees', 'company size', 'annual revenue', 'umsatz', 'status', 'lead status', 'stage', 'phase', 'type',
    'source', 'lead source', 'quelle', 'leadquelle', 'leadstatus', 'tags', 'labels', 'notes', 'comments', 'message', 'nachricht', 'description', 'owner', 'lead owner', 'contact owner', 'assigned to', 'responsible', 'created', 'created at', 'created on', 'created date', 'date created', 'created time', 'created by', 'added on', 'updated', 'updated at', 'modified', 'modified time', 'date modified', 'last modified', 'last activity', 'last contacted',
    'timestamp', 'zeitstempel', 'submitted', 'submitted at', 'subscribed at', 'registration date', 'registered', 'signup date', 'anmeldedatum', 'abmeldedatum', 'score', 'lead score', 'rating', 'campaign', 'campaign name', 'campaign id', 'form', 'form name', 'form id', 'ad name', 'value', 'amount', 'budget', 'currency', 'date', 'datum', 'start date', 'end date', 'start time', 'end time', 'subscribed', 'unsubscribed',
    'language', 'gender', 'birthday', 'username', 'user', 'customer', 'kunde', 'lead', 'lead name', 'contact', 'contact name', 'kontakt', 'duration', 'attended', 'platform', 'referrer', 'ip', 'location', 'profile url', 'query', 'subject', 'topic', 'priority', 'opportunity', 'deal', 'pipeline', 'products', 'origin', 'list',
  ].map(headingKey),
)

/** Systems that write a few of these words together, as real files of theirs show. */
const BY_COMBINATION: ReadonlySet<string> = new Set([
  'salesforce',
  'hubspot',
  'pipedrive',
  'marketo',
  'activecampaign',
  'zoho',
])

test.each(Object.entries<System>(SYSTEMS).filter(([name]) => !BY_COMBINATION.has(name)))(
  '%s is not recognised by headings of every day alone',
  (_, { exports }) => {
    const isTelling = (part: string) =>
      !part.startsWith('!') && (/[=~/.]/.test(part) || !EVERYDAY.has(headingKey(part)))
    const vague = exports
      .filter(({ exact }) => !exact)
      .flatMap(({ signatures }) => signatures.filter(signature => !signature.some(isTelling)))
    expect(vague).toEqual([])
  },
)
