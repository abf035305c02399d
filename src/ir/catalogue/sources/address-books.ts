import type { System } from '../system.ts'

/** Address books: a row is somebody somebody knows. */
// biome-ignore format: headings are read as a paragraph
export const ADDRESS_BOOKS = {
  'google-contacts': {
    title: 'Google Contacts',
    readIn: ['tests of importers', 'code that reads its exports'],
    exports: [
      {
        title: 'contacts',
        signatures: [
          ['E-mail 1 - Value', 'First Name'], ['E-mail 1 - Value', 'Given Name'], ['E-mail 1 - Label', 'E-mail 1 - Value'], ['E-mail 1 - Type', 'E-mail 1 - Value'], ['Phone 1 - Label', 'Phone 1 - Value'], ['Phone 1 - Type', 'Phone 1 - Value'], ['Organization Name', 'Organization Title', 'E-mail 1 - Value'],
          ['E-mail 1 - Label', 'E-mail 1 - Value', 'Phone 1 - Label', 'Phone 1 - Value', 'Organization Name'], ['Organization 1 - Name', 'E-mail 1 - Value'],
        ],
      },
    ],
    paths: [],
    headings: {
      full_name: ['Name', 'File As'], salutation: ['Name Prefix'], company: ['Organization Name', 'Organization 1 - Name'], job_title: ['Organization Title', 'Organization 1 - Title'], department: ['Organization Department', 'Organization 1 - Department'], email: ['E-mail 1 - Value', 'E-mail 2 - Value', 'E-mail 3 - Value', 'E-mail 4 - Value'], phone: ['Phone 1 - Value', 'Phone 2 - Value', 'Phone 3 - Value', 'Phone 4 - Value'],
      street: ['Address 1 - Street', 'Address 2 - Street'], city: ['Address 1 - City', 'Address 2 - City'], region: ['Address 1 - Region', 'Address 2 - Region'], postal_code: ['Address 1 - Postal Code', 'Address 2 - Postal Code'], country: ['Address 1 - Country', 'Address 2 - Country'], website: ['Website 1 - Value', 'Website 2 - Value'], tags: ['Labels', 'Group Membership'], message: ['Notes'],
    },
    nulls: [],
    split: { tags: ':::' },
  },
  outlook: {
    title: 'Outlook',
    readIn: ['tests of importers', 'code that reads its exports, English and German'],
    exports: [
      {
        title: 'contacts',
        language: 'en',
        signatures: [
          ['E-mail Address', 'E-mail Type'], ['E-mail Address', 'E-mail Display Name'], ['Business Street', 'Business City'], ['Business Phone', 'Business Fax', 'Company'], ['E-mail Address', 'Business Phone', 'Mobile Phone'], ['First Name', 'Middle Name', 'Last Name', 'E-mail Address'], ['Business Country/Region', 'E-mail Address', 'Business Street', 'Business City', 'Business Phone'],
        ],
      },
      {
        title: 'contacts',
        language: 'de',
        signatures: [
          ['E-Mail-Adresse', 'E-Mail-Typ'], ['Weitere Vornamen', 'Nachname'], ['Straße geschäftlich', 'Ort geschäftlich'], ['Telefon geschäftlich', 'Fax geschäftlich'], ['E-Mail-Adresse', 'E-Mail: Angezeigter Name'], ['Straße geschäftlich', 'Ort geschäftlich', 'Telefon geschäftlich', 'Weitere Vornamen'],
        ],
      },
    ],
    paths: [],
    headings: {
      salutation: ['Title', 'Anrede'], email: ['E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address', 'E-Mail-Adresse', 'E-Mail 2: Adresse', 'E-Mail 3: Adresse'], phone: ['Business Phone', 'Business Phone 2', 'Company Main Phone', 'Primary Phone', 'Home Phone', 'Telefon geschäftlich', 'Telefon geschäftlich 2', 'Telefon Firma', 'Haupttelefon', 'Telefon privat'], mobile: ['Mobile Phone', 'Mobiltelefon'],
      street: ['Business Street', 'Straße geschäftlich', 'Home Street', 'Straße privat'], city: ['Business City', 'Ort geschäftlich', 'Home City', 'Ort privat'], region: ['Business State', 'Region geschäftlich', 'Home State', 'Bundesland/Kanton privat'], postal_code: ['Business Postal Code', 'Postleitzahl geschäftlich', 'Home Postal Code', 'Postleitzahl privat'],
      country: ['Business Country/Region', 'Business Country', 'Land/Region geschäftlich', 'Home Country/Region', 'Land/Region privat'], website: ['Web Page', 'Business Web Page', 'Personal Web Page', 'Webseite'], tags: ['Categories', 'Kategorien'], message: ['Notes', 'Notizen'],
    },
    nulls: ['0/0/00', '0.0.00', '00.00.00', 'unspecified', 'keine angabe'],
    split: { tags: ';' },
  },
  vcard: {
    title: 'vCard',
    exports: [{ title: 'contacts', signatures: [['FN', 'EMAIL', 'ORG'], ['FN', 'TEL', 'ORG'], ['FN', 'ORG', 'TITLE'], ['FN', 'EMAIL', 'TEL', 'ORG', 'TITLE']] }],
    paths: [],
    headings: { full_name: ['FN'], company: ['ORG'], job_title: ['TITLE', 'ROLE'], email: ['EMAIL;TYPE=WORK', 'EMAIL'], phone: ['TEL;TYPE=WORK', 'TEL'], mobile: ['TEL;TYPE=CELL'], street: ['ADR'], website: ['URL'], birth_date: ['BDAY'], message: ['NOTE'], tags: ['CATEGORIES'], modified_date: ['REV'], language: ['LANG'], id: ['UID'] },
    nulls: [],
  },
  thunderbird: {
    title: 'Thunderbird',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'address book', language: 'en', signatures: [['Primary Email', 'Secondary Email', 'Screen Name'], ['Display Name', 'Primary Email', 'Work Phone'], ['Primary Email', 'Work ZipCode']] },
      { title: 'address book', language: 'de', remembered: true, signatures: [['Anzeigename', 'Primäre E-Mail-Adresse'], ['Primäre E-Mail-Adresse', 'Sekundäre E-Mail-Adresse']] },
    ],
    paths: [],
    headings: { full_name: ['Display Name'], email: ['Primary Email', 'Secondary Email'], phone: ['Work Phone', 'Home Phone'], mobile: ['Mobile Number'], street: ['Work Address', 'Home Address'], city: ['Work City', 'Home City'], region: ['Work State', 'Home State'], postal_code: ['Work ZipCode', 'Home ZipCode'], country: ['Work Country', 'Home Country'], company: ['Organization'], website: ['Web Page 1', 'Web Page 2'], message: ['Notes'] },
    remembered: { full_name: ['Anzeigename'], email: ['Primäre E-Mail-Adresse', 'Sekundäre E-Mail-Adresse'], phone: ['Tel. dienstlich', 'Tel. privat'], mobile: ['Mobil-Tel.-Nr.'], city: ['Dienstlich: Ort', 'Privat: Ort'], country: ['Dienstlich: Land', 'Privat: Land'], postal_code: ['Dienstlich: PLZ', 'Privat: PLZ'], street: ['Dienstlich: Adresse', 'Privat: Adresse'], company: ['Organisation'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
