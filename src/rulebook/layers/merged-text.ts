import type { Place } from '../../base/place.ts'
import type { MapEntry, MapNode, ScalarNode, YamlNode } from '../yaml/node.ts'
import { type Written, type WrittenEntry, writeYaml } from '../yaml/yaml-write.ts'
import { type Merging, RULEBOOK } from './merging.ts'

/**
 * A merged rulebook as one file that gives the same plan, with a comment beside each part that names its origin.
 * `name`: its name if it gives none itself.
 */
export function printMerged(tree: MapNode, name: string, files: readonly string[]): string {
  const isOwn = ({ key }: MapEntry) => RULEBOOK.each(key.text).kind === 'own'
  const own = tree.entries.filter(part => isOwn(part) && part.key.text !== 'extends')
  const named = own.some(({ key }) => key.text === 'name') ? [] : [{ key: 'name', value: oneLine(ownName(name)) }]
  const sections = tree.entries.filter(part => !isOwn(part))
  const entries = [
    ...own.map(({ key, value }) => ({ key, value: oneLine(value) })),
    ...named,
    ...sections.map(({ key, value }) => ({ ...entry(key, value, RULEBOOK.each(key.text)), apart: true })),
  ]
  const head = [`Merged by leadq from ${files.join(', ')}.`, 'The comment beside each part names its origin.']
  return writeYaml({ kind: 'map', entries }, { head: head.join('\n'), spelled: true })
}

/** Whatever is merged by parts stands on several lines, and each part on one. */
function entry(key: ScalarNode, value: YamlNode, merging: Merging): WrittenEntry {
  if (merging.kind === 'map' && value.kind === 'map') {
    const entries = value.entries.map(part => entry(part.key, part.value, merging.each(part.key.text)))
    return { key, value: { kind: 'map', entries } }
  }
  if (value.kind === 'list' && value.items.some(({ kind }) => kind === 'map')) {
    const items = value.items.map(item => ({ value: oneLine(item), beside: origin(item.place) }))
    return { key, value: { kind: 'list', items } }
  }
  return { key, value: oneLine(value), beside: origin(key.place) }
}

function origin({ file, line }: Place): string {
  return `${file}:${line}`
}

function oneLine(node: YamlNode): Written {
  return { kind: 'read', node }
}

/** The name of the file stands in no line of it. */
function ownName(text: string): ScalarNode {
  return { kind: 'scalar', text, plain: false, place: { file: '', line: 1, col: 1 } }
}
