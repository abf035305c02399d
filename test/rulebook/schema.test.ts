import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { OPERATORS } from '../../src/ir/plan/operators.ts'
import { gatesSchema, type JsonSchema, rulebookSchema, runSchema, testSchema } from '../../src/rulebook/index.ts'
import { EXAMPLE } from './read.ts'
import { schemaProblems } from './validate.ts'

const FILES = [
  { name: 'rulebook', schema: rulebookSchema() },
  { name: 'test', schema: testSchema() },
  { name: 'gates', schema: gatesSchema() },
  { name: 'run', schema: runSchema() },
]

describe('the JSON Schema', () => {
  const schema = rulebookSchema()

  test.each(FILES)('of a $name stands in schema/ (UPDATE=1 writes it)', ({ name, schema }) => {
    const file = new URL(`../../schema/${name}.schema.json`, import.meta.url)
    const text = `${JSON.stringify(schema, null, 2)}\n`
    if (process.env.UPDATE === '1') {
      expect(process.env.CI, 'UPDATE in CI').toBeUndefined()
      writeFileSync(file, text)
    }
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('knows every operator, every field and says what they are', () => {
    const { tests, condition } = schema.definitions ?? {}
    for (const [name, { about }] of Object.entries(OPERATORS))
      expect(tests?.properties?.[name]?.description).toBe(about)
    for (const [name, { about }] of Object.entries(FIELDS))
      expect(condition?.properties?.[name]?.description).toBe(about)
  })

  test.each(FILES)('of a $name describes every key and refers to what is there', ({ schema }) => {
    for (const part of schemasIn(schema)) {
      for (const [key, property] of Object.entries(part.properties ?? {})) {
        expect(property.description, key).toBeTruthy()
      }
      if (part.$ref !== undefined) expect(Object.keys(schema.definitions ?? {})).toContain(part.$ref.split('/').at(-1))
    }
  })

  test('takes tests, and refuses what they cannot hold', () => {
    const TEST = 'as_of: 2026-03-02\ntests: [{ name: a, lead: { employees: 5, need: null }, expect: EXPECT }]'
    const problems = (expect: string) => schemaProblems(parse(TEST.replace('EXPECT', expect)), testSchema())
    expect(problems('{ stage: SQL, score: 70.., fired: [a], tags: b, criteria: { need: met } }')).toEqual([])
    expect(
      problems('{ score.fit: { at_least: 70 }, tag.a: true, stage: [SQL, MQL], tags: [], any: [{ score.fit: 5 }] }'),
    ).toEqual([])
    for (const wrong of [
      '{}',
      '{ not_tags: [] }',
      '{ score.fit: high }',
      '{ stgae: SQL }',
      '{ score: high }',
      '{ criteria: { need: perhaps } }',
    ]) {
      expect(problems(wrong)).not.toEqual([])
    }
  })

  test('takes the example', () => {
    expect(schemaProblems(parse(EXAMPLE), schema)).toEqual([])
  })

  test.each([
    'name: no version',
    'leadq: 2',
    'leadq: 1\nstagse: []',
    'leadq: 1\ntags: { a: { employees: { abov: 5 } } }',
    'leadq: 1\nscores: { fit: { rules: [{ points: 5 }] } }',
    'leadq: 1\nscores: { fit: { fade: { half_life: 30 } } }',
    'leadq: 1\nstages: SQL',
    'leadq: 1\nlocale: { numbers: fr }',
  ])('refuses %j', text => {
    expect(schemaProblems(parse(text), schema)).not.toEqual([])
  })
})

function* schemasIn(schema: JsonSchema): Generator<JsonSchema> {
  yield schema
  const { properties = {}, patternProperties = {}, definitions = {}, anyOf = [], items, additionalProperties } = schema
  const inner = [properties, patternProperties, definitions].flatMap(part => Object.values(part))
  for (const part of [...inner, ...anyOf]) yield* schemasIn(part)
  if (items !== undefined) yield* schemasIn(items)
  if (typeof additionalProperties === 'object') yield* schemasIn(additionalProperties)
}
