import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/base/refusal.ts'
import { runs } from '../support/draws.ts'
import { readAll } from './reading.ts'

const delimiters = fc.constantFrom(',', ';', '\t', '|')
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const letters = fc.constantFrom(
  'a',
  'b',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\u00e4',
  '\u{1f600}',
)
const cell = fc.oneof(
  fc.array(letters, { maxLength: 6 }).map(all => all.join('')),
  // The end-of-file mark of DOS is cut at the end of a file.
  fc.string({ unit: 'binary', maxLength: 8 }).map(text => text.replace(/[\0\u{1a}]/gu, '')),
)
const table = (cells: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 5 })
    .chain(width => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 12 }))
const isBlank = (cells: readonly string[]) => cells.every(text => text.trim() === '')

function write(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string, always: boolean): string {
  const quote = (text: string) =>
    always || ['"', delimiter, '\n', '\r'].some(char => text.includes(char)) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map(cells => cells.map(quote).join(delimiter) + lineEnd).join('')
}

test('well-formed files read as csv-parse reads them', async () => {
  const files = fc.record({
    rows: table(cell),
    delimiter: delimiters,
    lineEnd: lineEnds,
    always: fc.boolean(),
    bom: fc.boolean(),
    final: fc.boolean(),
    size: fc.constantFrom(1, 2, 3, 7, 64, 100_000),
  })
  const property = fc.asyncProperty(files, async ({ rows, delimiter, lineEnd, always, bom, final, size }) => {
    const header = (rows[0] ?? ['']).map((_, index) => `h${index}`)
    const whole = write([header, ...rows], delimiter, lineEnd, always)
    const text = final ? whole : whole.slice(0, -lineEnd.length)
    const oracle = parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'] })
    const named = `sep=${delimiter}${lineEnd}`
    const read = await readAll(`${bom ? '\ufeff' : ''}${named}${text}`, {}, size)
    expect(read.input.bom).toBe(bom)
    expect([read.input.headings, ...read.cells]).toEqual(oracle.filter(cells => !isBlank(cells)))
    expect(read.rejects).toEqual([])
    expect(read.leftOut['blank row'] ?? 0).toBe(oracle.filter(isBlank).length)
  })
  await fc.assert(property, runs(500))
})

test('whatever the bytes, nothing but a refusal is thrown', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xc3, 0xa4, 0xff, 0x00), { maxLength: 200 })
      .map(all => Uint8Array.from(all)),
  )
  const property = fc.asyncProperty(bytes, fc.constantFrom(1, 3, 1000), async (data, size) => {
    await readAll(data, {}, size).catch(error => expect(error).toBeInstanceOf(Refusal))
  })
  await fc.assert(property, runs(500))
})

test('every line is in a row, rejected, or blank; borders between chunks change nothing', async () => {
  const text = fc.array(fc.constantFrom('a', '"', '""', ',', ' ', '\n', '\r', '\r\n', 'a\n', ',"'), { maxLength: 60 })
  const property = fc.asyncProperty(text, fc.constantFrom(1, 2, 3, 5), async (parts, size) => {
    const body = parts.join('')
    const { rows, rejects, leftOut, cells } = await readAll(`sep=,\nh1,h2\n${body}`)
    const lines = body.split(/\r\n|\n|\r/)
    if (lines.at(-1) === '') lines.pop()
    const covered = new Set(rejects.map(({ line }) => line - 3))
    for (const { line, text } of rows) {
      for (const [offset] of text.split(/\r\n|\n|\r/).entries()) covered.add(line - 3 + offset)
    }
    const others = lines.filter((_, index) => !covered.has(index))
    expect(others.join('')).toMatch(/^[\s",]*$/)
    expect(others.length).toBeGreaterThanOrEqual(leftOut['blank row'] ?? 0)
    expect(others.length > 0).toBe((leftOut['blank row'] ?? 0) > 0)
    const again = await readAll(`sep=,\nh1,h2\n${body}`, {}, size)
    expect([again.cells, again.rejects, again.leftOut]).toEqual([cells, rejects, leftOut])
  })
  await fc.assert(property, runs(1000))
})

test('a stray quote costs its own line and no other', async () => {
  const oneLine = fc
    .array(fc.constantFrom('a', ' ', '"', ',', ';', '\u00e4'), { maxLength: 5 })
    .map(all => all.join(''))
  const spot = fc.record({ row: fc.nat(), at: fc.nat(), always: fc.boolean() })
  const property = fc.asyncProperty(table(oneLine), spot, async (rows, { row, at, always }) => {
    fc.pre(rows.length > 0)
    const header = (rows[0] ?? []).map((_, index) => `h${index}`)
    const lines = write([header, ...rows], ',', '\n', always)
      .split('\n')
      .slice(0, -1)
    const hit = 1 + (row % rows.length)
    const line = lines[hit] ?? ''
    const cut = at % (line.length + 1)
    const before = await readAll(`sep=,\n${lines.join('\n')}\n`)
    const after = await readAll(`sep=,\n${lines.with(hit, `${line.slice(0, cut)}"${line.slice(cut)}`).join('\n')}\n`)
    // Cells, not the text of the line: one more quote can make all lines look quoted as a whole, which reads the same.
    const others = (whole: typeof before) =>
      whole.rows.filter(({ line }) => line !== hit + 2).map(({ line, cells }) => ({ line, cells }))
    expect(others(after)).toEqual(others(before))
    expect(after.rejects.filter(({ line }) => line !== hit + 2)).toEqual([])
  })
  const rows = [
    ['a', 'aa";', ' ,a', 'aa'],
    ['', '', '', 'a'],
  ]
  const examples = [0, 1].flatMap(row => Array.from({ length: 24 }, (_, at) => ({ row, at, always: true })))
  await fc.assert(property, { ...runs(1000), examples: examples.map(spot => [rows, spot]) })
})

test('lines in UTF-8 and lines in Windows-1252 keep their characters', async () => {
  const words = fc.constantFrom('Kobenhavn', 'K\u00f8benhavn', 'M\u00fcller', '\u20ac 5')
  const lines = fc.array(fc.record({ word: words, windows: fc.boolean() }), { minLength: 1, maxLength: 20 })
  const property = fc.asyncProperty(lines, fc.constantFrom(1, 5, 1000), async (all, size) => {
    const encode = ({ word, windows }: { word: string; windows: boolean }) =>
      windows ? Buffer.from(word.replaceAll('\u20ac', '\x80'), 'latin1') : Buffer.from(word)
    const data = Buffer.concat([Buffer.from('h\n'), ...all.flatMap(line => [encode(line), Buffer.from('\n')])])
    const { cells, input } = await readAll(data, {}, size)
    expect(cells).toEqual(all.map(({ word }) => [word]))
    const odd = all.filter(({ word }) => word !== 'Kobenhavn')
    const windows = odd.some(line => line.windows)
    const utf8 = odd.some(line => !line.windows)
    expect(input.encoding()).toBe(windows ? (utf8 ? 'mixed' : 'Windows-1252') : 'UTF-8')
    const first = 2 + all.findIndex(line => line.windows && line.word !== 'Kobenhavn')
    expect(input.diagnostics().map(({ place }) => place?.line)).toEqual(windows && utf8 ? [first] : [])
  })
  await fc.assert(property, runs(500))
})
