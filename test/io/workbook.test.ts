import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { spellNumber } from '../../src/io/workbook/workbook-cells.ts'
import { makeWorkbook, number, row, table, text } from '../support/workbooks.ts'
import { readAll } from './reading.ts'

const sheet = (rows: string, name = 'Leads') => ({ name, rows })
const HEADER = row(1, text('id'), text('value'))

/** The texts that one cell comes out as. */
async function cellText(cell: string, made: object = {}): Promise<string | undefined> {
  const data = makeWorkbook({ sheets: [sheet(HEADER + row(2, text('1'), cell))], ...made })
  return (await readAll(data)).cells[0]?.[1]
}

describe('cells', () => {
  test.each([
    ['a text', text(' Müller & <Söhne> 😀 '), ' Müller & <Söhne> 😀 '],
    ['a text that looks like a number', text('007'), '007'],
    ['a text that looks like a formula', text('=1+1'), '=1+1'],
    ['a shared text', '<c t="s"><v>0</v></c>', 'Ärger & Co'],
    ['a shared text in pieces', '<c t="s"><v>1</v></c>', 'bold and plain'],
    ['a text with control characters', text('a_x000D_\nb'), 'a\r\nb'],
    ['a whole number', number(12), '12'],
    ['a long id', number('111015123456'), '111015123456'],
    ['an id beyond the precision of numbers', number('110150000000123456'), '110150000000123456'],
    ['a number with an exponent', number('1.11015E+11'), '111015000000'],
    ['no number at all', number('seven'), 'seven'],
    ['a small number', number('1E-7'), '0.0000001'],
    ['noise of binary fractions', number('0.30000000000000004'), '0.3'],
    ['money', number('1234.5', 6), '1234.5'],
    ['a percentage', number('0.625', 4), '62.5%'],
    ['a postal code', number('1067', 5), '01067'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['a day', number(46_053, 1), '2026-01-31'],
    ['a day with a time', number('46053.604166666664', 2), '2026-01-31T14:30:00'],
    ['a time', number('0.604166666666667', 3), '14:30:00'],
    ['a day that is spelled out', '<c t="d"><v>2026-01-31T23:30:00</v></c>', '2026-01-31T23:30:00'],
    ['a number beyond all days', number('1E+12', 1), ''],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', ''],
    ['a formula of a number', '<c><f>A1*2</f><v>14</v></c>', '14'],
    ['a formula of a text', '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['a formula of nothing', '<c t="str"><f>""</f><v></v></c>', ''],
    ['nothing', '<c s="1"/>', ''],
  ])('%s', async (_, cell, expected) => {
    const strings = [
      '<t>Ärger &amp; Co</t>',
      '<r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> and plain</t></r>',
    ]
    expect(await cellText(cell, { strings })).toBe(expected)
  })

  test('days that count from 1904', async () => {
    expect(await cellText(number(44_591, 1), { since1904: true })).toBe('2026-01-31')
  })

  test.each([
    [0, '0'],
    [-0, '0'],
    [-1.25e-9, '-0.00000000125'],
    [-5.5, '-5.5'],
    [0.1 + 0.2, '0.3'],
  ])('%d has no exponent', (value, expected) => {
    expect(spellNumber(value)).toBe(expected)
  })

  test.each([
    [118_018_025_220_350_110, '1.1801802522035E+17'],
    [1e21, '1E+21'],
  ])('%d has lost digits, and says so', (value, expected) => {
    expect(spellNumber(value)).toBe(expected)
  })

  test.each([
    [
      'all end in zeros: a spreadsheet has rounded them',
      ['1234567890123450', '9234567890123460'],
      '1.23456789012345E+15',
    ],
    ['one does not: they are as they were', ['1234567890123450', '9234567890123461'], '1234567890123450'],
    ['short ones are never rounded', ['123456789012340', '12'], '123456789012340'],
    ['texts keep their digits', ['', '118018025220350000'], '118018025220350000'],
  ])('ids of more than 15 digits: %s', async (_, [first = '', second = ''], expected) => {
    const ids = first === '' ? [text(second)] : [number(first), number(second)]
    const rows = [row(1, text('id'), text('email')), ...ids.map((id, index) => row(index + 2, id, text('a@b.example')))]
    const { cells } = await readAll(makeWorkbook({ sheets: [sheet(rows.join(''))] }))
    expect(cells[0]?.[0]).toBe(expected)
  })

  test('numbers between texts with a decimal comma get one, too', async () => {
    const rows = [text('1.250,50'), number('1250.5'), number('7'), text('n/a')].map((cell, index) =>
      row(index + 2, text(String(index)), cell),
    )
    const { input, cells } = await readAll(makeWorkbook({ sheets: [sheet(HEADER + rows.join(''))] }))
    expect(cells.map(([, cell]) => cell)).toEqual(['1.250,50', '1250,5', '7', 'n/a'])
    expect(input.sheet?.columns[1]?.decimals).toBe(false)
  })

  test('numbers of a workbook have a point, whatever looks German', async () => {
    const { input } = await readAll(
      makeWorkbook({ sheets: [sheet(HEADER + row(2, text('1'), number('1.234')) + row(3, text('2'), number(7)))] }),
    )
    expect(input.sheet?.columns).toEqual([
      { type: 'text', decimals: false },
      { type: 'number', decimals: true },
    ])
  })

  test('a column is what all of its cells are', async () => {
    const rows = [
      row(1, ...['number', 'day', 'yes', 'mixed', 'text', 'time', 'empty'].map(text)),
      row(2, number(1), number(46_053, 1), '<c t="b"><v>1</v></c>', number(1), text('x'), number('0.5', 3), ''),
      row(3, number('1.5'), '', '<c t="b"><v>0</v></c>', text('x'), '', '', ''),
    ]
    const { input } = await readAll(makeWorkbook({ sheets: [sheet(rows.join(''))] }))
    expect(input.sheet?.columns.map(({ type }) => type)).toEqual([
      'number',
      'date',
      'boolean',
      'text',
      'text',
      'text',
      'text',
    ])
  })
})

describe('places', () => {
  const bare = (cell: string) => cell.replace(/ r="[A-Z]+\d+"/g, '')
  const whole = row(1, text('id'), text('value')) + row(2, text('1'), number(7)) + row(3, text('2'), number(8))
  test.each([
    ['rows and cells without a place', bare(whole.replace(/<row r="\d+"/g, '<row'))],
    ['cells without a place', bare(whole)],
    ['rows without a place', whole.replace(/<row r="\d+"/g, '<row')],
    ['some cells without a place', whole.replace(' r="B2"', '').replace(' r="A3"', '')],
  ])('%s', async (_, rows) => {
    const { input, cells } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(input.headings).toEqual(['id', 'value'])
    expect(cells).toEqual([
      ['1', '7'],
      ['2', '8'],
    ])
  })

  test('a cell without a place stands behind the one before it', async () => {
    const rows = `${row(1, text('a'), text('b'), text('c'))}<row r="4"><c r="B4"><v>1</v></c><c><v>2</v></c></row>`
    const {
      rows: [first],
    } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(first).toMatchObject({ line: 4, cells: ['', '1', '2'] })
  })
})

describe('the table in a sheet', () => {
  test('a title, blank rows, a footer and totals are left out, and rows keep their numbers', async () => {
    const rows =
      table([['Leads of the fair']], 1) +
      table(
        [
          ['id', 'name', 'amount'],
          ['1', 'Berg', 10],
          ['2', 'Tal', 20],
        ],
        4,
      ) +
      table([['Total', '', 30], ['Confidential Information - Do Not Distribute']], 8)
    const { input, rows: read, leftOut } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(input.headings).toEqual(['id', 'name', 'amount'])
    expect(read.map(({ line }) => line)).toEqual([5, 6])
    expect(leftOut).toEqual({ 'preamble line': 1, 'blank row': 3, 'totals row': 1, 'footer line': 1 })
  })

  test('a formatted report is read like its CSV', async () => {
    const names = ['Lead Owner', 'First Name', 'Last Name', 'Company / Account', 'Email', 'Annual Revenue']
    const lead = (name: string) => ['Ann', name, name, 'Acme', `${name}@acme.example.com`, 100]
    const rows = table([
      ['', 'Leads of the quarter'],
      ['', 'As of 01.03.2026 14:03'],
      [],
      ['', ...names],
      ['', ...lead('Berg')],
      ['', ...lead('Tal')],
      ['', ...names],
      ['', ...lead('Feld')],
      ['', 'Grand Totals (3 records)', '', '', '', '', 300],
      [],
      ['', 'Acme Software GmbH'],
      ['', 'Copyright © 2000-2026 salesforce.com, inc. All rights reserved.'],
    ])
    const { input, rows: read, leftOut } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(input.headings).toEqual(names)
    expect(input.around).toEqual(['Leads of the quarter', 'As of 01.03.2026 14'])
    expect(read.map(({ line, cells }) => [line, cells[2]])).toEqual([
      [5, 'Berg'],
      [6, 'Tal'],
      [8, 'Feld'],
    ])
    expect(leftOut).toEqual({ 'preamble line': 2, 'blank row': 2, 'header row': 1, 'totals row': 1, 'footer line': 2 })
  })

  test('columns without a name and without a value are no columns', async () => {
    const rows = table([
      ['', 'id', '', 'name', ''],
      ['', '1', '', 'Berg', ''],
      ['', '2', '', 'Tal', ' '],
    ])
    const { input, cells } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(input.headings).toEqual(['id', 'name'])
    expect(cells).toEqual([
      ['1', 'Berg'],
      ['2', 'Tal'],
    ])
    expect(input.diagnostics()).toEqual([])
  })

  test('a value without a heading is kept, and said', async () => {
    const { input, cells } = await readAll(makeWorkbook({ sheets: [sheet(table([['id'], ['1', 'note']]))] }))
    expect(input.headings).toEqual(['id', ''])
    expect(cells).toEqual([['1', 'note']])
    expect(input.diagnostics().map(({ code }) => code)).toEqual(['file/headings'])
  })

  test('a value far below and a style far right cost nothing', async () => {
    const rows = `${table([
      ['id', 'name'],
      ['1', 'Berg'],
    ])}<row r="900000"><c r="A900000" s="1"/><c r="XFD900000" s="1"/></row>`
    const { cells, leftOut } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(cells).toEqual([['1', 'Berg']])
    expect(leftOut).toEqual({})
  })

  test('records come in batches, like those of any file', async () => {
    const rows = table([['id', 'n'], ...Array.from({ length: 1234 }, (_, n) => [String(n), n])])
    const { rows: read, input } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(read).toHaveLength(1234)
    expect(read.at(-1)).toEqual({ line: 1235, cells: ['1233', '1233'], text: '1233\t1233' })
    expect([input.format, input.encoding(), input.bom, input.compressed]).toEqual(['xlsx', 'UTF-8', false, false])
  })

  test('formulas that nobody has computed are said', async () => {
    const cells = [
      '<c><f>1+1</f></c>',
      '<c><f>1+1</f><v></v></c>',
      '<c><f>1+1</f><v/></c>',
      '<c t="str"><f>A1</f><v></v></c>',
    ]
    const rows = HEADER + row(2, text('x'), ...cells, '<c><f>2</f><v>2</v></c>')
    const { input } = await readAll(makeWorkbook({ sheets: [sheet(rows)] }))
    expect(input.diagnostics().map(({ message }) => message)).toContain(
      '3 cells have formulas without a value, read as empty',
    )
  })
})

describe('sheets', () => {
  const note = sheet(table([['Please read me first'], ['and this as well']]), 'Read me')
  const leads = sheet(
    table([
      ['id', 'name'],
      ['1', 'Berg'],
    ]),
    'Leads',
  )
  const lists = {
    ...sheet(
      table([
        ['country', 'code'],
        ['Germany', 'DE'],
      ]),
      'Lists',
    ),
    state: 'hidden',
  }
  const empty = sheet('', 'Sheet3')
  const read = (sheets: object[], wanted?: string) =>
    readAll(
      makeWorkbook({ sheets: sheets as { name: string; rows: string }[] }),
      wanted === undefined ? {} : { sheet: wanted },
    )

  test('the first one that holds a table, hidden ones last', async () => {
    const { input } = await read([empty, lists, note, leads])
    expect(input.sheet).toMatchObject({ name: 'Leads', of: 4 })
    expect((await read([lists, note])).input.sheet?.name).toBe('Lists')
    expect((await read([empty, note])).input.sheet?.name).toBe('Read me')
  })

  test('the one with headings of people comes before any other table', async () => {
    const pivot = sheet(
      table([
        ['Region', 'Sum of deals'],
        ['North', '12'],
        ['South', '7'],
      ]),
      'Pivot',
    )
    const accounts = sheet(
      table([
        ['Company', 'Industry', 'Employees'],
        ['Ruhr', 'Software', '250'],
      ]),
      'Accounts',
    )
    const people = sheet(
      table([
        ['First Name', 'Last Name', 'Email'],
        ['Ada', 'Ruhr', 'ada@ruhr.example'],
      ]),
      'People',
    )
    expect((await read([pivot, accounts, people])).input.sheet?.name).toBe('People')
    expect((await read([pivot, accounts])).input.sheet?.name).toBe('Accounts')
    expect((await read([pivot, { ...people, state: 'hidden' }])).input.sheet?.name).toBe('Pivot')
    expect((await read([people, { ...people, name: 'Old' }])).input.sheet?.name).toBe('People')
  })

  test.each(['Lists', 'lists', '2'])('asked for as %s', async wanted => {
    const { input } = await read([leads, lists], wanted)
    expect(input.sheet?.name).toBe('Lists')
  })

  test('a name goes before a number', async () => {
    expect((await read([leads, { ...lists, name: '1' }], '1')).input.headings).toEqual(['country', 'code'])
  })

  test('charts are no sheets', async () => {
    const files = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    }
    const { input } = await readAll(makeWorkbook({ sheets: [note, leads], files }), { sheet: '1' })
    expect(input.sheet).toMatchObject({ name: 'Leads', of: 1 })
  })

  test('one that is not there is refused with the names of those that are', async () => {
    await expect(read([leads, lists], 'Tasks')).rejects.toMatchObject({
      exit: 'usage',
      diagnostic: { code: 'file/no-sheet', hint: 'its sheets: Leads, Lists' },
    })
    await expect(read([leads, lists], 'Leeds')).rejects.toMatchObject({ diagnostic: { hint: 'did you mean `Leads`?' } })
    await expect(read([leads], '2')).rejects.toMatchObject({ diagnostic: { code: 'file/no-sheet' } })
    await expect(readAll('a,b\n1,2\n', { sheet: 'Leads' })).rejects.toMatchObject({ exit: 'usage' })
  })

  test('empty ones', async () => {
    await expect(read([empty, empty])).rejects.toMatchObject({ diagnostic: { code: 'file/empty' } })
    await expect(read([leads, empty], 'Sheet3')).rejects.toMatchObject({ diagnostic: { code: 'file/empty' } })
  })
})

describe('what other programs write', () => {
  test('prefixes, absolute paths, other names and other cases', async () => {
    const prefixed = `<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>n</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c><x:c r="B2" s="4"><x:v>0.5</x:v></x:c></x:row>`
    const data = makeWorkbook({
      sheets: [sheet('')],
      files: {
        '_rels/.rels':
          '<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></Relationships>',
        'book/main.xml':
          '<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet r:id="s" sheetId="1" name="Ä &amp; &#x42;"/></x:sheets></x:workbook>',
        'book/_rels/main.xml.rels':
          '<Relationships><Relationship Target="../Sheets/One.xml" Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/><Relationship Id="t" Type="a/styles" Target="/xl/Styles.xml"/></Relationships>',
        'sheets/one.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${prefixed}</x:sheetData></x:worksheet>`,
      },
    })
    const { input, cells } = await readAll(data)
    expect(input.sheet?.name).toBe('Ä & B')
    expect(cells).toEqual([['1', '50%']])
  })

  test('gzip around it, and chunks of any size', async () => {
    const data = makeWorkbook({
      sheets: [
        sheet(
          table([
            ['id', 'n'],
            ['1', 2],
          ]),
        ),
      ],
    })
    for (const size of [1, 7, 100_000]) expect((await readAll(data, {}, size)).cells).toEqual([['1', '2']])
    const { input, cells } = await readAll(gzipSync(data))
    expect([cells, input.compressed]).toEqual([[['1', '2']], true])
  })

  test('a comment behind the archive', async () => {
    const data = makeWorkbook({
      sheets: [
        sheet(
          table([
            ['id', 'n'],
            ['1', 2],
          ]),
        ),
      ],
    })
    const end = Buffer.from(data)
    end.writeUInt16LE(5, end.length - 2)
    expect((await readAll(Buffer.concat([end, Buffer.from('hello')]))).cells).toEqual([['1', '2']])
  })

  test('a format that is given does not make a text of it', async () => {
    const data = makeWorkbook({
      sheets: [
        sheet(
          table([
            ['id', 'n'],
            ['1', 2],
          ]),
        ),
      ],
    })
    expect((await readAll(data, { format: 'csv' })).cells).toEqual([['1', '2']])
  })
})

describe('what is refused', () => {
  const leads = table([['id', 'n'], ...Array.from({ length: 300 }, (_, n) => [`a${n * 7919}`, n])])
  const whole = makeWorkbook({ sheets: [sheet(leads)] })
  const refusal = (data: Uint8Array) =>
    readAll(data).then(
      () => undefined,
      error => error,
    )

  test.each([
    ['cut in the middle', () => whole.subarray(0, whole.length / 2)],
    ['cut at the end', () => whole.subarray(0, -1)],
    ['cut after the first bytes', () => whole.subarray(0, 10)],
    ['a directory that points out of the file', () => patched(whole, whole.length - 6, 0x7fffffff)],
    ['a directory with more entries than there are', () => patched(whole, whole.length - 14, 0x00ff00ff)],
    ['other bytes in the middle', () => filled(whole, 1200, 1300)],
  ])('damaged: %s', async (_, damage) => {
    expect(await refusal(damage())).toMatchObject({ exit: 'data', diagnostic: { code: 'file/cut-off' } })
  })

  test('every single byte of a directory may be wrong', async () => {
    for (let at = whole.length - 500; at < whole.length; at += 1) {
      const data = filled(whole, at, at + 1)
      const error = await refusal(data)
      if (error !== undefined) expect(error).toMatchObject({ exit: expect.stringMatching(/data/) })
    }
  })

  test.each([
    ['cells below the last row', '<row r="1"><c r="A1048577"><v>1</v></c></row>'],
    ['a column that no sheet has', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row that no sheet has', '<row r="99999999"><c r="A1"><v>1</v></c></row>'],
    ['cells out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['XML that is none', '<row r="1"><c r="A1"><v>1</v></row>'],
  ])('a sheet with %s', async (_, rows) => {
    expect(await refusal(makeWorkbook({ sheets: [sheet(rows)] }))).toMatchObject({
      exit: 'data',
      diagnostic: { code: 'file/workbook', hint: expect.stringContaining('save it again') },
    })
  })

  test.each([
    ['a zip archive', { 'leads.csv': 'a,b\n' }],
    ['a binary Excel workbook (.xlsb)', { 'xl/workbook.bin': 'x' }],
    ['an OpenDocument file', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }],
    ['a Word document', { 'word/document.xml': '<x/>' }],
  ])('%s', async (what, files) => {
    const { zipSync } = await import('fflate')
    const data = zipSync(
      Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
    )
    const error = await refusal(data)
    expect(error).toMatchObject({ exit: 'data', diagnostic: { code: 'file/binary' } })
    expect(error.diagnostic.message).toContain(what)
  })

  test('an old workbook, or one with a password', async () => {
    const error = await refusal(Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'))
    expect(error.diagnostic).toMatchObject({ code: 'file/binary', hint: 'save it as .xlsx or CSV, without a password' })
  })
})

describe('bombs', () => {
  const refusal = async (data: Uint8Array) => {
    const start = performance.now()
    const error = await readAll(data).then(
      () => undefined,
      error => error,
    )
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(error).toMatchObject({ exit: 'data', diagnostic: { code: 'file/too-large', hint: 'save it as CSV' } })
    return error.diagnostic.message
  }

  test('a sheet of nothing but spaces', async () => {
    const data = makeWorkbook({ sheets: [sheet(' '.repeat(80_000_000))] })
    expect(data.length).toBeLessThan(200_000)
    expect(await refusal(data)).toContain('the sheet `Leads` is 77 MB; the limit is 64 MB')
  })

  test('sizes that together are too much', async () => {
    const many = Object.fromEntries(Array.from({ length: 3 }, (_, n) => [`xl/media/${n}.png`, new Uint8Array(1)]))
    const data = makeWorkbook({ sheets: [sheet(table([['a', 'b']]))], files: many })
    for (const path of Object.keys(many)) claimSize(data, path, 0x3f000000)
    expect(await refusal(data)).toContain('unpacks to 3,025 MB; the limit is 1,024 MB')
  })

  test('a size that is a lie is found out', async () => {
    const data = makeWorkbook({ sheets: [sheet(' '.repeat(80_000_000))] })
    claimSize(data, 'xl/worksheets/sheet1.xml', 1000)
    await expect(readAll(data)).rejects.toMatchObject({ diagnostic: { code: 'file/cut-off' } })
  })

  test('more files than any workbook has', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`xl/media/${n}.png`, new Uint8Array(0)]))
    expect(await refusal(makeWorkbook({ sheets: [sheet('')], files: many }))).toContain(
      'files in it; the limit is 10000',
    )
  })

  test('few cells that are far apart', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`)
    const far = '<row r="3000"><c r="XFD3000"><v>1</v></c></row>'
    expect(await refusal(makeWorkbook({ sheets: [sheet(rows.join('') + far)] }))).toContain(
      '3000 rows and 16384 columns',
    )
  })

  test('entities that blow up stay what they are', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>`
    const data = makeWorkbook({
      sheets: [sheet(rows)],
      files: {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]><worksheet><sheetData>${rows}</sheetData></worksheet>`,
      },
    })
    const read = await readAll(data).then(
      ({ input }) => input.headings,
      error => error.diagnostic.code,
    )
    expect([['&a;'], 'file/workbook']).toContainEqual(read)
  })

  test('a file that is larger than any workbook that can be read', async () => {
    let given = 0
    async function* endless() {
      yield Buffer.from('PK\x03\x04')
      for (;;) {
        given += 1_000_000
        yield Buffer.alloc(1_000_000)
      }
    }
    const { openInput } = await import('../../src/io/read.ts')
    await expect(openInput(endless(), { name: 'leads' })).rejects.toMatchObject({
      diagnostic: { code: 'file/too-large' },
    })
    expect(given).toBeLessThan(140_000_000)
  })
})

function patched(data: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(data)
  copy.writeUInt32LE(value, at)
  return copy
}

function filled(data: Buffer, from: number, to: number): Buffer {
  return Buffer.from(data).fill(0xff, from, to)
}

/** Sets the size of a file in the directory. */
function claimSize(data: Buffer, path: string, size: number): void {
  const at = data.lastIndexOf(path) - 46
  expect(data.readUInt32LE(at)).toBe(0x02014b50)
  data.writeUInt32LE(size, at + 24)
}
