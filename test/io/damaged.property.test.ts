import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../support/draws.ts'
import { readAll } from './reading.ts'

/** A damaged line loses only itself, however the file is written. Three lines and more are left to show how. */

const TEXTS = [
  'Ruhr',
  'Lahn & Co',
  "O'Neill Ltd",
  '250',
  '',
  'ada@ruhr.example',
  'Werke, Nord',
  'a; b',
  '12.05.2026',
  '5" pipe',
]
const rows = fc.integer({ min: 3, max: 4 }).chain(width =>
  fc.array(fc.tuple(...Array.from({ length: width - 1 }, () => fc.constantFrom(...TEXTS))), {
    minLength: 4,
    maxLength: 12,
  }),
)

type Line = (cells: readonly string[]) => string
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
const needed = (delimiter: string) => (text: string) =>
  text.includes(delimiter) || text.includes('"') ? quote(text) : text
const joined =
  (delimiter: string, cell: (text: string) => string): Line =>
  cells =>
    cells.map(cell).join(delimiter)
const csv = joined(',', needed(','))

const WRITINGS: readonly (readonly [string, Line])[] = [
  ...[',', ';', '\t', '|'].flatMap((delimiter): (readonly [string, Line])[] => [
    [`\`${delimiter}\``, joined(delimiter, needed(delimiter))],
    [`\`${delimiter}\` and quotes`, joined(delimiter, quote)],
  ]),
  ...['||', ';;', '\t\t', '::', '~', '^', '\u{1}', '\u{1f}', '\u{a6}'].map((delimiter): readonly [string, Line] => [
    `\`${delimiter}\``,
    joined(delimiter, text => text),
  ]),
  ['blanks around quotes', joined(' , ', quote)],
  ['backslashes', joined(',', text => `"${text.replaceAll('"', '\\"')}"`)],
  ['single quotes', joined(',', text => `'${text.replaceAll("'", "''")}'`)],
  ['whole lines in quotes', cells => quote(csv(cells))],
]
const signs = ['"', "'", '\\', '\\"', ' ', ',', ';', '\t', '|', '" ', ' "', '\'"']

test.each(WRITINGS)('%s', async (name, write) => {
  // Apostrophes need not be doubled inside single quotes: one too many can stand for a cell of two lines.
  const isSingle = name === 'single quotes'
  const sign = fc.constantFrom(...signs.filter(sign => !isSingle || !sign.includes("'")))
  const damage = fc.record({ row: fc.nat(), at: fc.nat(), sign, cut: fc.nat({ max: isSingle ? 0 : 2 }) })
  const property = fc.asyncProperty(rows, damage, async (rows, { row, at, sign, cut }) => {
    const table = rows.map((cells, index) => [`id${index}`, ...cells])
    const lines = [['Email', 'Company', 'Employees', 'City'].slice(0, table[0]?.length), ...table].map(write)
    const hit = 1 + (row % rows.length)
    const line = lines[hit] ?? ''
    const place = at % (line.length + 1)
    const before = await readAll(`${lines.join('\n')}\n`)
    const after = await readAll(
      `${lines.with(hit, line.slice(0, place) + sign + line.slice(place + cut)).join('\n')}\n`,
    )
    const others = ({ rows }: typeof before) => rows.filter(({ line }) => line !== hit + 1).map(({ cells }) => cells)
    expect(before.cells).toEqual(table)
    expect(others(after)).toEqual(others(before))
  })
  await fc.assert(property, runs(100))
})
