import type { System } from '../system.ts'

/** Reports carry labels in the language of the user; Data Loader and the API carry field names. */
// biome-ignore format: headings are read as a paragraph
export const salesforce: System = {
  title: 'Salesforce export',
  signatures: [
    ['LastName', 'Company', 'IsConverted'],
    ['LastName', 'Company', 'LeadSource', 'OwnerId'],
    ['FirstName', 'LastName', 'LeadSource', 'OwnerId'],
    ['Company', 'FirstName', 'LastName', 'MobilePhone', 'State', 'Status', 'Title'],
    ['LastName', 'SystemModstamp'],
    ['AccountId', 'LastName', 'OwnerId'],
    ['AccountId', 'LastName', 'MailingCity'],
    ['CampaignId', 'LeadOrContactId'],
    ['AccountId', 'StageName', 'CloseDate'],

    ['Company / Account'],
    ['Last Name', 'Lead Owner', 'Lead Source', 'State/Province'],
    ['Last Name', 'Lead Status', 'State/Province', 'Zip/Postal Code'],
    ['Account Name', 'Last Name', 'Mailing State/Province'],
    ['Account Name', 'Last Name', 'Mailing Zip/Postal Code'],
    ['Account Name', 'Account Owner', 'Last Name'],
    ['Opportunity Name', 'Opportunity Owner', 'Stage'],

    ['Firma/Account'],
    ['Lead-ID', 'Lead-Inhaber', 'Nachname'],
    ['Lead-Inhaber', 'Lead-Quelle', 'Lead-Status'],
    ['Accountname', 'Account-Inhaber', 'Nachname'],
    ['Opportunity-Inhaber', 'Opportunity-Name'],
  ],
  headings: {
    // a campaign member has a key of its own, and what joins it to its lead is this one
    id: ['LeadOrContactId', 'LeadId'],
    full_name: ['Name'],
    job_title: ['Title', 'Titel'],
    lead_status: ['Status'],
    rating: ['Bewertung'],
    crm_owner: ['Owner', 'Inhaber', 'Opportunity Owner', 'Opportunity-Inhaber', 'LeadOrContactOwnerId'],
    last_activity_date: ['Last Activity'],
    message: ['Description', 'Beschreibung'],
    deal_stage: ['Stage', 'Phase'],
    expected_amount: ['Amount', 'Betrag'],
    expected_close_date: ['CloseDate', 'Schlusstermin'],
  },
  nulls: ['.', '[not provided]'],
}
