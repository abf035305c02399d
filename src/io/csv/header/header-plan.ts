import { headingKey } from '../../../ir/values/heading.ts'
import { commonKind, kindOf } from '../../kinds.ts'
import { countKnown, isHeader } from '../../known-headings.ts'
import type { Skipped } from '../../records.ts'
import { evenShape, type Shape, surplusShape } from '../csv-shape.ts'
import { alignShape, kindsOf } from './header-align.ts'

/** Records below the header that are looked at. */
export const BELOW = 60

/** What the first records of a table say about its columns. */
export interface HeaderPlan {
  readonly headings: readonly string[]
  /** The kinds of the first records; the table begins after them. Empty: there is no header. */
  readonly header: readonly ('headings' | Skipped)[]
  readonly shape: Shape
  /** In words, for the summary. */
  readonly repairs: readonly string[]
}

/**
 * Finds the headings among the first records of a table: one row or several, with as many cells as the rows below or
 * not.
 */
export function planHeader(top: readonly (readonly string[])[]): HeaderPlan {
  const [header = [], ...below] = top
  const first = withoutQuotes(header)
  const rows = below.slice(0, BELOW)
  const even = { headings: first, header: ['headings'] as const, shape: evenShape(first.length), repairs: [] }
  if (rows.length === 0) return even
  return planSeveral(first, rows) ?? planDescribed(first, rows) ?? planUneven(first, rows) ?? even
}

/** A header whose cells all stand in single quotes, above rows that do not. */
function withoutQuotes(header: readonly string[]): readonly string[] {
  const filled = header.filter(cell => cell.trim() !== '')
  const isQuoted = filled.length > 1 && filled.every(cell => /^'.*'$/.test(cell))
  return isQuoted ? header.map(cell => cell.replace(/^'(.*)'$/, '$1')) : header
}

/** A header of several rows. */
export function planSeveral(first: readonly string[], rows: readonly (readonly string[])[]): HeaderPlan | undefined {
  const [second = [], third = []] = rows
  const plan = (headings: readonly string[], count: number): HeaderPlan => ({
    headings,
    header: ['headings', ...Array.from({ length: count - 1 }, () => 'header row' as const)],
    shape: evenShape(first.length),
    repairs: [`a header of ${count} rows`],
  })
  if (second.length !== first.length) return undefined
  if (isImportIds(third)) return plan(clearest(first, second), 3)
  if (isImportIds(second)) return plan(first, 2)
  if (isOfValues(second)) return undefined
  const parts = filledForward(first)
  const named = second.map((cell, column) => (isFiller(cell) ? (parts[column] ?? '') : cell))
  const fills = first.some((cell, column) => cell.trim() === '' && countKnown([second[column] ?? '']) === 1)
  if (fills && !hasOwnText(first, second) && hasValuesBelow(second, rows.slice(1))) return plan(named, 2)
  const joined = joinRows(first, second)
  const joinedKnown = countKnown(joined)
  const hasWords = (cell: string | undefined) => headingKey(cell ?? '') !== ''
  const completes = joined.some(
    (cell, column) => countKnown([cell]) === 1 && hasWords(first[column]) && hasWords(second[column]),
  )
  if (completes && joinedKnown > 1 && joinedKnown > countKnown(first) && joinedKnown > countKnown(second)) {
    return plan(joined, 2)
  }
  if (third.length !== first.length || isOfValues(third)) return undefined
  const all = joinRows(joined, third)
  return countKnown(all) > Math.max(1, countKnown(first), countKnown(third), joinedKnown) ? plan(all, 3) : undefined
}

/** Whether a row above a header is a part of it: it has names for columns that have none in the header itself. */
export function startsHeader(above: readonly string[], header: readonly string[]): boolean {
  const names = above.filter(cell => cell.trim() !== '').length
  return names > 1 && header.some((cell, column) => isFiller(cell) && !isFiller(above[column] ?? ''))
}

/** The row of ids that Qualtrics writes below its headings and questions. */
function isImportIds(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every(cell => cell === '' || /^\{"ImportId":/.test(cell.trim()))
}

/** A name where the catalogue knows it, else the question below it. */
function clearest(names: readonly string[], questions: readonly string[]): string[] {
  return names.map((name, column) => {
    const question = questions[column] ?? ''
    return countKnown([name]) === 1 || question.trim() === '' || !/^Q?(?:ID)?\d/i.test(name) ? name : question
  })
}

/** Whether some cells are values (numbers, dates, addresses), which headings never are. */
export function isOfValues(cells: readonly string[]): boolean {
  return cells.some(cell => !['blank', 'text'].includes(kindOf(cell)))
}

/** Whether an unknown text stands below a heading of one column: then the row is a lead, not a header. */
function hasOwnText(first: readonly string[], second: readonly string[]): boolean {
  return second.some((cell, column) => {
    const isOfOneColumn = first[column]?.trim() !== '' && first[column + 1]?.trim() !== ''
    return isOfOneColumn && !isFiller(cell) && countKnown([cell]) === 0
  })
}

/** The fillers that survey tools write below a question with a single answer. */
function isFiller(cell: string): boolean {
  return /^(?:|(?:Open-Ended )?Response|(?:Offene )?Antwort)$/i.test(cell.trim())
}

function filledForward(cells: readonly string[]): string[] {
  let last = ''
  return cells.map(cell => {
    if (cell.trim() !== '') last = cell
    return last
  })
}

function joinRows(above: readonly string[], below: readonly string[]): string[] {
  return above.map((cell, column) => [cell.trim(), (below[column] ?? '').trim()].filter(part => part !== '').join(' '))
}

/** Whether the cells below those that are filled here are values, at least in part. */
function hasValuesBelow(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return rows.length > 0 && rows.every(row => row.length === cells.length) && rows.some(row => isOfValues(row))
}

/** A row below the header that explains it: words where the headings and all rows below ask for addresses, numbers, dates. */
function planDescribed(first: readonly string[], rows: readonly (readonly string[])[]): HeaderPlan | undefined {
  const [second = [], ...others] = rows
  const even = others.filter(row => row.length === first.length)
  if (second.length !== first.length || even.length === 0) return undefined
  const described: HeaderPlan = {
    headings: first,
    header: ['headings', 'description row'],
    shape: evenShape(first.length),
    repairs: ['a row of descriptions below the header'],
  }
  const filled = second.filter(cell => cell.trim() !== '')
  if (filled.length > 1 && countKnown(first) > 1 && filled.every(cell => TYPE.test(cell.trim()))) return described
  if (filled.length > 1 && filled.filter(cell => EXAMPLE.test(cell.trim())).length * 2 > filled.length) return described
  if (isHeader(second)) return undefined
  if (isOfValues(second) || second.some(cell => OF_A_LEAD.test(cell.trim()))) return undefined
  const words = second.filter((cell, column) => {
    const expected = kindsOf(first[column] ?? '')
    const kind = commonKind(even.map(row => row[column] ?? ''))
    const isValue = kind !== undefined && kind !== 'text' && expected?.includes(kind)
    return isValue === true && /\p{L}{2}/u.test(cell) && !NOTHING.test(cell.trim())
  }).length
  return words < 2 ? undefined : described
}

/** What a row below a header says of the column: its type, or whether a cell may be empty. */
const TYPE =
  /^[([<]?(?:required|mandatory|optional|pflicht(?:feld)?|freiwillig|erforderlich|text|freitext|string|str|(?:var)?char(?:\(\d+\))?|number|numeric|decimal(?:\(\d+, ?\d+\))?|float|double|int(?:eger)?|bigint|zahl|ganzzahl|date|datum|date ?time|timestamp|bool(?:ean)?|ja ?\/ ?nein|yes ?\/ ?no|url|e-?mail|eur|usd|\u20ac|\$|object|list|picklist|dropdown|auswahl|max\.? ?\d+.*)[)\]>]?$/i

/** An example of what a column holds: `e.g. jane@acme.example`. */
const EXAMPLE = /^[([]?(?:e\. ?g\.|eg[.:]|z\. ?b\.|p\. ?ex\.|(?:for )?example:?|(?:zum )?beispiel:?|sample:) ?\S/i

/** Cells that only a lead has, in spellings that are no plain value: several addresses, long ids, texts as formulas. */
const OF_A_LEAD = /^(?:[^\s@]+@[^\s@]+(?:[;,\s]+[^\s@]+@[^\s@]+)*|(?=.*\d)[0-9a-f-]{15,}|="[^"]*")$/i

/** Spellings of unknown values. */
const NOTHING = /^(?:|-+|n\/?a|nan|null|none|nil|unknown|unbekannt|keine?|\?+|#n\/a|#nv|\\n|\(.*\)|undefined|tbd)$/i

/** Rows that all have another number of cells than the header. */
function planUneven(first: readonly string[], rows: readonly (readonly string[])[]): HeaderPlan | undefined {
  const counts = rows.map(row => row.length)
  const usual = mostFrequent(counts)
  const share = counts.filter(count => count === usual).length / counts.length
  if (usual === first.length || usual < 2 || share < 0.8) return undefined
  const even = rows.filter(row => row.length === usual)
  const isBlankFrom = (cells: readonly string[], from: number) => cells.slice(from).every(cell => cell.trim() === '')
  if (usual > first.length && first.length > 1 && even.every(row => isBlankFrom(row, first.length))) {
    const shape = surplusShape(first.length, usual)
    return { headings: first, header: ['headings'], shape, repairs: ['an extra delimiter at the end of the rows'] }
  }
  if (usual < first.length && isBlankFrom(first, usual)) {
    const repairs = ['an extra delimiter at the end of the header']
    return { headings: first.slice(0, usual), header: ['headings'], shape: evenShape(usual), repairs }
  }
  const named = first.filter(cell => cell.trim() !== '')
  if (named.length === usual && first.length > usual) {
    return {
      headings: named,
      header: ['headings'],
      shape: evenShape(usual),
      repairs: ['an extra delimiter in the header'],
    }
  }
  if (Math.abs(usual - first.length) !== 1) return undefined
  const aligned = alignShape(first, even, usual)
  return aligned && { ...aligned, header: ['headings'] }
}

function mostFrequent(counts: readonly number[]): number {
  const sorted = [...new Set(counts)].sort(
    (a, b) => counts.filter(count => count === b).length - counts.filter(count => count === a).length,
  )
  return sorted[0] ?? 0
}
