/** Invented leads of a shop for business software that sells in German and in English. */

/** Headings as CRMs write them: the built-in catalogue of fields knows all of them. */
export const HEADINGS = [
  'Lead ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone',
  'Company',
  'Job Title',
  'Department',
  'Employees',
  'Industry',
  'Annual Revenue',
  'Country',
  'City',
  'Lead Source',
  'Page Views',
  'Email Clicks',
  'Demo Requested',
  'Demo Date',
  'Last Activity Date',
  'Budget',
  'Unsubscribed',
  'Message',
]

/** Dates lie in the two years before this day; runs are made as of it. */
export const AS_OF = '2025-11-15'

const FIRST_NAMES = words(
  'Anna Ben Clara David Elif Finn Greta Hannes Ida Jonas Katja Lukas Mia Noah Olga Paul Ruth Sven',
)
const LAST_NAMES = words(
  'Weber Müller Schäfer Smith Jones Öztürk Vogel Brandt Clarke Novak Keller Baum Frost Hughes Lang',
)
const COMPANY_STEMS = words(
  'Nordwerk Alpina Bluefin Kesselbau Lumitec Ostwind Pinehill Quartz Redstone Silberbach Talblick',
)
const COMPANY_FORMS = ['GmbH', 'AG', 'Ltd', 'Inc.', 'GmbH & Co. KG', 'SE']
const FREE_MAIL = ['gmail.com', 'gmx.de', 'web.de', 'outlook.com', 'yahoo.com']
const DEPARTMENTS = ['IT', 'Vertrieb', 'Marketing', 'Sales', 'Einkauf', 'Finance', 'HR', '']
const INDUSTRIES = ['Software', 'Maschinenbau', 'Handel', 'Retail', 'Logistik', 'Health Care', 'Finance', 'Chemie', '']
const SOURCES = ['Web', 'Messe', 'Referral', 'Google Ads', 'Webinar', 'LinkedIn', 'Newsletter', 'Cold Call']
const PLACES = [
  ['Germany', 'Berlin', '+49 30'],
  ['Germany', 'München', '+49 89'],
  ['Deutschland', 'Köln', '+49 221'],
  ['Austria', 'Wien', '+43 1'],
  ['Switzerland', 'Zürich', '+41 44'],
  ['United Kingdom', 'Leeds', '+44 113'],
  ['United States', 'Denver', '+1 303'],
  ['France', 'Lyon', '+33 4'],
]
const JOB_TITLES = [
  'CEO',
  'CTO',
  'Geschäftsführer',
  'Geschäftsführerin',
  'Head of Sales',
  'Head of Marketing',
  'Vertriebsleiter',
  'IT-Leiterin',
  'VP Operations',
  'Account Manager',
  'Sales Manager',
  'Software Engineer',
  'Buchhalter',
  'Praktikantin',
  'Student',
  'Assistenz der Geschäftsleitung',
  'Project Manager',
  'Einkäufer',
  '',
]
const MESSAGES = [
  'Please call me back, thanks',
  'We compare "all in one" tools',
  'Bitte um ein Angebot, möglichst bald',
  'Budget is there,\nstart in March',
  'Hallo,\nwir suchen ein CRM',
  'Price list, please',
]

const DAY = 86_400_000
const LAST_DAY = Date.parse(AS_OF)

/** The cells of lead number `index`, from 0, in the order of the headings. */
export function leadCells(index, random) {
  const below = limit => Math.floor(random() * limit)
  const pick = list => list[below(list.length)]
  const date = () => new Date(LAST_DAY - below(700) * DAY).toISOString().slice(0, 10)
  const maybe = (chance, make) => (random() < chance ? make() : '')

  const first = pick(FIRST_NAMES)
  const last = pick(LAST_NAMES)
  const stem = `${pick(COMPANY_STEMS)} ${below(900) + 100}`
  const [country, city, prefix] = pick(PLACES)
  const host = random() < 0.2 ? pick(FREE_MAIL) : `${asciiOf(stem)}.example`
  const employees = Math.round(10 ** (random() * 4))
  const demo = random() < 0.12
  return [
    String(10_000_001 + index),
    first,
    last,
    maybe(0.96, () => `${asciiOf(first)}.${asciiOf(last)}.${index % 997}@${host}`),
    maybe(0.6, () => `${prefix} ${1_000_000 + below(9_000_000)}`),
    `${stem} ${pick(COMPANY_FORMS)}`,
    pick(JOB_TITLES),
    pick(DEPARTMENTS),
    maybe(0.8, () => String(employees)),
    pick(INDUSTRIES),
    maybe(0.5, () => String(employees * (50 + below(150)) * 1000)),
    country,
    city,
    pick(SOURCES),
    String(below(40)),
    maybe(0.7, () => String(below(12))),
    demo ? 'yes' : 'no',
    demo ? date() : '',
    maybe(0.9, date),
    maybe(0.2, () => String(1000 * (1 + below(80)))),
    random() < 0.06 ? 'yes' : 'no',
    // The cell that needs quotes: one lead in five, one in fifteen across two lines.
    index % 5 === 4 ? pick(MESSAGES) : '',
  ]
}

function words(text) {
  return text.split(' ')
}

/** The text as it stands in a mail address. */
function asciiOf(text) {
  return text.normalize('NFD').replace(/[^\w]/g, '').toLowerCase()
}
