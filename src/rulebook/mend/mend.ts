import type { Place } from '../../base/place.ts'
import { fold } from '../../ir/values/fold.ts'
import { isNull, type ListNode, type MapEntry, type MapNode, type YamlNode } from '../yaml/node.ts'
import type { RulebookSource } from '../yaml/source.ts'
import { readYaml } from '../yaml/yaml.ts'
import { applyEdits, type Edit, type Offsets, offsetsOf } from './edits.ts'

/** A repair and its place. */
export interface Mend {
  readonly kind: 'quotes' | 'double' | 'unsorted' | 'unused'
  readonly place: Place
  /** `unused list $old removed` */
  readonly what: string
}

export interface Mended {
  readonly text: string
  readonly mends: readonly Mend[]
}

interface Found {
  readonly mend: Mend
  readonly edit: Edit
}

/** A repair can reveal another problem. */
const MAX_ROUNDS = 10

/** Repairs every problem with a single right answer; comments and layout stay. */
export function mendRulebook({ file, text }: RulebookSource): Mended {
  let mended: Mended = { text, mends: [] }
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const found = problemsIn({ file, text: mended.text })
    if (found.length === 0) break
    const next = applyEdits(
      mended.text,
      found.map(({ edit }) => edit),
    )
    if (next === mended.text) break
    mended = { text: next, mends: [...mended.mends, ...found.map(({ mend }) => mend)] }
  }
  return mended
}

/** Only the first kind of problem at a time: edits of several kinds could overlap. */
function problemsIn(source: RulebookSource): readonly Found[] {
  const tree = readYaml(source, () => {})
  if (tree?.kind !== 'map') return []
  const offsets = offsetsOf(source.text)
  for (const finder of FINDERS) {
    const found = finder(tree, source.text, offsets)
    if (found.length > 0) return found
  }
  return []
}

type Finder = (tree: MapNode, text: string, offsets: Offsets) => readonly Found[]

const FINDERS: readonly Finder[] = [missingQuotes, doubleValues, unsortedTables, unusedLists]

/** `{ ask: Who, if not you? }` is two keys to YAML: the second one has no value. */
function missingQuotes(tree: MapNode, text: string, offsets: Offsets): Found[] {
  return mapsIn(tree).flatMap(({ map }) => {
    const first = map.entries.findIndex(({ key, value }) => isNull(value) && /\s/.test(key.text))
    const before = map.entries[first - 1]
    if (before?.value.kind !== 'scalar' || !before.value.plain) return []
    const rest = map.entries.slice(first)
    const stop = rest.findIndex(({ value }) => !isNull(value))
    const last = (stop === -1 ? rest : rest.slice(0, stop)).at(-1)
    if (last === undefined) return []
    const [from, to] = [offsets.start(before.value.place), offsets.end(last.key.place)]
    const written = text.slice(from, to)
    if (written.includes('\n')) return []
    const quoted = `"${written.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    return [
      {
        mend: { kind: 'quotes', place: before.value.place, what: 'missing quotes added' },
        edit: { from, to, text: quoted },
      },
    ]
  })
}

/** A value that stands in a list before, but for capitals and white space. Patterns tell capitals apart, owners are counted. */
function doubleValues(tree: MapNode, text: string, offsets: Offsets): Found[] {
  return listsIn(tree).flatMap(({ list, path }) => {
    if (!isOfValues(path)) return []
    const texts = list.items.map(item => (item.kind === 'scalar' ? fold(item.text) : undefined))
    return list.items.flatMap((item, index): Found[] => {
      const value = texts[index]
      if (item.kind !== 'scalar' || value === undefined || value.includes('\\') || texts.indexOf(value) === index)
        return []
      const edit = itemEdit(list, index, text, offsets)
      return edit === undefined
        ? []
        : [{ mend: { kind: 'double', place: item.place, what: `second \`${item.text}\` removed` }, edit }]
    })
  })
}

function isOfValues(path: readonly string[]): boolean {
  const last = path.at(-1)
  if (path[0] === 'lists') return true
  return path.some(key => CONDITIONS.has(key)) && last !== 'matches' && last !== 'of'
}

const CONDITIONS: ReadonlySet<string> = new Set(['when', 'where', 'tags'])

/** An item of a list with the comma before it, or its line. */
function itemEdit(list: ListNode, index: number, text: string, offsets: Offsets): Edit | undefined {
  const [item, before] = [list.items[index], list.items[index - 1]]
  if (item === undefined || before === undefined) return undefined
  const [from, to] = [offsets.end(before.place), offsets.end(item.place)]
  const between = text.slice(from, offsets.start(item.place))
  if (/^\s*,[^\S\n]*$/.test(between)) return { from, to, text: '' }
  // Below each other: the whole line, and only if nothing else is on it.
  const line = { from: offsets.line(item.place.line), to: offsets.line(item.place.line + 1) }
  const isAlone = /^\s*- \S.*$/.test(text.slice(line.from, line.to).trimEnd()) && item.place.endLine === item.place.line
  return isAlone && !/#/.test(text.slice(to, line.to)) ? { ...line, text: '' } : undefined
}

/** Tables of thresholds that are neither ascending nor descending. */
function unsortedTables(tree: MapNode, text: string, offsets: Offsets): Found[] {
  return mapsIn(tree).flatMap(({ map, path }): Found[] => {
    const { entries } = map
    const bounds = entries.map(({ key }) => Number(key.text))
    if (path.at(-1) !== 'points_from' || bounds.some(Number.isNaN) || isSorted(bounds)) return []
    const pieces = entries.map(({ key, value }) => ({ from: offsets.start(key.place), to: offsets.end(value.place) }))
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (first === undefined || last === undefined) return []
    const whole = text.slice(first.from, last.to)
    if (whole.includes('\n') || whole.includes('#')) return []
    const order = bounds.map((bound, index) => ({ bound, index })).sort((a, b) => a.bound - b.bound)
    const sorted = order.flatMap(({ index }) => {
      const piece = pieces[index]
      return piece === undefined ? [] : [text.slice(piece.from, piece.to)]
    })
    const edit = { from: first.from, to: last.to, text: sorted.join(', ') }
    return [{ mend: { kind: 'unsorted', place: map.place, what: 'table sorted' }, edit }]
  })
}

function isSorted(bounds: readonly number[]): boolean {
  const goes = (up: boolean) => bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? bound) === up)
  return goes(true) || goes(false)
}

/** Unused lists; kept in a rulebook that extends another one, which may use them. */
function unusedLists(tree: MapNode, text: string, offsets: Offsets): Found[] {
  const entry = tree.entries.find(({ key }) => key.text === 'lists')
  const isOnTop = tree.entries.some(({ key }) => key.text === 'extends')
  if (entry?.value.kind !== 'map' || isOnTop) return []
  const used = new Set(scalarsIn(tree).flatMap(each => (each.startsWith('$') ? [each.slice(1)] : [])))
  const lists = entry.value.entries
  const unused = lists.filter(({ key }) => !used.has(key.text))
  const remove = (gone: MapEntry, edit: Edit): Found => ({
    mend: { kind: 'unused', place: gone.key.place, what: `unused list \`$${gone.key.text}\` removed` },
    edit,
  })
  if (unused.length === lists.length) {
    const edit = linesOf(entry, text, offsets)
    return unused.map(gone => remove(gone, edit))
  }
  return unused.flatMap((gone): Found[] => {
    const isAlone = text.slice(offsets.line(gone.key.place.line), offsets.start(gone.key.place)).trim() === ''
    if (isAlone) return [remove(gone, linesOf(gone, text, offsets))]
    const index = lists.indexOf(gone)
    const [before, after] = [lists[index - 1], lists[index + 1]]
    if (after !== undefined) {
      return [remove(gone, { from: offsets.start(gone.key.place), to: offsets.start(after.key.place), text: '' })]
    }
    return before === undefined
      ? []
      : [remove(gone, { from: offsets.end(before.value.place), to: offsets.end(gone.value.place), text: '' })]
  })
}

/** The lines of an entry, with what follows its value on the last one. */
function linesOf({ key, value }: MapEntry, text: string, offsets: Offsets): Edit {
  const end = offsets.end(value.place)
  const next = text.indexOf('\n', Math.max(end - 1, 0))
  return { from: offsets.line(key.place.line), to: next === -1 ? text.length : next + 1, text: '' }
}

interface PlacedMap {
  readonly map: MapNode
  readonly path: readonly string[]
}

function mapsIn(node: YamlNode, path: readonly string[] = []): PlacedMap[] {
  if (node.kind === 'list') return node.items.flatMap(item => mapsIn(item, path))
  if (node.kind === 'scalar') return []
  return [{ map: node, path }, ...node.entries.flatMap(({ key, value }) => mapsIn(value, [...path, key.text]))]
}

function listsIn(node: YamlNode, path: readonly string[] = []): { list: ListNode; path: readonly string[] }[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => listsIn(value, [...path, key.text]))
  if (node.kind === 'scalar') return []
  return [{ list: node, path }, ...node.items.flatMap(item => listsIn(item, path))]
}

function scalarsIn(node: YamlNode): string[] {
  if (node.kind === 'scalar') return [node.text]
  if (node.kind === 'list') return node.items.flatMap(scalarsIn)
  return node.entries.flatMap(({ value }) => scalarsIn(value))
}
