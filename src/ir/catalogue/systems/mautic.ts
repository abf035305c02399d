import type { System } from '../system.ts'

/** Headings are the aliases of the fields, whatever the language of the user; lists made by hand carry labels. */
// biome-ignore format: headings are read as a paragraph
export const mautic: System = {
  title: 'Mautic',
  exports: [
    {
      title: 'contact export',
      signatures: [
        ['firstname', 'lastname', 'points', 'ip'],
        ['address1', 'firstname', 'lastname', 'points', 'zipcode'],
        ['firstname', 'lastname', 'points', 'last_active'],
        ['firstname', 'lastname', 'points', 'preferred_locale'],
        ['firstname', 'lastname', 'points', 'stage'],
        ['firstname', 'lastname', 'position', 'points'],
        ['attribution', 'firstname', 'lastname', 'points'],
        ['email', 'points', 'last_active'],
      ],
    },
    { title: 'contact export', language: 'en', signatures: [['Primary company', 'Points']] },
    {
      title: 'contact export',
      language: 'de',
      signatures: [['Primäres Unternehmen', 'Punkte'], ['Hauptunternehmen', 'Punkte']],
    },
    {
      title: 'contacts',
      signatures: [
        ['fields.all.email', 'points'],
        ['fields.core.email.value', 'points'],
        ['fields.all.email', 'fields.core.email.value', 'points'],
        ['fields.all.email', 'dateIdentified'],
      ],
    },
  ],
  readIn: ['its source code'],
  paths: [
    'fields.all.*', 'fields.core.*.value', 'fields.professional.*.value', 'fields.personal.*.value',
    'fields.social.*.value', 'contact.*',
  ],
  headings: {
    salutation: ['title', 'Titel'],
    crm_score: ['points', 'Punkte'],
    lifecycle_stage: ['stage', 'Phase'],
    crm_owner: ['owner.username', 'owner', 'Besitzer'],
    tags: ['tags.0.tag'],
  },
  nulls: [],
  split: { tags: '|', interests: '|' },
}
