import type { System } from '../system.ts'

/**
 * Every heading of an export is "Entity - Field", in the language of the user. The key of a heading has no dash, so
 * one heading such as `Lead - Owner` is no sign of Pipedrive: other systems have a `Lead Owner`.
 */
// biome-ignore format: headings are read as a paragraph
export const pipedrive: System = {
  title: 'Pipedrive export',
  signatures: [
    ['Person - Email - Work'],
    ['Person - Phone - Work'],
    ['Person - Organization'],
    ['Person - First name', 'Person - Last name'],
    ['Person - Name', 'Person - Email'],
    ['Person - Name', 'Person - Phone'],
    ['Person - Name', 'Person - Owner'],
    ['Person - Name', 'Lead - Title'],
    ['Lead - Title', 'Lead - Labels'],
    ['Lead - Title', 'Lead - Owner'],
    ['Deal - Title', 'Deal - Contact person'],
    ['Deal - Title', 'Deal - Deal created'],
    ['Deal - Title', 'Deal - Organization'],
    ['Deal - Title', 'Deal - Owner', 'Deal - Stage'],
    ['Deal - Title', 'Deal - Value'],

    ['Person - E-Mail-Adresse - Büro'],
    ['Person - Telefon - Büro'],
    ['Person - Organisation'],
    ['Person - Vorname', 'Person - Nachname'],
    ['Person - Name', 'Person - E-Mail-Adresse'],
    ['Person - Name', 'Person - Telefonnummer'],
    ['Person - Name', 'Person - Besitzer'],
    ['Person - Name', 'Lead - Titel'],
    ['Lead - Titel', 'Lead - Besitzer'],
    ['Deal - Titel', 'Deal - Besitzer'],
    ['Deal - Titel', 'Deal - Deal erstellt'],
    ['Deal - Titel', 'Deal - Organisation'],
    ['Deal - Titel', 'Deal - Wert'],

    ['add_time', 'update_time', 'org_name'],
    ['add_time', 'update_time', 'owner_id'],
    ['add_time', 'update_time', 'visible_to'],
    ['stage_id', 'pipeline_id', 'person_id'],
  ],
  headings: {
    id: ['Lead - ID', 'Lead - Pipedrive System ID', 'Deal - ID', 'Person - ID', 'Person - Pipedrive System ID'],
    company_id: ['Organization - ID', 'Organisation - ID', 'org_id'],
    salutation: ['Person - Titel', 'Person - Anrede', 'Person - Salutation'],
    first_name: ['Person - First name', 'Person - Vorname'],
    last_name: ['Person - Last name', 'Person - Nachname'],
    full_name: [
      'Person - Name', 'Lead - Contact person', 'Lead - Kontaktperson', 'Deal - Contact person',
      'Deal - Kontaktperson', 'Name',
    ],
    gender: ['Person - Gender', 'Person - Geschlecht'],
    birth_date: ['Person - Birthday', 'Person - Geburtstag', 'Person - Geburtsdatum'],
    language: ['Person - Language', 'Person - Sprache'],
    job_title: ['Person - Job title', 'Person - Position', 'Person - Title', 'Person - Stellenbezeichnung'],
    department: ['Person - Department', 'Person - Abteilung'],
    email: [
      'Person - Email - Work', 'Person - Email', 'Person - E-Mail-Adresse - Büro', 'Person - E-Mail - Büro',
      'Person - E-Mail-Adresse', 'Person - Email - Home', 'Person - E-Mail-Adresse - Privat',
      'Person - Email - Other', 'Person - E-Mail-Adresse - Sonstiger', 'emails',
    ],
    phone: [
      'Person - Phone - Work', 'Person - Phone', 'Person - Telefon - Büro', 'Person - Telefon',
      'Person - Telefonnummer', 'Person - Phone - Home', 'Person - Telefon - Privat', 'Person - Phone - Other',
      'Person - Telefon - Sonstiger', 'Organization - Phone', 'Organisation - Telefon', 'phones',
    ],
    mobile: ['Person - Phone - Mobile', 'Person - Telefon - Mobil', 'Person - Mobil'],
    website: ['Organization - Website', 'Organisation - Website', 'Person - Website'],
    company: [
      'Person - Organization', 'Person - Organisation', 'Organization - Name', 'Organisation - Name',
      'Lead - Organization', 'Lead - Organisation', 'Deal - Organization', 'Deal - Organisation', 'org_name',
    ],
    industry: ['Organization - Industry', 'Organisation - Branche', 'Person - Branche'],
    employees: [
      'Organization - Number of employees', 'Organization - Employee count', 'Organization - Employees',
      'Organisation - Anzahl der Mitarbeiter', 'Organisation - Mitarbeiteranzahl', 'Organisation - Mitarbeiter',
    ],
    annual_revenue: ['Organization - Annual revenue', 'Organisation - Jahresumsatz', 'Organisation - Umsatz'],
    street: [
      'Organization - Address', 'Organisation - Adresse', 'Person - Address', 'Person - Adresse',
      'Person - Postal address', 'Person - Postanschrift', 'Organization - Full/combined address of Address',
    ],
    postal_code: [
      'Organization - ZIP/Postal code of Address', 'Organization - Address - ZIP/Postal code of Address',
      'Organization - ZIP/Postal code', 'Organisation - PLZ', 'Organisation - Postleitzahl', 'Person - PLZ',
      'address_postal_code',
    ],
    city: [
      'Organization - City/town/village/locality of Address',
      'Organization - Address - City/town/village/locality of Address', 'Organization - City', 'Organisation - Ort',
      'Organisation - Stadt', 'Person - City', 'Person - Stadt', 'Person - Ort', 'address_locality',
    ],
    region: [
      'Organization - State/county of Address', 'Organization - Address - State/county of Address',
      'Organization - State', 'Organisation - Bundesland', 'Person - State', 'address_admin_area_level_1',
    ],
    country: [
      'Organization - Country of Address', 'Organization - Address - Country of Address', 'Organization - Country',
      'Organisation - Land', 'Person - Country', 'Person - Land', 'address_country',
    ],
    source: [
      'Lead - Source channel', 'Deal - Source channel', 'Lead - Source', 'Deal - Source', 'Lead - Source origin',
      'Deal - Source origin', 'Lead - Quellkanal', 'Deal - Quellkanal', 'Lead - Quelle', 'Deal - Quelle',
      'Person - Lead über', 'Person - Source', 'Person - Quelle', 'source_name', 'origin',
    ],
    campaign: ['Deal - utm_campaign', 'Lead - utm_campaign', 'Person - utm_campaign'],
    created_date: [
      'Lead - Lead created', 'Lead - Lead erstellt', 'Deal - Deal created', 'Deal - Deal erstellt',
      'Person - Person created', 'Person - Person erstellt', 'Person - Creation date', 'add_time',
    ],
    modified_date: [
      'Lead - Update time', 'Lead - Zeit der Aktualisierung', 'Deal - Update time', 'Deal - Zeit der Aktualisierung',
      'Person - Update time', 'Person - Zeit der Aktualisierung', 'update_time',
    ],
    last_activity_date: [
      'Lead - Last activity date', 'Lead - Datum der letzten Aktivität', 'Deal - Last activity date',
      'Deal - Datum der letzten Aktivität', 'Person - Last activity date', 'Person - Datum der letzten Aktivität',
    ],
    last_contact_date: [
      'Deal - Last email sent', 'Deal - Letzte E-Mail gesendet', 'Person - Last email sent',
      'Person - Letzte E-Mail gesendet',
    ],
    next_activity_date: [
      'Lead - Next activity date', 'Lead - Datum nächste Aktivität', 'Deal - Next activity date',
      'Deal - Datum nächste Aktivität', 'Person - Next activity date', 'Person - Datum nächste Aktivität',
    ],
    lead_status: ['Lead - Labels', 'Lead - Label', 'Person - Label', 'Person - Labels', 'Deal - Label', 'Label'],
    crm_owner: [
      'Lead - Owner', 'Lead - Besitzer', 'Deal - Owner', 'Deal - Besitzer', 'Person - Owner', 'Person - Besitzer',
    ],
    marketing_status: ['Person - Marketing status'],
    double_opt_in: ['Person - Double opt-in'],
    marketing_consent: ['Person - Marketing consent', 'Person - Einwilligung'],
    open_deals: ['Person - Open deals', 'Person - Offene Deals'],
    deal_status: ['Deal - Status', 'Status'],
    deal_stage: ['Deal - Stage', 'Deal - Stage (pipeline)', 'Deal - Phase', 'stage_id'],
    opportunity: ['Deal - Title', 'Deal - Titel'],
    expected_amount: ['Deal - Value', 'Deal - Wert', 'Lead - Value', 'Lead - Wert', 'Value'],
    currency: ['Deal - Currency of value', 'Deal - Währung von Wert', 'Lead - Currency of value', 'Deal - Währung'],
    probability: ['Deal - Probability', 'Deal - Wahrscheinlichkeit'],
    expected_close_date: [
      'Deal - Expected close date', 'Deal - Erwartetes Abschlussdatum', 'Lead - Expected close date',
      'Lead - Erwartetes Abschlussdatum',
    ],
    converted_date: ['Deal - Won time', 'Deal - Datum des gewonnenen Deals'],
    message: ['Note - Content', 'Notiz - Inhalt'],
  },
  nulls: [],
}
