import type { System } from '../system.ts'

/** Bulk extracts and the API carry REST names; lists exported by hand carry the labels of the view. */
// biome-ignore format: headings are read as a paragraph
export const marketo: System = {
  title: 'Marketo',
  exports: [
    {
      title: 'lead extract',
      exact: true,
      signatures: [
        ['firstName', 'lastName', 'email', 'cookies'],
        ['firstName', 'lastName', 'leadScore'],
        ['firstName', 'email', 'leadStatus', 'leadSource'],
        ['email', 'leadScore', 'unsubscribed'],
        ['email', 'leadSource', 'unsubscribed'],
        ['email', 'sfdcLeadId'],
        ['email', 'sfdcAccountId'],
        ['email', 'personType'],
        ['email', 'originalSourceType'],
        ['acquisitionProgramId'],
        ['leadPartitionId'],
        ['originalSourceType', 'leadScore'],
        ['emailInvalid', 'unsubscribed', 'leadScore'],
        ['emailInvalid', 'email', 'firstName'],
        ['inferredCompany'],
        ['firstName', 'lastName', 'numberOfEmployees', 'annualRevenue'],
      ],
    },
    {
      title: 'leads',
      exact: true,
      signatures: [
        ['/requestId', '/result', 'email'],
        ['/requestId', '/result', 'firstName', 'lastName'],
        ['/requestId', '/result', 'firstName', 'lastName', 'email'],
        ['/requestId', '/result', 'createdAt', 'updatedAt'],
      ],
    },
    {
      title: 'program member extract',
      signatures: [
        ['Member Date', 'Program', 'Lead Id'],
        ['Member Date', 'Program', 'Status'],
        ['Member Date', 'Program', 'Success', 'Status', 'Lead Id'],
      ],
    },
    {
      title: 'list export',
      language: 'en',
      signatures: [
        ['Marketo Id'],
        ['Marketo Person ID'],
        ['Marketo Unique Code'],
        ['Marketo SFDC ID'],
        ['Person Score', 'Email Address'],
        ['Person Source', 'Email Address'],
        ['Person Status', 'Email Address'],
        ['Acquisition Program', 'Email Address'],
        ['Inferred Company'],
        ['Email Address', 'Company Name', 'Lead Score'],
        ['First Name', 'Last Name', 'Email Address', 'SFDC Type'],
      ],
    },
    {
      title: 'list export',
      language: 'de',
      signatures: [
        ['Personenbewertung', 'E-Mail-Adresse'],
        ['Personenquelle', 'E-Mail-Adresse'],
        ['Personenstatus', 'E-Mail-Adresse'],
      ],
    },
  ],
  readIn: ['its documentation of bulk extracts and REST'],
  paths: [],
  headings: {
    id: ['leadId'],
    job_title: ['Title'],
    decision_role: ['Role'],
    campaign: ['Program', 'Program Name', 'Acquisition Program', 'acquisitionProgramId'],
    last_activity_date: ['Last Activity'],
    lead_status: ['Status'],
  },
  nulls: [],
  split: { tags: ';' },
}
