import { describe, expect, test } from 'vitest'
import { recogniseSystem } from '../src/io/bind/recognise/recognise.ts'
import { FIELDS } from '../src/ir/catalogue/fields.ts'
import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../src/ir/catalogue/mail-domains.ts'
import { headingsOf, type System } from '../src/ir/catalogue/system.ts'
import { SYSTEMS, type SystemName } from '../src/ir/catalogue/systems.ts'
import { fold } from '../src/ir/values/fold.ts'
import { headingKey } from '../src/ir/values/heading.ts'
import { FIELD_TYPES } from '../src/ir/values/value.ts'

type Entry = readonly [owner: string, heading: string]

const fields = Object.entries(FIELDS)
const systems = Object.entries(SYSTEMS) as [SystemName, System][]

const entriesOf = (headings: Readonly<Record<string, readonly string[]>>): Entry[] =>
  Object.entries(headings).flatMap(([owner, all]) => all.map(heading => [owner, heading] as const))

const inAnyFile = entriesOf(Object.fromEntries(fields.map(([name, { headings }]) => [name, headings])))
const meaning = new Map(inAnyFile.map(([field, heading]) => [headingKey(heading), field]))

/** Headings whose key an earlier entry of any field has. */
function repeated(entries: readonly Entry[]): string[] {
  const seen = new Map<string, Entry>()
  return entries.flatMap(([owner, heading]) => {
    const key = headingKey(heading)
    const first = seen.get(key)
    if (first) return [`${owner}: ${heading} (as in ${first[0]}: ${first[1]})`]
    seen.set(key, [owner, heading])
    return []
  })
}

describe('heading keys', () => {
  test.each([
    ['E-Mail-Adresse', 'emailadresse'],
    ['  e_mail_adresse ', 'emailadresse'],
    ['NumberOfEmployees', 'numberofemployees'],
    ['# Employees', 'employees'],
    ['Straße/Nr.', 'straßenr'],
    ['Person - Name*', 'personname'],
    ['---', ''],
  ])('%s is %s', (heading, key) => {
    expect(headingKey(heading)).toBe(key)
  })
})

describe('fields', () => {
  test('names keep clear of the words of the language', () => {
    const taken = ['all', 'any', 'not', 'some', 'stage', 'grade', 'score', 'owner']
    expect(fields.map(([name]) => name).filter(name => taken.includes(name))).toEqual([])
    expect(fields.map(([name]) => name).filter(name => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([])
  })

  test('each has a type, and lists say what separates their elements', () => {
    for (const [name, field] of fields) {
      expect(FIELD_TYPES, name).toContain(field.type)
      expect('split' in field, name).toBe(field.type === 'list')
    }
  })

  test('each is told about in one plain line', () => {
    for (const [name, { about }] of fields) expect(about, name).toMatch(/^[A-Z][^\n.]{9,79}$/)
  })

  test('the best heading of a field is its own name', () => {
    for (const [name, { headings }] of fields) expect(headingKey(headings[0]), name).toBe(headingKey(name))
  })

  test('no heading stands twice, in one field or in two', () => {
    expect(repeated(inAnyFile)).toEqual([])
  })

  test('a heading that depends on its system stands in no field', () => {
    const ambiguous = [
      ...['Title', 'Titel', 'Status', 'Name', 'Type', 'Typ', 'Label', 'Owner', 'Inhaber', 'Stage', 'Phase', 'Score'],
      ...['Grade', 'Points', 'Punkte', 'Date', 'Datum', 'Value', 'Wert', 'Kontakt', 'Contact', 'Last Activity'],
    ]
    expect(ambiguous.filter(heading => meaning.has(headingKey(heading)))).toEqual([])
  })

  test.each([
    ['company', 'Firma', 'Unternehmen', 'Account Name', 'Organisation'],
    ['job_title', 'Position', 'Stellenbezeichnung', 'Jobbezeichnung', 'JobTitle'],
    ['employees', 'Mitarbeiter', 'Mitarbeiterzahl', 'NumberOfEmployees', 'property_numemployees'],
    ['annual_revenue', 'Umsatz', 'Jahresumsatz', 'AnnualRevenue'],
    ['industry', 'Branche', 'Sector'],
    ['postal_code', 'PLZ', 'ZIP'],
    ['city', 'Ort', 'Stadt'],
    ['region', 'State', 'Bundesland'],
    ['country', 'Land', 'Country/Region'],
    ['email', 'E-Mail', 'e-mail', 'Email Address'],
    ['phone', 'Telefon', 'Tel.'],
    ['source', 'Source', 'Quelle', 'Lead Source'],
    ['demo_requested', 'Demo angefragt', 'Demo Requested'],
    ['unsubscribed', 'Newsletter abgemeldet', 'Do Not Email'],
    ['marketing_consent', 'Einwilligung', 'DSGVO-Einwilligung'],
    ['consent_date', 'Datum der Einwilligung', 'Opt-in Date'],
    ['visits', 'TotalVisits'],
    ['id', 'Prospect ID', 'Id', 'Lead-ID'],
    ['crm_owner', 'Lead Owner', 'Lead-Inhaber', 'Vertriebsmitarbeiter'],
    ['crm_score', 'Lead Score', 'HubSpot Score'],
  ])('%s is found', (field, ...headings) => {
    expect(headings.map(heading => meaning.get(headingKey(heading)))).toEqual(headings.map(() => field))
  })
})

/** Systems that use a common word in a sense of their own. */
const MEANT_OTHERWISE: Partial<Record<SystemName, readonly string[]>> = {
  close: ['lead_name'],
  bitrix24: ['OPPORTUNITY', 'Lead Name'],
  'gravity-forms': ['Name (Vorname)'],
  'hubspot-forms': ['Conversion Date'],
  kit: ['state'],
  cleverreach: ['activated', 'Aktiviert'],
  rapidmail: ['activated'],
}

describe.each(systems.map(([name, system]) => [name, { ...system, headings: headingsOf(system) }] as const))(
  '%s',
  (name, { title, exports, headings, companyHeadings = {}, paths, nulls, values, fileName }) => {
    const signatures = exports.flatMap(kind => kind.signatures.map(signature => ({ kind, signature })))

    test('has a title, and signatures of parts that differ', () => {
      expect(title).not.toBe('')
      expect(signatures).not.toEqual([])
      for (const { signature } of signatures) {
        const parts = signature.map(part => part.trim())
        expect(parts.filter(part => !part.startsWith('!'))).not.toEqual([])
        expect(parts).not.toContain('')
        expect(new Set(parts).size, signature.join()).toBe(parts.length)
      }
    })

    test('has no signature twice', () => {
      const spelled = signatures.map(({ kind, signature }) =>
        JSON.stringify([kind.exact === true ? signature : signature.map(part => part.toLowerCase()), kind.exact]),
      )
      expect(spelled.filter((text, index) => spelled.indexOf(text) !== index)).toEqual([])
    })

    test('gives every heading one field', () => {
      expect(repeated(entriesOf(headings))).toEqual([])
      expect(repeated(entriesOf(companyHeadings))).toEqual([])
    })

    test('means by a heading what every file means by it', () => {
      const other = entriesOf(headings).filter(
        ([field, heading]) => (meaning.get(headingKey(heading)) ?? field) !== field,
      )
      expect(other.map(([, heading]) => heading)).toEqual(MEANT_OTHERWISE[name] ?? [])
    })

    test('has paths with one star, spellings of nothing that are not blank, and codes that differ from their words', () => {
      expect(paths.filter(path => path.split('*').length !== 2)).toEqual([])
      expect(nulls.filter(text => text.trim() === '')).toEqual([])
      for (const [code, word] of Object.values(values ?? {}).flatMap(Object.entries))
        if (typeof word === 'string') expect(fold(code)).not.toBe(fold(word))
      expect(() => new RegExp(fileName ?? '')).not.toThrow()
    })
  },
)

describe('signatures', () => {
  function recognise(header: string): SystemName | undefined {
    return recogniseSystem({ name: 'leads.csv', headings: header.split(','), rows: [], around: [] })?.name
  }

  test.each<[SystemName, string]>([
    ['salesforce', 'Id,LastName,FirstName,Title,Company,Email,LeadSource,Status,OwnerId,IsConverted,CreatedDate'],
    ['salesforce', 'City,Company,Email,FirstName,Industry,LastName,MobilePhone,State,Status,Street,Title'],
    ['salesforce', 'Id,AccountId,LastName,FirstName,MailingCity,Email,OwnerId'],
    ['salesforce', 'Lead Owner,First Name,Last Name,Title,Company / Account,Lead Source,Rating,Email'],
    ['salesforce', 'First Name,Last Name,Title,Mailing City,Mailing State/Province,Email,Account Owner,Account Name'],
    ['salesforce', 'Lead-ID,Firma/Account,Vorname,Nachname,Lead-Quelle,Lead-Status,Lead-Inhaber,Erstelldatum'],
    ['hubspot', 'Record ID,First Name,Last Name,Email,Contact owner,Lead Status,Marketing contact status,Create Date'],
    ['hubspot', 'Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,Erstellungsdatum'],
    ['hubspot', 'id,property_email,property_firstname,property_createdate,property_numemployees'],
    ['hubspot', 'createdate,email,firstname,hs_object_id,lastmodifieddate,lastname'],
    ['hubspot', 'Record ID,Deal Name,Deal Stage,Pipeline,Deal owner,Amount'],
    ['pipedrive', 'Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Label'],
    ['pipedrive', 'Person - Name,Person - Nachname,Person - Telefonnummer,Person - E-Mail,Lead - Titel'],
    ['pipedrive', 'Person - Organisation,Person - Vorname,Person - Nachname,Person - E-Mail-Adresse - Büro'],
    ['pipedrive', 'Deal - Titel,Deal - Organisation,Deal - Wert,Deal - Status,Deal - Besitzer,Deal - Phase'],
    ['pipedrive', 'Deal - Title,Deal - Value,Deal - Status,Deal - Owner,Deal - Stage'],
    ['marketo', 'firstName,lastName,email,cookies'],
    ['marketo', 'firstName,lastName,email,Member Date,Program,Status,Lead Id,Success'],
    ['activecampaign', 'id,email,firstName,lastName,orgname,cdate,udate,bounced_hard'],
    ['activecampaign', 'Contact ID,Email,First Name,Last Name,Phone,Account,Tags,Date Created,IP'],
    ['pardot', 'id,email,first_name,last_name,score,grade,is_do_not_email,opted_out,prospect_account_id'],
    ['pardot', 'First Name,Last Name,Email,Company,Prospect Account,Score,Grade,Campaign,Assigned User'],
    ['mautic', 'title,firstname,lastname,address1,zipcode,country,email,company,ip,points'],
    ['odoo', 'contact_name,partner_name,email_from,phone,function,stage_id,expected_revenue'],
    ['odoo', 'Created on,Opportunity,Contact Name,Email,Salesperson,Expected Revenue,Stage'],
    ['zoho', 'Record Id,Lead Owner,Company,First Name,Last Name,Title,Email,Lead Source,Lead Status'],
    ['leadsquared', 'Prospect ID,Lead Number,Lead Origin,Lead Source,Do Not Email,Converted,TotalVisits,Tags'],
    ['mixpanel', '$distinct_id,$created,$email,$first_name,$last_name,$last_seen'],
  ])('%s: %s', (name, header) => {
    expect(recognise(header)).toBe(name)
  })

  test.each([
    'Email,First Name,Last Name,Company,Phone,Country',
    'Firma;Vorname;Nachname;Straße;PLZ;Ort;Telefon;E-Mail;Umsatz'.replaceAll(';', ','),
    'Lead Owner,First Name,Last Name,Company,Title,Lead Source,Lead Status,Email',
    'First Name,Last Name,Company,Mobile Phone,Status',
    'Person Name,Deal Title,Lead Owner,Score',
    'event,distinct_id,time,name,email,mp_lib',
    'user_id,email,signup_date,plan,logins,last_login,active_users',
    '',
  ])('no system: %s', header => {
    expect(recognise(header)).toBeUndefined()
  })
})

describe.each([
  ['free mail', FREE_MAIL, 200],
  ['disposable mail', DISPOSABLE_MAIL, 1000],
  ['role names', ROLE_NAMES, 50],
])('%s', (_, list, atLeast) => {
  test('is sorted, unique, lower-case and of the expected size', () => {
    expect(list).toEqual([...new Set(list)].sort())
    expect(list.filter(text => text !== text.toLowerCase())).toEqual([])
    expect(list.length).toBeGreaterThanOrEqual(atLeast)
    expect(list.length).toBeLessThanOrEqual(4000)
  })
})

describe('mail domains', () => {
  test('are domains', () => {
    const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/
    const broken = [...FREE_MAIL, ...DISPOSABLE_MAIL].filter(
      domain => !domain.includes('.') || !domain.split('.').every(part => label.test(part)),
    )
    expect(broken).toEqual([])
  })

  test('are free or disposable, never both', () => {
    const free = new Set(FREE_MAIL)
    expect(DISPOSABLE_MAIL.filter(domain => free.has(domain))).toEqual([])
  })

  test('hold what everybody would look for', () => {
    const known = [
      'gmail.com',
      'gmx.de',
      'gmx.net',
      'web.de',
      't-online.de',
      'freenet.de',
      'bluewin.ch',
      'aon.at',
      'qq.com',
    ]
    expect(known.filter(domain => !FREE_MAIL.includes(domain))).toEqual([])
    expect(DISPOSABLE_MAIL).toContain('mailinator.com')
    expect(DISPOSABLE_MAIL).not.toContain('example.com')
    expect(ROLE_NAMES.filter(name => /[@\s]/.test(name))).toEqual([])
  })
})
