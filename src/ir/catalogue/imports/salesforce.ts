import type { Import } from '../import.ts'

/** An update by Bulk API 2.0, Data Loader or `sf data update bulk`. */
export const salesforce: Import = {
  title: 'Salesforce',
  keys: [
    {
      // [S] Bulk API: an update needs the field `Id`; 15 characters are case-sensitive, 18 carry a checksum of the case.
      heading: 'Id',
      form: 'salesforce id',
      from: [
        ...['Id', 'Lead ID', 'Lead-ID', 'LeadId', 'Contact ID', 'Kontakt-ID', 'ContactId', 'LeadOrContactId'],
        ...['Salesforce ID', 'Salesforce Lead ID', 'Salesforce Contact ID', 'Case Safe ID', '18 Digit ID'],
        ...['Marketo SFDC ID', 'CRM Lead FID', 'CRM Contact FID'],
      ],
    },
  ],
  // [S] Bulk API: a heading has to be the API name of the field. [S] API names: 40 characters before `__c`.
  headings: { template: '{prefix}{Name}__c', most: 40 },
  // [S] Bulk API 2.0: comma and LF are the defaults, UTF-8 is required; [T] Data Loader fails on a BOM.
  delimiter: ',',
  lineEnd: '\n',
  // [S] Data Loader: yyyy-MM-dd. The Data Import Wizard goes by the user's locale [?].
  date: 'YYYY-MM-DD',
  // [S] Multi-select picklists.
  list: ';',
  // [S] Data Loader takes these in any case, and yes/no, 1/0.
  boolean: { yes: 'true', no: 'false' },
  // [S] Bulk API: empty cells are ignored, `#N/A` empties a field. Without it an exclusion that is over would stay.
  empty: '#N/A',
  // [?] From memory: Text 255, Long Text Area 32,768 unless the administrator gives it more; longer is STRING_TOO_LONG.
  most: { text: 255, longText: 32_768, unit: 'characters' },
}
