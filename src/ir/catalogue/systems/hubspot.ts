import type { System } from '../system.ts'

/** Labels come in the language of the portal; the API and warehouse copies carry internal names. */
// biome-ignore format: headings are read as a paragraph
export const hubspot: System = {
  title: 'HubSpot export',
  signatures: [
    ['Record ID', 'First Name', 'Last Name'],
    ['Record ID', 'Contact owner'],
    ['Record ID', 'Lifecycle Stage'],
    ['Record ID - Contact'],
    ['Contact owner', 'Lifecycle Stage'],
    ['Contact owner', 'Create Date'],
    ['Marketing contact status', 'Email'],
    ['Number of Pageviews', 'Number of Sessions'],
    ['Original Source Drill-Down 1'],
    ['Original Traffic Source Drill-Down 1'],
    ['Record ID', 'Deal Name', 'Deal Stage'],

    ['Datensatz-ID', 'Vorname', 'Nachname'],
    ['Datensatz-ID', 'E-Mail'],
    ['Datensatz-ID', 'Lifecycle-Phase'],
    ['Datensatz-ID - Kontakt'],
    ['Für Kontakt zuständiger Mitarbeiter'],
    ['Jobbezeichnung', 'Lifecycle-Phase'],
    ['Datensatz-ID', 'Deal-Name', 'Deal-Phase'],

    ['property_email', 'property_createdate'],
    ['property_firstname', 'property_lastname'],
    ['property_lifecyclestage'],
    ['hs_object_id'],
    ['hs_lead_status'],
    ['createdate', 'email', 'lastmodifieddate'],
    ['hubspot_owner_id'],
  ],
  headings: {
    full_name: ['Associated Contact', 'Zugeordneter Kontakt'],
    last_activity_date: ['hs_last_sales_activity_date'],
    crm_owner: ['Deal owner', 'Für Deal zuständiger Mitarbeiter'],
    expected_amount: ['Amount', 'Betrag'],
  },
  nulls: ['(No value)', '--'],
}
