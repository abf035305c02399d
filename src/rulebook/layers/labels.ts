import { didYouMean } from '../../base/nearest.ts'
import type { Report } from '../read/report-problem.ts'
import { type MapEntry, type MapNode, quote, type ScalarNode } from '../yaml/node.ts'
import { isDropped, RULEBOOK } from './merging.ts'
import { mapRows, rowsIn } from './rows.ts'

/**
 * A merged rulebook whose rules and exclusions have the labels that its top layer gives them under `labels`: another
 * language, or other words, for what stands in the layers below.
 */
export function withLabels(tree: MapNode, report: Report): MapNode {
  const labels = tree.entries.find(({ key }) => key.text === 'labels')?.value
  if (labels?.kind !== 'map') return tree
  const rest = { ...tree, entries: tree.entries.filter(({ value }) => value !== labels) }
  const ids = new Set([...rowsIn(rest, RULEBOOK)].map(({ id }) => id))
  for (const { key } of labels.entries) if (!ids.has(key.text)) reportUnknown(key, ids, report)
  const wanted = new Map(labels.entries.map(({ key, value }) => [key.text, value]))
  return mapRows(rest, RULEBOOK, ({ id, item }) => {
    const label = wanted.get(id)
    if (label === undefined || item.kind !== 'map' || isDropped(item)) return item
    const key: ScalarNode = { kind: 'scalar', text: 'label', plain: true, place: label.place }
    return { ...item, entries: labelled(item.entries, { key, value: label }) }
  })
}

/** The label takes the place of the old one, else it follows the id. */
function labelled(entries: readonly MapEntry[], label: MapEntry): MapEntry[] {
  const before = entries.some(({ key }) => key.text === 'label') ? 'label' : 'id'
  return entries.flatMap(entry => {
    if (entry.key.text !== before) return [entry]
    return before === 'label' ? [label] : [entry, label]
  })
}

function reportUnknown({ text, place }: ScalarNode, ids: ReadonlySet<string>, report: Report): void {
  const hint = didYouMean(text, [...ids].filter(Boolean)) ?? 'write the id of a rule or an exclusion'
  report('extends/nothing', `there is no rule or exclusion ${quote(text)} to label`, place, { hint })
}
