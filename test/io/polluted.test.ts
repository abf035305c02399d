import { describe, expect, test } from 'vitest'
import { readAll } from './reading.ts'

/**
 * One table, damaged in the ways that open data is: as a whole, or in one of its rows. Its headings are unknown, so
 * that only its shape can help; cells contain delimiters, apostrophes and quotes.
 */

const HEADER = ['DATE', 'TIME', 'Qty', 'CODE', 'Price', 'Kind', 'About', 'URL', 'Comments']
const KINDS = ["Men's Boots", 'Dining Table, Round 48"', 'Switch Rods']
const ROWS = Array.from({ length: 24 }, (_, row) => [
  `${String(row + 1).padStart(2, '0')}/03/2018`,
  `${String(row).padStart(2, '0')}:15`,
  String(row % 7),
  `MG-${8000 + row}`,
  `$${row}.50`,
  KINDS[row % 3] ?? '',
  'Light, quick; rugged enough for men',
  `https://www.example.com/MG_${row}.html`,
  '',
])
const TABLE = [HEADER, ...ROWS]

interface Style {
  readonly delimiter?: string
  readonly quote?: string
  readonly escaped?: string
  readonly lineEnd?: string
}

const line = (cells: readonly string[], { delimiter = ',', quote = '"', escaped = quote }: Style = {}) =>
  cells.map(cell => quote + cell.replaceAll(quote, escaped + quote) + quote).join(delimiter)
const write = (rows: readonly (readonly string[])[], style: Style = {}) =>
  rows.map(row => line(row, style) + (style.lineEnd ?? '\n')).join('')
/** Quotes only around cells that need them. */
const bare = (delimiter: string) =>
  TABLE.map(row => `${row.map(cell => (/[",;\t]/.test(cell) ? line([cell]) : cell)).join(delimiter)}\n`).join('')
/** The table with one of its lines written in another way. */
const withLine = (at: number, change: (cells: readonly string[]) => string) =>
  TABLE.map((row, index) => `${index === at ? change(row) : line(row)}\n`).join('')

describe('the whole table', () => {
  test.each<readonly [string, string]>([
    ['as it is', write(TABLE)],
    ['CRLF', write(TABLE, { lineEnd: '\r\n' })],
    ['CR', write(TABLE, { lineEnd: '\r' })],
    ['no line end at the end', write(TABLE).slice(0, -1)],
    ['two line ends at the end', `${write(TABLE)}\n`],
    ...[';', '\t', '|', ' ', ', ', '\t\t'].map((delimiter): [string, string] => [
      `delimiter \`${delimiter}\``,
      write(TABLE, { delimiter }),
    ]),
    ['single quotes', write(TABLE, { quote: "'" })],
    ['single quotes, apostrophes as they are', write(TABLE, { quote: "'", escaped: '' })],
    ['backslashes', write(TABLE, { escaped: '\\' })],
    ['quotes inside quotes as they are', write(TABLE, { escaped: '' })],
    ['a header twice', write([HEADER, ...TABLE])],
    ['one row', `${write(TABLE.slice(0, 2))}`],
    ['delimiter `,` and quotes where needed', bare(',')],
    ['delimiter `;` and quotes where needed', bare(';')],
    ['delimiter tab and quotes where needed', bare('\t')],
    ['a byte order mark', `\u{feff}${write(TABLE)}`],
    ['blank lines between the rows', write(TABLE, { lineEnd: '\n\n' })],
    ['a line of delimiters above', `,,,,,,,,\n${write(TABLE)}`],
    ['mixed line ends', TABLE.map((row, at) => line(row) + ['\n', '\r\n', '\r'][at % 3]).join('')],
    ['lines above', `PREAMBLE\nPREAMBLE\n\n${write(TABLE)}`],
    ['lines above, with delimiters', `PREAMBLE,,,,,,,,\nPREAMBLE,,,,,,,,\n${write(TABLE)}`],
  ])('%s', async (name, text) => {
    const { input, cells, rejects } = await readAll(text)
    expect(rejects).toEqual([])
    expect(input.headings).toEqual(HEADER)
    expect(cells).toEqual(name === 'one row' ? ROWS.slice(0, 1) : ROWS)
  })

  test('only a header', async () => {
    expect((await readAll(write([HEADER]))).input.headings).toEqual(HEADER)
  })

  test.each([
    [
      'fewer columns',
      [
        ['A', 'B'],
        ['1', '2'],
      ],
    ],
    [
      'more columns',
      [
        [...HEADER, 'More'],
        [...HEADER.map(() => '1'), '2'],
      ],
    ],
  ])('another table below, with %s, costs its own lines', async (_, other) => {
    const { cells, rejects } = await readAll(write([...TABLE, ...other]))
    expect(cells).toEqual(ROWS)
    expect(rejects).toHaveLength(other.length)
  })

  test('without a header', async () => {
    expect((await readAll(write(ROWS))).cells).toEqual(ROWS)
  })
})

describe('one line', () => {
  const at = [0, 1, 12, 24]
  const ways: readonly (readonly [string, (cells: readonly string[]) => string])[] = [
    ['backslashes', cells => line(cells, { escaped: '\\' })],
    ['quotes inside quotes as they are', cells => line(cells, { escaped: '' })],
    ['a blank behind each delimiter', cells => line(cells, { delimiter: ', ' })],
    ['a blank before each delimiter', cells => line(cells, { delimiter: ' ,' })],
    ['blanks at both ends', cells => ` ${line(cells)} `],
    ...[';', '\t', ' ', ', '].map((delimiter): [string, (cells: readonly string[]) => string] => [
      `delimiter \`${delimiter}\``,
      cells => line(cells, { delimiter }),
    ]),
    ['single quotes', cells => line(cells, { quote: "'" })],
    ['delimiters too many', cells => `${line(cells)},,`],
  ]
  test.each(ways.flatMap(([name, change]) => at.map(row => [`${name} in line ${row + 1}`, row, change] as const)))(
    '%s',
    async (_, row, change) => {
      const { input, cells, rejects } = await readAll(withLine(row, change))
      expect(rejects).toEqual([])
      expect(input.headings).toEqual(HEADER)
      expect(cells).toEqual(ROWS)
    },
  )

  test.each(at.slice(1))('a quote too many in line %i costs at most this line', async row => {
    for (const column of [0, 3, 8]) {
      const text = withLine(row, cells => line(cells).split('","').with(column, `"${cells[column]}`).join('","'))
      const { rows } = await readAll(text)
      const others = rows.filter(each => each.line !== row + 1).map(({ cells }) => cells)
      expect(others).toEqual(ROWS.filter((_, index) => index !== row - 1))
    }
  })

  test.each(at.slice(1))('a cell more or fewer in line %i shifts nothing', async row => {
    for (const column of [0, 3]) {
      for (const change of [
        (cells: readonly string[]) => line(cells.toSpliced(column, 0, '')),
        (cells: readonly string[]) => line(cells.toSpliced(column, 1)),
      ]) {
        const { cells, rejects } = await readAll(withLine(row, change))
        expect(rejects.map(reject => reject.line)).toEqual([row + 1])
        expect(cells).toEqual(ROWS.filter((_, index) => index !== row - 1))
      }
    }
  })
})
