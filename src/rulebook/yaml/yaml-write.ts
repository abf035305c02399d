import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { isNull, type ScalarNode, type YamlNode } from './node.ts'

/** A value on one line: `{ field: employees, points_from: { 50: 12 } }`. Maps keep the order of their entries. */
export type Inline = string | number | boolean | readonly Inline[] | InlineMap
export type InlineMap = ReadonlyMap<string | number, Inline>

/** Comments and blank lines around a value. */
interface Around {
  readonly above?: string | undefined
  readonly beside?: string | undefined
  /** A blank line before it. */
  readonly apart?: boolean
}

export interface WrittenEntry extends Around {
  readonly key: string | number | ScalarNode
  readonly value: Written
}

export interface WrittenItem extends Around {
  readonly value: Written
}

/** A document to be written: maps and lists over several lines, and what stands on one. */
export type Written =
  | { readonly kind: 'map'; readonly entries: readonly WrittenEntry[] }
  | { readonly kind: 'list'; readonly items: readonly WrittenItem[] }
  | { readonly kind: 'inline'; readonly value: Inline }
  /** Lines as they are, in a block of their own. */
  | { readonly kind: 'lines'; readonly text: string }
  /** A node of an existing rulebook, on one line. */
  | { readonly kind: 'read'; readonly node: YamlNode }

/** No line is broken: a rule is read as one, and so is a text, whatever it holds. */
export const STYLE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const

/** Texts that need no quotes anywhere; what only looks like a number or nothing gets some from the library. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _./+&%€-]*[\p{L}\p{N}._/+%€])?$/u

interface Options {
  readonly head: string
  readonly foot?: string
  /** All texts are nodes that were read, and none is taken for a number or nothing. */
  readonly spelled?: true
}

/** A document as YAML. Whatever the texts are, reading it gives them back; comments stay comments. */
export function writeYaml(root: Written, { head, foot, spelled }: Options): string {
  const document = new Document(nodeOf(root), spelled && { schema: 'failsafe' })
  document.commentBefore = commentOf(head)
  if (foot !== undefined) document.comment = commentOf(foot)
  return document.toString(STYLE)
}

/** A value as it stands on one line of YAML, for comments that show what could be written. */
export function inlineYaml(value: Inline): string {
  return new Document(inlineNode(value)).toString(STYLE).trimEnd()
}

type Node = Scalar | YAMLMap | YAMLSeq

function nodeOf(written: Written): Node {
  switch (written.kind) {
    case 'inline':
      return inlineNode(written.value)
    case 'read':
      return readNode(written.node)
    case 'lines': {
      const scalar = new Scalar(written.text)
      scalar.type = 'BLOCK_LITERAL'
      return scalar
    }
    case 'list': {
      const list = new YAMLSeq()
      list.items = written.items.map(item => around(nodeOf(item.value), item))
      return list
    }
    case 'map': {
      const map = new YAMLMap()
      map.items = written.entries.map(entryNode)
      return map
    }
  }
}

/** What stands above an entry belongs to its key, what stands beside it to its value. */
function entryNode(entry: WrittenEntry): Pair {
  const { above, apart, beside, value } = entry
  return new Pair(around(keyNode(entry.key), { above, apart: apart === true }), around(nodeOf(value), { beside }))
}

function keyNode(key: WrittenEntry['key']): Scalar {
  return typeof key === 'object' ? spelledNode(key) : scalarNode(key)
}

function around<T extends Node>(node: T, { above, beside, apart }: Around): T {
  if (above !== undefined) node.commentBefore = commentOf(above)
  if (beside !== undefined) node.comment = commentOf(beside)
  if (apart === true) node.spaceBefore = true
  return node
}

function inlineNode(value: Inline): Node {
  if (typeof value !== 'object') return scalarNode(value)
  if (isMap(value)) return flowMap([...value].map(([key, part]) => new Pair(scalarNode(key), inlineNode(part))))
  return flowList(value.map(inlineNode))
}

function readNode(node: YamlNode): Node {
  if (node.kind === 'scalar') return spelledNode(node)
  if (node.kind === 'list') return flowList(node.items.map(readNode))
  return flowMap(node.entries.map(({ key, value }) => new Pair(spelledNode(key), readNode(value))))
}

function flowMap(entries: Pair[]): YAMLMap {
  const map = new YAMLMap()
  map.flow = true
  map.items = entries
  return map
}

function flowList(items: Node[]): YAMLSeq {
  const list = new YAMLSeq()
  list.flow = true
  list.items = items
  return list
}

function scalarNode(value: string | number | boolean): Scalar {
  const scalar = new Scalar(value)
  if (typeof value === 'string' && !PLAIN.test(value)) scalar.type = 'QUOTE_DOUBLE'
  return scalar
}

/** What somebody has written stays as it is spelled: `50`, `true` and `1e3` without quotes, `"2026.4"` with them. */
function spelledNode(node: ScalarNode): Scalar {
  const scalar = new Scalar(isNull(node) ? 'null' : node.text)
  if (!node.plain) scalar.type = 'QUOTE_DOUBLE'
  return scalar
}

function isMap(value: readonly Inline[] | InlineMap): value is InlineMap {
  return value instanceof Map
}

/** Line breaks in a comment become spaces, so that it cannot end early. */
function commentOf(text: string): string {
  const lines = text.split('\n').map(line => line.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ' ').trimEnd())
  return lines.map(line => (line === '' ? '' : ` ${line}`)).join('\n')
}
