import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../src/base/refusal.ts'
import { createCells, textsOf } from '../src/fast/input/cells.ts'
import { createDoor } from '../src/fast/input/door.ts'
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
    fc.oneof({ weight: 60, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(',', '}', ' x') }),
  )
  .map(
    ([members, gap, other, rest]) =>
      `${other}{${gap}${members.map(([name, each]) => `"${name}":${gap}${each}`).join(`,${other}`)}${other}}${rest}${gap}`,
  )

type Seen = readonly [line: number, what: string]

/** Records as lines, as a list or as documents one after the other, with some space between them. */
const FORMS = {
  ndjson: (records: readonly string[], gap: string) => records.join(gap.includes('\r') ? '\r\n' : '\n'),
  list: (records: readonly string[], gap: string) => `[${gap}${records.join(`${gap},${gap}`)}${gap}]\n`,
  inside: (records: readonly string[], gap: string) =>
    `{"meta": {"count": 1},${gap}"contacts": [${records.join(`,${gap}`)}], "more": [1, {"x": 2}]}`,
  sequence: (records: readonly string[], gap: string) => records.join(gap === '' ? '\n' : gap),
} as const

const written = fc.record({
  form: fc.constantFrom('ndjson', 'ndjson', 'list', 'inside', 'sequence'),
  gap: fc.constantFrom('', '', '\n', '\r\n', ' ', '\n  '),
  step: fc.constantFrom(1, 7, 64, 100_000),
  times: fc.constantFrom(1, 2, 4),
})

function open(text: string, step: number, format: 'json' | 'ndjson') {
  const bytes = Buffer.from(text)
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  })()
  return openInput(pieces, { name: 'leads.json', format })
}

/** What is read of a text: by the reader of JSON, or plain records by a cutter. */
async function read(text: string, step: number, format: 'json' | 'ndjson', isCut: boolean) {
  const [seen, others]: [Seen[], Seen[]] = [[], []]
  let cut = 0
  try {
    const input = await open(text, step, format)
    const { headings, mixed } = input
    const cells = createCells(headings.length)
    const { cutter, rowOf, bodyOf } = createDoor(cells, memory, { ...INCOMING, headings, isCopied: true })
    // The reader gets so little of a record that is not plain that nearly all others are cut.
    const sparing = { ...cutter, giveBack: () => cutter.giveBack(5) }
    for await (const item of isCut && mixed !== undefined ? mixed(sparing) : input.batches) {
      if (item !== 'plain') {
        for (const { line, cells, text } of item.rows)
          seen.push([line, JSON.stringify([toBytes(cells), toBytes([text])])])
        for (const { line, code, message, text } of item.rejects) others.push([line, code + message + text])
        for (const { line, kind, text } of item.skippedLines ?? []) others.push([line, kind + text])
        continue
      }
      for (let record = 0; record < cells.records; record += 1) {
        cut += 1
        const row = rowOf(record)
        expect(textsOf(cells, record, memory)).toEqual(row.cells)
        seen.push([row.line, JSON.stringify([row.cells, [row.text]])])
        const body = bodyOf(record)
        if (body === undefined) continue
        const at = (from: number, to: number) => memory.bytes.toString('utf8', from, to)
        expect([`${at(body.from, body.to)},`, at(body.to, body.end)]).toEqual(aroundMember(row.text))
      }
      cells.records = 0
    }
    others.push([Number.MAX_SAFE_INTEGER, JSON.stringify(input.diagnostics())])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // What comes before a mistake is not written either.
    return { seen: [[0, JSON.stringify(error.diagnostic)]], cut }
  }
  return { seen: [...seen, ...others], cut }
}

const INCOMING = { format: 'json', delimiter: ',', name: 'leads.json' } as const

/** Half of a pair of UTF-16 is no character when it is written. */
function toBytes(texts: readonly string[]): string[] {
  return texts.map(each => Buffer.from(each).toString())
}

describe('any records of JSON', () => {
  it('are cut with the cells that the reader gives them, or left to the reader', { timeout: 120_000 }, async () => {
    let [cut, all] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        written,
        async (records, { form, gap, step, times }) => {
          // Records that come again are read along the ones before them.
          const lines = [JSON.stringify(FIRST), ...Array.from({ length: times }, () => records).flat()]
          const text = FORMS[form](form === 'ndjson' ? lines.filter(each => !/[\r\n]/.test(each)) : lines, gap)
          const format = form === 'ndjson' ? 'ndjson' : 'json'
          const found = await read(text, step, format, true)
          expect(found.seen).toEqual((await read(text, step, format, false)).seen)
          cut += found.cut
          all += found.seen.length
        },
      ),
      runs(600),
    )
    expect(cut).toBeGreaterThan(all / 4)
  })
})
