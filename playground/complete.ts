import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { JsonSchema } from '../src/rulebook/index.ts'

/** What can stand at a place in a rulebook, from its JSON Schema: the same schema that editors use. */

export interface Offer {
  readonly label: string
  readonly about: string
  readonly kind: 'key' | 'value'
}

/** A stand-in for what is being written, unlike anything that people write. */
const MARK = 'zzleadqzz'

type Node = Readonly<Record<string, unknown>>

/** The offers at an offset of a text; `from` is where the word that is being written begins. */
export function offersAt(
  text: string,
  offset: number,
  schema: JsonSchema,
): { readonly from: number; readonly offers: readonly Offer[] } {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const [word = ''] = /[\w.-]*$/.exec(line) ?? []
  const from = offset - word.length
  const before = line.slice(0, line.length - word.length)
  if (/(?:^|\s)#/.test(before)) return { from, offers: [] }
  const isKey = /(?:^\s*(?:- +)*|[{,]\s*)$/.test(before)
  const rest = text.slice(offset).replace(/^[\w.-]*/, '')
  const marked = `${text.slice(0, from)}${MARK}${isKey && !rest.startsWith(':') ? ': 0' : ''}${rest}`
  const found = pathOfMark(marked)
  if (found === undefined) return { from, offers: [] }
  const schemas = found.path.reduce(
    (nodes, step) => nodes.flatMap(node => below(node, step, schema)),
    resolved(schema, schema),
  )
  const offers = isKey && found.at === 'key' ? schemas.flatMap(node => keysOf(node, schema)) : schemas.flatMap(valuesOf)
  const present = new Set(found.siblings)
  const known = new Map(offers.filter(({ label }) => !present.has(label)).map(offer => [offer.label, offer]))
  return { from, offers: [...known.values()] }
}

interface Found {
  readonly path: readonly (string | number)[]
  readonly at: 'key' | 'value'
  readonly siblings: readonly string[]
}

/** The keys that lead to the mark; undefined where the text around it is no YAML. */
function pathOfMark(text: string): Found | undefined {
  const { contents } = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent' })
  return search(contents, [])
}

function search(node: unknown, path: readonly (string | number)[]): Found | undefined {
  if (isScalar(node)) return String(node.value) === MARK ? { path, at: 'value', siblings: [] } : undefined
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = search(item, [...path, index])
      if (found !== undefined) return found
    }
  }
  if (!isMap(node)) return undefined
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  if (keys.includes(MARK)) return { path, at: 'key', siblings: keys }
  for (const [index, item] of node.items.entries()) {
    const found = isPair(item) ? search(item.value, [...path, keys[index] ?? '']) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** A schema without references and alternatives: all that it may be. */
function resolved(node: unknown, root: JsonSchema): readonly Node[] {
  if (typeof node !== 'object' || node === null) return []
  const schema = node as Node
  if (typeof schema.$ref === 'string') return resolved(pointed(schema.$ref, root), root)
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap(key => (Array.isArray(schema[key]) ? schema[key] : []))
  return [schema, ...parts.flatMap(part => resolved(part, root))]
}

function pointed(ref: string, root: JsonSchema): unknown {
  const steps = ref.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? (node as Node)[step] : undefined),
    root,
  )
}

function below(schema: Node, step: string | number, root: JsonSchema): readonly Node[] {
  if (typeof step === 'number') return resolved(schema.items, root)
  const { properties, additionalProperties, patternProperties } = schema
  const own = (properties as Node | undefined)?.[step]
  if (own !== undefined) return resolved(own, root)
  const patterns = Object.entries((patternProperties as Node | undefined) ?? {}).filter(([pattern]) =>
    new RegExp(pattern, 'u').test(step),
  )
  return [...patterns.flatMap(([, value]) => resolved(value, root)), ...resolved(additionalProperties, root)]
}

function keysOf(schema: Node, root: JsonSchema): readonly Offer[] {
  return Object.entries((schema.properties as Node | undefined) ?? {}).map(([label, value]) => ({
    label,
    about: aboutOf(value, root),
    kind: 'key',
  }))
}

function aboutOf(value: unknown, root: JsonSchema): string {
  return resolved(value, root)
    .concat(value as Node)
    .map(({ description }) => description)
    .find(each => typeof each === 'string') as string
}

function valuesOf(schema: Node): readonly Offer[] {
  const values = [...(Array.isArray(schema.enum) ? schema.enum : []), ...('const' in schema ? [schema.const] : [])]
  const all = schema.type === 'boolean' ? [true, false] : values
  const about = typeof schema.description === 'string' ? schema.description : ''
  return all.map(value => ({ label: String(value), about, kind: 'value' }))
}

/** What the schema says of the key at an offset, for the pointer. */
export function aboutKeyAt(
  text: string,
  offset: number,
  schema: JsonSchema,
): { readonly from: number; readonly to: number; readonly about: string } | undefined {
  const [head = ''] = /[\w.-]*$/.exec(text.slice(0, offset)) ?? []
  const [tail = ''] = /^[\w.-]*/.exec(text.slice(offset)) ?? []
  const [from, to] = [offset - head.length, offset + tail.length]
  if (from === to || !/^\s*:/.test(text.slice(to))) return undefined
  const found = pathOfMark(`${text.slice(0, from)}${MARK}${text.slice(to)}`)
  if (found?.at !== 'key') return undefined
  const path = [...found.path, text.slice(from, to)]
  const nodes = path.reduce((each, step) => each.flatMap(node => below(node, step, schema)), resolved(schema, schema))
  const about = nodes.map(({ description }) => description).find(each => typeof each === 'string')
  return typeof about === 'string' ? { from, to, about } : undefined
}
