import type { Place } from '../../base/place.ts'
import { checkFormat, extendsShape, rulebookShape } from '../language/language.ts'
import { mismatch } from '../language/shape.ts'
import type { Report } from '../read/report-problem.ts'
import { type MapNode, quote, type YamlNode } from '../yaml/node.ts'
import type { Library, RulebookSource } from '../yaml/source.ts'
import { readYaml } from '../yaml/yaml.ts'

/** Deepest chain of `extends` that is followed. */
const MAX_DEPTH = 10

/** One file as a layer, to be merged over those below it. */
export interface Layer {
  readonly file: string
  readonly tree: MapNode
  /** The files of all rulebooks it extends, directly or not. */
  readonly below: ReadonlySet<string>
  /** Where it says what it extends. */
  readonly place?: Place
}

export interface Layers {
  /** In the order in which they are laid over each other, the rulebook itself last; undefined if one cannot be had. */
  readonly layers: readonly [Layer, ...Layer[]] | undefined
  /** All texts that were read, in the same order. */
  readonly sources: readonly RulebookSource[]
}

interface Walk {
  readonly library: Library
  readonly report: Report
  readonly read: Map<string, Layer | undefined>
  readonly sources: RulebookSource[]
}

/** A rulebook and all that it extends, each once, those that are extended before those that extend them. */
export function readLayers(source: RulebookSource, library: Library, report: Report): Layers {
  const walk: Walk = { library, report, read: new Map(), sources: [] }
  readLayer(source, [], walk)
  const layers = [...walk.read.values()]
  const [first, ...others] = layers.filter(layer => layer !== undefined)
  const complete = first !== undefined && others.length === layers.length - 1
  return { layers: complete ? [first, ...others] : undefined, sources: walk.sources }
}

/** `path` are the files that lead here, from the rulebook itself on. */
function readLayer(source: RulebookSource, path: readonly string[], walk: Walk): Layer | undefined {
  const tree = readYaml(source, walk.report)
  const layer = tree && layerOf(source.file, tree, path, walk)
  walk.read.set(source.file, layer)
  // Not a rulebook: diagnostics show no line of it.
  if (tree?.kind !== 'scalar') walk.sources.push(source)
  return layer
}

function layerOf(file: string, tree: YamlNode, path: readonly string[], walk: Walk): Layer | undefined {
  if (tree.kind === 'scalar' && tree.text !== '') {
    walk.report('rule/shape', `expected ${rulebookShape.expects}, found a text`, { file, line: 1, col: 1 })
    return undefined
  }
  if (tree.kind !== 'map') return mismatch(rulebookShape.expects, tree, walk.report)
  checkFormat(tree, walk.report)
  const entry = tree.entries.find(({ key }) => key.text === 'extends')
  if (entry === undefined) return { file, tree, below: new Set() }
  const wanted = extendsShape.read(entry.value, walk.report)
  const parents = wanted?.map(parent => parent && readParent(parent, [...path, file], walk))
  if (parents === undefined || parents.includes(undefined)) return undefined
  const below = new Set(parents.flatMap(parent => (parent === undefined ? [] : [...parent.below, parent.file])))
  return { file, tree, below, place: entry.value.place }
}

function readParent(
  { value: wanted, place }: { readonly value: string; readonly place: Place },
  path: readonly string[],
  walk: Walk,
): Layer | undefined {
  const { library, report, read } = walk
  const found = library.find(wanted, path.at(-1) ?? '')
  if ('code' in found) {
    report(found.code, found.message, place, { hint: found.hint })
    return undefined
  }
  if (path.includes(found.file)) {
    const circle = [...path.slice(path.indexOf(found.file)), found.file].map(quote).join(' -> ')
    report('extends/circle', `the rulebook extends itself: ${circle}`, place)
    return undefined
  }
  if (path.length >= MAX_DEPTH) {
    report(
      'extends/too-deep',
      `more than ${MAX_DEPTH} rulebooks that extend each other, up to ${quote(path[0] ?? '')}`,
      place,
    )
    return undefined
  }
  return read.has(found.file) ? read.get(found.file) : readLayer(found, path, walk)
}
