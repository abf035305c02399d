import type { JsonSchema, JsonType } from '../../src/rulebook/index.ts'

/** Validates a value by a schema: supports the parts of JSON Schema that leadq uses. */
export function schemaProblems(value: unknown, schema: JsonSchema, root = schema, path = '$'): string[] {
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.split('/').at(-1) ?? '']
    return target === undefined ? [`${path}: ${schema.$ref}`] : schemaProblems(value, target, root, path)
  }
  if (schema.anyOf?.every(option => schemaProblems(value, option, root, path).length > 0)) return [`${path}: anyOf`]
  return [...ofScalar(value, schema, path), ...ofList(value, schema, root, path), ...ofMap(value, schema, root, path)]
}

function ofScalar(value: unknown, schema: JsonSchema, path: string): string[] {
  const { type, pattern, minimum, maximum } = schema
  const types = type === undefined ? [] : [type].flat()
  const problems = [
    types.length > 0 && !types.some(one => isOf(value, one)) && 'type',
    schema.const !== undefined && value !== schema.const && 'const',
    schema.enum !== undefined && !schema.enum.some(one => one === value) && 'enum',
    pattern !== undefined && typeof value === 'string' && !new RegExp(pattern, 'u').test(value) && 'pattern',
    minimum !== undefined && typeof value === 'number' && value < minimum && 'minimum',
    maximum !== undefined && typeof value === 'number' && value > maximum && 'maximum',
  ]
  return problems.flatMap(problem => (problem === false ? [] : [`${path}: ${problem}`]))
}

function ofList(value: unknown, { items, minItems = 0, maxItems = 1e9 }: JsonSchema, root: JsonSchema, path: string) {
  if (!Array.isArray(value)) return []
  const inside =
    items === undefined ? [] : value.flatMap((each, index) => schemaProblems(each, items, root, `${path}[${index}]`))
  return value.length < minItems || value.length > maxItems ? [`${path}: items`, ...inside] : inside
}

function ofMap(value: unknown, schema: JsonSchema, root: JsonSchema, path: string): string[] {
  if (!isOf(value, 'object')) return []
  const entries = Object.entries(Object(value))
  const missing = (schema.required ?? []).filter(name => !entries.some(([key]) => key === name))
  const few = entries.length < (schema.minProperties ?? 0) ? [`${path}: minProperties`] : []
  const inside = entries.flatMap(([key, each]) => {
    const property = propertyOf(key, schema)
    if (property === false) return [`${path}.${key}: additionalProperties`]
    return schemaProblems(each, property, root, `${path}.${key}`)
  })
  return [...missing.map(name => `${path}.${name}: required`), ...few, ...inside]
}

function propertyOf(
  key: string,
  { properties, patternProperties, additionalProperties = {} }: JsonSchema,
): JsonSchema | false {
  const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined
  const byPattern = Object.entries(patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(key))
  const other = additionalProperties === true ? {} : additionalProperties
  return own ?? byPattern?.[1] ?? other
}

function isOf(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
