import type { System } from '../system.ts'

/** Bulk extracts and the API carry REST names; lists exported by hand carry the labels of the view. */
// biome-ignore format: headings are read as a paragraph
export const marketo: System = {
  title: 'Marketo export',
  signatures: [
    ['firstName', 'lastName', 'email', 'cookies'],
    ['Member Date', 'Program', 'Lead Id'],
    ['Marketo Id'],
    ['Marketo Person ID'],
    ['Marketo Unique Code'],
    ['Marketo SFDC ID'],
    ['Person Score', 'Email Address'],
    ['Person Source', 'Email Address'],
    ['Acquisition Program', 'Email Address'],
    ['Inferred Company'],
    ['acquisitionProgramId'],
    ['leadPartitionId'],
    ['originalSourceType', 'leadScore'],
    ['emailInvalid', 'unsubscribed', 'leadScore'],
  ],
  headings: {
    job_title: ['Title'],
    decision_role: ['Role'],
    campaign: ['Program', 'Program Name', 'Acquisition Program', 'acquisitionProgramId'],
    last_activity_date: ['Last Activity'],
  },
  nulls: [],
}
