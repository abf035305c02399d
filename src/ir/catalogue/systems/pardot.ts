import type { System } from '../system.ts'

/** Snake case in version 4 of the API and warehouse copies, camel case in version 5: both give the same keys. */
// biome-ignore format: headings are read as a paragraph
export const pardot: System = {
  title: 'Pardot (Account Engagement)',
  exports: [
    {
      title: 'prospects',
      signatures: [
        ['is_do_not_email', 'opted_out'],
        ['is_do_not_email', 'score', 'grade'],
        ['is_do_not_email', 'opted_out', 'score', 'grade'],
        ['prospect_account_id'],
        ['is_do_not_email', 'is_do_not_call', 'opted_out', 'score', 'grade', 'job_title'],
        ['recent_interaction', 'score'],
        ['last_activity_at', 'score', 'grade'],
        ['crm_lead_fid'],
        ['crm_owner_fid'],
        ['salesforceId', 'isDoNotCall'],
        ['/nextPageToken', '/nextPageUrl', '/values', 'email'],
        ['/nextPageToken', '/nextPageUrl', '/values', 'email', 'firstName'],
        ['/nextPageToken', '/nextPageUrl', '/values', 'firstName', 'lastName'],
        ['/@attributes', 'crm_url', 'email'],
      ],
    },
    {
      title: 'prospect export',
      language: 'en',
      signatures: [
        ['Prospect Account', 'Score', 'Grade'],
        ['Prospect Id', 'Score', 'Grade'],
        ['Assigned User', 'Score', 'Grade'],
        ['First Name', 'Score', 'Grade', 'Opted Out'],
        ['Last Name', 'Score', 'Grade', 'Do Not Email'],
        ['Email', 'Score', 'Grade', 'Campaign', 'Last Activity'],
        ['Email', 'Score', 'Grade', 'Campaign', 'Created Date'],
        ['Email', 'Score', 'Grade', 'Job Title', 'Source'],
        ['Prospect Account', 'Do Not Email'],
      ],
    },
    {
      title: 'prospect export',
      language: 'de',
      signatures: [
        ['E-Mail', 'Punktzahl', 'Note'],
        ['E-Mail', 'Punktzahl', 'Einstufung'],
        ['E-Mail', 'Bewertung', 'Einstufung', 'Kampagne'],
        ['Zugewiesener Benutzer', 'Punktzahl'],
      ],
    },
  ],
  readIn: ['documentation of its API'],
  paths: ['prospect.*'],
  headings: {
    full_name: ['Name'],
    job_title: ['Title'],
    company: ['Prospect Account', 'prospect_account.name'],
    campaign: ['campaign.name'],
    created_date: ['Prospect Created At'],
    last_activity_date: ['Last Activity'],
    crm_score: ['Score', 'Punktzahl', 'Bewertung'],
    crm_grade: ['Grade', 'Einstufung', 'Note'],
    crm_owner: ['assigned_to.user.email', 'assignedTo.email', 'Zugewiesener Benutzer', 'User', 'crm_owner_fid'],
    message: ['Notes'],
  },
  nulls: ['.', '[not provided]', '[[Unknown]]'],
}
