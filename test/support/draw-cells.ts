import fc from 'fast-check'

/** Cells as people and systems write them, and cells that only look like it: put together by chance from what they are made of. */

const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(texts => texts.join(''))
const maybe = (...texts: string[]) => fc.constantFrom('', '', '', ...texts)

const digits = fc.constantFrom(
  '0',
  '5',
  '10',
  '50',
  '501',
  '1000',
  '1.234',
  '1,234.5',
  '1.234,50',
  "1'234.5",
  '1 234',
  '.5',
  '12,5',
)
const scale = maybe('k', ' K', 'M', ' Mio.', ' million', 'b', ' Tsd', ' TEUR', 't', ' mil.', 'bn')
const money = maybe('€', ' EUR', '$', ' USD', '%')
const amount = joined(maybe('$', '€ ', 'EUR ', 'T€ ', '-', '+'), digits, scale, money)
const bound = maybe('>', '< ', '~', 'ca. ', 'über ', 'up to ', 'more than ', 'zwischen ', 'mind. ', '>= ')
const between = fc.constantFrom('-', ' - ', '–', ' bis ', ' to ', ' und ', '...')
const unit = maybe(
  ' employees',
  ' Mitarbeiter',
  ' MA',
  '+',
  '+ employees',
  ' and more',
  ' p.a.',
  ' months',
  ' Berlin',
  'x',
)

export const oddNumber = fc.oneof(
  joined(bound, amount, unit),
  joined(bound, amount, between, amount, unit),
  joined(digits, fc.constantFrom('-', '.-', ',--', '--', '+', '. Feb'), maybe(' CHF')),
)

const NOTHING = ['#N/A', '#NV', '#REF!', '(null)', '\\N', 'NaN', '-', '--', '–', '.', 'None', 'NA', '<null>', 'n.a.']
export const nothing = fc.constantFrom(...NOTHING)

const TRUTHS = [
  'Y',
  'n',
  'J',
  't',
  'F',
  'on',
  'OFF',
  'an',
  'aus',
  '1.0',
  '0,0',
  'Checked',
  'unchecked',
  '✓',
  '✔️',
  '☐',
  '✗',
  'x',
  'X',
]
const CONSENTS = ['Opted In', 'opted out', 'Subscribed', 'unsubscribed', 'Demo Requested', 'demo requested']
export const oddTruth = fc.constantFrom(...TRUTHS, ...CONSENTS)
