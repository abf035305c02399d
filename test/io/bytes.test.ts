import { Buffer } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CODE_PAGES, type CodePage } from '../../src/io/bytes/code-pages.ts'
import { openInput } from '../../src/io/read.ts'
import { readAll } from './reading.ts'

const text = 'name,town\nM\u00fcller,K\u00f6ln\n'
const cells = [['M\u00fcller', 'K\u00f6ln']]
const utf16be = (data: string) => Buffer.from(data, 'utf16le').swap16()

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'UTF-8', false],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), 'UTF-8', true],
    ['UTF-8 with two BOMs', Buffer.from(`\ufeff\ufeff${text}`), 'UTF-8', true],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16LE', true],
    ['UTF-16BE with BOM', utf16be(`\ufeff${text}`), 'UTF-16BE', true],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), 'UTF-16LE', false],
    ['UTF-16BE', utf16be(text), 'UTF-16BE', false],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'Windows-1252', false],
  ])('%s', async (_, data, encoding, bom) => {
    for (const size of [1, 3, 1000]) {
      const whole = await readAll(data, {}, size)
      expect(whole.input.headings).toEqual(['name', 'town'])
      expect(whole.cells).toEqual(cells)
      expect(whole.input.bom).toBe(bom)
      expect(whole.input.encoding()).toBe(encoding)
      expect(whole.input.diagnostics()).toEqual([])
    }
  })

  test('the characters that Windows-1252 has and Latin-1 has not', async () => {
    const data = Buffer.from('a\n\x80\x92\x96\x9f\x81\n', 'latin1')
    expect((await readAll(data)).cells).toEqual([['\u20ac\u2019\u2013\u0178\x81']])
  })

  test('a line that is longer than what waits is cut between characters', async () => {
    const long = '\u00e4'.repeat(3_000_000)
    const { input, rejects } = await readAll(`a\n${long}\n1\n`)
    expect(rejects.map(({ code }) => code)).toEqual(['lead/too-long'])
    expect(input.encoding()).toBe('UTF-8')
  })
})

const MAC: Readonly<Record<string, number>> = {
  '\u00e4': 0x8a,
  '\u00f6': 0x9a,
  '\u00fc': 0x9f,
  '\u00df': 0xa7,
  '\u00d6': 0x85,
  '\u00dc': 0x86,
  '\u00e9': 0x8e,
}
const DOS: Readonly<Record<string, number>> = {
  '\u00e4': 0x84,
  '\u00f6': 0x94,
  '\u00fc': 0x81,
  '\u00df': 0xe1,
  '\u00d6': 0x99,
  '\u00dc': 0x9a,
  '\u00e9': 0x82,
}
const inPage = (data: string, page: Readonly<Record<string, number>>) =>
  Buffer.from([...data].map(char => page[char] ?? char.charCodeAt(0)))
const utf32 = (data: string, write: 'writeUInt32LE' | 'writeUInt32BE') => {
  const bytes = Buffer.alloc(4 * [...data].length)
  for (const [at, char] of [...data].entries()) bytes[write](char.codePointAt(0) ?? 0, 4 * at)
  return bytes
}
const asWindows = (data: string) => new TextDecoder('windows-1252').decode(Buffer.from(data))

describe('encodings of other worlds', () => {
  const german =
    'Name,Stra\u00dfe,Ort\nM\u00fcller,K\u00f6nigsstra\u00dfe 5,\u00dcberlingen\nL\u00f6we,Gro\u00dfe B\u00e4ckerstra\u00dfe,K\u00f6ln\nCaf\u00e9 Blum,,\u00d6hringen\n'
  const expected = german
    .split('\n')
    .slice(1, -1)
    .map(line => line.split(','))

  test.each<readonly [string, Uint8Array, string]>([
    ['Mac Roman', inPage(german, MAC), 'Mac Roman'],
    ['code page 850', inPage(german, DOS), 'Code page 850'],
    ['Windows-1252', Buffer.from(german, 'latin1'), 'Windows-1252'],
    ['UTF-32LE with BOM', utf32(`\ufeff${german}`, 'writeUInt32LE'), 'UTF-32LE'],
    ['UTF-32BE with BOM', utf32(`\ufeff${german}`, 'writeUInt32BE'), 'UTF-32BE'],
    ['UTF-32LE', utf32(german, 'writeUInt32LE'), 'UTF-32LE'],
    ['UTF-32BE', utf32(german, 'writeUInt32BE'), 'UTF-32BE'],
    ['UTF-8 read as Windows-1252', Buffer.from(asWindows(german)), 'UTF-8'],
    ['UTF-8 read as Windows-1252 twice', Buffer.from(asWindows(asWindows(german))), 'UTF-8'],
    ['UTF-8 with a BOM, read as Windows-1252', Buffer.from(asWindows(`\ufeff${german}`)), 'UTF-8'],
  ])('%s', async (_, data, encoding) => {
    for (const size of [1, 7, 1000]) {
      const { input, cells } = await readAll(data, {}, size)
      expect(cells).toEqual(expected)
      expect(input.headings[0]).toBe('Name')
      expect(input.encoding()).toBe(encoding)
      expect(input.diagnostics()).toEqual([])
    }
  })

  const encoded = (text: string, page: CodePage) =>
    Buffer.from(
      [...text].map(char => {
        const at = CODE_PAGES[page].indexOf(char)
        return at < 0 ? char.charCodeAt(0) : 0x80 + at
      }),
    )
  test.each<readonly [CodePage, string]>([
    ['Windows-1250', 'Imię,Nazwisko,Firma\nŁukasz,Żak,Wąż\nAnna,Kość,Gęś\n'],
    ['Windows-1250', 'Jméno,Firma,Město\nJiří,Škoda,Plzeň\nDvořák,Kolářová,Praha\n'],
    ['ISO-8859-2', 'Imię,Nazwisko,Miasto\nŁukasz,Żak,Gdańsk\nAnna,Mąka,Świdnica\nEwa,Leśna,Łódź\n'],
    ['Windows-1251', 'Имя,Компания,Город\nИван,Ромашка,Москва\nОльга,Север,Пермь\n'],
    ['Mac Roman', 'Name,Company,City\nBjørn,Åse,Tromsø\nSøren,Bø,Ålborg\n'],
  ])('%s: %s', async (page, text) => {
    const { input, cells } = await readAll(encoded(text, page))
    expect([input.headings, ...cells].map(row => row.join()).join('\n')).toBe(text.trimEnd())
    expect(input.encoding()).toBe(page)
  })

  test.each([
    'Nombre,Ciudad\n¿Cómo estás?,Málaga\nMuñoz,Ávila\n',
    'Name,Revenue (£million),Area (m³)\nSmith,£5mn,12 m³/h\nJørgensen,£3bn,5±2\nHélène,¥5,½\n',
    'Nome,Città\nNiccolò,Forlì\nJørgen,Tromsø\nGonçalves,Camões\nÆgir,Þór\n',
  ])('Windows-1252: %s', async text => {
    const { input, cells } = await readAll(Buffer.from(text, 'latin1'))
    expect([input.headings, ...cells].map(row => row.join()).join('\n')).toBe(text.trimEnd())
    expect(input.encoding()).toBe('Windows-1252')
  })

  test('what is repaired is counted', async () => {
    const { input } = await readAll(asWindows(german))
    expect(input.repairs?.()).toEqual([{ what: 'UTF-8 that was read as Windows-1252', records: 4 }])
    expect((await readAll(german)).input.repairs?.()).toEqual([])
  })

  test.each([
    [
      'a word beside one that is right',
      'a\nM\u00fcller Gesch\u00c3\u00a4ftsf\u00c3\u00bchrer\n',
      'M\u00fcller Gesch\u00e4ftsf\u00fchrer',
    ],
    [
      'a dash and an apostrophe',
      `a\n${asWindows('Fu\u00dfball \u2013 l\u2019\u00e9t\u00e9')}\n`,
      'Fu\u00dfball \u2013 l\u2019\u00e9t\u00e9',
    ],
    ['a capital before a quote', 'a\nMINHA IRM\u00c3\u201d\n', 'MINHA IRM\u00c3\u201d'],
    ['S\u00e3o Paulo in capitals', 'a\nS\u00c3O PAULO\n', 'S\u00c3O PAULO'],
    ['a name of Sweden', 'a\n\u00c5\u00c4\u00d6 \u00c5ngstr\u00f6m\n', '\u00c5\u00c4\u00d6 \u00c5ngstr\u00f6m'],
    ['a BOM in the middle', 'a\nx\n\ufeffy\n', 'x'],
  ])('%s', async (_, data, cell) => {
    expect((await readAll(data)).cells[0]).toEqual([cell])
  })

  test.each([
    [
      'an apostrophe of Windows-1252',
      Buffer.from('a\nI don\x92t know \x96 ok\n', 'latin1'),
      'I don\u2019t know \u2013 ok',
    ],
    ['names with a caron', Buffer.from('a\nDu\x9aan \x8atefan\n', 'latin1'), 'Du\u0161an \u0160tefan'],
  ])('%s stays', async (_, data, cell) => {
    const { input, cells } = await readAll(data)
    expect(cells).toEqual([[cell]])
    expect(input.encoding()).toBe('Windows-1252')
  })
})

describe('gzip', () => {
  test('is taken off', async () => {
    const whole = await readAll(gzipSync(text), {}, 7)
    expect(whole.cells).toEqual(cells)
    expect(whole.input.compressed).toBe(true)
    expect((await readAll(Buffer.concat([gzipSync(text), gzipSync('a,b\n')]))).cells).toHaveLength(2)
  })

  test('cut off, damaged, or twice', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row},${(row * 7919) % 10_007}\n`).join('')
    const packed = gzipSync(`a,b\n${rows}`)
    await expect(readAll(packed.subarray(0, 5000))).rejects.toMatchObject({ diagnostic: { code: 'file/cut-off' } })
    await expect(readAll(packed.subarray(0, 12))).rejects.toMatchObject({ diagnostic: { code: 'file/cut-off' } })
    const damaged = Buffer.from(packed)
    damaged.fill(0xff, 20_000, 20_100)
    await expect(readAll(damaged)).rejects.toMatchObject({ exit: 'data', diagnostic: { code: 'file/cut-off' } })
    await expect(readAll(gzipSync(packed))).rejects.toMatchObject({ diagnostic: { code: 'file/binary' } })
    await expect(readAll(gzipSync(''))).rejects.toMatchObject({ diagnostic: { code: 'file/empty' } })
  })
})

describe('what is no text', () => {
  test.each([
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Excel workbook (.xls)'],
    ['PK\x05\x06', 'empty zip archive'],
    ['%PDF-1.7\n', 'PDF'],
    ['\x89PNG\r\n\x1a\n\0\0', 'PNG'],
    ['a\0b,c\nd', 'binary data'],
  ])('%j', async (data, what) => {
    const error = await readAll(Buffer.from(data, 'latin1')).then(
      () => undefined,
      error => error,
    )
    expect(error).toMatchObject({ exit: 'data', diagnostic: { code: 'file/binary' } })
    expect(error.diagnostic.message).toContain(what)
    expect(error.diagnostic.hint).toBeTruthy()
  })
})

test('the source is closed: on refusal, and when nobody reads on', async () => {
  let closed = 0
  async function* source(data: string) {
    try {
      for (;;) yield Buffer.from(data)
    } finally {
      closed++
    }
  }
  await expect(openInput(source('%PDF-'), { name: 'leads' })).rejects.toThrow()
  expect(closed).toBe(1)
  const input = await openInput(source('a,b\n1,2\n'), { name: 'leads' })
  for await (const batch of input.batches) if (batch.rows.length > 0) break
  expect(closed).toBe(2)
})

test('an error of the source stays what it is', async () => {
  async function* broken(data: Uint8Array) {
    yield data
    throw new Error('disk gone')
  }
  for (const data of [Buffer.from('a,b\n'), gzipSync('a,b\n1,2\n').subarray(0, 15)]) {
    await expect(openInput(broken(data), { name: 'leads' })).rejects.toThrow('disk gone')
  }
})
