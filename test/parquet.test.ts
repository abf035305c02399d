import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvRow } from '../src/io/csv/csv-write.ts'
import { runs } from './support/draws.ts'
import { inFolder, runInProcess } from './support/program.ts'

/** Parquet in and out: the leads, the texts and the summary are those of the same leads as CSV. */

let instance: DuckDBInstance

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' })
})

afterAll(() => instance.closeSync())

async function ask(sql: string): Promise<unknown[][]> {
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  return rows
}

const RULES = `leadq: 1
name: Small
dedupe: { by: [email] }
account: { by: company }
scores:
  fit:
    rules:
      - { id: size, points_from: { 50: 10, 200: 25 }, field: employees }
      - { id: decision-maker, when: { job_title: { has_word: [CEO, Head of] } }, points: 35 }
  engagement:
    rules:
      - { id: demo, event: demo, points: 40 }
      - { id: recent, when: { last_contact_date: { in_last: 30d } }, points: 5 }
stages:
  - { stage: SQL, when: { score.fit: { at_least: 50 } } }
  - { stage: nurture }
`

const LEADS = `Lead ID,Email,Job Title,Company,Employees,Last Contact Date,Won
1,anna@nordwerk.example,CEO,Nordwerk,250,2026-02-20,true
2,ben@talblick.example,"Student, ""old""",,10,,false
3,clara@quartz.example,"Head of
Sales",Quartz,60,2025-01-01,true
4,anna@nordwerk.example,=CEO,Nordwerk,1,2026-02-21,false
`

const EVENTS = `lead,event,time
1,demo,2026-02-20
3,visit,2026-02-21
`

const COMPANIES = `Company Name,Domain,Number of Employees
Nordwerk,nordwerk.example,900
`

/** The files under their names, and as Parquet: a format is recognised by its bytes. */
async function put(folder: string, isParquet: boolean): Promise<void> {
  for (const [name, text] of Object.entries({ leads: LEADS, events: EVENTS, companies: COMPANIES })) {
    const path = join(folder, name)
    writeFileSync(path, text)
    if (isParquet) await ask(`COPY (SELECT * FROM read_csv('${path}')) TO '${path}'`)
  }
  writeFileSync(join(folder, 'rules.yaml'), RULES)
  writeFileSync(join(folder, 'other.yaml'), RULES.replace('points: 35', 'points: 20'))
}

const AS_OF = '--as-of 2026-03-02'

const COMMANDS: readonly string[] = [
  `score leads -r rules.yaml ${AS_OF} -o - --format csv`,
  `score leads -r rules.yaml ${AS_OF} -o - --format csv --engine stream`,
  `score leads -r rules.yaml ${AS_OF} -o - --format csv --sort fit --top 2`,
  `score leads -r rules.yaml ${AS_OF} -o - --format csv --only SQL --escape-formulas`,
  `score leads -r rules.yaml ${AS_OF} -o - --format json`,
  `score leads -r rules.yaml ${AS_OF} -o - --for hubspot`,
  `score leads -r rules.yaml ${AS_OF} -o - --format csv --events events --companies companies`,
  `explain leads -r rules.yaml ${AS_OF} --id 3 --events events --companies companies`,
  `diff rules.yaml other.yaml --data leads --events events ${AS_OF}`,
  'lint rules.yaml --data leads',
  `backtest leads -r rules.yaml ${AS_OF} --won Won=true`,
  `init leads ${AS_OF}`,
  `sample leads -r rules.yaml ${AS_OF} -n 3 -o -`,
]

async function ran(command: string, isParquet: boolean) {
  return inFolder(async folder => {
    await put(folder, isParquet)
    const { stdout, stderr, exit } = await runInProcess(command.split(' '), folder)
    // Records of Parquet have numbers and no lines.
    const texts = [stdout, stderr].map(text => text.replace(/^leads:\d+/gm, 'leads').replaceAll(', Parquet', ', CSV'))
    return { exit, texts }
  })
}

describe('Parquet is read as the same leads in CSV are', () => {
  for (const command of COMMANDS) {
    it(command, async () => {
      const asCsv = await ran(command, false)
      expect(await ran(command, true)).toEqual(asCsv)
      expect(asCsv.exit).toBeLessThan(2)
    })
  }
})

const cell = fc
  .array(fc.constantFrom('a', '1', ' ', '"', ',', '\n', '\r\n', '\r', '=', 'ä', '\u{1f600}', '\u{feff}', '#'), {
    maxLength: 5,
  })
  .map(signs => signs.join(''))
const row = fc.tuple(fc.integer({ min: 1, max: 99 }).map(String), cell, fc.constantFrom('', '10', '60', '300'), cell)

describe('Parquet is written', () => {
  it('with the texts that CSV has, in the same order', { timeout: 120_000 }, async () => {
    const flags = fc.constantFrom('', ' --sort fit', ' --top 3', ' --only SQL,nurture', ' --engine stream')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), flags, async (rows, flag) => {
        await inFolder(async folder => {
          const all = [['Lead ID', 'Job Title', 'Employees', 'leadq_note'], ...rows]
          writeFileSync(join(folder, 'leads.csv'), all.map(cells => `${csvRow(cells, ',')}\n`).join(''))
          writeFileSync(join(folder, 'rules.yaml'), RULES)
          const score = async (from: string, to: string) => {
            const command = `score ${from} -r rules.yaml ${AS_OF} -o ${to} --header -q${flag}`
            const { exit, stderr } = await runInProcess(command.split(' '), folder)
            expect(exit, stderr).toBe(0)
          }
          await score('leads.csv', 'out.parquet')
          await score('leads.csv', 'out.json')
          // Once more from Parquet, whose columns are kept.
          await score('out.parquet', 'again.parquet')
          const read = (name: string) =>
            ask(`SELECT '.' || coalesce(CAST(COLUMNS(*) AS VARCHAR), '') FROM '${folder}/${name}'`)
          const written = await read('out.parquet')
          expect(await read('again.parquet')).toEqual(written)
          const records: { leadq: { stage?: string } }[] = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
          const asJson = records.map(({ leadq: { stage = '' }, ...cells }) =>
            [...Object.values(cells), stage].map(text => `.${text}`),
          )
          expect(written.map(cells => cells.slice(0, asJson[0]?.length))).toEqual(asJson)
        })
      }),
      runs(8),
    )
  })
})

/** A value in SQL, its type in Parquet, and the text that leadq reads. */
const VALUES: readonly (readonly [string, string, string])[] = [
  ['\'Ä "q"\'', 'VARCHAR', 'Ä "q"'],
  ['CAST(NULL AS VARCHAR)', 'VARCHAR', ''],
  ['250::BIGINT', 'BIGINT', '250'],
  ['-7::TINYINT', 'TINYINT', '-7'],
  ['12.5::DOUBLE', 'DOUBLE', '12.5'],
  ['-0.0000001::DOUBLE', 'DOUBLE', '-0'],
  ['1e300::DOUBLE', 'DOUBLE', '1e+300'],
  ['3.10::DECIMAL(10, 2)', 'DECIMAL(10,2)', '3.10'],
  ["DATE '1969-12-31'", 'DATE', '1969-12-31'],
  ["TIMESTAMP '2026-02-01 10:11:12.5'", 'TIMESTAMP', '2026-02-01 10:11:12.5'],
  ["TIMESTAMPTZ '2026-02-01 10:11:12+02'", 'TIMESTAMP WITH TIME ZONE', '2026-02-01T08:11:12Z'],
  ['TRUE', 'BOOLEAN', 'true'],
  ["['a', 'b;c']", 'VARCHAR[]', '["a","b;c"]'],
  ["{'x': 1, 'name': 'A'}", 'STRUCT(x INTEGER, "name" VARCHAR)', '{"x":1,"name":"A"}'],
  ["MAP {'k': 1}", 'MAP(VARCHAR, INTEGER)', '{"k":1}'],
  ["TIME '10:00:00'", 'TIME', '10:00:00'],
  ["'\\x00A'::BLOB", 'BLOB', '\\x00A'],
]

describe('Values of Parquet', () => {
  it('are read as these texts, and keep their types where Parquet is written', async () => {
    await inFolder(async folder => {
      const columns = VALUES.map(([sql], index) => `${sql} AS "column ${index}"`)
      await ask(`COPY (SELECT 1 AS "Lead ID", ${columns.join(', ')}) TO '${folder}/leads.parquet'`)
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      for (const out of ['out.parquet', 'out.json']) {
        await runInProcess(`score leads.parquet -r rules.yaml ${AS_OF} -o ${out} -q`.split(' '), folder)
      }
      const [record] = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
      expect(VALUES.map((_, index) => record[`column ${index}`])).toEqual(VALUES.map(([, , text]) => text))
      const described = await ask(`DESCRIBE SELECT * FROM '${folder}/out.parquet'`)
      expect(described.slice(1, VALUES.length + 1).map(([, type]) => type)).toEqual(VALUES.map(([, type]) => type))
    })
  })
})
