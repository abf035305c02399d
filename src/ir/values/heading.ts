import { ZONES } from './date-forms.ts'
import { fold } from './fold.ts'
import { CURRENCY, SCALES, UNITS } from './number-words.ts'
import { anyOf, isRewritable } from './rewrite.ts'

const ASCII = /^[\x20-\x7e]*$/

/** What two column headings share when they are the same heading, however an export spells, spaces or joins them. */
export function headingKey(heading: string): string {
  if (ASCII.test(heading)) return heading.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return fold(heading).replace(/[^\p{L}\p{N}]/gu, '')
}

const FORMATS = [
  ...[
    'iso',
    'iso 8601',
    'iso code',
    'date',
    'datum',
    'date/time',
    'timestamp',
    'unix',
    'epoch',
    'ms',
    'number',
    'zahl',
  ],
  ...['integer', 'text', 'string', 'boolean', 'list', 'liste', 'comma separated', 'kommagetrennt', 'local time'],
]
const HINTS = [
  ...['required', 'mandatory', 'optional', 'pflicht', 'pflichtfeld', 'erforderlich', 'freiwillig', 'read only'],
  ...['readonly', 'read-only', 'do not edit', 'do not change', 'nicht ändern', 'deprecated', 'veraltet', 'custom'],
  ...[
    'hidden',
    'internal',
    'intern',
    'yes/no',
    'yes / no',
    'ja/nein',
    'ja / nein',
    'y/n',
    'j/n',
    'true/false',
    '1/0',
    '0/1',
  ],
  ...['checkbox', 'dropdown', 'select', 'multiple choice', 'single choice', 'mehrfachauswahl', 'auswahl'],
]
const FORMAT = '[ymdjth]{1,4}(?:[-./: ]{1,2}[ymdjths]{1,4}){1,6}'
const EXAMPLE =
  '(?:e[.]g[.]|eg|i[.]e[.]|z[.] ?b[.]|format|for example|max[.]?|including|incl[.]|inkl[.]|with|mit) ?[^()]{1,40}'
const ZONE = `(?:${anyOf(Object.keys(ZONES))}|(?:utc|gmt) ?[+-][0-9:]{1,5}|[a-z]+/[a-z_]+)`
const HINT = `(?:in )?(?:${[anyOf(FORMATS), anyOf(HINTS), FORMAT, EXAMPLE, ZONE, CURRENCY, anyOf(UNITS), '%'].join('|')})`
const IN_BRACKETS = new RegExp(`[(\\[{] ?${HINT} ?[)\\]}][ *:]*$`, 'u')
const BARE = new RegExp(`(?:_| |,|-)+(?:in )?(?:utc|gmt|${CURRENCY})$`, 'u')

const NUMERALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['000s', '000', "'000", "'000s", '1000', '1.000', '1,000'].map(thousand => [thousand, 1000])),
  ...{ thousands: 1000 },
}
const SHORT_SCALES: ReadonlySet<string> = new Set(['k', 'm', 'b', 'mm', 'mn', 'tn', 'mil', 'mill', 'bil', 'bio', '000'])
/** A currency, a scale and a currency, of which the scale is the second group. */
const scaledBy = (words: readonly string[]) => `(${CURRENCY} ?)?(${anyOf(words)})( ?(?:of )?${CURRENCY})?`
const ALL_SCALES = [...Object.keys(SCALES), ...Object.keys(NUMERALS)]
const SCALED: readonly RegExp[] = [
  new RegExp(`[ _,-]*[(\\[{] ?(?:in |values in |angaben in )?${scaledBy(ALL_SCALES)} ?[)\\]}][ *:]*$`, 'u'),
  new RegExp(`[ _,-]+in[ _]${scaledBy(ALL_SCALES)}[ *:]*$`, 'u'),
  new RegExp(`(?<![0-9+<>=] ?)[ _,-]+${scaledBy(Object.keys(SCALES))}[ *:]*$`, 'u'),
]
/** Scales that say by themselves that they are ones of money. */
const MONEY_SCALES: ReadonlySet<string> = new Set(['teur', 't€', 'tchf', 'tusd', 't$', 'meur', 'm€'])

/** The thousands or millions that the numbers of a column are in, and the folded heading without that: `Umsatz (TEUR)`. */
export function scaleOf(heading: string): { readonly scale: number; readonly bare: string } | undefined {
  const folded = fold(heading)
  if (!isRewritable(folded)) return undefined
  for (const [index, pattern] of SCALED.entries()) {
    const [all, before = '', word = '', after = ''] = pattern.exec(folded) ?? []
    if (all === undefined) continue
    const isMoney = before + after !== '' || MONEY_SCALES.has(word)
    if (!isMoney && (SHORT_SCALES.has(word) || index === 2)) continue
    const bare = folded.slice(0, folded.length - all.length).trim()
    const scale = SCALES[word] ?? NUMERALS[word]
    return scale === undefined || bare === '' ? undefined : { scale, bare }
  }
  return undefined
}

/** A folded heading without the format, unit or hint behind it: `Created (UTC)`, `Annual Revenue in EUR`; undefined if it has none. */
export function withoutHint(heading: string): string | undefined {
  const folded = fold(heading)
  if (!isRewritable(folded)) return undefined
  const scaled = scaleOf(folded)
  if (scaled !== undefined) return scaled.bare
  const bare = folded.replace(folded.search(/[)\]}][ *:]*$/) < 0 ? BARE : IN_BRACKETS, '').trim()
  return bare === folded || bare === '' ? undefined : bare
}
