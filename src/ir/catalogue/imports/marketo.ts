import type { Import } from '../import.ts'

/** Import of a list; people are found by their e-mail address. */
export const marketo: Import = {
  title: 'Marketo',
  // [S] The label of the field in the views of lists. The bulk API has its REST name `email` instead.
  keys: [{ heading: 'Email Address', form: 'email', from: [] }],
  // [T] A heading has to be the API name of a field of one's own. [?] how long.
  headings: { template: '{prefix}{name}', most: 100 },
  // [S] Comma, tab or semicolon; [T] UTF-8 is required.
  delimiter: ',',
  lineEnd: '\n',
  // [S] W3C dates: 2010-05-07.
  date: 'YYYY-MM-DD',
  // [?] There are no fields of several values; the lists become texts.
  list: '; ',
  // [S] Boolean fields.
  boolean: { yes: 'true', no: 'false' },
  // [?] `NULL` empties a field, from memory; it is not written, because where it does not it becomes the text.
  empty: '',
  // [S] String 255 characters, text area 30,000 bytes; bytes are the stricter reading of both. Files of 10 MB at most.
  most: { text: 255, longText: 30_000, unit: 'bytes' },
}
