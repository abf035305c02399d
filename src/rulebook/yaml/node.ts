import type { Place } from '../../base/place.ts'

/** One text of a rulebook as it was spelled: `01067`, `+49`, `1e3` and `no` are not turned into anything yet. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly text: string
  /** Written without quotes. */
  readonly plain: boolean
  readonly place: Place
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly place: Place
}

export interface MapNode {
  readonly kind: 'map'
  /** In written order, each key once. */
  readonly entries: readonly MapEntry[]
  readonly place: Place
}

export interface MapEntry {
  readonly key: ScalarNode
  readonly value: YamlNode
}

export type YamlNode = ScalarNode | ListNode | MapNode

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])

/** Whether YAML means "nothing" by it. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && NULLS.has(node.text)
}

/** A lone surrogate is not a character: no file and no database can hold it. */
export function isWholeText(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

/** Describes the value found, for messages. */
export function describe(node: YamlNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`
  if (node.plain && node.text === '') return 'nothing'
  return quote(node.text)
}

/** A text of the rulebook for messages: on one line, cut if long, without control characters. */
export function quote(text: string): string {
  const line = oneLine(text)
  const shown = [...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line
  return `\`${shown}\``
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\uFFFD')
}

/** Whether two parts of rulebooks say the same, wherever and however they are written. */
export function isSame(a: YamlNode, b: YamlNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text && isNull(a) === isNull(b)
  if (a.kind === 'list') return b.kind === 'list' && sameParts(a.items, b.items, isSame)
  return b.kind === 'map' && sameParts(a.entries, b.entries, (x, y) => isSame(x.key, y.key) && isSame(x.value, y.value))
}

function sameParts<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((part, index) => b[index] !== undefined && same(part, b[index]))
}

/** The value of a key. */
export function partOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.find(entry => entry.key.text === key)?.value : undefined
}
