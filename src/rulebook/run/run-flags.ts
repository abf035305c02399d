import type { JsonSchema } from '../language/json-schema-parts.ts'
import { reportTo } from '../read/report-problem.ts'
import type { MapEntry, MapNode, YamlNode } from '../yaml/node.ts'
import { readYaml } from '../yaml/yaml.ts'
import { GUARD_KEYS, OUTPUT_KEYS, RUN_KEYS } from './run-shape.ts'

/** Every key of a run file as a flag: `guards: { max_shrink: 30% }` is `--max-shrink 30%`. */
export interface RunFlag {
  /** `max-shrink` */
  readonly name: string
  /** The key, and the map it stands in. */
  readonly key: string
  readonly within: 'run' | 'guards' | 'outputs'
  readonly about: string
  /** `switch`: without a value; `list`: with several. */
  readonly kind: 'switch' | 'value' | 'list'
}

export const RUN_FLAGS: readonly RunFlag[] = [
  ...flagsOf('run', RUN_KEYS).filter(({ key }) => key !== 'guards'),
  ...flagsOf('outputs', OUTPUT_KEYS),
  ...flagsOf('guards', GUARD_KEYS),
]

type KnownKeys = Readonly<Record<string, { readonly about: string; readonly shape: { readonly schema: JsonSchema } }>>

function flagsOf(within: RunFlag['within'], known: KnownKeys): RunFlag[] {
  return Object.entries(known).map(([key, { about, shape }]) => ({
    name: key.replaceAll('_', '-'),
    key,
    within,
    about: helpOf(about),
    kind: kindOf(shape.schema),
  }))
}

/** What the schema says of a key, as help: `true` is what a flag without a value means. */
function helpOf(about: string): string {
  const text = about.replace('`true` ', '')
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function kindOf(schema: JsonSchema): RunFlag['kind'] {
  if (schema.type === 'boolean') return 'switch'
  const hasList = [schema, ...(schema.anyOf ?? [])].some(({ type }) => type === 'array')
  return hasList ? 'list' : 'value'
}

/** The value of a flag as it was typed. */
export type FlagValue = boolean | string | readonly string[]

/** The file of messages about a flag. */
export const isFlagName = (file: string): boolean => file.startsWith('--')

/** The flags laid over the tree of a run file: what a flag says takes the place of what the file says. */
export function withFlags(tree: MapNode, values: ReadonlyMap<string, FlagValue>): MapNode {
  const given = RUN_FLAGS.flatMap(flag => {
    const value = values.get(flag.name)
    return value === undefined ? [] : [{ flag, entry: entryOf(flag, value) }]
  })
  const of = (within: RunFlag['within']) => given.filter(each => each.flag.within === within).map(({ entry }) => entry)
  const guards = of('guards')
  const outputs = of('outputs')
  const place = { file: `--${given[0]?.flag.name ?? ''}`, line: 1, col: 1 }
  const own = [
    ...of('run'),
    ...(guards.length > 0 ? [under('guards', overlaid(mapIn(tree, 'guards', place), guards))] : []),
    ...(outputs.length > 0 ? [under('outputs', { kind: 'map' as const, entries: outputs, place })] : []),
  ]
  return overlaid(tree, own)
}

/** What each flag looks like, by the name that messages have for it. */
export function textsOfFlags(values: ReadonlyMap<string, FlagValue>): Map<string, string> {
  return new Map([...values].map(([name, value]) => [`--${name}`, String(value)]))
}

function overlaid(map: MapNode, entries: readonly MapEntry[]): MapNode {
  const names = new Set(entries.map(({ key }) => key.text))
  return { ...map, entries: [...map.entries.filter(({ key }) => !names.has(key.text)), ...entries] }
}

function mapIn(tree: MapNode, key: string, place: MapNode['place']): MapNode {
  const found = tree.entries.find(entry => entry.key.text === key)?.value
  return found?.kind === 'map' ? found : { kind: 'map', entries: [], place }
}

function under(key: string, value: MapNode): MapEntry {
  return { key: { kind: 'scalar', text: key, plain: true, place: value.place }, value }
}

function entryOf({ name, key }: RunFlag, value: FlagValue): MapEntry {
  const file = `--${name}`
  const place = { file, line: 1, col: 1 }
  const scalar = (text: string): YamlNode => ({ kind: 'scalar', text, plain: false, place })
  const node = (text: string) => flowIn(text, file) ?? scalar(text)
  const read = typeof value === 'object' ? several(value.map(node), place) : node(String(value))
  return { key: { kind: 'scalar', text: key, plain: true, place }, value: read }
}

/** One value that is a list or map by itself is it. */
function several(items: readonly YamlNode[], place: MapNode['place']): YamlNode {
  const [only] = items
  return items.length === 1 && only !== undefined && only.kind === 'list' ? only : { kind: 'list', items, place }
}

/** `{ warn: 10%, fail: 30% }`, as in a file. */
function flowIn(text: string, file: string): YamlNode | undefined {
  return /^[[{]/.test(text) ? readYaml({ file, text }, reportTo([])) : undefined
}
