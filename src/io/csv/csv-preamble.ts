import { countKnown } from '../known-headings.ts'
import type { Skipped } from '../records.ts'

/** Records at the top among which the header is looked for. */
export const TOP = 30

const PRINT = [
  'Confidential Information',
  'Vertrauliche Informationen',
  'Copyright (?:\\u00a9|\\(c\\))',
  '\\u00a9 (?:Copyright )?\\d{4}',
  '(?:Generated|Filtered|Exported|Created) By:',
  '(?:Generiert|Erstellt|Exportiert) (?:von|durch):',
  'Gefiltert nach',
  '(?:Report|Data) (?:generated|as of)\\b',
  '(?:Bericht|Daten) (?:erstellt am|vom|Stand)\\b',
  '(?:As of|Stand):? \\d',
]
/** What programs for databases print below a table. */
const COUNT =
  '\\(?\\d+ (?:rows?|records?|Zeilen?|Datens\u00e4tze?)(?: (?:affected|returned|selected|exported|betroffen|exportiert|in set.*))?\\)?$'
/** What reports print there: `Total: 12`, `Page 1 of 3`. */
const BELOW = [
  '(?:Total(?: (?:rows|records|leads|contacts))?|Records|Rows|Gesamt|Anzahl|Datens\u00e4tze): ?\\d+$',
  '(?:Page|Seite) \\d+ (?:of|von) \\d+$',
  '(?:End of (?:report|file|data|export)|Ende (?:des Berichts|der Datei|des Exports))\\.?$',
]
/** A line between a header and its rows, as Markdown and programs for databases draw it. */
const RULE = /^[-=+|:_ ]*(?:-{2}|={3}|__)[-=+|:_ ]*$/
const TOTAL = [
  'Grand (?:Totals?|Summar(?:y|ies))',
  '(?:Sub)?totals?',
  'Total(?:s| Records| Count)?',
  'Record Count',
  '(?:Gesamt|Zwischen|Teil)?summen?',
  'Gesamt(?:ergebnis|zahl|summen?)?',
  'Insgesamt',
  'Anzahl (?:der )?Datens\\u00e4tze',
]
const FOOTER = new RegExp(`^(?:${[...PRINT, COUNT, ...BELOW].join('|')})`, 'i')
const TOTALS = new RegExp(`^(?:${TOTAL.join('|')})(?: \\([\\d.,]+ [a-z\\u00e4\\u00f6\\u00fc]+\\))?:?$`, 'i')
/** The totals of a group, in the middle of a table: `Subtotal: Germany`. */
const GROUP_TOTALS = /^(?:sub-?totals?|totals? (?:for|of)|zwischensummen?|summe (?:f\u00fcr|von))(?:[ :-]+\S.*)$/i
const FIGURE = /^[\s\d.,%$\u20ac\u00a3-]*$/
const LETTER = /\p{L}/u

/** Most cells that the parts of one line of small print fall into, where its commas were not quoted. */
const PRINT_CELLS = 4

/**
 * How many of the first records stand above the header: titles, dates and comments that reports put there, and rows
 * that put a word above several columns. The former fill one cell or two where the table below fills more; in the
 * latter the next row has the headings that the catalogue knows.
 */
export function countPreamble(top: readonly (readonly string[])[]): number {
  const filled = top.map(cells => cells.filter(cell => cell.trim() !== '').length)
  // The number of cells that a third of the records fill, so that one broken record does not turn those above it into
  // titles.
  const usual = filled.toSorted((a, b) => b - a)[Math.floor(filled.length / 3)] ?? 0
  const first = Math.max(
    0,
    top.findIndex((cells, index) => {
      const count = filled[index] ?? 0
      return !isComment(cells) && (count > 2 || count * 2 >= usual)
    }),
  )
  const known = countKnown(top[first] ?? [])
  // Without a row below it nothing shows that a record is a header, unless its headings do.
  if (first === top.length - 1 && known === 0 && !isComment(top[0] ?? [])) return 0
  const hasGaps = known === 0 || (filled[first] ?? 0) < (top[first]?.length ?? 0)
  const better = top.findIndex((cells, index) => {
    const found = index > first && hasGaps && (filled[index] ?? 0) > 2 ? countKnown(cells) : 0
    return found >= 3 && found > 2 * known && found * 2 >= (filled[index] ?? 0)
  })
  return better < 0 ? first : better
}

/** The label of a line above the table: `# Start date` of `# Start date: 20260501`. */
export function labelOf(cells: readonly string[]): string {
  const text = cells.find(cell => cell.trim() !== '') ?? ''
  return text.split(/:| {2}/)[0] ?? ''
}

export function isComment(cells: readonly string[]): boolean {
  return /^#/.test(cells[0] ?? '') && cells.slice(1).every(cell => cell.trim() === '')
}

/** The kind of a record that reports put below the table: a line of small print, or a row of totals. */
export function readFooter(cells: readonly string[], expected: number): Skipped | undefined {
  const at = cells[0] === '' ? cells.findIndex(cell => cell !== '') : 0
  const first = cells[at] ?? ''
  if (first.length <= 60 && TOTALS.test(first.trim())) {
    return cells.slice(at + 1).every(cell => FIGURE.test(cell)) ? 'totals row' : undefined
  }
  if (first.length <= 60 && GROUP_TOTALS.test(first.trim())) {
    const rest = cells.slice(at + 1)
    return rest.every(cell => FIGURE.test(cell)) && rest.some(cell => /\d/.test(cell)) ? 'totals row' : undefined
  }
  if (RULE_STARTS.has(first.charCodeAt(0)) && isRuling(cells)) return 'ruling line'
  if (first.charCodeAt(0) === HASH && cells.length < expected && isComment(cells)) return 'comment line'
  if (!FOOTER.test(first)) return undefined
  const others = cells.slice(at + 1).filter(cell => cell.trim() !== '').length
  const isPrint = others === 0 || (cells.length < expected && others < PRINT_CELLS)
  return isPrint ? 'footer line' : undefined
}

const HASH = 0x23

/** First characters of such lines, for a quick check. */
const RULE_STARTS: ReadonlySet<number> = new Set([...'-=+|:_ '].map(sign => sign.charCodeAt(0)))

/** Whether cells are nothing but lines drawn with dashes. */
export function isRuling(cells: readonly string[]): boolean {
  let drawn = false
  for (const cell of cells) {
    if (cell !== '' && !RULE.test(cell)) return false
    drawn ||= cell !== ''
  }
  return drawn
}

/** A quick look at the first text of a record: whether `readFooter` has to see all of it. */
export function mayBeFooter(first: string): boolean {
  return TOTALS.test(first.trim()) || GROUP_TOTALS.test(first.trim()) || FOOTER.test(first) || RULE.test(first)
}

/** How small print and totals begin, in two letters, in every spelling of their case. */
export function startsOfFooters(): Set<string> {
  const starts = [...PRINT, ...TOTAL].flatMap(pattern => {
    const [, group, isOptional, then = ''] = /^\(\?:([^)]*)\)(\??)(.*)$/.exec(pattern) ?? []
    return group === undefined ? [pattern] : [...group.split('|'), ...(isOptional === '' ? [] : [then])]
  })
  const others = ['(', ...'0123456789-=+|:_ '].flatMap(one => [...'0123456789-=+|:_ '].map(two => one + two))
  return new Set(
    [...starts, ...others]
      .map(start => start.slice(0, 2))
      .flatMap(([one = '', two = '']) =>
        [one.toLowerCase(), one.toUpperCase()].flatMap(first => [first + two.toLowerCase(), first + two.toUpperCase()]),
      ),
  )
}

/** A row of nothing but figures, two at least: below a table of people these are its totals. */
export function isFigures(cells: readonly string[]): boolean {
  let figures = 0
  for (const cell of cells) {
    if (!FIGURE.test(cell)) return false
    if (/\d/.test(cell)) figures += 1
  }
  return figures > 1
}

export function hasLetters(cells: readonly string[]): boolean {
  return cells.some(cell => LETTER.test(cell))
}

/** A single text in a table of several columns. */
export function isSingle(cells: readonly string[], expected: number): boolean {
  return expected > 2 && cells.filter(cell => cell.trim() !== '').length === 1
}
