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

/** Whether a text tells who a lead is, wherever it stands: an address, a number to call, a text of its own. */
export function isTelling(text: string): boolean {
  return (
    text.length > MIN_LONG_TEXT || /\S@\S/.test(text) || /(?:\d[ ()/.-]?){6,}/.test(text) || /https?:|www\./i.test(text)
  )
}
