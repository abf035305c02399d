import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCells, textsOf } from '../src/fast/input/cells.ts'
import { createDoor } from '../src/fast/input/door.ts'
import { createMemory } from '../src/fast/memory.ts'
import { emptyBatch } from '../src/io/batch.ts'
import { makeScanner } from '../src/io/csv/csv-scan.ts'
import { evenShape } from '../src/io/csv/csv-shape.ts'
import { plainWriting } from '../src/io/csv/csv-writing.ts'
import { readMixed } from '../src/io/mixed.ts'
import type { Batch } from '../src/io/records.ts'
import { csvOf, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { expectSame } from './support/score-both.ts'

describe('any rulebook', () => {
  it('gives any leads the same by classes and lead by lead', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, fc.boolean(), async (rules, rows, isShared) => {
        const owners = [{ when: { stage: 'SQL' }, keep: 'company' }, { to: ['Anna', 'Ben', 'Cem'] }]
        const all = { ...rules, ...(isShared && { owners }) }
        // Twice, so that all classes and combinations come up again.
        const text = csvOf([...rows, ...[...rows].reverse()])
        await expectSame({ rules: all, files: new Map([['leads.csv', text]]) })
      }),
      runs(40),
    )
  })
})

const HEADINGS = ['id', 'name', 'size']
const memory = createMemory()

type Seen = readonly [line: number, what: string]

function seenIn(batch: Batch): Seen[] {
  const rows = batch.rows.map(({ line, cells }): Seen => [line, JSON.stringify(cells)])
  const rejects = batch.rejects.map(({ line, code }): Seen => [line, code])
  const skipped = (batch.skippedLines ?? []).map(({ line, kind }): Seen => [line, kind])
  return [...rows, ...rejects, ...skipped]
}

/** What is read of a text that comes in pieces: all by the scanner, or plain records by a cutter. */
async function read(pieces: readonly string[], isMixed: boolean): Promise<readonly Seen[]> {
  const scanner = makeScanner(plainWriting(','), 1, 'leads.csv')
  scanner.begin(HEADINGS, evenShape(HEADINGS.length))
  const seen: Seen[] = []
  const bytes = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  })()
  if (!isMixed) {
    const batch = { ...emptyBatch() }
    for (const piece of pieces) {
      scanner.feed(piece)
      while (scanner.read(batch)) seen.push(...seenIn({ ...batch }), ...clear(batch))
    }
    scanner.end()
    while (scanner.read(batch)) seen.push(...seenIn({ ...batch }), ...clear(batch))
    seen.push(...seenIn(batch))
  } else {
    const cells = createCells(HEADINGS.length)
    const { cutter } = createDoor(cells, memory, {
      format: 'csv',
      delimiter: ',',
      headings: HEADINGS,
      name: 'leads.csv',
    })
    for await (const item of readMixed(scanner, emptyBatch(), bytes, cutter)) {
      if (item !== 'plain') {
        seen.push(...seenIn(item))
        continue
      }
      for (let record = 0; record < cells.records; record += 1) {
        seen.push([cells.lines[record] ?? 0, JSON.stringify(textsOf(cells, record, memory))])
      }
      cells.records = 0
    }
  }
  return seen.sort(([one, what], [other, more]) => one - other || (what < more ? -1 : 1))
}

function clear(batch: ReturnType<typeof emptyBatch>): Seen[] {
  Object.assign(batch, emptyBatch())
  return []
}

const sign = fc.constantFrom('a', '1', ' ', '"', ',', '\n', '\r\n', '\r', 'é', '\u{1f600}', '=', '""', '\t', 'Total')
const odd = fc.array(sign, { maxLength: 12 }).map(signs => signs.join(''))
const plain = fc.constantFrom(
  '7,Ann,12',
  '8,"Li, Wei",3',
  '9,"a ""b""",',
  '10,"two\nlines",5',
  '11,"x\r\ny",5',
  '12,é,=1',
)

/** Plain records enough for the scanner to give the text away, and then anything among them. */
const body = fc
  .array(fc.oneof({ weight: 3, arbitrary: plain }, odd), { maxLength: 12 })
  .map(lines => `${'1,Bob,2\n'.repeat(22)}${lines.join('\n')}`)

describe('any text', () => {
  it('is cut into the same records, wherever its pieces end', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (text, isEnded) => {
        const whole = isEnded ? `${text}\n` : text
        const expected = await read([whole], false)
        for (let border = 22 * 8; border < whole.length; border += 1) {
          const pieces = [whole.slice(0, border), whole.slice(border)]
          if (/[\ud800-\udbff]$/.test(pieces[0] ?? '')) continue
          expect(await read(pieces, true)).toEqual(expected)
        }
      }),
      runs(15),
    )
  })
})
