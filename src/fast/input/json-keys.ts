import { isChannel } from '../../io/json/values/json-primary.ts'
import { namesType } from '../../io/json/values/json-typed.ts'
import type { Memory } from '../memory.ts'

/** A key of records, or of objects in them. */
export interface Key {
  /** The column of its value, if that is a single one; -1 if there is none. */
  readonly column: number
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
}

/** The keys under which the values of some object stand. */
export interface Keys {
  readonly byText: Map<string, Key>
  /** What stands before them in the headings of columns. */
  readonly prefix: string
}

/** The keys of all columns, by the objects that they stand in. */
export function createKeys(headings: readonly string[], { bytes }: Memory) {
  const columns = new Map(headings.map((heading, column) => [heading, column]))
  const nested = new Set(headings.flatMap(beginnings))
  const keysOf = (prefix: string): Keys => ({ byText: new Map(), prefix })

  /** The key with these bytes; undefined if no column begins with it. */
  function find({ byText, prefix }: Keys, from: number, to: number): Key | undefined {
    const text = bytes.toString('utf8', from, to)
    const known = byText.get(text)
    if (known !== undefined) return known
    const column = columns.get(prefix + text) ?? -1
    if (column < 0 && !nested.has(prefix + text)) return undefined
    const isTop = prefix === ''
    const key: Key = {
      column,
      inner: keysOf(`${prefix}${text}.`),
      isOdd: !isTop && (namesType(text) || /^\d+$/.test(text)),
      isChannel: isChannel(text.slice(text.lastIndexOf('.') + 1)),
      isOwn: isTop && text === 'leadq',
      isContent: isTop && text === 'data',
      seen: 0,
    }
    byText.set(text, key)
    return key
  }

  return { top: keysOf(''), find }
}

/** `a.b.c` stands in the objects `a` and `a.b`. */
function beginnings(heading: string): string[] {
  const found: string[] = []
  for (let dot = heading.indexOf('.'); dot >= 0; dot = heading.indexOf('.', dot + 1)) found.push(heading.slice(0, dot))
  return found
}
