import type { Import } from '../import.ts'

/** Import data > From a spreadsheet, with people updated by their Pipedrive system ID. */
export const pipedrive: Import = {
  title: 'Pipedrive',
  keys: [
    {
      // [S] An update needs the system ID. Without it a row needs a name, and matching is by name: too loose for leadq.
      heading: 'Person - ID',
      form: 'number',
      from: ['Person - ID', 'Person - Pipedrive System ID', 'Person ID', 'person_id'],
    },
  ],
  // [S] Headings of exports and templates are `Entity - Field`; [?] whether custom ones are matched by them.
  headings: { template: 'Person - {prefix}{name}', most: 100 },
  // [S] CSV with commas in every export seen, German ones too.
  delimiter: ',',
  lineEnd: '\n',
  // [S] The spelling of exports.
  date: 'YYYY-MM-DD',
  // [?] Fields of several options: comma, from memory.
  list: ', ',
  // [?] There are no yes-or-no fields of one's own; the words are for fields with these two options.
  boolean: { yes: 'Yes', no: 'No' },
  // [?]
  empty: '',
  // [?] Text 255, large text 65,000, from memory; [T] 50,000 rows a file.
  most: { text: 255, longText: 65_000, unit: 'characters', leads: 50_000 },
}
