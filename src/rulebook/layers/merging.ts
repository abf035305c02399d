import type { Draft } from '../language/language.ts'
import type { MapNode, YamlNode } from '../yaml/node.ts'

/** How a part of a rulebook is laid over the same part of one that it extends. */
export type Merging =
  /** What stands below is replaced. */
  | { readonly kind: 'whole' }
  /** It is about one file only. */
  | { readonly kind: 'own' }
  /** A map: key by key, in the order below, new ones follow. */
  | { readonly kind: 'map'; readonly each: (key: string) => Merging; readonly isChange?: IsChange }
  /** A list of maps with an `id`: each replaces the whole of its like where that stands, new ones follow. */
  | { readonly kind: 'rows' }

/** Whether an entry makes sense only as the change of one that is there already. */
type IsChange = (value: MapNode) => boolean

const WHOLE: Merging = { kind: 'whole' }
const OWN: Merging = { kind: 'own' }
const ROWS: Merging = { kind: 'rows' }

/** Settings, or things by name, each replaced whole. */
const ENTRIES = mapOf({})

const GROUP = mapOf({ rules: ROWS })
const GROUPS = named(GROUP, group => !has(group, 'rules'))
const SCORE = mapOf({ rules: ROWS, groups: GROUPS })

/** How each part of a rulebook is merged with what it extends; the compiler asks for every key of the language. */
const PARTS: Readonly<Record<Exclude<keyof Draft, 'place' | 'broken'>, Merging>> = {
  leadq: OWN,
  name: OWN,
  version: OWN,
  extends: OWN,
  locale: ENTRIES,
  lists: ENTRIES,
  fields: ENTRIES,
  events: mapOf({ fields: ENTRIES, signals: ENTRIES, ignore: ENTRIES }),
  dedupe: WHOLE,
  account: WHOLE,
  key: WHOLE,
  scores: named(SCORE, score => !has(score, 'rules', 'groups')),
  total: WHOLE,
  grade: WHOLE,
  chance: WHOLE,
  criteria: named(WHOLE, isDropped),
  exclude: ROWS,
  stages: WHOLE,
  segments: ENTRIES,
  tags: ENTRIES,
  owners: WHOLE,
  next: WHOLE,
  labels: OWN,
}

export const RULEBOOK = mapOf(PARTS)

/** A row that only drops the one of its id. */
export function isDropped(row: YamlNode): boolean {
  return has(row, 'enabled') && row.kind === 'map' && row.entries.every(({ key }) => DROPPING.includes(key.text))
}

const DROPPING = ['id', 'enabled']

function mapOf(keys: Readonly<Record<string, Merging>>): Merging & { readonly kind: 'map' } {
  return { kind: 'map', each: key => (Object.hasOwn(keys, key) ? keys[key] : undefined) ?? WHOLE }
}

function named(each: Merging, isChange: IsChange): Merging {
  return { kind: 'map', each: () => each, isChange }
}

function has(node: YamlNode, ...keys: readonly string[]): boolean {
  return node.kind === 'map' && node.entries.some(({ key }) => keys.includes(key.text))
}
