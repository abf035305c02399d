import { describe, expect, it } from 'vitest'
import { createCells, textsOf } from '../src/fast/input/cells.ts'
import { createDoor } from '../src/fast/input/door.ts'
import { createMemory } from '../src/fast/memory.ts'
import { openInput } from '../src/io/read.ts'
import type { Batch } from '../src/io/records.ts'

/** Bytes come in pieces of any size: where one ends makes no difference to what is read. */

/** More than what is looked at before the first record. */
const BEFORE = Array.from({ length: 340 }, (_, index) => `${index},${'Long name '.repeat(20)}${index},${index % 90}`)
const AT_THE_END = [
  '7,"Li, Wei",3',
  '8,"a ""b"" é",',
  '9,"two\nlines",5',
  '10,Ünal \u{1f600},12',
  '11,one,cell,too many',
  ',,',
  'Total,,99',
  '12,"open,5',
  '13,=1+1,\u{feff}8',
  '14,GeschÃ¤ft,5',
  '15," padded ",5',
  '',
  '16,last,1',
]

const written = (lineEnd: string) => ['id,name,size', ...BEFORE, ...AT_THE_END].join('\n').replaceAll('\n', lineEnd)
const NUL = Buffer.from('\n17,n\0ul,4\n18,after,5\n')

const FILES: readonly (readonly [name: string, file: Buffer])[] = [
  ['LF', Buffer.from(`${written('\n')}\n`)],
  ['CRLF', Buffer.from(`${written('\r\n')}\r\n`)],
  ['CR', Buffer.from(`${written('\r')}\r`)],
  ['no last line end', Buffer.from(written('\n'))],
  ['a byte order mark', Buffer.from(`\u{feff}${written('\n')}`)],
  [
    'Windows-1252',
    Buffer.concat([Buffer.from(written('\n')), Buffer.from('\n17,M\u{fc}ller,4\n18,é,5\n', 'latin1'), NUL]),
  ],
  ['UTF-16', Buffer.from(`\u{feff}${written('\r\n')}`, 'utf16le')],
]

const memory = createMemory()

type Seen = readonly [line: number, what: string]

function seenIn({ rows, rejects, skippedLines = [] }: Batch): Seen[] {
  return [
    ...rows.map(({ line, cells, text }): Seen => [line, JSON.stringify([cells, text])]),
    ...rejects.map(({ line, code, text }): Seen => [line, JSON.stringify([code, text])]),
    ...skippedLines.map(({ line, kind }): Seen => [line, kind]),
  ]
}

/** All that is read of a file: by the reader of delimited text, or plain records by a cutter. */
async function read(pieces: readonly Uint8Array[], isCut: boolean) {
  const bytes = (async function* () {
    yield* pieces
  })()
  const input = await openInput(bytes, { name: 'leads.csv' })
  const { headings, mixed, delimiter = ',' } = input
  const cells = createCells(headings.length)
  const { cutter, rowOf } = createDoor(cells, memory, { format: 'csv', delimiter, headings, name: 'leads.csv' })
  const seen: Seen[] = []
  for await (const item of isCut && mixed !== undefined ? mixed(cutter) : input.batches) {
    if (item !== 'plain') seen.push(...seenIn(item))
    else {
      for (let record = 0; record < cells.records; record += 1) {
        const { text, line } = rowOf(record)
        seen.push([line, JSON.stringify([textsOf(cells, record, memory), text])])
      }
      cells.records = 0
    }
  }
  return {
    seen: seen.sort(([one, what], [other, more]) => one - other || (what < more ? -1 : 1)),
    said: [input.encoding(), input.repairs?.(), input.diagnostics()],
  }
}

describe('a file in two pieces', () => {
  it.each(FILES)('is read alike wherever they meet: %s', { timeout: 120_000 }, async (_, file) => {
    const expected = await read([file], false)
    expect(expected.seen.length).toBeGreaterThan(BEFORE.length + 10)
    const step = Number(process.env.LEADQ_DRAWS ?? 1) > 1 ? 1 : 9
    const borders = Array.from({ length: Math.ceil(420 / step) }, (_, index) => file.length - index * step)
    for (const border of [1, 2, 3, 13, 65_535, 65_536, 65_537, ...borders]) {
      const pieces = [file.subarray(0, border), file.subarray(border)]
      expect(await read(pieces, true), `cut at ${border}`).toEqual(expected)
      if (border % 5 === 0) expect(await read(pieces, false), `at ${border}`).toEqual(expected)
    }
  })
})
