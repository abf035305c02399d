import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { createWorkbook, MAX_ROWS } from '../../src/io/workbook/workbook-write.ts'
import { columnName } from '../../src/io/workbook/workbook-xml.ts'
import { readDirectory } from '../../src/io/workbook/zip-read.ts'
import type { Cell } from '../../src/ir/values/cell.ts'
import { runs } from '../support/draws.ts'

async function write(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly isTable?: boolean }[],
  batch = 100,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const workbook = await createWorkbook(sheets.length, async bytes => {
    chunks.push(bytes)
  })
  for (const { name, rows, isTable = true } of sheets) {
    await workbook.startSheet(name, { widths: (rows[0] ?? []).map(() => 12), isTable })
    for (let at = 0; at < rows.length; at += batch) await workbook.writeRows(rows.slice(at, at + batch))
    await workbook.endSheet()
  }
  await workbook.end()
  return Buffer.concat(chunks)
}

/** What another program reads: `null` for empty cells, dates as dates. */
async function readBack(
  data: Buffer,
): Promise<readonly { readonly sheet: string; readonly data: readonly unknown[][] }[]> {
  const sheets: unknown = await readWorkbook(new Blob([new Uint8Array(data)]), { trim: false })
  return sheets as { sheet: string; data: unknown[][] }[]
}

function part(data: Buffer, path: string): string {
  return Buffer.from(unzipSync(data)[path] ?? []).toString('utf8')
}

/** Checks that every tag is closed by its own name, and that one tag encloses all. */
function expectWellFormed(xml: string): void {
  const open: string[] = []
  expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
  for (const [tag, close, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (close) expect(open.pop(), tag).toBe(name)
    else if (!rest.endsWith('/')) open.push(name)
  }
  expect(open).toEqual([])
}

const HOSTILE = [
  '=1+1',
  '+cmd|x',
  '@SUM(A1)',
  '<b>&amp;</b>',
  'a\r\nb\tc',
  '_x000D_',
  '_x0041_x0042_',
  '\u0000\u0007\u001b[31m',
  ']]>',
  "'",
  '  spaces  ',
  '\ufffe',
  '1E5',
  '00123',
  '+49 30 1',
  '😀',
  '-',
  'TRUE',
  '#N/A',
  '2026-01-31',
]

describe('texts', () => {
  test('are what they were, whatever is in them', async () => {
    const data = await write([{ name: 'Leads', rows: [HOSTILE, HOSTILE] }])
    expect((await readBack(data))[0]?.data).toEqual([HOSTILE, HOSTILE])
    const xml = part(data, 'xl/worksheets/sheet1.xml')
    expectWellFormed(xml)
    expect(xml).not.toContain('<f>')
  })

  test('and by chance', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...HOSTILE),
      fc.stringMatching(/^[_x0-9a-f<&\r\n]{0,12}$/),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async rows => {
        const data = await write([{ name: 'Leads', rows: [['a', 'b'], ...rows] }], 2)
        expectWellFormed(part(data, 'xl/worksheets/sheet1.xml'))
        const [, ...read] = (await readBack(data))[0]?.data ?? []
        const wellFormed = rows.map(row => row.map(text => text.replace(/\p{Surrogate}/gu, '\ufffd') || null))
        while (wellFormed.length > 0 && wellFormed.at(-1)?.every(text => text === null)) wellFormed.pop()
        expect(read).toEqual(wellFormed)
      }),
      runs(200),
    )
  })

  test('are cut to what a cell holds, and never inside a character', async () => {
    const texts = ['x'.repeat(32_767), 'x'.repeat(40_000), `${'x'.repeat(32_766)}😀`]
    const [sheet] = await readBack(await write([{ name: 'Leads', rows: [['a', 'b', 'c'], texts] }]))
    expect(sheet?.data[1]).toEqual(['x'.repeat(32_767), 'x'.repeat(32_767), 'x'.repeat(32_766)])
  })
})

describe('other cells', () => {
  const cells: Cell[] = [
    12,
    -0.5,
    123_456_789_012,
    true,
    false,
    null,
    '',
    { day: 20_484 },
    { seconds: 20_484 * 86_400 + 52_200 },
  ]
  const rows = [cells.map((_, index) => `column ${index}`), cells]

  test('come back as what they are', async () => {
    const [sheet] = await readBack(await write([{ name: 'Leads', rows }]))
    const [whole, fraction, long, yes, no, nothing, empty, day, moment] = sheet?.data[1] ?? []
    expect([whole, fraction, long, yes, no, nothing, empty]).toEqual([
      12,
      -0.5,
      123_456_789_012,
      true,
      false,
      null,
      null,
    ])
    expect(day).toEqual(new Date('2026-01-31T00:00:00Z'))
    expect(Math.abs(Number(moment) - Date.UTC(2026, 0, 31, 14, 30))).toBeLessThan(2)
  })

  test('have the types and styles that programs go by', async () => {
    const data = await write([{ name: 'Leads', rows }])
    const xml = part(data, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<c r="A1" s="1" t="inlineStr"><is><t>column 0</t></is></c>')
    expect(xml).toContain('<c r="A2"><v>12</v></c><c r="B2"><v>-0.5</v></c><c r="C2" s="5"><v>123456789012</v></c>')
    expect(xml).toContain('<c r="D2" t="b"><v>1</v></c><c r="E2" t="b"><v>0</v></c><c r="H2" s="3"><v>46053</v></c>')
    const formats = [...part(data, 'xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*applyNumberFormat/g)].map(
      ([, id]) => id,
    )
    expect(formats).toEqual(['49', '49', '164', '165', '1'])
  })
})

describe('a workbook', () => {
  const rows = [['id', 'name'], ...Array.from({ length: 250 }, (_, n) => [String(n), `Lead ${n}`])]
  const sheets = [
    { name: 'Leads', rows },
    { name: 'Summary', rows: [['leadq', '0.1.0']], isTable: false },
  ]

  test('has its sheets, a frozen header, filters and widths', async () => {
    const data = await write(sheets)
    expect((await readBack(data)).map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Leads', 251],
      ['Summary', 1],
    ])
    const leads = part(data, 'xl/worksheets/sheet1.xml')
    expect(leads).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(leads).toContain('</sheetData><autoFilter ref="A1:B251"/>')
    expect(leads).toContain('<col min="2" max="2" width="12" customWidth="1"/>')
    expect(leads).toContain('<ignoredError sqref="A1:B251" numberStoredAsText="1"/>')
    expect(part(data, 'xl/worksheets/sheet2.xml')).not.toMatch(/pane|autoFilter/)
    expect(part(data, 'xl/workbook.xml')).toContain('hidden="1">Leads!$A$1:$B$251</definedName>')
    for (const [path, bytes] of Object.entries(unzipSync(data))) {
      expect(bytes.length, path).toBeGreaterThan(0)
      expectWellFormed(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/^<\?xml.*\?>\n/, ''),
      )
    }
  })

  test('names every part it has, and has every part it names', async () => {
    const data = await write(sheets)
    const paths = Object.keys(unzipSync(data)).filter(path => path !== '[Content_Types].xml' && !path.endsWith('.rels'))
    const named = [...part(data, '[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map(([, path]) => path)
    expect(named.sort()).toEqual(paths.sort())
    const targets = [...part(data, 'xl/_rels/workbook.xml.rels').matchAll(/Target="([^"]*)"/g)].map(
      ([, path]) => `xl/${path}`,
    )
    expect(paths).toEqual(expect.arrayContaining(targets))
  })

  test('is a zip archive whose directory is right, and the same whenever it is written', async () => {
    const data = await write(sheets)
    expect(
      readDirectory(data, 'x')
        .map(({ path }) => path)
        .slice(0, 4),
    ).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml', 'xl/worksheets/sheet1.xml'])
    expect(data.includes('<Application>leadq</Application>')).toBe(true)
    expect(await write(sheets, 7)).toEqual(await write(sheets, 7))
  })

  test('can have as many rows as programs show, in little memory', { timeout: 120_000 }, async () => {
    let bytes = 0
    const workbook = await createWorkbook(1, async chunk => {
      bytes += chunk.length
    })
    await workbook.startSheet('Leads', { widths: [10], isTable: true })
    const many = Array.from({ length: 4096 }, (): Cell[] => ['x', 1])
    const before = process.memoryUsage().arrayBuffers
    for (let row = 0; row < MAX_ROWS; row += many.length) await workbook.writeRows(many)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
    await workbook.endSheet()
    await workbook.end()
    expect(bytes).toBeGreaterThan(1_000_000)
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %d is %s', (column, name) => {
  expect(columnName(column)).toBe(name)
})
