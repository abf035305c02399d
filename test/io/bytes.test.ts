import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
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
