import type { Import } from '../import.ts'

/** Contacts > Import > CSV file. */
export const activecampaign: Import = {
  title: 'ActiveCampaign',
  // [S] Rows without an e-mail address of their own are skipped.
  keys: [{ heading: 'Email', form: 'email', from: [] }],
  // [S] Columns are mapped by hand or by the title of a field. [?] how long.
  headings: { template: '{prefix}{name}', most: 100 },
  // [S] CSV, UTF-8.
  delimiter: ',',
  lineEnd: '\n',
  // [S] With dashes only; anything else becomes a day in 1899.
  date: 'YYYY-MM-DD',
  // [S] Fields of several values. (Tags proper are comma separated; leadq's tags go into a field of their own.)
  list: '||',
  // [S] The API writes flags so; [?] whether an import wants words.
  boolean: { yes: '1', no: '0' },
  // [?]
  empty: '',
  // [?] Text 255, text area 65,535, from memory.
  most: { text: 255, longText: 65_535, unit: 'characters' },
  // [T] Either can end the whole import.
  refused: { pattern: /[\r\n]|\p{Extended_Pictographic}/u, what: 'a line break or an emoji' },
}
