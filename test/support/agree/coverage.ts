import { conditionsOf } from '../../../src/dialects/all-conditions.ts'
import type { BoundPlan } from '../../../src/ir/plan/bound-plan.ts'
import { leavesOf } from '../../../src/ir/plan/expr.ts'
import { OPERATORS } from '../../../src/ir/plan/operators.ts'

/** Which keys of the language rulebooks have: `rule.points_from`, `locale.dates`. */

/** The part of a JSON Schema that says which keys there are. */
export interface KeySchema {
  readonly $ref?: string
  readonly anyOf?: readonly KeySchema[]
  readonly items?: KeySchema
  readonly properties?: Readonly<Record<string, KeySchema>>
  readonly patternProperties?: Readonly<Record<string, KeySchema>>
  readonly additionalProperties?: KeySchema | boolean
  readonly definitions?: Readonly<Record<string, KeySchema>>
}

/** Every key that the schema has. */
export function keysOf(schema: KeySchema): string[] {
  const keys = new Set<string>()
  const seen = new Set<string>()
  const visit = (at: KeySchema, path: string): void => {
    if (at.$ref !== undefined) {
      const name = definitionOf(at.$ref)
      if (!seen.has(name)) {
        seen.add(name)
        visit(schema.definitions?.[name] ?? {}, name)
      }
    }
    for (const each of [...(at.anyOf ?? []), ...(at.items ? [at.items] : []), ...others(at)]) visit(each, path)
    for (const [key, below] of Object.entries(at.properties ?? {})) {
      keys.add(joined(path, key))
      visit(below, joined(path, key))
    }
  }
  visit(schema, '')
  return [...keys]
}

/** The keys that a rulebook has. */
export function keysIn(schema: KeySchema, rulebook: unknown): Set<string> {
  const keys = new Set<string>()
  const visit = (at: KeySchema, value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (at.$ref !== undefined) {
      const name = definitionOf(at.$ref)
      visit(schema.definitions?.[name] ?? {}, value, name)
    }
    for (const each of at.anyOf ?? []) visit(each, value, path)
    if (Array.isArray(value)) {
      for (const each of value) visit(at.items ?? {}, each, path)
      return
    }
    for (const [key, below] of Object.entries(value)) {
      const known = at.properties?.[key]
      if (known === undefined) for (const each of others(at)) visit(each, below, path)
      else {
        keys.add(joined(path, key))
        visit(known, below, joined(path, key))
      }
    }
  }
  visit(schema, rulebook, '')
  return keys
}

function others({ patternProperties = {}, additionalProperties }: KeySchema): KeySchema[] {
  const further = typeof additionalProperties === 'object' ? [additionalProperties] : []
  return [...Object.values(patternProperties), ...further]
}

const definitionOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
const joined = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** Every operator with every type that it works on: `date before`. */
export function operatorsOfTypes(): string[] {
  return Object.entries(OPERATORS).flatMap(([name, { types }]) => types.map(type => `${type} ${name}`))
}

/** The same that the conditions of a bound plan ask of its fields. */
export function operatorsIn(bound: BoundPlan): Set<string> {
  const types = new Map(bound.fields.map(({ name, type }) => [name, type]))
  const found = new Set<string>()
  for (const { when } of conditionsOf(bound)) {
    for (const leaf of leavesOf(when)) {
      if (leaf.subject.kind !== 'field') continue
      const type = types.get(leaf.subject.name)
      for (const { operator } of leaf.kind === 'test' ? [leaf.test] : leaf.of) found.add(`${type} ${operator}`)
    }
  }
  return found
}
