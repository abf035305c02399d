import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Place } from '../../base/place.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'

/** JSON Schemas of leadq's JSON output. The compiler requires exactly the keys of the printed type. */

type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]

/** A map with the keys of a type; those that may be left out are named. Later versions may add keys. */
export function object<T>(
  properties: { readonly [K in keyof Required<T>]: JsonSchema },
  optional: readonly Optional<T>[] = [],
): JsonSchema {
  const left = new Set<PropertyKey>(optional)
  return { type: 'object', properties, required: Object.keys(properties).filter(key => !left.has(key)) }
}

export function list(items: JsonSchema, description?: string): JsonSchema {
  return { type: 'array', items, ...(description !== undefined && { description }) }
}

/** A map with names as keys. */
export function byName(value: JsonSchema, description?: string): JsonSchema {
  return { type: 'object', additionalProperties: value, ...(description !== undefined && { description }) }
}

export function text(description: string): JsonSchema {
  return { type: 'string', description }
}

export function whole(description: string): JsonSchema {
  return { type: 'integer', description }
}

export function number(description: string): JsonSchema {
  return { type: 'number', description }
}

export function flag(description: string): JsonSchema {
  return { type: 'boolean', description }
}

export function oneOf(words: readonly string[], description: string): JsonSchema {
  return { enum: words, description }
}

export function orNull(schema: JsonSchema): JsonSchema {
  return {
    anyOf: [schema, { type: 'null' }],
    ...(schema.description !== undefined && { description: schema.description }),
  }
}

export const VERSION: JsonSchema = {
  type: 'string',
  pattern: '^1\\.',
  description: 'The first number changes when readers have to; unknown keys are to be passed over',
}

export const TOOL: JsonSchema = {
  description: 'What printed it',
  ...object<{ name: string; version: string }>({
    name: { const: 'leadq', description: 'leadq' },
    version: text('Its version'),
  }),
}

export const PLACE: JsonSchema = {
  description: 'Where it stands; lines and columns count from 1, ends are exclusive',
  ...object<Place>(
    {
      file: text('The file, as the command line named it'),
      line: whole('The line'),
      col: whole('The column'),
      endLine: whole('The line of the end'),
      endCol: whole('The column of the end'),
    },
    ['endLine', 'endCol'],
  ),
}

const related = object<NonNullable<Diagnostic['related']>[number]>({ place: PLACE, message: text('What stands there') })

export const DIAGNOSTIC = object<Diagnostic>(
  {
    code: text('What kind of problem it is'),
    severity: oneOf(['error', 'warning', 'info'], 'How grave it is'),
    message: text('One sentence'),
    place: PLACE,
    related: list(related, 'Other places that have to do with it'),
    hint: text('What to do next'),
  },
  ['place', 'related', 'hint'],
)
