import type { FieldName } from './fields.ts'
import { DISTINCTIVE, STATUS_TEXTS } from './statuses.ts'

/** Headings that mostly mean a field, in a file of unknown origin; the summary shows them as guesses. */
// biome-ignore format: headings are read as a paragraph
export const GUESSED_HEADINGS: Partial<Record<FieldName, readonly string[]>> = {
  created_date: [
    'Timestamp', 'Zeitstempel', 'Submitted', 'Submitted At', 'Submitted On', 'Submission Date', 'Submission Time', 'Submit Date', 'Entry Date', 'Eingang', 'Eingereicht am', 'Gesendet am',
    'Abgesendet am', 'Übermittelt am', 'Completion Time', 'Completed At', 'Registered', 'Record Date',
  ],
  full_name: ['Name', 'Person', 'Lead', 'Interessent', 'Teilnehmer', 'Attendee', 'Invitee', 'Kontakt', 'Contact', 'Subscriber Name', 'Customer Name', 'Respondent', 'Nom', 'Nombre', 'Nome', 'Naam', 'Contacto', 'Contatto'],
  message: ['Bemerkung', 'Bemerkungen', 'Anmerkung', 'Anmerkungen', 'Notiz', 'Notizen', 'Notes', 'Note', 'Kommentar', 'Kommentare', 'Comment', 'Beschreibung', 'Description', 'Freitext', 'Remarks', 'Additional Info'],
  source: ['Messe', 'Messename', 'Veranstaltung', 'Trade Show', 'Landing Page'],
  interests: ['Produkt', 'Produkte', 'Product', 'Products', 'Thema', 'Themen', 'Topic', 'Topics', 'Services', 'Leistungen'],
  need: ['Betreff', 'Subject', 'Projekt', 'Project', 'Problem'],
  timeline: ['Wann', 'When', 'Zeitraum', 'Realisierung', 'Kaufabsicht'],
  employees: ['MA', 'Company Size Range'],
  meeting_booked: ['Appointment', 'Booked Meeting'],
}

/** `Name` in the languages where it is the last name beside a first name, and the first name beside a last name. */
export const BARE_NAMES: ReadonlySet<string> = new Set(['name', 'nom', 'naam', 'nombre', 'nome'])
export const FIRST_BESIDE_LAST: ReadonlySet<string> = new Set(['nombre', 'nome'])

/** Keys of headings of languages in which nobody writes the month first. */
// biome-ignore format: headings are read as a paragraph
export const DAY_FIRST_HEADINGS: ReadonlySet<string> = new Set([
  'vorname', 'nachname', 'firma', 'unternehmen', 'straße', 'strasse', 'plz', 'ort', 'anrede', 'telefon', 'mitarbeiter', 'erstelltam', 'ansprechpartner',
  'prénom', 'nom', 'société', 'entreprise', 'téléphone', 'ville', 'pays', 'datedecréation', 'créele', 'nombre', 'apellidos', 'empresa', 'teléfono', 'ciudad', 'país', 'fechadecreación',
  'nome', 'cognome', 'azienda', 'telefono', 'città', 'paese', 'datadicreazione', 'voornaam', 'achternaam', 'bedrijf', 'telefoon', 'plaats', 'aangemaaktop',
  'imię', 'nazwisko', 'stanowisko', 'miasto', 'kraj', 'datautworzenia',
])

/** What the cells of a column must mostly be for a heading of several meanings to have this one. */
export interface ValueGuess {
  readonly field: FieldName
  readonly headings: readonly string[]
  /** Words, one of which a cell has; `*` stands for the rest of a word. */
  readonly words?: readonly string[]
  /** Whole cells. */
  readonly texts?: ReadonlySet<string>
  /** At least one cell must be one of these. */
  readonly needs?: ReadonlySet<string>
}

// biome-ignore format: words are read as a paragraph
const JOBS: readonly string[] = [
  'ceo', 'cto', 'cfo', 'cmo', 'cio', 'coo', 'cro', 'cdo', 'ciso', 'cpo', 'vp', 'svp', 'evp', 'gf', 'md', 'chief', 'president', 'director*', 'direktor*', 'head', 'manager*', '*manager', '*managerin', 'lead', 'leader', 'owner', 'founder*', 'co-founder', 'partner', 'principal', 'officer',
  'geschäftsführ*', 'geschaeftsfuehr*', 'inhaber*', 'vorstand*', 'prokurist*', 'gesellschafter*', 'gründer*', '*leiter', '*leiterin', '*leitung', 'leitend*', 'bereichsleit*', 'abteilungsleit*', 'teamleit*', 'projektleit*', 'einkauf*', '*einkäufer*', 'einkäufer*', 'vertrieb*', 'verkauf*', 'verkäufer*', 'buyer', 'purchas*', 'procurement',
  'engineer*', '*ingenieur*', 'ingenieur*', 'techniker*', 'developer*', '*entwickler*', 'entwickler*', 'consultant*', 'berater*', '*berater*', 'analyst*', 'specialist*', 'spezialist*', 'assistant*', 'assistent*', 'assistenz', 'sekretär*', 'referent*', 'sachbearbeit*', '*kaufmann', '*kauffrau', 'controller*', 'architect*', 'architekt*', 'administrator*', 'admin', 'coordinator*', 'koordinator*', 'meister*',
  'supervisor', 'executive', 'sales', 'marketing', 'trainee', 'intern', 'werkstudent*', 'praktikant*', 'secretary', 'teacher', 'lehrer*', 'arzt', 'ärztin', 'doctor', 'nurse', 'lawyer', 'anwalt*', 'anwält*', 'accountant', 'buchhalt*', 'designer*', 'redakteur*', 'editor', 'recruiter*', 'hr', 'it',
]

// biome-ignore format: words are read as a paragraph
const SALUTATIONS: ReadonlySet<string> = new Set([
  'herr', 'frau', 'divers', 'mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'miss', 'mx', 'mx.', 'dr', 'dr.', 'prof', 'prof.', 'prof. dr.', 'herr dr.', 'frau dr.', 'herr prof.', 'frau prof.', 'herr prof. dr.', 'frau prof. dr.', 'dipl.-ing.', 'dipl. ing.', 'mag.', 'ing.', 'firma', 'familie', 'sir', 'madam', 'm.', 'mme', 'monsieur', 'madame',
])

// biome-ignore format: words are read as a paragraph
const LEAD_STATES: ReadonlySet<string> = new Set([
  'new', 'open', 'open - not contacted', 'working', 'working - contacted', 'contacted', 'not contacted', 'attempted', 'attempted to contact', 'in progress', 'connected', 'qualified', 'unqualified', 'disqualified', 'nurturing', 'nurture', 'converted', 'closed', 'closed - converted', 'closed - not converted', 'lost', 'won', 'junk', 'pending', 'on hold', 'assigned', 'recycled', 'prospect', 'cold', 'warm', 'hot',
  'neu', 'offen', 'kontaktiert', 'nicht kontaktiert', 'in bearbeitung', 'in arbeit', 'bearbeitet', 'qualifiziert', 'nicht qualifiziert', 'unqualifiziert', 'konvertiert', 'geschlossen', 'verloren', 'gewonnen', 'angeschrieben', 'angerufen', 'wiedervorlage', 'zugewiesen', 'erledigt', 'abgeschlossen', 'in kontakt', 'angebot erstellt', 'interessent', 'kalt', 'heiß',
])

const YES_OR_NO: ReadonlySet<string> = new Set(['ja', 'nein', 'yes', 'no', 'true', 'false', 'j', 'n', 'y', '1', '0'])

const LEGAL_FORMS = [
  'gmbh',
  'ag',
  'kg',
  'ohg',
  'ug',
  'se',
  'gbr',
  'ek',
  'kgaa',
  'eg',
  'inc',
  'ltd',
  'llc',
  'corp',
  'co',
  'sa',
  'srl',
  'bv',
  'plc',
]

/** Tried in this order. */
export const VALUE_GUESSES: readonly ValueGuess[] = [
  { field: 'salutation', headings: ['Title', 'Titel'], texts: SALUTATIONS },
  { field: 'job_title', headings: ['Title', 'Titel', 'Role', 'Rolle', 'Function', 'Beruf/Position'], words: JOBS },
  {
    field: 'marketing_status',
    headings: ['Status', 'State', 'Email Status', 'E-Mail-Status', 'Type', 'Typ', 'Zustand', 'Subscription', 'Abo'],
    texts: STATUS_TEXTS,
    needs: DISTINCTIVE,
  },
  { field: 'lead_status', headings: ['Status', 'Stage', 'Phase', 'State', 'Stand', 'Zustand'], texts: LEAD_STATES },
  { field: 'existing_customer', headings: ['Kunde', 'Customer', 'Client'], texts: YES_OR_NO },
  {
    field: 'company',
    headings: ['Kunde', 'Customer', 'Client', 'Name', 'Interessent', 'Lead', 'Kontakt'],
    words: LEGAL_FORMS,
  },
]
