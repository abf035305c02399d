import type { Memory } from '../memory.ts'
import { createKeys, type Key, type Keys } from './json-keys.ts'
import { type Cursor, createSingles, NULL } from './json-single.ts'
import { createSteps, type Step } from './json-steps.ts'

/** The values of one record of JSON, by column. */
export interface Values {
  /** Reads the record that begins with the brace at a place; false if it is not plain, or not all there. */
  read(first: number, end: number): boolean
  /** Where the value of each column is; an empty place for those that are not there. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Whether it is spelled with escapes. */
  readonly isEscaped: Uint8Array
  /** Where its last member is over, and where it ends itself. */
  readonly place: { body: number; last: number }
  /** Where reading stopped. */
  at(): number
  /** Line breaks in it. */
  breaks(): number
  /** Whether the record has the member that leadq adds. */
  hasOwn(): boolean
}

const [OPEN, CLOSE, OPEN_LIST] = [0x7b, 0x7d, 0x5b]
const [COLON, COMMA, QUOTE] = [0x3a, 0x2c, 0x22]

/** Objects inside one another. */
const MAX_DEPTH = 8

/**
 * Reads records of one kind after another: one that has the same bytes between its values as one before is read along those;
 * any other by its members, and the bytes between its values are remembered.
 */
export function createValues(headings: readonly string[], memory: Memory): Values {
  const { bytes } = memory
  const keys = createKeys(headings, memory)
  const steps = createSteps(headings.length, memory)
  const cursor: Cursor = { at: 0, end: 0, from: 0, to: 0, isEscaped: false, breaks: 0 }
  const { sign, readSingle, readList, passString, specialFrom } = createSingles(memory, cursor)
  const [from, to] = [new Int32Array(headings.length), new Int32Array(headings.length)]
  const isEscaped = new Uint8Array(headings.length)
  /** By column: the record in which it came up last. */
  const seen = new Int32Array(headings.length)
  const place = { body: 0, last: 0 }
  let record = 0
  let hasOwn = false
  /** The values of the record in its order. */
  const spelled = { keys: [] as Key[], from: [] as number[], to: [] as number[] }

  /** Reads a record along those before it. */
  function readAlong(first: number, end: number): boolean {
    cursor.end = end
    cursor.breaks = 0
    let at = first
    for (let before = steps.root; ; ) {
      const step = steps.nextAt(before, at)
      if (step === undefined || at + step.length > end) return false
      at += step.length
      cursor.breaks += step.breaks
      const { key } = step
      if (key === undefined) return finish(step, first, at)
      const start = at + 1
      const close = bytes[at] === QUOTE ? specialFrom(start, end) : end
      const { column } = key
      if (close < end && bytes[close] === QUOTE) {
        from[column] = start
        to[column] = close
        isEscaped[column] = 0
        at = close + 1
      } else {
        cursor.at = at
        if (!readValue(key, bytes[at] ?? 0)) return false
        at = cursor.at
      }
      before = step
    }
  }

  function finish({ end }: Step, first: number, last: number): boolean {
    if (end === undefined) return false
    for (const column of end.missing) from[column] = to[column] = first
    place.body = last - end.body
    place.last = last
    hasOwn = end.hasOwn
    return true
  }

  /** Reads a record by its members. */
  function readByMembers(first: number, end: number): boolean {
    cursor.at = first + 1
    cursor.end = end
    cursor.breaks = 0
    record += 1
    hasOwn = false
    spelled.keys.length = spelled.from.length = spelled.to.length = 0
    from.fill(first)
    to.fill(first)
    if (!readMembers(keys.top, 0)) return false
    place.last = cursor.at
    steps.learn({ ...spelled, first, ...place, hasOwn })
    return true
  }

  /** Passes the members of an object from behind its brace. */
  function readMembers(own: Keys, depth: number): boolean {
    if (depth > 0 && sign() === CLOSE) {
      cursor.at += 1
      return true
    }
    for (;;) {
      if (sign() !== QUOTE) return false
      const key = readKey(own)
      // Of two members of one name JSON knows the last one only.
      if (key === undefined || key.isOdd || key.seen === record || sign() !== COLON) return false
      key.seen = record
      cursor.at += 1
      if (!readMember(key, depth)) return false
      place.body = cursor.at
      const behind = sign()
      cursor.at += 1
      if (behind === CLOSE) return true
      if (behind !== COMMA) return false
    }
  }

  function readKey(own: Keys): Key | undefined {
    cursor.at += 1
    const start = cursor.at
    return passString() && !cursor.isEscaped ? keys.find(own, start, cursor.at - 1) : undefined
  }

  function readMember(key: Key, depth: number): boolean {
    if (key.isOwn) hasOwn = true
    const first = sign()
    if (first === OPEN) {
      cursor.at += 1
      return depth < MAX_DEPTH && readMembers(key.inner, depth + 1)
    }
    const { column } = key
    if (column < 0 || seen[column] === record) return false
    seen[column] = record
    spelled.keys.push(key)
    spelled.from.push(cursor.at)
    const isRead = readValue(key, first)
    spelled.to.push(cursor.at)
    return isRead
  }

  /** Reads the value of a column. */
  function readValue(key: Key, first: number): boolean {
    if (first === NULL && key.isContent) return false
    if (!(first === OPEN_LIST ? readList(key.isChannel) : readSingle(first))) return false
    from[key.column] = cursor.from
    to[key.column] = cursor.to
    isEscaped[key.column] = cursor.isEscaped ? 1 : 0
    return true
  }

  return {
    read: (first, end) => readAlong(first, end) || readByMembers(first, end),
    from,
    to,
    isEscaped,
    place,
    at: () => cursor.at,
    breaks: () => cursor.breaks,
    hasOwn: () => hasOwn,
  }
}
