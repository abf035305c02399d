import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isNode, isSeq, parseDocument } from 'yaml'
import type { JsonSchema } from '../../src/rulebook/index.ts'
import { code, table } from './markdown.ts'
import { ROOT } from './program.ts'

interface Section {
  readonly title: string
  readonly about: string
  readonly keys: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
}

/**
 * The keys of a YAML file as tables, one for each map: made from its JSON Schema, with an example for every key, taken from a file
 * that has them all, if there is one.
 */
export function keyTables(schema: JsonSchema, title: string, example?: string): string {
  const sections = new Map<string, Section>()
  collect(schema, title, schema, sections)
  const examples = example === undefined ? undefined : examplesOf(schema, join(ROOT, example), title)
  const lacking: string[] = []
  const text = [...sections].map(([id, { title: name, keys, required, about }]) => {
    const rows = Object.entries(keys).map(([key, value]) => {
      const shown = examples?.get(`${id} ${key}`)
      if (examples !== undefined && shown === undefined) lacking.push(`${name}: ${key}`)
      const presence = required.includes(key) ? ' (required)' : ''
      const about = [code(key) + presence, kindOf(value, schema), value.description ?? '']
      return example === undefined ? about : [...about, shown === undefined ? '' : code(shown)]
    })
    return `## ${name.includes(' ') ? name : code(name)}\n\n${about === '' ? '' : `${about}\n\n`}${table(['key', 'value', 'meaning', ...(example === undefined ? [] : ['example'])], rows)}\n`
  })
  if (lacking.length > 0) throw new Error(`${example} has no example of ${lacking.join(', ')}`)
  return text.join('\n')
}

/** Definitions that are described elsewhere: their keys are names and operators. */
const ELSEWHERE = new Set(['condition', 'comparison', 'tests', 'event_condition', 'lead', 'event', 'expect'])

/** All maps with known keys below a schema, by an id that is the same for the same definition. */
function collect(schema: JsonSchema, path: string, root: JsonSchema, into: Map<string, Section>): void {
  for (const map of mapsIn(schema, path, root)) {
    if (into.has(map.id)) continue
    const { properties = {}, required = [], description = '' } = map.schema
    into.set(map.id, { title: map.path, keys: properties, required, about: map.path === path ? '' : description })
    for (const [key, value] of Object.entries(properties)) collect(value, below(map.path, key), root, into)
  }
}

interface FoundMap {
  readonly id: string
  readonly path: string
  readonly schema: JsonSchema
}

/** The maps that a value may be: itself, an alternative, an element of a list, a value of a map with free names. */
function mapsIn(schema: JsonSchema, path: string, root: JsonSchema): FoundMap[] {
  const { name, schema: own } = resolved(schema, root)
  if (name !== undefined && ELSEWHERE.has(name)) return []
  if (own.properties !== undefined) return [{ id: idOf(own), path, schema: own }]
  const { additionalProperties, items, anyOf = [] } = own
  return [
    ...(typeof additionalProperties === 'object' ? mapsIn(additionalProperties, `${path}.NAME`, root) : []),
    ...(items === undefined ? [] : mapsIn(items, path, root)),
    ...anyOf.flatMap(each => mapsIn(each, path, root)),
  ]
}

function resolved(schema: JsonSchema, root: JsonSchema): { readonly name?: string; readonly schema: JsonSchema } {
  const name = schema.$ref?.replace('#/definitions/', '')
  const found = name === undefined ? undefined : root.definitions?.[name]
  return name === undefined || found === undefined ? { schema } : { name, schema: found }
}

/** Maps with the same keys are described once, where they are met first: rules, and the limits of gates and guards. */
function idOf({ properties = {} }: JsonSchema): string {
  return Object.keys(properties).join()
}

function below(path: string, key: string): string {
  return path.includes(' ') ? key : `${path}.${key}`
}

/** What a value looks like, in a few words. */
function kindOf(schema: JsonSchema, root: JsonSchema): string {
  const name = schema.$ref?.replace('#/definitions/', '')
  if (name === 'condition' || name === 'event_condition') return 'condition'
  if (name === 'comparison') return 'value or operator'
  const { schema: own } = resolved(schema, root)
  const { enum: choices, type, pattern, items, anyOf, additionalProperties, properties } = own
  if ('const' in own) return code(String(own.const))
  if (choices !== undefined) return kindOfChoices(choices.map(String))
  if (anyOf !== undefined) {
    const kinds = [...new Set(anyOf.map(each => kindOf(each, root)))]
    return kinds.filter(kind => kind !== 'text' || !kinds.some(other => SUGGESTED.has(other))).join(' or ')
  }
  if (type === 'array') return `list of ${items === undefined ? 'values' : kindOf(items, root)}`
  if (properties !== undefined) return 'map'
  if (typeof additionalProperties === 'object') return `NAME: ${kindOf(additionalProperties, root)}`
  if (Array.isArray(type)) return 'text'
  if (type === 'integer') return 'whole number'
  if (type === 'boolean') return '`true`, `false`'
  if (type === 'string' && pattern !== undefined) return kindOfPattern(pattern)
  return type === 'string' ? 'text' : String(type ?? 'value')
}

/** Names that editors suggest, among others. */
const SUGGESTED = new Set(['field', 'event', 'field of the event'])

function kindOfChoices(choices: readonly string[]): string {
  if (choices.includes('job_title')) return 'field'
  if (choices.includes('page_view')) return 'event'
  if (choices.includes('title')) return 'field of the event'
  return choices.length > 8 ? 'name' : choices.map(code).join(', ')
}

function kindOfPattern(pattern: string): string {
  if (pattern.includes('{4}-')) return 'date'
  if (pattern.includes('%')) return 'per cent'
  if (pattern.includes('[smhdw]')) return 'duration, such as `26h`'
  if (pattern.includes('[dw]')) return 'duration, such as `30d`'
  return 'text'
}

/** `section key` -> the key and its value as the example writes them; of a block over several lines only the key. */
function examplesOf(schema: JsonSchema, file: string, title: string): Map<string, string> {
  const source = readFileSync(file, 'utf8')
  const found = new Map<string, string>()
  const keep = (id: string, key: string, value: unknown) => {
    if (found.has(`${id} ${key}`)) return
    const [from = 0, to = 0] = isNode(value) ? (value.range ?? []) : []
    const written = isMap(value) && value.flow !== true ? '\n' : source.slice(from, to).trim()
    found.set(`${id} ${key}`, written.includes('\n') || written.length > 70 ? `${key}:` : `${key}: ${written}`)
  }
  const visit = (node: unknown, at: JsonSchema, path: string): void => {
    for (const each of alternatives(at, schema)) {
      if (isSeq(node) && each.schema.items !== undefined)
        for (const item of node.items) visit(item, each.schema.items, path)
      if (!isMap(node)) continue
      const { properties, additionalProperties } = each.schema
      for (const { key, value } of node.items) {
        const name = String(key)
        const known = properties?.[name]
        if (known !== undefined) {
          keep(idOf(each.schema), name, value)
          visit(value, known, below(path, name))
        } else if (properties === undefined && typeof additionalProperties === 'object')
          visit(value, additionalProperties, `${path}.NAME`)
      }
    }
  }
  visit(parseDocument(source).contents, schema, title)
  return found
}

/** A schema and, of one with alternatives, each of them. */
function alternatives(schema: JsonSchema, root: JsonSchema): readonly ReturnType<typeof resolved>[] {
  const own = resolved(schema, root)
  if (own.name !== undefined && ELSEWHERE.has(own.name)) return []
  return [own, ...(own.schema.anyOf ?? []).flatMap(each => alternatives(each, root))]
}
