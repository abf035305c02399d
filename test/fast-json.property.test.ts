import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCells, textsOf } from '../src/fast/input/cells.ts'
import { createJsonTaker } from '../src/fast/input/json-taker.ts'
import { createMemory } from '../src/fast/memory.ts'
import { aroundMember } from '../src/io/json/json-write.ts'
import { openInput } from '../src/io/read.ts'
import { runs } from './support/draws.ts'

const memory = createMemory()

/** Headings of all draws stand in a first record, so that later ones bring no column of their own. */
const FIRST = {
  id: 1,
  Name: 'a',
  é: 'b',
  tags: ['x'],
  email: ['a@b.example'],
  properties: { city: 'Bonn', size: 3, deep: { er: true } },
  'a.b': 1,
  data: null,
}

const space = fc.constantFrom('', '', '', ' ', '\t', '  ')
const text = fc.oneof(
  fc.constantFrom('', 'plain', 'ä€\u{1f600}', 'a, b', 'say "hi"', '"quoted"', '=1+1', 'back\\slash', 'two\nlines', '/'),
  fc.string({ maxLength: 8 }),
)
const odd = fc.oneof(
  fc.constantFrom('"\\x"', '"open', '"tab\there"', '-0', '1.50', '1e3', '01', '1.', '123456789012345678', '0.0000001'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('nul', 'True', 'NaN'),
)
const single = fc.oneof(
  { weight: 20, arbitrary: text.map(each => JSON.stringify(each)) },
  {
    weight: 10,
    arbitrary: fc.constantFrom('"\\u00fc\\/"', '"\\ud83d\\ude00"', '0', '12', '-7', '1.5', '0.1', 'true', 'null'),
  },
  { weight: 1, arbitrary: odd },
)
const list = fc
  .tuple(fc.array(single, { maxLength: 3 }), space)
  .map(([items, gap]) => `[${gap}${items.join(`,${gap}`)}]`)
const key = fc.constantFrom('id', 'Name', 'é', 'tags', 'email', 'a.b', 'data')
const inner = fc.constantFrom('city', 'size', 'deep', 'er', 'type', 'S', 'value', '7')
const { value } = fc.letrec<{ value: string; object: string }>(tie => ({
  value: fc.oneof({ maxDepth: 3 }, { weight: 6, arbitrary: single }, { weight: 1, arbitrary: list }, tie('object')),
  object: fc
    .tuple(fc.array(fc.tuple(inner, tie('value')), { maxLength: 3 }), space)
    .map(([members, gap]) => `{${gap}${members.map(([name, each]) => `"${name}"${gap}:${each}`).join(`${gap},`)}}`),
}))
const member = fc.oneof({ weight: 5, arbitrary: fc.tuple(key, single) }, { weight: 1, arbitrary: fc.tuple(key, value) })
const record = fc
  .tuple(
    fc.array(member, { minLength: 1, maxLength: 5 }),
    space,
    space,
    fc.constantFrom('', '', '', '', '', '', '', ',', '}', ' x'),
  )
  .map(
    ([members, gap, other, rest]) =>
      `${other}{${gap}${members.map(([name, each]) => `"${name}":${gap}${each}`).join(`,${other}`)}${other}}${rest}${gap}`,
  )

describe('any record of JSON', () => {
  it('is taken with the cells that the reader gives it, or left to the reader', { timeout: 120_000 }, async () => {
    let [taken, all] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async records => {
        const lines = [JSON.stringify(FIRST), ...records.filter(each => !/[\r\n]/.test(each) && each.trim() !== '')]
        const input = await openInput(
          (async function* () {
            yield Buffer.from(lines.join('\n'))
          })(),
          { name: 'leads.ndjson', format: 'ndjson' },
        )
        const rows = new Map<number, { readonly cells: readonly string[]; readonly text: string }>()
        for await (const batch of input.batches) for (const row of batch.rows) rows.set(row.line, row)
        const cells = createCells(input.headings.length)
        const taker = createJsonTaker(cells, memory, { headings: input.headings, delimiter: ',', isCopied: true })
        for (const [index, line] of lines.entries()) {
          all += 1
          if (taker.take(line, index + 1) === 'odd') continue
          taken += 1
          const place = cells.records - 1
          const expected = rows.get(index + 1)
          expect(taker.rowOf(place)).toEqual({ line: index + 1, cells: expected?.cells, text: expected?.text })
          expect(textsOf(cells, place, memory)).toEqual(expected?.cells)
          const body = taker.bodyOf(place)
          if (body === undefined) continue
          const at = (from: number, to: number) => memory.bytes.toString('utf8', from, to)
          const around = [`${at(body.from, body.to)},`, at(body.to, body.end)]
          expect(around).toEqual(aroundMember(Buffer.from(expected?.text ?? '').toString()))
        }
      }),
      runs(600),
    )
    expect(taken).toBeGreaterThan(all / 4)
  })
})
