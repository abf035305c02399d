import { didYouMean } from '../../base/nearest.ts'
import type { Report } from '../read/report-problem.ts'
import { type ListNode, type MapEntry, type MapNode, quote, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import { type Contested, contest, reportClashes } from './clash.ts'
import { withLabels } from './labels.ts'
import type { Layer } from './layers.ts'
import { isDropped, type Merging, RULEBOOK } from './merging.ts'
import { idOf, mapRows, type PlacedRow, rowsIn } from './rows.ts'

/** A layer being merged over those below it. */
interface Laying {
  readonly layer: Layer
  readonly layerOf: (node: YamlNode) => Layer
  /** The merged layers below. */
  readonly base: MapNode
  readonly contested: Contested
  readonly report: Report
}

/**
 * Several rulebooks as one, the last one on top. Everything in it keeps its place in the file that says it, so whatever
 * is found out about it later points there.
 */
export function mergeLayers(layers: readonly [Layer, ...Layer[]], report: Report): MapNode {
  const byFile = new Map(layers.map(layer => [layer.file, layer]))
  const contested: Contested = new Map()
  const merged = layers.slice(1).reduce(
    (base, layer) => {
      const layerOf = ({ place }: YamlNode) => byFile.get(place.file) ?? layer
      const laying = { layer, layerOf, base, contested, report }
      return withLabels(mergeMap(withoutMoved(laying), layer.tree, RULEBOOK, [], laying), report)
    },
    withLabels(layers[0].tree, report),
  )
  reportClashes(contested, layers, report)
  return merged
}

/** What lies below, without the rules that the layer has in another group or score: they leave their old place. */
function withoutMoved(laying: Laying): MapNode {
  const { layer, layerOf, base } = laying
  const rows = [...rowsIn(layer.tree, RULEBOOK)]
  const added = new Map(rows.filter(({ item }) => !isDropped(item)).map(row => [row.id, row]))
  const isNamed = (at: PlacedRow) => rows.some(row => row.id === at.id && pathOf(row) === pathOf(at))
  return mapRows(base, RULEBOOK, before => {
    const after = added.get(before.id)
    const isMoved =
      after !== undefined &&
      after.path[0] === before.path[0] &&
      !isNamed(before) &&
      layer.below.has(layerOf(before.item).file)
    if (isMoved) replace(before.item, after.item, [...before.path, before.id], laying)
    return isMoved ? undefined : before.item
  })
}

function pathOf({ path }: PlacedRow): string {
  return path.join('.')
}

type MapMerging = Merging & { readonly kind: 'map' }

function mergeMap(
  below: MapNode,
  above: MapNode,
  merging: MapMerging,
  path: readonly string[],
  laying: Laying,
): MapNode {
  const inherited = below.entries.filter(({ key }) => merging.each(key.text).kind !== 'own')
  const entries = new Map(inherited.map(entry => [entry.key.text, entry]))
  for (const entry of above.entries) {
    const { text } = entry.key
    const before = entries.get(text)
    const merged = before === undefined ? added(entry, inherited, merging, path, laying) : over(before, entry)
    if (merged !== undefined) entries.set(text, merged)
  }
  return { kind: 'map', entries: [...entries.values()], place: path.length === 0 ? above.place : below.place }

  function over(before: MapEntry, { key, value }: MapEntry): MapEntry {
    const inside = merging.each(key.text)
    const further = [...path, key.text]
    if (inside.kind === 'map' && before.value.kind === 'map' && value.kind === 'map') {
      return { key: before.key, value: mergeMap(before.value, value, inside, further, laying) }
    }
    if (inside.kind === 'rows' && before.value.kind === 'list' && value.kind === 'list') {
      return { key: before.key, value: mergeRows(before.value, value, further, laying) }
    }
    replace(before.value, value, further, laying)
    return { key, value }
  }
}

/** A new entry, unless it is meant as the change of one that is not there. */
function added(
  entry: MapEntry,
  inherited: readonly MapEntry[],
  { isChange }: MapMerging,
  path: readonly string[],
  laying: Laying,
): MapEntry | undefined {
  const { key, value } = entry
  if (!isLaid(laying) || value.kind !== 'map' || isChange?.(value) !== true) return entry
  const names = inherited.map(known => known.key.text)
  reportNothing(key, didYouMean(key.text, names), path, laying)
  return undefined
}

function mergeRows(below: ListNode, above: ListNode, path: readonly string[], laying: Laying): ListNode {
  const items = [...below.items]
  const rows = new Map(below.items.map((item, index) => [idOf(item)?.text, index]))
  for (const item of above.items) {
    const id = idOf(item)
    const row = id && rows.get(id.text)
    const before = row === undefined ? undefined : items[row]
    if (id !== undefined && row !== undefined && before !== undefined) {
      replace(before, item, [...path, id.text], laying)
      items[row] = item
      // A second entry of this id in the same file is a mistake, not a change.
      rows.delete(id.text)
    } else if (id !== undefined && isLaid(laying) && isDropped(item)) {
      reportNothing(id, hintForRow(id.text, rows, laying), path, laying)
    } else items.push(item)
  }
  return { kind: 'list', items, place: below.place }
}

function replace(
  before: YamlNode,
  after: YamlNode,
  path: readonly string[],
  { layer, layerOf, contested }: Laying,
): void {
  contest(contested, path.join('.'), { node: before, layer: layerOf(before) }, { node: after, layer })
}

/** Whether the layer extends something: then it can change, and miss, what is there. */
function isLaid({ layer }: Laying): boolean {
  return layer.below.size > 0
}

function reportNothing(name: ScalarNode, hint: string | undefined, path: readonly string[], { report }: Laying): void {
  const where = quote(path.join('.'))
  report('extends/nothing', `there is no ${quote(name.text)} in ${where} that could be changed`, name.place, { hint })
}

function hintForRow(id: string, rows: ReadonlyMap<string | undefined, number>, { base }: Laying): string | undefined {
  const elsewhere = [...rowsIn(base, RULEBOOK)].find(row => row.id === id)
  if (elsewhere !== undefined) return `it stands in \`${elsewhere.path.join('.')}\``
  return didYouMean(
    id,
    [...rows.keys()].filter(known => known !== undefined),
  )
}
