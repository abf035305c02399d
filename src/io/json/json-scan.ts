import type { Refusal } from '../../base/refusal.ts'
import { MAX_RECORD_LENGTH, MAX_REJECT_LENGTH } from '../records.ts'
import { refuse } from '../refuse-input.ts'
import { after, type Element, type ElementScanner, refuseJson, type Spot } from './element.ts'
import { type Awaited, expectation, isInList, keyOf, NUMBER, type Open } from './json-around.ts'
import { findJsonError, type JsonError } from './json-error.ts'
import { type Extent, follow, startExtent } from './json-extent.ts'
import { type Extras, noExtras, withoutExtras } from './json-loose.ts'

/** Keys on the way to a list of records. */
const MAX_LIST_DEPTH = 8

/** Characters before a cut that may be part of an incomplete number, word or escape. */
const HALF = 8

/** Where the records of a document are if they are not elements of lists. */
export interface ScanOptions {
  /** Each value is a record. */
  readonly isSequence: boolean
  /** The document is a list of answers with lists in them. */
  readonly isPaged: boolean
  /** The path of an object whose members are the records. */
  readonly keyed: string | undefined
  /** The list whose records can be cut in another way, if it is known; empty for documents that follow each other. */
  readonly list?: string
  /** The deviations from JSON found so far. */
  readonly extras: Extras
}

/**
 * Cuts a JSON document into the elements of its lists: of one that is the document, or of those that are members of
 * the objects around them (`{"result": {"records": [...]}}`). It holds at most one element, and a piece.
 */
export function makeJsonScanner(
  name: string,
  { isSequence, isPaged, keyed, list, extras }: ScanOptions = PLAIN,
): ElementScanner {
  const open: Open[] = []
  const lists = new Set<string>()
  const keys = new Set<string>()
  let text = ''
  let at = 0
  let spot: Spot = { line: 1, col: 1 }
  let last = false
  let awaited: Awaited = 'value'
  /** After a comma between documents, which may be the last. */
  let isBetween = false
  /** Of a value that is being followed. */
  let extent: Extent | undefined
  /** In the rest of an element that was too long. */
  let skipping = false
  /** Whether an element was found since it went on. */
  let isMoved = true
  /** Where it gave away its text. */
  let released = spot

  function fail(error: JsonError): Refusal {
    return refuseJson(name, text.slice(at), spot, error)
  }

  function pass(end: number): void {
    spot = after(text.slice(at, end), spot)
    at = end
  }

  /** Between pieces a CR waits, for the LF after it must not count as one more line. */
  function passSpace(): boolean {
    const space = /[ \t\n\r\x1e]*/y
    space.lastIndex = at
    space.test(text)
    const waits = !last && space.lastIndex === text.length && text.endsWith('\r')
    pass(space.lastIndex - Number(waits))
    if (text.charAt(at) === '/') return passComment()
    return space.lastIndex < text.length
  }

  /** Past a comment, if all of it is there. */
  function passComment(): boolean {
    const comment = /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//y
    comment.lastIndex = at
    const isThere = comment.test(text)
    const isWhole = last || (isThere && comment.lastIndex < text.length)
    if (!isThere && text.length - at > MAX_RECORD_LENGTH) {
      throw refuse('file/json', 'an unclosed comment', { file: name, ...spot })
    }
    if (!isWhole) return false
    if (!isThere) return true
    extras.comments++
    pass(comment.lastIndex)
    return passSpace()
  }

  /** Where the value at `at` ends, or nothing if there is not enough text. */
  function measure(): number | undefined {
    extent ??= startExtent(at)
    if (!follow(text, extent) && !last) return undefined
    const end = extent.at
    extent = undefined
    return end
  }

  function passValue(end: number): void {
    pass(end)
    isBetween = false
    awaited = open.length === 0 ? 'nothing' : 'comma or end'
  }

  function step(): Element | 'on' | undefined {
    if (skipping) return skip()
    if (!passSpace()) {
      if (!last || awaited === 'nothing' || (isBetween && open.length === 0)) return undefined
      throw fail({ at: 0, expected: expectation(awaited, open.at(-1)) })
    }
    const char = text.charAt(at)
    const inner = open.at(-1)
    if (awaited.endsWith('end') && char === inner?.close) return closeList()
    if ((awaited === 'value' || awaited === 'key') && char === inner?.close) return closeAfterComma()
    if (awaited === 'nothing' && /[{[,]/.test(char)) return startNext(char)
    if (awaited === 'comma or end' && char === ',') return passSign(inner?.close === '}' ? 'key' : 'value')
    if (awaited === 'colon' && char === ':') return passSign('value')
    if (awaited.startsWith('key') && char === '"' && inner) return readKey(inner)
    if (awaited.startsWith('value')) return readValue(char, isElement(char, inner))
    throw fail({ at: 0, expected: expectation(awaited, inner) })
  }

  function passSign(next: Awaited): 'on' {
    pass(at + 1)
    awaited = next
    return 'on'
  }

  function isElement(char: string, inner: Open | undefined): boolean {
    if (isPaged && open.length === 1 && inner?.close === ']' && char === '{') return false
    return isInList(inner, char) || (isSequence && open.length === 0)
  }

  /** `[1, 2,]` */
  function closeAfterComma(): 'on' {
    extras.commas++
    return closeList()
  }

  /** One document after the other, with or without a comma between them. */
  function startNext(char: string): 'on' {
    awaited = 'value'
    isBetween = char === ','
    if (isBetween) pass(at + 1)
    return 'on'
  }

  function closeList(): 'on' {
    open.pop()
    passValue(at + 1)
    return 'on'
  }

  function readKey(inner: Open): 'on' | undefined {
    const end = measureSmall()
    if (end === undefined) return undefined
    const isFirst = awaited === 'key or end'
    inner.key = String(JSON.parse(text.slice(at, end)))
    if (isFirst && NUMBER.test(inner.key)) inner.isKeyed = true
    if (!inner.isKeyed) keys.add(inner.key)
    pass(end)
    awaited = 'colon'
    return 'on'
  }

  function readValue(char: string, isElement: boolean): Element | 'on' | undefined {
    if (isElement) {
      lists.add(path())
      return readElement()
    }
    if (char === '[') {
      lists.add(path())
      open.push({ close: ']', key: '', isKeyed: false })
      return passSign('value or end')
    }
    if (char === '{' && open.length < MAX_LIST_DEPTH) {
      const isGiven = keyed === path()
      open.push({ close: '}', key: '', isKeyed: isGiven, isGiven })
      return passSign('key or end')
    }
    const end = measureSmall()
    if (end === undefined) return undefined
    passValue(end)
    return 'on'
  }

  /** Like `measure`, for keys and values around the lists: they have to be valid and short. */
  function measureSmall(): number | undefined {
    const end = measure()
    if ((end ?? text.length) - at > MAX_RECORD_LENGTH) {
      throw refuse('file/json', 'a value of more than 1 MiB outside the records', { file: name, ...spot })
    }
    const error = end === undefined ? undefined : findJsonError(withoutExtras(text.slice(at, end)))
    if (error) throw fail(error)
    return end
  }

  function readElement(): Element | undefined {
    const start = at
    const end = measure()
    if ((end ?? text.length) - start > MAX_RECORD_LENGTH) return readTooLong(end)
    if (end === undefined) return undefined
    const element = { ...spot, text: text.slice(start, end), isTooLong: false, list: path(), ...keyOf(open.at(-1)) }
    isMoved = true
    const isLast = element.text === '' || end === text.length
    const error = isLast ? findJsonError(element.text) && findJsonError(withoutExtras(element.text)) : undefined
    if (error) throw fail(error)
    passValue(end)
    return element
  }

  /** Such a length is often caused by a missing quote. */
  function readTooLong(end: number | undefined): Element {
    const beginning = text.slice(at, at + MAX_RECORD_LENGTH)
    const error = findJsonError(withoutExtras(beginning))
    if (error && error.at < MAX_RECORD_LENGTH - HALF) throw fail(error)
    const element = { ...spot, text: beginning.slice(0, MAX_REJECT_LENGTH), isTooLong: true, list: path() }
    isMoved = true
    if (end === undefined) skipping = true
    else passValue(end)
    return element
  }

  function skip(): 'on' | undefined {
    const end = measure()
    if (end === undefined) {
      pass(text.length - Number(text.endsWith('\r')))
      return undefined
    }
    skipping = false
    passValue(end)
    return 'on'
  }

  function path(): string {
    return open.flatMap(({ close, key, isKeyed }) => (close === '}' && !isKeyed ? [key] : [])).join('.')
  }

  /** Whether the next token is an element of the list, or what stands before one. */
  function canRelease(): boolean {
    const inner = open.at(-1)
    const isBefore = awaited === 'comma or end' || awaited === 'nothing' || awaited.startsWith('value')
    return !last && !skipping && isMoved && isBefore && isElement('{', inner) && inner?.close !== '}' && path() === list
  }

  return {
    canRelease,
    release() {
      if (!canRelease()) return undefined
      const isFirst = awaited.startsWith('value')
      const joint = open.length === 0 ? 'any' : 'comma'
      const unread = { text: text.slice(at), ...spot, joint, isFirst } as const
      text = ''
      at = 0
      extent = undefined
      released = spot
      return unread
    },
    resume(line, col) {
      if (line !== released.line || col !== released.col) awaited = open.length === 0 ? 'nothing' : 'comma or end'
      spot = { line, col }
      isMoved = false
    },
    feed(piece) {
      if (extent) extent.at -= at
      text = text.slice(at) + piece
      at = 0
    },
    end() {
      last = true
    },
    next() {
      let found = step()
      while (found === 'on') found = step()
      return found
    },
    lists,
    keys,
  }
}

const PLAIN: ScanOptions = { isSequence: false, isPaged: false, keyed: undefined, extras: noExtras() }
