import { Buffer } from 'node:buffer'
import type { Shown } from './workbook-styles.ts'

/** Facts about a sheet that are needed before its cells are read. */
export interface Survey {
  /** The last row and column that hold a value. */
  readonly rows: number
  readonly columns: number
  /** The numbers with a format of their own, by row (from 1), then column (from 1). */
  readonly shown: ReadonlyMap<number, ReadonlyMap<number, Shown>>
  /** Cells with a formula but no computed value. */
  readonly uncomputed: number
  /** The sheet, with a place in every row and cell, and with dates that are spelled out as the texts they are. */
  readonly xml: Buffer
}

const MAX_ROWS = 1_048_576
const MAX_COLUMNS = 16_384

// A `<` cannot stand in a tag: it ends every search below, so that no text is searched twice.
const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>/g
const PLACE = /\sr\s*=\s*["']([^"']*)["']/
const STYLE = /\ss\s*=\s*["'](\d+)["']/
/** A formula and no value behind it. */
const UNCOMPUTED =
  /<(?:\w+:)?f(?:\s[^<>]*)?(?:(?<=\/)>|>[^<]*<\/(?:\w+:)?f>)\s*(<(?:\w+:)?v\s*(?:\/>|><\/(?:\w+:)?v>))?\s*<\/(?:\w+:)?c>/y
/** An empty value behind a formula is one only if it is a text. */
const IS_TEXT = /\st\s*=\s*["']str["']/
/** Dates as texts have no zone; the library would use the machine's. */
const SPELLED_DATE = /(<(?:\w+:)?c\s(?:[^<>]*\s)?t=)(?:"d"|'d')/g

/**
 * Walks over the tags of a sheet. The library fills everything up to the last cell, so the extent has to be known
 * first. Undefined if a place lies outside of any sheet.
 */
export function surveySheet(bytes: Buffer, styles: ReadonlyMap<number, Shown>): Survey | undefined {
  const xml = bytes.toString('latin1')
  const shown = new Map<number, Map<number, Shown>>()
  let rows = 0
  let columns = 0
  let uncomputed = 0
  const here = { row: 0, column: 0 }
  const places = placeWriter(xml)
  TAG.lastIndex = 0
  for (let tag = TAG.exec(xml); tag !== null; tag = TAG.exec(xml)) {
    const [, kind, attributes = ''] = tag
    const place = PLACE.exec(attributes)?.[1]
    const named = TAG.lastIndex - attributes.length - 1
    if (kind === 'row') {
      here.row = place === undefined ? here.row + 1 : Number(place)
      here.column = 0
      if (!(here.row >= 1 && here.row <= MAX_ROWS)) return undefined
      if (place === undefined) places.write(named, String(here.row))
      continue
    }
    const [row, column] = place === undefined ? [here.row, here.column + 1] : placeOf(place)
    here.column = column
    if (place === undefined) places.write(named, lettersOf(column) + row)
    if (row < 1 || row > MAX_ROWS || column < 1 || column > MAX_COLUMNS) return undefined
    if (attributes.endsWith('/')) continue
    if (row > rows) rows = row
    if (column > columns) columns = column
    UNCOMPUTED.lastIndex = TAG.lastIndex
    const formula = UNCOMPUTED.exec(xml)
    if (formula !== null && (formula[1] === undefined || !IS_TEXT.test(attributes))) uncomputed += 1
    const how = styles.size === 0 ? undefined : styles.get(Number(STYLE.exec(attributes)?.[1] ?? -1))
    if (how !== undefined) shown.set(row, (shown.get(row) ?? new Map()).set(column, how))
  }
  const mended = places.finish().replace(SPELLED_DATE, '$1"str"')
  return { rows, columns, shown, uncomputed, xml: mended.length === xml.length ? bytes : Buffer.from(mended, 'latin1') }
}

/** Writes places into tags that have none: a row then comes after the one before it, and so does a cell. */
function placeWriter(xml: string) {
  const pieces: string[] = []
  let from = 0
  return {
    write(at: number, place: string) {
      pieces.push(xml.slice(from, at), ` r="${place}"`)
      from = at
    },
    finish: () => (from === 0 ? xml : [...pieces, xml.slice(from)].join('')),
  }
}

/** 28 -> `AB` */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + last : last
}

/** `B12` -> 12, 2. Zeros for anything else. */
function placeOf(place: string): [row: number, column: number] {
  const [, letters = '', digits = '0'] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(place) ?? []
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return [Number(digits), column]
}
