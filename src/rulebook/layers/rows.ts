import { type MapNode, partOf, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import type { Merging } from './merging.ts'

/** A row with an id, and where it stands: `scores.fit.groups.company.rules`. */
export interface PlacedRow {
  readonly id: string
  readonly path: readonly string[]
  readonly item: YamlNode
}

/** All rows with an id. */
export function* rowsIn(node: YamlNode, merging: Merging, path: readonly string[] = []): Generator<PlacedRow> {
  if (merging.kind === 'map' && node.kind === 'map') {
    for (const { key, value } of node.entries) yield* rowsIn(value, merging.each(key.text), [...path, key.text])
  }
  if (merging.kind === 'rows' && node.kind === 'list') {
    for (const item of node.items) yield { id: idOf(item)?.text ?? '', path, item }
  }
}

export function idOf(row: YamlNode): ScalarNode | undefined {
  const id = partOf(row, 'id')
  return id?.kind === 'scalar' ? id : undefined
}

/** A part of a rulebook whose rows became others, or none. */
export function mapRows(
  node: MapNode,
  merging: Merging,
  become: (row: PlacedRow) => YamlNode | undefined,
  path: readonly string[] = [],
): MapNode {
  if (merging.kind !== 'map') return node
  const entries = node.entries.map(({ key, value }) => {
    const [inside, further] = [merging.each(key.text), [...path, key.text]]
    if (value.kind === 'map') return { key, value: mapRows(value, inside, become, further) }
    if (value.kind !== 'list' || inside.kind !== 'rows') return { key, value }
    const items = value.items.flatMap(item => become({ id: idOf(item)?.text ?? '', path: further, item }) ?? [])
    return { key, value: { ...value, items } }
  })
  return { ...node, entries }
}
