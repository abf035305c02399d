import type { System } from '../system.ts'

/** Headings are the aliases of the fields, whatever the language of the user; lists made by hand carry labels. */
// biome-ignore format: headings are read as a paragraph
export const mautic: System = {
  title: 'Mautic export',
  signatures: [
    ['firstname', 'lastname', 'points', 'ip'],
    ['address1', 'firstname', 'lastname', 'points', 'zipcode'],
    ['firstname', 'lastname', 'points', 'last_active'],
    ['firstname', 'lastname', 'points', 'preferred_locale'],
    ['attribution', 'firstname', 'lastname', 'points'],
    ['email', 'points', 'last_active'],
    ['Primary company', 'Points'],
  ],
  headings: {
    salutation: ['title', 'Titel'],
    crm_score: ['points', 'Punkte'],
    lifecycle_stage: ['stage', 'Phase'],
    crm_owner: ['owner', 'Besitzer'],
  },
  nulls: [],
}
