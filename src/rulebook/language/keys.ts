import type { Place } from '../../base/place.ts'
import type { Report } from '../read/report-problem.ts'
import { isNull, type MapEntry, type MapNode, quote, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import type { JsonSchema } from './json-schema-parts.ts'
import { keyHint } from './other-words.ts'
import { mismatch, type Shape, type TypeOf } from './shape.ts'

type Presence = 'required' | 'optional'

/** A key of a map with known keys. */
export interface Key<out S, out P extends Presence> {
  readonly presence: P
  readonly shape: S
  /** The description that editors show. */
  readonly about: string
}

type AnyKey = Key<Shape<unknown>, Presence>
type AnyKeys = Readonly<Record<string, AnyKey>>

/**
 * The result of reading a map with known keys. The value of a required key is defined, that of an optional key may be
 * undefined. `broken`: a problem was reported for one of its keys, so missing keys are not reported as well.
 */
export type Draft<K extends AnyKeys> = {
  readonly [N in keyof K]: K[N] extends Key<infer S, 'required'> ? TypeOf<S> : TypeOf<K[N]['shape']> | undefined
} & { readonly place: Place; readonly broken: boolean }

export function required<S extends Shape<unknown>>(shape: S, about: string): Key<S, 'required'> {
  return { presence: 'required', shape, about }
}

export function optional<S extends Shape<unknown>>(shape: S, about: string): Key<S, 'optional'> {
  return { presence: 'optional', shape, about }
}

/** A map with known keys. The overload derives its static type from the keys. */
export function keys<K extends AnyKeys>(expects: string, known: K): Shape<Draft<K>>
export function keys(expects: string, known: AnyKeys): Shape<unknown> {
  return {
    expects,
    schema: schemaOf(known),
    read: (node, report) => (node.kind === 'map' ? readKeys(node, known, report) : mismatch(expects, node, report)),
  }
}

function schemaOf(known: AnyKeys): JsonSchema {
  const needed = Object.entries(known)
    .filter(([, { presence }]) => presence === 'required')
    .map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(known).map(([name, { shape, about }]) => [name, { description: about, ...shape.schema }]),
    ),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  }
}

function readKeys(node: MapNode, known: AnyKeys, report: Report): unknown {
  const values = new Map<string, unknown>()
  for (const [index, entry] of node.entries.entries()) {
    const key = Object.hasOwn(known, entry.key.text) ? known[entry.key.text] : undefined
    if (key === undefined) reportUnknown(entry, node.entries[index - 1], known, report)
    else values.set(entry.key.text, key.shape.read(entry.value, report))
  }
  const missing = Object.keys(known).filter(name => known[name]?.presence === 'required' && !values.has(name))
  for (const name of missing) report('rule/missing-key', `missing key \`${name}\``, startOf(node))
  const unread = [...values].filter(([, value]) => value === undefined).map(([name]) => name)
  if ([...missing, ...unread].some(name => known[name]?.presence === 'required')) return undefined
  const broken = unread.length > 0 || values.size < node.entries.length
  return { ...Object.fromEntries(values), place: node.place, broken }
}

function reportUnknown({ key, value }: MapEntry, before: MapEntry | undefined, known: AnyKeys, report: Report): void {
  const hint = isNull(value) && before !== undefined ? quotesHint(before, key) : undefined
  report('rule/unknown-key', `unknown key ${quote(key.text)}`, key.place, {
    hint: hint ?? keyHint(key.text, Object.keys(known)) ?? whenHint(key.text, value, known),
  })
}

/** `{ stage: SQL, do: call }`: what a condition asks stands under `when`. */
function whenHint(text: string, value: YamlNode, known: AnyKeys): string | undefined {
  if (!Object.hasOwn(known, 'when') || !/^(?:stage|grade|(?:score|rule|criteria|segment|tag)[.].*)$/.test(text)) {
    return undefined
  }
  const asked = value.kind === 'scalar' ? value.text : '...'
  return `a condition stands under \`when\`: ${quote(`when: { ${text}: ${asked} }`)}`
}

/** `{ ask: Who, if not you? }` is two keys to YAML. */
function quotesHint(before: MapEntry, { text }: ScalarNode): string | undefined {
  if (before.value.kind !== 'scalar') return undefined
  return `a text with a comma stands in quotes: ${quote(`${before.key.text}: "${before.value.text}, ${text}"`)}`
}

/** The place at which a missing key is reported: the first character of the map. */
export function startOf({ place }: YamlNode): Place {
  return { ...place, endLine: place.line, endCol: place.col + 1 }
}
