import type { System } from '../system.ts'

/** Snake case in version 4 of the API and warehouse copies, camel case in version 5: both give the same keys. */
// biome-ignore format: headings are read as a paragraph
export const pardot: System = {
  title: 'Pardot (Account Engagement) export',
  signatures: [
    ['is_do_not_email', 'opted_out'],
    ['is_do_not_email', 'score', 'grade'],
    ['prospect_account_id'],
    ['recent_interaction', 'score'],
    ['crm_lead_fid'],
    ['crm_owner_fid'],
    ['Prospect Account', 'Score', 'Grade'],
    ['Prospect Id', 'Score', 'Grade'],
    ['Assigned User', 'Score', 'Grade'],
    ['First Name', 'Score', 'Grade', 'Opted Out'],
    ['Email', 'Score', 'Grade', 'Campaign', 'Last Activity'],
  ],
  headings: {
    full_name: ['Name'],
    job_title: ['Title'],
    company: ['Prospect Account'],
    created_date: ['Prospect Created At'],
    last_activity_date: ['Last Activity'],
    crm_score: ['Score', 'Punktzahl', 'Bewertung'],
    crm_grade: ['Grade', 'Einstufung', 'Note'],
    crm_owner: ['User', 'crm_owner_fid'],
    message: ['Notes'],
  },
  nulls: ['.', '[not provided]'],
}
