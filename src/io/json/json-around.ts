/** What stands around the records of a JSON document. */

/** The token that may come next outside the elements. */
export type Awaited = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/** An object or a list that is open. */
export interface Open {
  readonly close: '}' | ']'
  key: string
  /** An object whose keys are numbers is a list, too: `{"contacts": {"21": {...}, "34": {...}}}`. */
  isKeyed: boolean
  /** Whether this is known beforehand, whatever its keys are. */
  readonly isGiven?: boolean
}

export const NUMBER = /^\d+$/

/** The key of an element in an object of records. */
export function keyOf(inner: Open | undefined): { readonly key?: string } {
  return inner?.isKeyed === true && inner.close === '}' ? { key: inner.key } : {}
}

/** Whether a value that begins with a sign is an element. */
export function isInList(inner: Open | undefined, char: string): boolean {
  if (inner?.close === ']') return true
  return inner?.isKeyed === true && (inner.isGiven === true || NUMBER.test(inner.key)) && char === '{'
}

export function expectation(awaited: Awaited, inner: Open | undefined): string {
  if (awaited === 'nothing') return 'the end'
  if (awaited === 'colon') return '`:`'
  if (awaited === 'comma or end') return `\`,\` or \`${inner?.close}\``
  return awaited.startsWith('key') ? 'a key in double quotes' : 'a value'
}
