import type { Memory } from '../memory.ts'

/** Where reading stands in a record, and the value that was read last. */
export interface Cursor {
  at: number
  /** Of what is there. */
  end: number
  /** The text of the value; nothing of an empty one. */
  from: number
  to: number
  /** Whether it is spelled with escapes. */
  isEscaped: boolean
  /** Line breaks in the record so far. */
  breaks: number
}

/** Reads values that are no objects. */
export interface Singles {
  /** The next sign that is no space; 0 if there is none. */
  sign(): number
  /** A text, number or word that begins with a sign; false if it is none, or one that is spelled in an odd way. */
  readSingle(first: number): boolean
  /** Of several values the list is the cell, as it stands if it is written without spaces. */
  readList(isChannel: boolean): boolean
  /** Goes behind the quote that closes a string; false if there is none before a control character. */
  passString(): boolean
  /** The first byte from a place on that ends a string or stands in none. */
  specialFrom(from: number, end: number): number
}

const [CLOSE, OPEN, OPEN_LIST, CLOSE_LIST] = [0x7d, 0x7b, 0x5b, 0x5d]
const [COMMA, QUOTE, BACKSLASH] = [0x2c, 0x22, 0x5c]
const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39]
const [SPACE, LF, CR, TAB] = [0x20, 0x0a, 0x0d, 0x09]

/** Digits of a number that is spelled in one way only. */
const MAX_DIGITS = 15
const MAX_DECIMALS = 6

/** What ends a string, or stands in none. */
const SPECIAL = new Uint8Array(256).fill(1, 0, 0x20)
SPECIAL[QUOTE] = 1
SPECIAL[BACKSLASH] = 1

/** The same in each of four bytes. */
const ONES = 0x01010101
const HIGH_BITS = -2139062144
const [SPACES, QUOTES, BACKSLASHES] = [0x20 * ONES, QUOTE * ONES, BACKSLASH * ONES]

/** The words of JSON by their first letter. */
const WORDS = new Map(['true', 'false', 'null'].map(word => [word.charCodeAt(0), Buffer.from(word)]))
export const NULL = 0x6e

export function createSingles({ bytes, view }: Memory, cursor: Cursor): Singles {
  function sign(): number {
    for (; cursor.at < cursor.end; cursor.at += 1) {
      const byte = bytes[cursor.at] ?? 0
      if (byte > SPACE) return byte
      if (byte === LF || (byte === CR && bytes[cursor.at + 1] !== LF)) cursor.breaks += 1
      else if (byte !== SPACE && byte !== CR && byte !== TAB) return byte
    }
    return 0
  }

  function readList(isChannel: boolean): boolean {
    const start = cursor.at
    cursor.at += 1
    cursor.from = cursor.to = start
    cursor.isEscaped = false
    let verbatim = true
    let count = 0
    for (let behind = sign(); behind !== CLOSE_LIST; count += 1) {
      if (count > 0) {
        if (behind !== COMMA) return false
        cursor.at += 1
      }
      const place = cursor.at
      const first = sign()
      verbatim &&= place === cursor.at
      if (first === OPEN || first === OPEN_LIST || !readSingle(first)) return false
      verbatim &&= !cursor.isEscaped
      const close = cursor.at
      behind = sign()
      verbatim &&= close === cursor.at
    }
    cursor.at += 1
    if (count < 2) return true
    cursor.from = start
    cursor.to = cursor.at
    cursor.isEscaped = false
    return verbatim && !isChannel
  }

  function readSingle(first: number): boolean {
    cursor.isEscaped = false
    if (first === QUOTE) {
      cursor.at += 1
      const start = cursor.at
      if (!passString()) return false
      cursor.from = start
      cursor.to = cursor.at - 1
      return true
    }
    if (first === MINUS || (first >= ZERO && first <= NINE)) return readNumber(first)
    const word = WORDS.get(first)
    if (word === undefined || bytes.compare(word, 0, word.length, cursor.at, cursor.at + word.length) !== 0)
      return false
    cursor.from = cursor.at
    cursor.at += word.length
    cursor.to = first === NULL ? cursor.from : cursor.at
    return true
  }

  function passString(): boolean {
    const { end } = cursor
    cursor.isEscaped = false
    for (let at = cursor.at; ; at += 2) {
      at = specialFrom(at, end)
      cursor.at = at
      const byte = bytes[at]
      if (at >= end || (byte !== QUOTE && byte !== BACKSLASH)) return false
      if (byte === QUOTE) {
        cursor.at += 1
        return true
      }
      cursor.isEscaped = true
    }
  }

  /** Four bytes at a time are looked at. */
  function specialFrom(from: number, end: number): number {
    let place = from
    while (place < end) {
      const word = view.getInt32(place, true)
      const quote = word ^ QUOTES
      const slash = word ^ BACKSLASHES
      const isLow = (word - SPACES) & ~word
      const found = (isLow | ((quote - ONES) & ~quote) | ((slash - ONES) & ~slash)) & HIGH_BITS
      if (found === 0) {
        place += 4
        continue
      }
      place += (31 - Math.clz32(found & -found)) >> 3
      if (SPECIAL[bytes[place] ?? 0] === 1) return place
      place += 1
    }
    return place
  }

  /** Numbers that are spelled as JavaScript spells them. */
  function readNumber(first: number): boolean {
    const from = cursor.at
    const start = first === MINUS ? from + 1 : from
    const isZero = bytes[start] === ZERO
    let to = digitsEnd(start)
    const whole = to - start
    if (whole === 0 || (isZero && whole > 1)) return false
    let decimals = 0
    if (bytes[to] === POINT) {
      const point = to
      to = digitsEnd(point + 1)
      decimals = to - point - 1
      if (decimals === 0 || decimals > MAX_DECIMALS || bytes[to - 1] === ZERO) return false
    } else if (isZero && first === MINUS) return false
    cursor.from = from
    cursor.to = cursor.at = to
    const { breaks } = cursor
    const behind = sign()
    cursor.at = to
    cursor.breaks = breaks
    return whole + decimals <= MAX_DIGITS && (behind === COMMA || behind === CLOSE || behind === CLOSE_LIST)
  }

  function digitsEnd(from: number): number {
    let at = from
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE && at < cursor.end; byte = bytes[at] ?? 0) at += 1
    return at
  }

  return { sign, readSingle, readList, passString, specialFrom }
}
