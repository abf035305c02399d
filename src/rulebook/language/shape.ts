import type { Place } from '../../base/place.ts'
import type { Report } from '../read/report-problem.ts'
import { describe, isNull, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import type { JsonSchema } from './json-schema-parts.ts'

/**
 * The shape of a part of a rulebook: how it is read, its JSON Schema for editors, and (by `TypeOf`) its static type.
 * `read` returns undefined exactly if it has reported a problem.
 */
export interface Shape<out T> {
  /** As a message names it: `a whole number`. */
  readonly expects: string
  readonly schema: JsonSchema
  readonly read: (node: YamlNode, report: Report) => T | undefined
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T
  readonly place: Place
}

/** Reports that another kind of value was expected here. */
export function mismatch(expects: string, node: YamlNode, report: Report, hint?: string): undefined {
  report('rule/shape', `expected ${expects}, found ${describe(node)}`, node.place, { hint })
}

/** Anything at all, to be read once the names of the rulebook are known. */
export function anything(expects: string, schema: JsonSchema): Shape<YamlNode> {
  return { expects, schema, read: node => node }
}

/** A text as it is spelled, whatever type YAML would give it. */
export function scalar(expects: string, schema: JsonSchema): Shape<ScalarNode> {
  const read = (node: YamlNode, report: Report) =>
    node.kind === 'scalar' && !isNull(node) ? node : mismatch(expects, node, report)
  return { expects, schema, read }
}

/** Items that could not be read are undefined, so that positions stay the same. */
export function list<T>(item: Shape<T>): Shape<readonly (T | undefined)[]> {
  const expects = 'a list'
  return {
    expects,
    schema: { type: 'array', items: item.schema },
    read: (node, report) => {
      if (node.kind !== 'list') return mismatch(expects, node, report)
      return node.items.map(each => item.read(each, report))
    },
  }
}

/** `[a, b]`, or `a` alone. */
export function oneOrList<T>(item: Shape<T>): Shape<readonly (T | undefined)[]> {
  const many = list(item)
  return {
    expects: `${item.expects} or a list`,
    schema: { anyOf: [item.schema, many.schema] },
    read: (node, report) => {
      if (node.kind === 'list') return many.read(node, report)
      const one = item.read(node, report)
      return one === undefined ? undefined : [one]
    },
  }
}

/** One shape for a text, another for a map. */
export function scalarOrMap<S, M>(one: Shape<S>, many: Shape<M>): Shape<S | M> {
  return {
    expects: `${one.expects} or ${many.expects}`,
    schema: { anyOf: [one.schema, many.schema] },
    read: (node, report) => (node.kind === 'map' ? many.read(node, report) : one.read(node, report)),
  }
}

/** An entry of a map with free names. Its value is missing if it could not be read, so that its name is known all the same. */
export interface Named<T, K = unknown> {
  readonly key: ScalarNode
  /** What the key reads as. */
  readonly name: K | undefined
  readonly value: T | undefined
}

/** A map whose keys are chosen freely, in written order. */
export function record<T, K>(key: Shape<K>, value: Shape<T>, schema: JsonSchema = {}): Shape<readonly Named<T, K>[]> {
  const expects = 'a map'
  return {
    expects,
    schema: { type: 'object', additionalProperties: value.schema, ...schema },
    read: (node, report) => {
      if (node.kind !== 'map') return mismatch(expects, node, report)
      return node.entries.map(entry => ({
        key: entry.key,
        name: key.read(entry.key, report),
        value: value.read(entry.value, report),
      }))
    },
  }
}

/** The schema stands under `definitions`, the place of use refers to it. */
export function defined<T>(name: string, shape: Shape<T>): Shape<T> {
  return { ...shape, schema: { $ref: `#/definitions/${name}` } }
}
