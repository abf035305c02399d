import { isMap, isPair, isScalar, isSeq, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { STYLE } from './yaml-write.ts'

/** Parts of a rulebook that are edited with their comments, and printed again. All texts stay as they are spelled. */
export type MapPart = YAMLMap
export type ListPart = YAMLSeq
export type Part = MapPart | ListPart | Scalar
type Entry = Pair

/** A text of one map; undefined if it is none, or refers to what stands elsewhere. */
export function parsePart(text: string): { readonly map: MapPart; print(): string } | undefined {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false })
  const { contents, errors } = document
  if (errors.length > 0 || !isMap(contents) || /(?:^|[\s[{,])[&*][\p{L}\p{N}_-]+/mu.test(text)) return undefined
  for (const { value } of contents.items) moveComments(value)
  return { map: contents, print: () => document.toString(STYLE) }
}

/** The library gives the comment above the first entry to the map or list that it begins. */
function moveComments(node: unknown): void {
  if (!isMap(node) && !isSeq(node)) return
  const first = isMap(node) ? node.items[0]?.key : node.items[0]
  if (node.commentBefore && !node.flow && (isMap(first) || isSeq(first) || isScalar(first))) {
    setCommentAbove(first, [...linesOf(node.commentBefore), ...commentAbove(first)])
    node.commentBefore = null
  }
  for (const item of node.items) {
    if (isPair(item)) moveComments(item.value)
    // The comment of an item stands above its dash.
    else if (isMap(item)) for (const { value } of item.items) moveComments(value)
  }
}

/** The entry of a key. */
export function entryOf(map: MapPart, key: string): Entry | undefined {
  return map.items.find(({ key: each }) => textOf(each) === key)
}

export function partOf(map: MapPart, key: string): Part | undefined {
  const value = entryOf(map, key)?.value
  return isMap(value) || isSeq(value) || isScalar(value) ? value : undefined
}

export function mapOf(map: MapPart, key: string): MapPart | undefined {
  const value = entryOf(map, key)?.value
  return isMap(value) ? value : undefined
}

export function listOf(map: MapPart, key: string): ListPart | undefined {
  const value = entryOf(map, key)?.value
  return isSeq(value) ? value : undefined
}

/** The maps of a list; what is no map is left where it is. */
export function mapsOf(list: ListPart | undefined): MapPart[] {
  return (list?.items ?? []).filter(item => isMap(item))
}

export function keysOf(map: MapPart): string[] {
  return map.items.map(({ key }) => textOf(key))
}

export function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : ''
}

/** Puts a value in, at the end if the key is new, or at a place. */
export function put(map: MapPart, key: string, value: Part, at = map.items.length): void {
  const entry = entryOf(map, key)
  if (entry !== undefined) entry.value = value
  else map.items.splice(at, 0, new Pair(new Scalar(key), value))
}

export function remove(map: MapPart, key: string): void {
  map.items = map.items.filter(({ key: each }) => textOf(each) !== key)
}

export function newText(text: string): Part {
  return new Scalar(text)
}

export function newMap(): MapPart {
  return new YAMLMap()
}

export function newList(items: readonly Part[]): ListPart {
  const list = new YAMLSeq()
  list.items = [...items]
  return list
}

/** On several lines: comments need room. */
export function spread(part: Part): void {
  if (isMap(part) || isSeq(part)) part.flow = false
}

/** The lines of the comment above a key or an item, without `#`. */
export function commentAbove(node: unknown): string[] {
  return isMap(node) || isSeq(node) || isScalar(node) ? linesOf(node.commentBefore) : []
}

export function commentBeside(node: unknown): string[] {
  return isMap(node) || isSeq(node) || isScalar(node) ? linesOf(node.comment) : []
}

function linesOf(comment: string | null | undefined): string[] {
  return comment === null || comment === undefined || comment === '' ? [] : comment.split('\n')
}

export function setCommentAbove(node: unknown, lines: readonly string[]): void {
  if (isMap(node) || isSeq(node) || isScalar(node)) node.commentBefore = lines.length === 0 ? null : lines.join('\n')
}

export function setCommentBeside(node: unknown, lines: readonly string[]): void {
  if (isMap(node) || isSeq(node) || isScalar(node)) node.comment = lines.length === 0 ? null : lines.join('\n')
}
