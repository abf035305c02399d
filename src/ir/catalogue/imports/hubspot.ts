import type { Import } from '../import.ts'

/** Import > File from computer > Contacts. */
export const hubspot: Import = {
  title: 'HubSpot',
  keys: [
    {
      // [S] The export's own column, and one of the two by which an import finds contacts.
      heading: 'Record ID',
      form: 'number',
      from: [
        ...['Record ID', 'Record ID - Contact', 'Datensatz-ID', 'Datensatz-ID - Kontakt'],
        ...['hs_object_id', 'property_hs_object_id', 'HubSpot Contact ID'],
      ],
    },
    // [S] The other one.
    { heading: 'Email', form: 'email', from: [] },
  ],
  // [S] Headings are matched with properties; internal names are lower case with underscores. [?] how long.
  headings: { template: '{prefix}{name}', most: 100 },
  // [S] CSV, UTF-8; [S] comma in all exports seen.
  delimiter: ',',
  lineEnd: '\n',
  // [S] Year, month, day is one of the orders that date pickers take.
  date: 'YYYY-MM-DD',
  // [S] Multiple checkboxes; one in front of the first value would add to what is there.
  list: ';',
  // [S] Single checkboxes take true and false, yes and no.
  boolean: { yes: 'true', no: 'false' },
  // [?] Nothing was found that empties a property by import.
  empty: '',
  // [S] 65,536 characters for text of one line and of several; [S] 1,048,576 rows a file, its header among them.
  most: { text: 65_536, longText: 65_536, unit: 'characters', leads: 1_048_575 },
}
