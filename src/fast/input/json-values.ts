import type { Memory } from '../memory.ts'
import { createKeys, type Key, type Keys } from './json-keys.ts'

/** The values of one record of JSON, by column. */
export interface Values {
  /**
   * Reads the record between two places, and writes texts behind it where they are spelled with escapes; false if it is
   * not plain, or no record.
   */
  read(from: number, to: number): boolean
  /** Where the value of each column is; an empty place for those that are not there. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Where the object begins, where its last value is over, where it ends, and where the texts behind it end. */
  readonly place: { first: number; body: number; last: number; end: number }
  /** Whether the record has the member that leadq adds. */
  hasOwn(): boolean
}

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]
const [COLON, COMMA, QUOTE, BACKSLASH] = [0x3a, 0x2c, 0x22, 0x5c]
const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39]

/** Objects inside one another. */
const MAX_DEPTH = 8
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
const NULL = 0x6e

export function createValues(headings: readonly string[], memory: Memory): Values {
  const { bytes, view } = memory
  const keys = createKeys(headings, memory)
  const [from, to] = [new Int32Array(headings.length), new Int32Array(headings.length)]
  /** By column: the record in which it came up last. */
  const seen = new Int32Array(headings.length)
  const place = { first: 0, body: 0, last: 0, end: 0 }
  let [record, at, end] = [0, 0, 0]
  let hasOwn = false
  /** Where the value is that was read last, and whether its text stands there as it is. */
  let [valueFrom, valueTo, isVerbatim] = [0, 0, true]

  /** The next sign that is no space; 0 if there is none. */
  function sign(): number {
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte
    }
    return 0
  }

  /** Passes the members of an object from behind its brace. */
  function readMembers(own: Keys, depth: number): boolean {
    if (depth > 0 && sign() === CLOSE) {
      at += 1
      return true
    }
    let before: Key | undefined
    for (;;) {
      if (sign() !== QUOTE) return false
      const key = readKey(own, before)
      // Of two members of one name JSON knows the last one only.
      if (key === undefined || key.isOdd || key.seen === record || sign() !== COLON) return false
      key.seen = record
      at += 1
      if (!readMember(key, depth)) return false
      place.body = at
      const behind = sign()
      at += 1
      if (behind === CLOSE) return true
      if (behind !== COMMA) return false
      before = key
    }
  }

  function readKey(own: Keys, before: Key | undefined): Key | undefined {
    at += 1
    const usual = before === undefined ? own.first : before.next
    if (usual !== undefined && keys.isAt(usual, at)) {
      at += usual.length + 1
      return usual
    }
    const start = at
    if (!passString() || !isVerbatim) return undefined
    const key = keys.find(own, start, at - 1)
    if (before === undefined) own.first = key
    else before.next = key
    return key
  }

  function readMember(key: Key, depth: number): boolean {
    if (key.isOwn) hasOwn = true
    const first = sign()
    if (first === OPEN) {
      at += 1
      return depth < MAX_DEPTH && readMembers(key.inner, depth + 1)
    }
    if (first === NULL && key.isContent) return false
    if (!(first === OPEN_LIST ? readList(key) : readSingle(first))) return false
    const { column } = key
    if (column < 0 || seen[column] === record) return false
    seen[column] = record
    from[column] = valueFrom
    to[column] = valueTo
    return true
  }

  /** Of several values the list is the cell, as it stands if it is written without spaces. */
  function readList(key: Key): boolean {
    const start = at
    at += 1
    valueFrom = valueTo = start
    let verbatim = true
    let count = 0
    for (let behind = sign(); behind !== CLOSE_LIST; count += 1) {
      if (count > 0) {
        if (behind !== COMMA) return false
        at += 1
      }
      const place = at
      const first = sign()
      verbatim &&= place === at
      if (first === OPEN || first === OPEN_LIST || !readSingle(first)) return false
      verbatim &&= isVerbatim
      const close = at
      behind = sign()
      verbatim &&= close === at
    }
    at += 1
    if (count < 2) return true
    valueFrom = start
    valueTo = at
    return verbatim && !key.isChannel
  }

  function readSingle(first: number): boolean {
    isVerbatim = true
    if (first === QUOTE) {
      at += 1
      return readString(at)
    }
    if (first === MINUS || (first >= ZERO && first <= NINE)) return readNumber(first)
    const word = WORDS.get(first)
    if (word === undefined || bytes.compare(word, 0, word.length, at, at + word.length) !== 0) return false
    valueFrom = at
    at += word.length
    valueTo = first === NULL ? valueFrom : at
    return true
  }

  function readString(start: number): boolean {
    if (!passString()) return false
    valueFrom = start
    valueTo = at - 1
    return isVerbatim || readEscaped(start)
  }

  /** Goes behind the quote that closes a string; false if there is none before a control character. */
  function passString(): boolean {
    isVerbatim = true
    for (; ; at += 1) {
      at = specialFrom(at)
      if (at >= end) return false
      const byte = bytes[at] ?? 0
      if (byte === QUOTE) {
        at += 1
        return true
      }
      if (byte !== BACKSLASH) return false
      isVerbatim = false
      at += 1
    }
  }

  /** The first byte from a place on that ends a string or stands in none; four at a time are looked at. */
  function specialFrom(from: number): number {
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

  function readEscaped(start: number): boolean {
    let text: unknown
    try {
      text = JSON.parse(bytes.toString('utf8', start - 1, at))
    } catch {
      return false
    }
    valueFrom = place.end
    place.end += bytes.write(String(text), place.end)
    valueTo = place.end
    return true
  }

  /** Numbers that are spelled as JavaScript spells them. */
  function readNumber(first: number): boolean {
    valueFrom = at
    if (first === MINUS) at += 1
    const start = at
    const isZero = bytes[at] === ZERO
    passDigits()
    const whole = at - start
    if (whole === 0 || (isZero && whole > 1)) return false
    let decimals = 0
    if (bytes[at] === POINT) {
      at += 1
      passDigits()
      decimals = at - start - whole - 1
      if (decimals === 0 || decimals > MAX_DECIMALS || bytes[at - 1] === ZERO) return false
    } else if (isZero && first === MINUS) return false
    valueTo = at
    const behind = sign()
    at = valueTo
    return whole + decimals <= MAX_DIGITS && (behind === COMMA || behind === CLOSE || behind === CLOSE_LIST)
  }

  function passDigits(): void {
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE && at < end; byte = bytes[at] ?? 0) at += 1
  }

  return {
    read(first, last) {
      at = first
      end = last
      record += 1
      hasOwn = false
      place.end = last
      from.fill(first)
      to.fill(first)
      if (sign() !== OPEN) return false
      place.first = at
      at += 1
      if (!readMembers(keys.top, 0)) return false
      place.last = at
      return sign() === 0 && at === end
    },
    from,
    to,
    place,
    hasOwn: () => hasOwn,
  }
}
