import { describe, expect, test } from 'vitest'
import { MAX_RECORD_LENGTH } from '../../src/io/records.ts'
import { readAll } from './reading.ts'

const lines = (...all: string[]) => `${all.join('\n')}\n`

describe('records', () => {
  test.each([
    ['LF', 'a,b\n1,2\n3,4\n', 'LF'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n', 'CRLF'],
    ['CR', 'a,b\r1,2\r3,4\r', 'CR'],
    ['no final line end', 'a,b\n1,2\n3,4', 'LF'],
    ['mixed', 'a,b\n1,2\r\n3,4\r', 'LF'],
    ['CRLF header, LF rows', 'a,b\r\n1,2\n3,4\n', 'CRLF'],
  ])('%s', async (_, data, lineEnd) => {
    for (const size of [1, 2, 3, 100]) {
      const { input, cells, rejects } = await readAll(data, {}, size)
      expect(input.headings).toEqual(['a', 'b'])
      expect(cells).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      expect(rejects).toEqual([])
      expect(input.lineEnd).toBe(lineEnd)
    }
  })

  test('quotes, and quotes that are only characters', async () => {
    const { cells } = await readAll(lines('a,b', '"x, y","say ""hi"""', '5" tube,1"1', '"",""', '"l1\nl2",ok'))
    expect(cells).toEqual([
      ['x, y', 'say "hi"'],
      ['5" tube', '1"1'],
      ['l1\nl2', 'ok'],
    ])
  })

  test('a NUL in a cell is taken out, which the summary says', async () => {
    const { input, cells } = await readAll('a,b\nx\0y,"z\0"\n')
    expect(cells).toEqual([['xy', 'z']])
    expect(input.repairs?.()).toEqual([{ what: 'NUL characters removed', records: 1 }])
  })

  test('blank lines and rows without content are left out and counted', async () => {
    const whole = await readAll(lines('', 'a,b', '', '1,2', '  ', ',', ',,,', '3,4', ''))
    expect(whole.rows.map(({ line }) => line)).toEqual([4, 8])
    expect(whole.leftOut).toEqual({ 'blank row': 6 })
    expect((await readAll('mail\n\na@b.example\n')).leftOut).toEqual({ 'blank row': 1 })
  })

  test('a header alone is fine, nothing at all is not', async () => {
    expect((await readAll('a;b')).input).toMatchObject({ headings: ['a', 'b'], delimiter: ';' })
    for (const data of ['', ' \n\r\n', '\ufeff', '\ufeff\n ']) {
      await expect(readAll(data)).rejects.toMatchObject({ exit: 'data', diagnostic: { code: 'file/empty' } })
    }
  })

  test('lines are physical lines, texts are raw', async () => {
    const { rows } = await readAll('a,b\r\n"x\r\ny\rz",1\r\n2,"3"\r\n')
    expect(rows).toEqual([
      { line: 2, cells: ['x\r\ny\rz', '1'], text: '"x\r\ny\rz",1' },
      { line: 5, cells: ['2', '3'], text: '2,"3"' },
    ])
  })

  test('batches hold about 500 records', async () => {
    const { input, rows } = await readAll(`a,b\n${'1,2\n'.repeat(1200)}`)
    expect(rows).toHaveLength(1200)
    expect(input.format).toBe('csv')
  })
})

describe('what goes wrong costs one line', () => {
  test('too few and too many cells', async () => {
    const { cells, rejects } = await readAll(lines('a,b,c', '1,2', '1,2,3,4', '1,2,3'))
    expect(cells).toEqual([['1', '2', '3']])
    expect(rejects).toEqual([
      { line: 2, code: 'lead/cells', message: 'expected 3 cells, found 2', text: '1,2' },
      { line: 3, code: 'lead/cells', message: 'expected 3 cells, found 4', text: '1,2,3,4' },
    ])
  })

  test('text after a closing quote', async () => {
    const { cells, rejects } = await readAll(lines('a,b', '"x"y,1', '1,2'))
    expect(cells).toEqual([['1', '2']])
    expect(rejects.map(({ line, code, message }) => [line, code, message])).toEqual([
      [2, 'lead/quote', 'text after the closing quote of cell 1'],
    ])
  })

  test('a quote that nobody closes', async () => {
    const { cells, rejects } = await readAll(lines('a,b', '1,"2', '3,4', '5,6'))
    expect(cells).toEqual([
      ['3', '4'],
      ['5', '6'],
    ])
    expect(rejects).toEqual([
      { line: 2, code: 'lead/quote', message: 'the quote that opens cell 2 is never closed', text: '1,"2' },
    ])
  })

  test('a quote that a later line closes', async () => {
    const { rows, rejects } = await readAll(lines('a,b', '1,"2', '3,4', '5,"6"', '"7,8', '9,"10",11'))
    expect(rows.map(({ line }) => line)).toEqual([3, 4])
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'lead/quote'],
      [5, 'lead/quote'],
      [6, 'lead/cells'],
    ])
  })

  test('a quote that a later cell closes, so that the number of cells fits by chance', async () => {
    const { rows, rejects } = await readAll(
      lines(
        'id,price,item,place',
        '1,$78.07"Garden chair, green",Wien',
        '2,$5,Chair "Nora",Graz',
        '3,5" tube,chair of 6",Linz',
        '4,"say ""yes, please""",Chair,Wels',
        '5,Haus "Sonne, Mond",x,"a,b"',
        '6,3"x2,4",Enns',
        '7,Hotel "Krone, Bad Ischl"',
      ),
    )
    expect(rows.map(({ cells }) => cells[0])).toEqual(['2', '3', '4', '6'])
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'lead/quote'],
      [6, 'lead/quote'],
      [8, 'lead/quote'],
    ])
    expect(rejects[0]?.message).toBe('cell 2 opens a quote that a later cell closes')
  })

  test('a header with a stray quote is read as it stands', async () => {
    const { input, cells } = await readAll(lines('a,"b,c', '1,2,3', '4,5,6'))
    expect(input.headings).toEqual(['a', 'b', 'c'])
    expect(cells).toHaveLength(2)
  })

  test('a record over 1 MiB, on one line or on many', async () => {
    const long = 'x'.repeat(MAX_RECORD_LENGTH)
    const spread = 'y\n'.repeat(MAX_RECORD_LENGTH / 2)
    const { rows, rejects } = await readAll(`a,b\n1,${long}\n2,ok\n3,"${long}"\n4,"\n${spread}"\n5,ok\n`)
    expect(rows.map(({ cells }) => cells[0])).toEqual(['2', '5'])
    expect(rejects.slice(0, 3).map(({ line, code, text }) => [line, code, text.length])).toEqual([
      [2, 'lead/too-long', 10_000],
      [4, 'lead/too-long', 10_000],
      [5, 'lead/too-long', 3],
    ])
    expect(rows[1]?.line).toBe(MAX_RECORD_LENGTH / 2 + 7)
  })

  test('a record of exactly 1 MiB is read', async () => {
    for (const record of [`1,${'x'.repeat(MAX_RECORD_LENGTH - 2)}`, `1,"${'x\n'.repeat(MAX_RECORD_LENGTH / 2 - 2)}"`]) {
      expect((await readAll(`a,b\n${record}\n2,ok\n`)).rows).toHaveLength(2)
    }
  })

  test('a line of 50 MB is passed over without being held', async () => {
    async function* endless() {
      yield Buffer.from('a,b\n1,"')
      for (let sent = 0; sent < 50; sent++) yield Buffer.alloc(1_000_000, 'x')
      yield Buffer.from('\n2,ok\n')
    }
    const { openInput } = await import('../../src/io/read.ts')
    const input = await openInput(endless(), { name: 'leads' })
    const found: number[] = []
    for await (const { rows, rejects } of input.batches) found.push(rows.length, rejects.length)
    expect(found).toEqual([1, 1])
  })

  test.each([
    ['openers', 'a",b"c,"d'],
    ['pairs', 'x,"""'],
    ['odd ends', '","'],
    ['one per line', 'x,"y'],
    ['closed and opened', '"a","'],
  ])('stray quotes on every line cost linear time: %s', async (_, line) => {
    const started = performance.now()
    const { rows, rejects, leftOut } = await readAll(`h1,h2,h3,h4,h5,h6,h7,h8\n${`${line}\n`.repeat(100_000)}`)
    expect(rows.length + rejects.length + (leftOut['blank row'] ?? 0)).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('delimiters', () => {
  test.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2\n', ';'],
    ['a\tb, c\n1\t2\n3\t4,5\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['a\n1;2\n', ','],
    ['Email,Company\na@x.example,Ruhr &amp; S&ouml;hne\n', ','],
    ['Email;Revenue\na@x.example;USD 1,200,000\n', ';'],
    ['"a;b",c\n"1;2",3\n', ','],
    ['Name, Vorname;Firma;Ort\nA, B;C;D\nE;F;G\n', ';'],
    ['sep=;\na,x;b\n1,1;2\n', ';'],
    ['SEP=|\r\na|b\r\n', '|'],
  ])('%j', async (data, delimiter) => {
    expect((await readAll(data)).input.delimiter).toBe(delimiter)
  })

  test('the sep= line is left out, and lines still count', async () => {
    const { rows, leftOut } = await readAll('sep=;\r\na;b\r\n1;2\r\n')
    expect(rows.map(({ line }) => line)).toEqual([3])
    expect(leftOut).toEqual({ 'sep= line': 1 })
  })

  test('tab, if it is said to be', async () => {
    const { input } = await readAll('a,b\n', { format: 'tsv' })
    expect(input).toMatchObject({ format: 'tsv', headings: ['a,b'] })
  })
})

test('blank and double headings are said', async () => {
  const { input } = await readAll('a,,a\n1,2,3\n')
  expect(input.diagnostics()).toMatchObject([
    { code: 'file/headings', message: 'no name for column 2; 2 columns are named `a`', place: { line: 1 } },
  ])
})

describe('what reports put around a table', () => {
  test('titles, dates and comments above it', async () => {
    for (const [title, preamble] of [
      ['Leads of the quarter\nStand: 01.10.2026 14:03\n\n', 2],
      ['Leads,,,\n"As of, today",,,\n,,,\n', 2],
      ['# ----\n# Start date: 20260501\n', 2],
    ] as const) {
      const { input, rows, leftOut } = await readAll(`${title}Name,Town,Size,Mail\nA,B,1,\nC,D,2,\n`)
      expect(input.headings).toEqual(['Name', 'Town', 'Size', 'Mail'])
      expect(rows).toHaveLength(2)
      expect(rows[0]?.line).toBe(title.split('\n').length + 1)
      expect((leftOut['preamble line'] ?? 0) + (leftOut['comment line'] ?? 0)).toBe(preamble)
    }
  })

  test('comments above a table of two columns', async () => {
    const { input } = await readAll('# All users\n# ---\nDate,Users\n20260531,5\n')
    expect(input.headings).toEqual(['Date', 'Users'])
  })

  test('a table without anything above it', async () => {
    for (const data of ['#,b\n1,2\n', 'a\n1\n2\n', 'a,b\n,2\n', 'a,,\n1,,\n', '#tag\n#x\n#y\n']) {
      expect((await readAll(data)).leftOut['preamble line']).toBeUndefined()
    }
  })

  test('small print and totals below it', async () => {
    const { cells, rejects, leftOut } = await readAll(
      lines(
        'Company,Mail,Size',
        'Total,x@total.example,7',
        'Summe,,7',
        'Grand Totals (1 records)',
        '',
        'Confidential Information - Do Not Distribute',
        '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
        'Acme',
      ),
    )
    expect(cells).toEqual([['Total', 'x@total.example', '7']])
    expect(leftOut).toEqual({ 'totals row': 2, 'blank row': 1, 'footer line': 3 })
    expect(rejects).toEqual([])
  })
})
