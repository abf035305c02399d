import type { Import } from '../import.ts'

/** Account Engagement: Prospects > Import. */
export const pardot: Import = {
  title: 'Pardot',
  keys: [
    // [S] The key, unless several prospects of one address are allowed; only valid addresses are taken.
    { heading: 'Email', form: 'email', from: [] },
    // [S] The other key, and then the recommended one: the id of the lead or contact in Salesforce.
    {
      heading: 'CRM ID',
      form: 'salesforce id',
      from: [
        'CRM ID',
        'CRM Lead FID',
        'CRM Contact FID',
        'Salesforce ID',
        'Salesforce Lead ID',
        'Salesforce Contact ID',
      ],
    },
    // [?] The documentation of the import names the two above only.
    { heading: 'Prospect Id', form: 'number', from: ['Prospect ID', 'Pardot ID'] },
  ],
  // [S] The header is ignored and columns are mapped by hand: any name does. [?] how long.
  headings: { template: '{prefix}{name}', most: 100 },
  // [S] CSV, UTF-8, 100 MB at most.
  delimiter: ',',
  lineEnd: '\n',
  // [S]
  date: 'YYYY-MM-DD',
  // [S] No spaces around values. Values are added to those that are there, unless the field is mapped to overwrite.
  list: ';',
  // [S] As in its column Do Not Email.
  boolean: { yes: '1', no: '0' },
  // [?]
  empty: '',
  // [?] Text 255, text area 65,535, from memory.
  most: { text: 255, longText: 65_535, unit: 'characters' },
}
