import fc from 'fast-check'

/** Cells as people and systems write them, and cells that only look similar: random combinations of their parts. */

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

const DAYS = [
  '11 Feb 2026',
  'Feb 11, 2026',
  '11. Februar 2026',
  '2026/02/11',
  '2026.2.11',
  '11-Feb-26',
  '2/11/26',
  '11.02.2026',
]
const MORE_DAYS = [
  '2026-02-11',
  '20260211',
  '2026-Feb-11',
  '30. Februar 2026',
  '11th of March 2026',
  'Feb 2026',
  '13/2/26',
]
const weekday = maybe('Wed, ', 'Mi., ', 'am ', 'Wednesday ', 'x ')
const clock = maybe(
  ' 09:12',
  ' 3pm',
  ', 9:12 AM',
  'T23:30:00',
  ' at 12:00 a.m.',
  ' um 9.12 Uhr',
  ' 25:00',
  ' 10',
  ' 23:30:01.25',
)
const zone = maybe(
  'Z',
  ' UTC',
  ' +0100',
  ' GMT-5',
  ' CET',
  ' PST',
  ' XYZ',
  '+01:00[Europe/Berlin]',
  ' (CET)',
  ' Europe/Berlin',
  ' America/New_York',
  ' (Asia/Kolkata)',
  ' Mars/Phobos',
)
const INSTANTS = [
  '/Date(1770801120000)/',
  '\\/Date(-1000+0100)\\/',
  '46064',
  '46064.75',
  '99999',
  '1772409600',
  '1772409600000',
  '1772409600123456',
]

export const oddDate = fc.oneof(
  joined(weekday, fc.constantFrom(...DAYS, ...MORE_DAYS), clock, zone),
  fc.constantFrom(...INSTANTS),
)
/** A column of dates as spreadsheet numbers only. */
export const serialDate = fc.constantFrom('46064', '46064.5', '46082,99', '32874', '55153')

const address = fc.constantFrom(
  'anna@acme.example',
  'Ben.Berg@GMAIL.com',
  "o'brien@acme.example",
  'info@acme.example',
  'a@b',
)
const MAILS = [
  'mailto:anna@acme.example?subject=Hi',
  'E-Mail: anna@acme.example',
  '\u200banna@acme\u00ad.example',
  '<>',
  "'a@b.de'",
]
export const oddMail = fc.oneof(
  fc.constantFrom(...MAILS),
  joined(maybe('Anna Berg <', '"Berg, Anna" <', '<', 'mailto:'), address, maybe('>', '.', '> (privat)', '>; ', ' ')),
  joined(address, fc.constantFrom('; ', ', ', ' / ', '|', ' ', '\n', '@'), address),
)

const wrapped = fc.constantFrom(
  '="0012"',
  ' ="x y" ',
  '="CEO',
  'R&D',
  'Ruhr &amp; Werke',
  '&auml;&#252;',
  '&amp;lt;b&gt;',
  '="&amp;"',
  '&nbsp;',
)
export const oddText = fc.oneof(wrapped, nothing)

const element = fc.constantFrom(
  'a',
  'Webinar',
  '"a; b"',
  "'Acme, Inc.'",
  '"say ""hi"""',
  "O'Brien",
  '5" pipe',
  ' "b" ',
  '',
  '""',
)
export const oddList = joined(
  maybe('[', '{', '('),
  fc.array(element, { maxLength: 4 }).chain(all => fc.constantFrom(';', ', ', '|').map(sign => all.join(sign))),
  maybe(']', '}', ')'),
)
