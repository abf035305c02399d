import { anyOf, type Rewrite } from './rewrite.ts'

/** How dates are spelled, folded, in regular expressions that every engine reads alike; the dialects print them. */

/** What a form is taken apart into, in this order. */
export const DATE_PIECES = ['year', 'month', 'day', 'hour', 'minute', 'second', 'half', 'zone', 'fraction'] as const

export interface DateForm {
  readonly pattern: string
  /** The group that holds a piece; a piece that the form does not have is left out. */
  readonly groups: Readonly<Partial<Record<(typeof DATE_PIECES)[number], number>>>
}

/** By every spelling, in English and German; see `OTHER_MONTHS`. */
export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['jan', 'january', 'januar', 'jän', 'jänner'],
    ['feb', 'february', 'februar', 'feber'],
    ['mar', 'march', 'mär', 'märz', 'mrz'],
    ['apr', 'april'],
    ['may', 'mai'],
    ['jun', 'june', 'juni'],
    ['jul', 'july', 'juli'],
    ['aug', 'august'],
    ['sep', 'sept', 'september'],
    ['oct', 'october', 'okt', 'oktober'],
    ['nov', 'november'],
    ['dec', 'december', 'dez', 'dezember'],
  ].flatMap((names, index) => names.map(name => [name, index + 1])),
)

/** How a zone of this folded name stands in a date after `DATE_REWRITES`: the `am` of America must not be taken for the time's. */
export function placeOf(name: string): string {
  return name.startsWith('america/') ? `/${name}` : name
}

/** Zones by their names, in hours ahead of UTC. For those named by a place see `named-zones.ts`. */
export const ZONES: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    mez: 1,
    cest: 2,
    mesz: 2,
    eet: 2,
    oez: 2,
    eest: 3,
    oesz: 3,
  },
  ...{
    msk: 3,
    trt: 3,
    gst: 4,
    ist: 5.5,
    sgt: 8,
    hkt: 8,
    awst: 8,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10, brt: -3 },
}

const OFFSET = '[+-](?:[0-9]{2}:?[0-9]{2}|[0-9]{1,2})'
const PLACE = '/?[a-z]+/[a-z0-9_/+-]+'

/** What is known of zones: nothing, a name, an offset. A zone that is something else makes no date, unless it is a known place. */
export const KNOWN_ZONE = `^(?:${anyOf(Object.keys(ZONES))}|(?:utc|gmt)?${OFFSET})?$`
/** Zones behind which an hour may stand without minutes: `T10Z`. `10-12` may be a span of time instead. */
export const ZONE_OF_HOUR = `^(?:[a-z].*|[+-][0-9]{2}:?[0-9]{2})$`
export const ZONE_OFFSET = `^(?:utc|gmt)?${OFFSET}$`

const BEFORE_TIME = '(?:t|,? ?(?:at|um|@) ?| [–-] |,? |,)'
const TIME = '([0-9]{1,2})(?:[:.]([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)? ?([ap][.]?m[.]?|uhr)?'
const ZONE = `(?: ?([a-z]+(?:${OFFSET})?|${PLACE}|${OFFSET}))?`
const TAIL = `(?:${BEFORE_TIME}${TIME})?${ZONE}$`
const MONTH = `(${anyOf(Object.keys(MONTHS))})[.]?`
const DAY = '([0-9]{1,2})'
const YEAR = '([0-9]{4}|[0-9]{2})'

/** The three groups of a day, in the order they stand in, and those of a time and a zone behind them. */
function groups(year: number, month: number, day: number): DateForm['groups'] {
  return { year, month, day, hour: 4, minute: 5, second: 6, fraction: 7, half: 8, zone: 9 }
}

export const DATE_FORMS = {
  /** `2026-02-11`, `2026/2/11`, `2026.02.11`, `2026. 2. 11.` */
  iso: {
    pattern: `^([0-9]{4})(?:[-/]|[.] ?)([0-9]{1,2})(?:[-/]|[.] ?)([0-9]{1,2})[.]?${TAIL}`,
    groups: groups(1, 2, 3),
  },
  /** `20260211`, `20260211T091200Z` */
  compact: {
    pattern: `^([0-9]{4})([0-9]{2})([0-9]{2})(?:[t ]?([0-9]{2}):?([0-9]{2}):?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?${ZONE}$`,
    groups: { year: 1, month: 2, day: 3, hour: 4, minute: 5, second: 6, fraction: 7, zone: 8 },
  },
  /** `11.02.2026`, `11. 2. 26` */
  dots: { pattern: `^${DAY}[.] ?${DAY}[.] ?${YEAR}${TAIL}`, groups: groups(3, 2, 1) },
  /** `11/2/2026`, `11-02-26`: day first or month first, see `SLASHES`. */
  slashes: { pattern: `^${DAY}[/-]${DAY}[/-]${YEAR}${TAIL}`, groups: groups(3, 2, 1) },
  /** `11. Februar 2026`, `11-Feb-26`, `11th of February, 2026` */
  dayMonth: {
    pattern: `^${DAY}(?:st|nd|rd|th|[.])?(?: of |[ /-])?${MONTH},?[ /-]?${YEAR}${TAIL}`,
    groups: groups(3, 2, 1),
  },
  /** `Feb 11, 2026` */
  monthDay: {
    pattern: `^${MONTH}[ /-]?${DAY}(?:st|nd|rd|th)?(?:, ?|[ /-])${YEAR}${TAIL}`,
    groups: groups(3, 1, 2),
  },
  /** `2026-Feb-11` */
  yearMonth: { pattern: `^([0-9]{4})[ /-]${MONTH}[ /-]${DAY}${TAIL}`, groups: groups(1, 2, 3) },
  /** `Feb 11 09:12:00 UTC 2026` */
  yearLast: {
    pattern: `^${MONTH} ${DAY} ([0-9]{2}):([0-9]{2}):([0-9]{2})${ZONE} ([0-9]{4})$`,
    groups: { month: 1, day: 2, hour: 3, minute: 4, second: 5, zone: 6, year: 7 },
  },
} as const satisfies Record<string, DateForm>

/** The groups of `slashes` where the month stands first. */
const MONTH_FIRST: DateForm = { pattern: DATE_FORMS.slashes.pattern, groups: groups(3, 1, 2) }

/** The forms that are read, the usual ones first; `iso` reads only those that begin with the year, in digits. */
export function formsOf(order: 'dmy' | 'mdy' | 'iso'): readonly DateForm[] {
  const { iso, compact, dots, slashes, dayMonth, monthDay, yearMonth, yearLast } = DATE_FORMS
  if (order === 'iso') return [iso, compact]
  return [iso, dots, order === 'dmy' ? slashes : MONTH_FIRST, compact, dayMonth, monthDay, yearMonth, yearLast]
}

const WEEKDAYS = [
  ...[
    'monday',
    'mon',
    'montag',
    'mo',
    'tuesday',
    'tues',
    'tue',
    'dienstag',
    'di',
    'wednesday',
    'wed',
    'mittwoch',
    'mi',
  ],
  ...['thursday', 'thurs', 'thur', 'thu', 'donnerstag', 'do', 'friday', 'fri', 'freitag', 'fr', 'saturday', 'sat'],
  ...['samstag', 'sonnabend', 'sa', 'sunday', 'sun', 'sonntag', 'so'],
]

/** Months in French, Spanish, Italian, Portuguese, Dutch, Polish and Scandinavian languages, where English and German do not call them so. */
// biome-ignore format: words are read as a paragraph
const OTHER_MONTHS = {
  jan: ['janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari', 'stycznia', 'styczeń', 'sty'],
  feb: ['février', 'fevrier', 'févr', 'fév', 'febrero', 'febbraio', 'fevereiro', 'fev', 'februari', 'lutego', 'luty', 'lut'],
  mar: ['mars', 'marzo', 'março', 'maart', 'mrt', 'marca', 'marzec', 'marts'],
  apr: ['avril', 'avr', 'abril', 'abr', 'aprile', 'kwietnia', 'kwiecień', 'kwi'],
  may: ['mayo', 'maggio', 'mag', 'maio', 'mei', 'maja', 'maj'],
  jun: ['juin', 'junio', 'giugno', 'giu', 'junho', 'czerwca', 'czerwiec', 'cze'],
  jul: ['juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'lipca', 'lipiec', 'lip'],
  aug: ['août', 'aout', 'agosto', 'ago', 'augustus', 'augusti', 'sierpnia', 'sierpień', 'sie'],
  sep: ['septembre', 'septiembre', 'setiembre', 'settembre', 'set', 'setembro', 'września', 'wrzesień', 'wrz'],
  oct: ['octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'października', 'październik', 'paź'],
  nov: ['novembre', 'noviembre', 'novembro', 'listopada', 'listopad', 'lis'],
  dec: ['décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro', 'grudnia', 'grudzień', 'gru'],
}

/** What may stand around a date and tells nothing: a weekday, and what a zone is called beside its offset; and other languages. */
export const DATE_REWRITES: readonly Rewrite[] = [
  { find: `^(?:am |on )?${anyOf(WEEKDAYS)}(?:[.],?|,)? `, by: [] },
  { find: '(z|[+-][0-9]{2}:?[0-9]{2}) ?[(\\[][^()\\[\\]|]{1,60}[)\\]]$', by: [1] },
  { find: ' ?[(\\[]([^()\\[\\]|]{1,60})[)\\]]$', by: [' ', 1] },
  { find: ' ?america/', by: [' /america/'] },
  // a text, as spreadsheets mark it
  { find: `^['"]([^'"|]*)['"]?$`, by: [1] },
  { find: '\u2212', by: ['-'] },
  { find: '([0-9]{4}) ?[年년] ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]', by: [1, '-', 2, '-', 3] },
  { find: '^([0-9]{1,2})(?:er|[º°]) ', by: [1, ' '] },
  { find: '([0-9a-z.]) del? ', by: [1, ' '] },
  ...Object.entries(OTHER_MONTHS).map(([month, names]) => ({
    find: `([0-9 ./-])${anyOf(names)}([0-9 ,./-])`,
    by: [1, month, 2],
  })),
  // `à 09h12`, `a las 9:12 p. m.`, `9:12:00:000PM`, `09.12.33.123456 AM`, `09:12:33 +0000 UTC`
  { find: '([0-9]),? (?:à|às|a las|alle|ore|om|o|godz[.]?|kl[.]?) ([0-9])', by: [1, ' ', 2] },
  { find: ' ([0-9]{1,2}) ?h ?([0-9]{2})', by: [' ', 1, ':', 2] },
  { find: ' ([0-9]{1,2}) ?h$', by: [' ', 1, ':00'] },
  { find: '([ap])[.] m[.]', by: [1, 'm'] },
  { find: '(:[0-9]{2}):([0-9]{3})', by: [1, '.', 2] },
  { find: '([ t][0-9]{2})[.]([0-9]{2})[.]([0-9]{2})', by: [1, ':', 2, ':', 3] },
  { find: '(:[0-9]{2}(?:[.,][0-9]{1,9})? ?[+-][0-9]{2}:?[0-9]{2}) [a-z]{1,5}$', by: [1] },
]

/** Nothing of that can stand in such a text. */
export const PLAIN_DATE = '^[0-9][0-9 t:.,/+z-]*$'

/** Instants as numbers of seconds, milliseconds or microseconds since 1970. */
export const EPOCH_PATTERNS = {
  digits: '^(?:[0-9]{10}|[0-9]{13}|[0-9]{16})$',
  /** Of events only: seconds with a fraction. */
  decimals: '^[0-9]{10}[.][0-9]{1,9}$',
  /** `/Date(1770801120000)/`, milliseconds whatever stands behind them. */
  json: '^[\\\\/]*date[(](-?[0-9]{1,14})(?:[+-][0-9]{4})?[)][\\\\/]*$',
} as const

/** A spreadsheet's number of a day, and its time as a fraction: of 1990 to 2050. */
export const SERIAL = { pattern: '^[0-9]{5}(?:[.,][0-9]{1,12})?$', first: 32_874, last: 55_153, epoch: 25_569 } as const
