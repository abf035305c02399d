import { isChannel } from '../../io/json/values/json-primary.ts'
import { namesType } from '../../io/json/values/json-typed.ts'
import type { Memory } from '../memory.ts'

/** A key of records, or of objects in them. */
export interface Key {
  /** The column of its value, if that is a single one; -1 if there is none. */
  readonly column: number
  /** Its bytes in memory. */
  readonly at: number
  readonly length: number
  /** The keys of an object under it. */
  readonly inner: Keys
  /** Whether an object that has it may be read as one value, or as a list. */
  readonly isOdd: boolean
  /** Whether a list under it is one of addresses or numbers, each with a column of its own. */
  readonly isChannel: boolean
  /** The member that leadq adds to records. */
  readonly isOwn: boolean
  /** `null` under it may stand for the whole record. */
  readonly isContent: boolean
  /** The record in which it came up last. */
  seen: number
  /** The key that came after it the last time. */
  next: Key | undefined
}

/** The keys under which the values of some object stand. */
export interface Keys {
  readonly byText: Map<string, Key>
  /** What stands before them in the headings of columns. */
  readonly prefix: string
  /** The key that came first the last time. */
  first: Key | undefined
}

const QUOTE = 0x22

/** The keys of all columns, by the objects that they stand in. */
export function createKeys(headings: readonly string[], { bytes, values }: Memory) {
  const columns = new Map(headings.map((heading, column) => [heading, column]))
  const nested = new Set(headings.flatMap(beginnings))
  const keysOf = (prefix: string): Keys => ({ byText: new Map(), prefix, first: undefined })

  /** The key with these bytes; undefined if no column begins with it. */
  function find({ byText, prefix }: Keys, from: number, to: number): Key | undefined {
    const text = bytes.toString('utf8', from, to)
    const known = byText.get(text)
    if (known !== undefined) return known
    const column = columns.get(prefix + text) ?? -1
    if (column < 0 && !nested.has(prefix + text)) return undefined
    const at = values.bytes(from, to)
    if (at < 0) return undefined
    const isTop = prefix === ''
    const key: Key = {
      column,
      at,
      length: to - from,
      inner: keysOf(`${prefix}${text}.`),
      isOdd: !isTop && (namesType(text) || /^\d+$/.test(text)),
      isChannel: isChannel(text.slice(text.lastIndexOf('.') + 1)),
      isOwn: isTop && text === 'leadq',
      isContent: isTop && text === 'data',
      seen: 0,
      next: undefined,
    }
    byText.set(text, key)
    return key
  }

  /** Whether a key stands at a place, with its closing quote. */
  function isAt({ at, length }: Key, place: number): boolean {
    if (bytes[place + length] !== QUOTE) return false
    for (let byte = 0; byte < length; byte += 1) if (bytes[at + byte] !== bytes[place + byte]) return false
    return true
  }

  return { top: keysOf(''), find, isAt }
}

/** `a.b.c` stands in the objects `a` and `a.b`. */
function beginnings(heading: string): string[] {
  const found: string[] = []
  for (let dot = heading.indexOf('.'); dot >= 0; dot = heading.indexOf('.', dot + 1)) found.push(heading.slice(0, dot))
  return found
}
