import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNull, type YamlNode } from '../../src/rulebook/yaml/node.ts'
import { readYaml } from '../../src/rulebook/yaml/yaml.ts'
import { type Inline, inlineYaml, type Written, writeYaml } from '../../src/rulebook/yaml/yaml-write.ts'
import { runs } from '../support/draws.ts'

const HOSTILE = [
  '',
  ' ',
  'null',
  '~',
  'true',
  'yes',
  '0x1F',
  '1e3',
  '01067',
  '- a',
  '# no comment',
  'a: b',
  'a #b',
  '{a}',
  '[a]',
  '"',
  "'",
  '*x',
  '&x',
  '!x',
  '%x',
  '@x',
  '`x',
  '|',
  '>',
  '?',
  '? a',
  '---',
  '...',
  '<<',
  '__proto__',
  '=1+1',
  'a\nb',
  'a\r\nb',
  '\n',
  '\t',
  ' x ',
  '\u0000',
  '\u0007',
  '\u0085',
  '\u2028',
  '\ufeff',
  'ä😀',
  '$list',
  '\\',
  'a\\nb',
]

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }).filter(drawn => !/\p{Cs}/u.test(drawn)),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map(parts => parts.join('')),
)
const entries = <T>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(fc.tuple(text, value), { selector: ([key]) => key, maxLength: 4 })

const inline: fc.Arbitrary<Inline> = fc.letrec<{ node: Inline }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('node'), { maxLength: 3 }),
    entries(tie('node')).map(pairs => new Map(pairs)),
  ),
})).node

const comment = fc.option(text, { nil: undefined })
const around = { above: comment, beside: comment, apart: fc.boolean() }

const written: fc.Arbitrary<Written> = fc.letrec<{ node: Written }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3 },
    inline.map((value): Written => ({ kind: 'inline', value })),
    fc
      .array(fc.record({ value: tie('node'), ...around }), { minLength: 1, maxLength: 3 })
      .map((items): Written => ({ kind: 'list', items })),
    fc
      .uniqueArray(fc.record({ key: text, value: tie('node'), ...around }), {
        selector: ({ key }) => key,
        minLength: 1,
        maxLength: 3,
      })
      .map((list): Written => ({ kind: 'map', entries: list })),
  ),
})).node

type Plain = string | readonly Plain[] | { readonly entries: readonly (readonly [string, Plain])[] }

/** The value with every scalar as its text. */
function meant(value: Written): Plain {
  switch (value.kind) {
    case 'inline':
      return meantInline(value.value)
    case 'read':
      return read(value.node)
    case 'lines':
      return value.text
    case 'list':
      return value.items.map(item => meant(item.value))
    case 'map':
      return { entries: value.entries.map(entry => [String(entry.key), meant(entry.value)] as const) }
  }
}

function meantInline(value: Inline): Plain {
  if (typeof value !== 'object') return String(value)
  if (value instanceof Map)
    return { entries: [...value].map(([key, part]) => [String(key), meantInline(part)] as const) }
  return [...value].map(part => meantInline(part as Inline))
}

function read(node: YamlNode | undefined): Plain {
  if (node === undefined) return 'nothing'
  switch (node.kind) {
    case 'scalar':
      return isNull(node) ? 'a null' : node.text
    case 'list':
      return node.items.map(read)
    case 'map':
      return { entries: node.entries.map(({ key, value }) => [key.text, read(value)] as const) }
  }
}

function readBack(yaml: string): { readonly found: Plain; readonly problems: readonly string[] } {
  const problems: string[] = []
  const tree = readYaml({ file: 'written.yaml', text: yaml }, (_, message) => problems.push(message))
  return { found: read(tree), problems }
}

describe('what is written is read back', () => {
  test('whatever the texts and the comments are', () => {
    fc.assert(
      fc.property(written, text, comment, (root, head, foot) => {
        const yaml = writeYaml(root, foot === undefined ? { head } : { head, foot })
        expect(readBack(yaml)).toEqual({ found: meant(root), problems: [] })
      }),
      runs(700),
    )
  })

  test('on one line, also inside a comment', () => {
    fc.assert(
      fc.property(inline, value => {
        const yaml = inlineYaml(value)
        expect(yaml).not.toContain('\n')
        expect(readBack(yaml)).toEqual({ found: meantInline(value), problems: [] })
      }),
      runs(500),
    )
  })
})
