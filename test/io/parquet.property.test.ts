import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTable } from '../../src/io/parquet/read-table.ts'
import { keyBytes, keyText, type Table } from '../../src/io/parquet/table.ts'
import { writeTable } from '../../src/io/parquet/write-table.ts'
import { printDay } from '../../src/ir/values/calendar.ts'
import { runs } from '../support/draws.ts'

type Cell = string | number | undefined

const VALUES = {
  text: fc.constantFrom('SQL', 'MQL', '', 'Größe', '\u{1f600}', 'a;b\n"c"'),
  number: fc.oneof(fc.integer({ min: -40, max: 200 }), fc.maxSafeInteger()),
  date: fc.integer({ min: -800, max: 30_000 }),
} as const

const TYPES = ['text', 'number', 'date'] as const

/** Rows of a key and one cell of each type; many more of them than a page holds, now and then. */
const tables = fc
  .record({
    rows: fc.array(
      fc.tuple(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('')),
        fc.option(VALUES.text, { nil: undefined }),
        fc.option(VALUES.number, { nil: undefined }),
        fc.option(VALUES.date, { nil: undefined }),
      ),
      { maxLength: 30 },
    ),
    times: fc.constantFrom(1, 1, 1, 300),
  })
  .map(({ rows, times }) =>
    Array.from({ length: times }, (_, time) =>
      rows.map(([key, ...cells]) => [time === 0 ? key : `${key}${time}`, ...cells] as const),
    ).flat(),
  )

describe('tables as Parquet', () => {
  let folder = ''
  let drawn = 0
  let database: Awaited<ReturnType<typeof connect>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadq-parquet-'))
    database = await connect()
  })
  afterAll(() => {
    database.closeSync()
    rmSync(folder, { recursive: true })
  })

  test('DuckDB and leadq read what was written, sorted by key', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async rows => {
        const bytes = bytesOf(rows)
        // DuckDB keeps what it has read of a path.
        drawn += 1
        const path = join(folder, `${drawn}.parquet`)
        writeFileSync(path, bytes)
        const expected = rows
          .map(([key, ...cells]) => [keyBytes(key), ...cells] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
        const read = await database.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)
        const byDuckdb = read.getRowsJson().map(row => row.map(cell => (cell === null ? undefined : String(cell))))
        expect(byDuckdb).toEqual(
          expected.map(([key, text, number, day]) => [
            keyText(key),
            text,
            number === undefined ? undefined : String(number),
            day === undefined ? undefined : printDay(day),
          ]),
        )
        const table = openTable(fileOf(bytes))
        expect(table.keys()).toEqual(expected.map(([key]) => key))
        TYPES.forEach((type, index) => {
          const column = table.column(type)
          const cells = [...(column?.ids ?? [])].map(id => (id < 0 ? undefined : column?.values[id]))
          expect(cells).toEqual(expected.map(row => row[index + 1]))
        })
      }),
      runs(25),
    )
  })

  test('finds the row of a key, and none of a key that is not there', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (rows, chosen) => {
        const table = openTable(fileOf(bytesOf(rows)))
        expect(table.find('not there')).toBeUndefined()
        const row = rows[chosen % Math.max(1, rows.length)]
        if (row === undefined) return
        const keys = table.keys()
        const found = table.find(row[0])
        expect(found).toBe(keys.indexOf(keyBytes(row[0])))
        const same = rows.filter(([key]) => key === row[0]).map(([, ...cells]) => cells)
        expect(same).toContainEqual(table.cells(found ?? -1, TYPES))
      }),
      runs(25),
    )
  })

  test('a damaged file is refused, or reads as some table, and nothing else happens', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [`k${row}`, 'SQL', row % 7, row % 90] as const)
    const bytes = bytesOf(rows)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const damaged = Buffer.from(isCut ? bytes.subarray(0, at) : bytes)
        if (!isCut) damaged[at] = byte
        try {
          const table = openTable(fileOf(damaged))
          table.keys()
          for (const type of TYPES) table.column(type)
          table.cells(table.find('k77') ?? 0, TYPES)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      runs(150),
    )
  })
})

async function connect() {
  return (await DuckDBInstance.create(':memory:')).connect()
}

function fileOf(bytes: Buffer) {
  return { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) }
}

function bytesOf(rows: readonly (readonly [key: string, ...cells: Cell[]])[]): Buffer {
  const columns = TYPES.map((type, index) => {
    const values = [...new Set(rows.map(row => row[index + 1]))].filter(value => value !== undefined)
    const places = new Map<Cell, number>(values.map((value, place) => [value, place]))
    return { name: type, type, values, ids: Int32Array.from(rows, row => places.get(row[index + 1]) ?? -1) }
  })
  const key = { name: 'key', values: rows.map(([key]) => keyBytes(key)) }
  const table: Table = { rows: rows.length, key, columns, notes: { leadq: '1.0' } }
  return Buffer.concat([...writeTable(table)])
}
