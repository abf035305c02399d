import type { System } from '../system.ts'

/** Labels come in the language of the user; an export made to be imported again carries technical names. */
// biome-ignore format: headings are read as a paragraph
export const odoo: System = {
  title: 'Odoo',
  exports: [
    {
      title: 'lead export',
      signatures: [
        ['email_from', 'partner_name'],
        ['email_from', 'contact_name'],
        ['email_from', 'stage_id'],
        ['expected_revenue', 'stage_id'],
      ],
    },
    {
      title: 'lead export',
      language: 'en',
      signatures: [
        ['Contact Name', 'Salesperson', 'Created on'],
        ['Contact Name', 'Company Name', 'Salesperson'],
        ['Expected Revenue', 'Salesperson'],
        ['Opportunity', 'Salesperson', 'Stage'],
      ],
    },
    {
      title: 'lead export',
      language: 'de',
      signatures: [
        ['Kontaktname', 'Unternehmensname', 'Vertriebsmitarbeiter'],
        ['Erwarteter Umsatz', 'Vertriebsmitarbeiter'],
        ['Verkaufschance', 'Verkäufer'],
        ['Verkaufschance', 'Vertriebsmitarbeiter'],
        ['Verkaufschance', 'Vertriebsmitarbeiter', 'Phase'],
      ],
    },
  ],
  paths: [],
  headings: {
    email: ['email_from'],
    company: ['partner_name', 'Customer', 'Kunde'],
    job_title: ['function'],
    country: ['country_id'],
    region: ['state_id'],
    language: ['lang_id'],
    source: ['source_id'],
    utm_medium: ['medium_id', 'Medium'],
    tags: ['tag_ids'],
    modified_date: ['write_date', 'Last Updated on', 'Zuletzt aktualisiert am'],
    rating: ['priority', 'Priorität'],
    crm_owner: ['user_id/name', 'Verkäufer'],
    unsubscribed: ['is_blacklisted'],
    deal_stage: ['stage_id', 'Stage', 'Phase'],
    expected_close_date: ['date_deadline'],
    converted_date: ['date_conversion'],
    message: ['description', 'Notes', 'Interne Notizen'],
  },
  nulls: [],
  split: { interests: ',' },
}
