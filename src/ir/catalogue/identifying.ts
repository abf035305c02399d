import { fold } from '../values/fold.ts'
import { headingKey } from '../values/heading.ts'
import { FIELDS } from './fields.ts'

/** Fields whose cells tell who a lead is, and what stands in them. Their cells are shown nowhere but in outputs. */
const IDENTIFYING: Readonly<Record<string, string>> = {
  id: 'ids',
  external_id: 'ids',
  first_name: 'names',
  last_name: 'names',
  full_name: 'names',
  company: 'names of companies',
  company_id: 'ids',
  customer_number: 'ids',
  company_domain: 'domains',
  website: 'websites',
  email: 'e-mail addresses',
  phone: 'phone numbers',
  mobile: 'phone numbers',
  street: 'addresses',
  postal_code: 'postal codes',
  birth_date: 'birthdays',
  message: 'free texts',
  need: 'free texts',
  crm_owner: 'names',
}

const BY_HEADING: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELDS).flatMap(([name, { headings }]) => {
    const kind = IDENTIFYING[name]
    return kind === undefined ? [] : [...headings, name].map(heading => [headingKey(heading), kind] as const)
  }),
)

/** Longer than any label. */
const MIN_LONG_TEXT = 40

/** What the cells of a field are, if they tell who a lead is: `e-mail addresses`. `from` are the headings it is read from. */
export function identifyingKind(name: string, from: readonly string[]): string | undefined {
  const own = Object.hasOwn(IDENTIFYING, name) ? IDENTIFYING[name] : undefined
  return own ?? [name, ...from].map(heading => BY_HEADING.get(headingKey(heading))).find(kind => kind !== undefined)
}

/** Headings of columns about people that no field has, where nothing in them says that they are about something else. */
const PERSONAL =
  /(?<!\p{L})(?:owner|besitzer|betreuer|ansprechpartner|kontaktperson|contact person|sales ?rep|representative|account manager|vertreter|assigned to|assignee|zugewiesen|created by|modified by|erstellt von|geändert von|sachbearbeiter|bearbeiter|supervisor|vorgesetzte|(?:first|last|full|contact|user|sur|customer|person)[ _]?name|name|vorname|nachname|e-?mail|phone|telefon|mobile|handy|street|straße|strasse|address|adresse|anschrift|iban|passport|birth|geburt|notes?|notiz|comments?|kommentar|bemerkung|nachricht|message)/u
const ABOUT_ELSE =
  /opt|consent|status|type|typ(?!\p{L})|source|quelle|count|anzahl|campaign|kampagne|form|event|list|product|produkt|domain|verified|valid|bounce|page|channel|kanal|stage|score|date|datum/u

/** Whether a heading that no field has may be that of a column about people. */
export function isPersonal(heading: string): boolean {
  const folded = fold(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).replaceAll('_', ' ')
  return identifyingKind(heading, []) !== undefined || (PERSONAL.test(folded) && !ABOUT_ELSE.test(folded))
}

const MAX_FORM_LENGTH = 24

/** What a key looks like, without what it says: `xx-0000`, `e-mail address`. */
export function formOf(key: string): string {
  if (/\S@\S/.test(key)) return 'e-mail address'
  const form = key.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0')
  return form.length > MAX_FORM_LENGTH ? `${form.slice(0, MAX_FORM_LENGTH)}...` : form
}

/** Whether a text tells who a lead is, wherever it stands: an address, a number to call, a text of its own. */
export function isTelling(text: string): boolean {
  return (
    text.length > MIN_LONG_TEXT || /\S@\S/.test(text) || /(?:\d[ ()/.-]?){6,}/.test(text) || /https?:|www\./i.test(text)
  )
}
