import { anyOf, type Rewrite } from './rewrite.ts'

/** Words and signs around a number, folded: currencies, scales, units, bounds; and how they are taken off. */

/** The signs of Unicode 17, in explicit ranges so that every engine knows the same. */
const CURRENCY_SIGNS =
  '$\u00a2-\u00a5\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u0e3f\u17db\u20a0-\u20c1\ua838\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6\u{11fdd}-\u{11fe0}\u{1e2ff}\u{1ecb0}'
const CURRENCY_WORDS = [
  ...['us$', 'euros', 'euro', 'eur', 'usd', 'gbp', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'huf', 'jpy', 'cny'],
  ...['inr', 'aud', 'cad', 'sgd', 'nzd', 'zar', 'brl', 'mxn', 'dollars', 'dollar', 'franken', 'sfr.', 'fr.', 'pounds'],
  ...['a$', 'c$', 'ca$', 'hk$', 'nz$', 'r$', 's$', 'mx$', 'rs.', 'rs', 'zł', 'kč', 'kr.', 'kr', 'lei', 'złotych'],
  ...['hkd', 'krw', 'thb', 'ils', 'aed', 'sar', 'bgn', 'uah', 'clp', 'cop', 'ars', "d'euros"],
  ...['de euros', 'di euro', 'francs'],
]
export const CURRENCY = `(?:[${CURRENCY_SIGNS}]|${anyOf(CURRENCY_WORDS).slice(3)}`

/** By every spelling: thousand, million, thousand million. */
export const SCALES: Readonly<Record<string, number>> = {
  ...spelled(1e3, ['k', 'tsd', 'tsd.', 'tausend', 'thousand', 'thsd', 'thsd.', 'teur', 't€', 'tchf', 'tusd', 't$']),
  ...spelled(1e6, ['m', 'mm', 'mn', 'mil', 'mil.', 'mill', 'mill.', 'mio', 'mio.', 'mln', 'mln.', 'meur', 'm€']),
  ...spelled(1e6, ['million', 'millions', 'millionen']),
  ...spelled(1e9, ['b', 'bn', 'bln', 'bil', 'bil.', 'billion', 'billions', 'mrd', 'mrd.', 'mia', 'mia.']),
  ...spelled(1e9, ['milliarde', 'milliarden']),
  ...spelled(1e3, ['tys.', 'tys', 'tis.', 'milliers', 'millier', 'mille', 'mila', 'duizend']),
  ...spelled(1e5, ['lakhs', 'lakh', 'lacs', 'lac']),
  ...spelled(1e6, [
    'millones',
    'millón',
    'milioni',
    'milione',
    'milhões',
    'milionów',
    'miliony',
    'miljoen',
    'miljoner',
  ]),
  ...spelled(1e7, ['crores', 'crore', 'cr.', 'cr']),
  ...spelled(1e9, [
    'mil millones',
    'milliards',
    'milliard',
    'miliardi',
    'miliardów',
    'miljard',
    'mld.',
    'mld',
    'mds',
    'md',
  ]),
  ...spelled(1e12, ['tn', 'trillion', 'trillions', 'bio', 'bio.', 'billionen']),
}
export const SCALE = anyOf(Object.keys(SCALES))

export const UNITS = [
  ...['employees', 'employee', 'empl.', 'staff', 'people', 'persons', 'person', 'workers', 'members', 'headcount'],
  ...['heads', 'fte', 'ftes', 'full-time', 'mitarbeiter', 'mitarbeitern', 'mitarbeiterinnen', 'mitarbeiter:innen'],
  ...['mitarbeiter*innen', 'mitarbeiter_innen', 'mitarbeiter/innen', 'mitarbeiter/-innen', 'mitarbeitende'],
  ...['mitarbeitenden', 'ma', 'beschäftigte', 'beschäftigten', 'angestellte', 'angestellten', 'arbeitnehmer'],
  ...['personen', 'köpfe', 'leute', 'mann', 'vollzeit', 'vollzeitkräfte', 'vzä', 'vze'],
  ...['users', 'user', 'nutzer', 'anwender', 'benutzer', 'seats', 'seat', 'plätze', 'arbeitsplätze', 'lizenzen'],
  ...['licenses', 'licences', 'clients', 'customers', 'kunden', 'contacts', 'kontakte', 'students', 'schüler'],
  ...['locations', 'sites', 'standorte', 'filialen', 'stores', 'offices', 'countries', 'länder', 'vehicles'],
  ...['fahrzeuge', 'machines', 'maschinen', 'devices', 'geräte', 'beds', 'betten', 'rooms', 'zimmer'],
  ...['days', 'day', 'tage', 'tagen', 'tag', 'weeks', 'week', 'wochen', 'woche', 'months', 'month', 'monate'],
  ...['monaten', 'monat', 'years', 'year', 'yrs', 'jahre', 'jahren', 'jahr', 'hours', 'hour', 'hrs', 'h', 'stunden'],
  ...['stunde', 'std', 'std.', 'minutes', 'minute', 'minuten', 'min', 'min.', 'mins', 'seconds', 'sekunden', 'sec'],
  ...['per month', 'per year', 'per annum', 'p.a.', 'p. a.', 'pro monat', 'pro jahr', 'im jahr', 'im monat'],
  ...['/year', '/month', '/jahr', '/monat', '/mo', '/yr', 'monthly', 'yearly', 'annually', 'jährlich', 'monatlich'],
  ...['netto', 'brutto', 'net', 'gross', 'revenue', 'in revenue', 'umsatz', 'turnover', 'arr', 'mrr'],
  ...['points', 'punkte', 'pts', 'times', 'mal', 'x', 'visits', 'besuche', 'views', 'aufrufe', 'pages', 'seiten'],
  ...['clicks', 'klicks', 'opens', 'downloads', 'sessions', 'sitzungen', 'units', 'stück', 'stk', 'stk.', 'pcs'],
  ...['items', 'orders', 'bestellungen', 'projects', 'projekte', 'leads', 'percent', 'prozent'],
  ...['salariés', 'salarié', 'employés', 'employé', 'collaborateurs', 'personnes', 'utilisateurs', 'etp'],
  ...['empleados', 'empleado', 'trabajadores', 'personas', 'usuarios', 'funcionários', 'colaboradores', 'pessoas'],
  ...[
    'dipendenti',
    'addetti',
    'persone',
    'medewerkers',
    'werknemers',
    'mensen',
    'anställda',
    'ansatte',
    'medarbejdere',
  ],
  ...['pracowników', 'pracownicy', 'osób', 'osoby', 'zatrudnionych', 'zaměstnanců'],
  ...['mois', 'jours', 'semaines', 'ans', 'meses', 'días', 'semanas', 'años', 'mesi', 'giorni', 'settimane', 'anni'],
  ...['maanden', 'dagen', 'weken', 'jaar', 'miesięcy', 'miesiące', 'dni', 'tygodni'],
  ...['total', 'in total', 'insgesamt', 'gesamt', 'worldwide', 'weltweit', 'globally', 'approx.', 'ca.'],
]

/** The number in hand is the lower end, or near it. */
const LOWER = [
  ...['>=', '=>', '>', '≥', '~', '≈', '∼', '+/-', '±', 'ca.', 'ca', 'circa', 'c.', 'approx.', 'approx'],
  ...['approximately', 'about', 'around', 'roughly', 'nearly', 'almost', 'etwa', 'rund', 'ungefähr', 'knapp', 'gut'],
  ...['fast', 'more than', 'over', 'above', 'at least', 'min.', 'minimum', 'greater than', 'mehr als', 'über', 'ab'],
  ...[
    'within the next',
    'within',
    'in the next',
    'in the coming',
    'in about',
    'in ca.',
    'in',
    'next',
    'innerhalb der nächsten',
  ],
  ...['innerhalb von', 'innerhalb', 'in den nächsten', 'in den kommenden', 'in etwa', 'in rund', 'nächste', 'binnen'],
  ...['mindestens', 'mind.', 'from', 'von', 'between', 'zwischen', 'größer als', 'größer'],
  ...['plus de', 'au moins', 'environ', 'env.', 'à partir de', 'entre', 'de', 'dès', 'dans les', 'dans', "d'ici"],
  ...['más de', 'mas de', 'al menos', 'desde', 'aprox.', 'aprox', 'alrededor de', 'mais de', 'acima de', 'cerca de'],
  ...['più di', 'oltre', 'almeno', 'tra', 'fra', 'da', 'meer dan', 'ongeveer', 'minstens', 'vanaf', 'van', 'tussen'],
  ...['ponad', 'powyżej', 'więcej niż', 'co najmniej', 'około', 'ok.', 'od', 'fler än', 'mere end', 'minst', 'mellan'],
]
/** Nothing is known of the lower end. */
const UPPER = [
  ...['<=', '=<', '<', '≤', 'less than', 'fewer than', 'under', 'below', 'up to', 'at most', 'max.', 'maximum'],
  ...['weniger als', 'unter', 'bis zu', 'bis', 'höchstens', 'maximal', 'kleiner als', 'kleiner'],
  ...['moins de', "jusqu'à", 'au plus', 'menos de', 'hasta', 'até', 'meno di', 'fino a', 'minder dan', 'tot'],
  ...['mniej niż', 'poniżej', 'do', 'färre än', 'mindre än', 'mindre end', 'upp till', 'op til'],
]

const AND_OR = ['and', 'or', 'und', 'oder', '&', 'et', 'ou', 'y', 'o', 'e', 'i', 'lub', 'en', 'of', 'och', 'eller']
const MORE = [
  ...[
    'more',
    'above',
    'over',
    'up',
    'mehr',
    'darüber',
    'höher',
    'größer',
    'plus',
    'más',
    'mas',
    'mais',
    'più',
    'oltre',
  ],
  ...['więcej', 'powyżej', 'meer', 'fler', 'flere', 'mere'],
]
const OR_MORE = `(?:${anyOf(AND_OR)} ${anyOf(MORE)}|plus|upwards|aufwärts)`
const DIGITS_ON = "[0-9.,' ]*"
const DIGITS = `[0-9]${DIGITS_ON}`
const SCALED = `(?: ?${SCALE})?`
const AMOUNT = `${CURRENCY}? ?${DIGITS} ?${SCALE}? ?(?:%|${CURRENCY})?`
/** Between the ends of a range. */
const TO = '–'

/** Words between them. */
const BETWEEN = [
  ...[
    'bis zu',
    'bis unter',
    'bis',
    'to under',
    'to',
    'up to',
    'till',
    'until',
    'through',
    'und',
    'and',
    'à',
    'et',
    'a',
  ],
  ...['al', 'y', 'e', 'hasta', 'até', 'tot', 't/m', 'en', 'do', 'i', 'til', 'och'],
]

const UNIT_BEHIND: Rewrite = { find: `^([^|]*[^ /]) ?${anyOf(UNITS)}( ?[+]*)$`, by: [1, 2] }

/**
 * From a folded text to one that `NUMBER_PATTERNS.cell` reads, if it is a number at all; a `+` at its end says that the
 * number is the lower end of a range. No rewrite makes a number of what is none: what is left over does not read as one.
 */
export const NUMBER_REWRITES: readonly Rewrite[] = [
  { find: '[\u2018\u2019\u02bc\u00b4`\u2032]', by: ["'"] },
  // `5'000.-` francs
  { find: `([0-9])[.,](?:-+|[–—])( ?${CURRENCY})?$`, by: [1, 2] },
  { find: '^\u2212', by: ['-'] },
  // `51-200_employees`, as forms of Facebook write it; `1_000` is none of them.
  { find: '_+([^0-9_|])', by: [' ', 1] },
  { find: '([^0-9_|])_+', by: [1, ' '] },
  // `(1,234.50)`, `($500)`, `EUR (1.2m)`: brackets are the minus sign of accounting where the figure in them is an amount.
  { find: `^${CURRENCY} ?[(](${DIGITS}${SCALED})[)]$`, by: ['-', 1] },
  { find: `^[(](${DIGITS}${SCALED})[)] ?${CURRENCY}$`, by: ['-', 1] },
  {
    find: `^[(](${CURRENCY} ?${DIGITS}${SCALED}|${DIGITS} ?${CURRENCY}|[0-9]+[.,'][0-9]${DIGITS_ON}${SCALED})[)]$`,
    by: ['-', 1],
  },
  // `Medium (51-200)`, `[51-200]`, `500 (2024)`
  { find: '^[^0-9()\\[\\]|]*[a-z][^0-9()\\[\\]|]*[(\\[]([^()\\[\\]|]*[0-9][^()\\[\\]|]*)[)\\]]$', by: [1] },
  { find: "^[(\\[]([0-9][0-9.,' ]*(?:[-–—][0-9.,' ]+|[+]))[)\\]]$", by: [1] },
  { find: '([0-9a-z.%€+]) ?[(\\[][^()\\[\\]|]{1,40}[)\\]]$', by: [1] },
  { find: `([0-9a-z.%]) ?${OR_MORE}`, by: [1, '+'] },
  UNIT_BEHIND,
  UNIT_BEHIND,
  { find: `^${anyOf(LOWER)} ?((?:${CURRENCY} ?)?[+-]?[0-9.,][^|]*)$`, by: [1, '+'] },
  { find: `^${anyOf(UPPER)} ?${AMOUNT}[+]*$`, by: ['0+'] },
  { find: ` ${anyOf(BETWEEN)} `, by: [TO] },
  {
    find: `([0-9][^0-9–—-]{0,24}) ?(?:[-–—\u2212\u2012\u2026]|[.][.][.]?) ?([^0-9a-z -]{0,2}[a-z]{0,3}[$]? ?[0-9])`,
    by: [1, TO, 2],
  },
  { find: `^([^|]*[^ ]) ?${anyOf(UNITS)} ?${TO}`, by: [1, TO] },
  // `T€ 500`, `EUR Mio. 5`
  { find: `^t ?${CURRENCY} ?([0-9][^|]*)$`, by: [1, ' k'] },
  { find: `^(${SCALE}) ?${CURRENCY} ?([0-9][^|]*)$`, by: [2, ' ', 1] },
  { find: `^${CURRENCY} ?(${SCALE}) ?([0-9][^|]*)$`, by: [2, ' ', 1] },
  // `10-50M` are millions at both ends, `501-1K` are not.
  ...[1, 2, 3].map(digits => ({
    find: `^([^0-9${TO}]*[0-9]{${digits}}(?:[.,][0-9]+)?)(?: ?${CURRENCY})? ?${TO} ?${CURRENCY}? ?[0-9]{${digits},3}(?:[.,][0-9]+)? ?(${SCALE})(?: ?${CURRENCY})?[+]*$`,
    by: [1, 2, '+'],
  })),
  { find: `^([^${TO}]*[0-9][^${TO}]*)${TO} ?${AMOUNT}[+]*$`, by: [1, '+'] },
]

function spelled(by: number, spellings: readonly string[]): Record<string, number> {
  return Object.fromEntries(spellings.map(spelling => [spelling, by]))
}
