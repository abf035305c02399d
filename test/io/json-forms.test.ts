import { describe, expect, test } from 'vitest'
import { readAll } from './reading.ts'

/** The same two leads in every form in which a JSON document can hold them, read in pieces of any size. */

const A = '{"id": "1", "email": "ada@ruhr.example", "employees": 250.0}'
const B = '{"id": "2", "email": "bo@lahn.example", "employees": 40}'
const CELLS = [
  ['1', 'ada@ruhr.example', '250'],
  ['2', 'bo@lahn.example', '40'],
]
const ROWS = '["1", "ada@ruhr.example", 250.0], ["2", "bo@lahn.example", 40]'
const NAMES = '"id", "email", "employees"'
const NAMED = '{"name": "id", "type": "text"}, {"name": "email"}, {"name": "employees", "type": "number"}'
const inEach = (wrap: (id: string, record: string) => string) => `${wrap('1', A)}, ${wrap('2', B)}`
const [A_ALONE, B_ALONE] = [A, B].map(record => record.replace(/"id": "\d", /, ''))

const FORMS: readonly (readonly [string, string])[] = [
  ['a comment before it', `// exported on Monday\n[${A}, ${B}]`],
  ['comments and commas too many', `[\n  ${A}, /* the first, "quoted" ] */\n  ${B},\n]\n// the end`],
  ['comments inside of records', `[{"id": "1", // not "2"\n "email": "ada@ruhr.example", "employees": 250.0,}, ${B}]`],
  ['objects glued together', A + B],
  ['objects with commas between them', `${A},\n${B}\n`],
  ['objects written out one after the other', [A, B].map(each => JSON.stringify(JSON.parse(each), null, 2)).join('\n')],
  ['lists one after the other', `[${A}]\n[${B}]`],
  ['pages one after the other', `{"data": [${A}], "next": 2}\n{"data": [${B}], "next": null}`],
  ['a list beside objects under ids', `{"related": {"user": {"7": {"id": 7, "name": "Owner"}}}, "data": [${A}, ${B}]}`],
  ['a list of pages', `[{"results": [${A}], "paging": {}}, {"results": [${B}]}]`],
  ['objects with a comma behind each', `${A},\n${B},\n`],
  ['a document that is a text', JSON.stringify(`[${A}, ${B}]`)],
  ['record separators', `\x1e${A}\n\x1e${B}\n`],
  ['rows and their columns', `{"columns": [${NAMES}], "rows": [${ROWS}]}`],
  ['rows and described columns', `{"meta": [${NAMED}], "data": [${ROWS}], "rows": 2}`],
  ['rows and columns apart', `{"result": {"schema": {"fields": [${NAMED}]}, "data": {"rows": [${ROWS}]}}}`],
  ['rows with a header', `[[${NAMES}], ${ROWS}]`],
  ['rows with a header in an object', `{"range": "A1:C3", "values": [[${NAMES}], ${ROWS}]}`],
  ['lines of rows', `[${NAMES}]\n["1", "ada@ruhr.example", 250.0]\n["2", "bo@lahn.example", 40]\n`],
  [
    'rows of BigQuery',
    `{"schema": {"fields": [${NAMED}]}, "rows": [${ROWS.replace(/\[(.*?), (.*?), (.*?)\]/g, '{"f": [{"v": $1}, {"v": $2}, {"v": $3}]}')}]}`,
  ],
  [
    'columns of pandas',
    '{"id": {"0": "1", "1": "2"}, "email": {"0": "ada@ruhr.example", "1": "bo@lahn.example"}, "employees": {"0": 250.0, "1": 40}}',
  ],
  [
    'columns as lists',
    '{"data": {"id": ["1", "2"], "email": ["ada@ruhr.example", "bo@lahn.example"], "employees": [250.0, 40]}}',
  ],
  ['pandas, split', `{"columns": [${NAMES}], "index": [0, 1], "data": [${ROWS}]}`],
  ['pandas, index', `{"0": ${A}, "1": ${B}}`],
  ['push keys of Firebase', `{"leads": {${inEach((id, record) => `"-NxA${id}": ${record}`)}}}`],
  ['keys that are UUIDs', `{${inEach((id, record) => `"0f1e2d3c-0000-0000-0000-00000000000${id}": ${record}`)}}`],
  ['keys that are the ids', `{"1": ${A_ALONE}, "2": ${B_ALONE}}`],
  ['a text with JSON inside', JSON.stringify({ statusCode: 200, body: `[${A}, ${B}]` })],
  ['an empty list first', `{"error": null, "data": [], "leads": [${A}, ${B}]}`],
]

describe('every form holds the same leads', () => {
  test.each(FORMS)('%s', async (_, text) => {
    for (const size of [7, 65_536]) {
      const { input, cells, rows, rejects } = await readAll(text, { name: 'leads.json' }, size)
      expect(input.headings).toEqual(['id', 'email', 'employees'])
      expect(cells).toEqual(CELLS)
      expect(rejects).toEqual([])
      for (const row of rows) expect(() => JSON.parse(row.text)).not.toThrow()
      if (!text.includes('\n  "employees": 250')) expect(rows[0]?.text).toContain('250.0')
    }
  })

  test('longer than what is looked at first', async () => {
    const many = 3000
    const record = (id: number) => A.replace('"1"', `"${id}"`)
    const all = Array.from({ length: many }, (_, id) => id)
    const forms = [
      all.map(record).join('\n  '),
      `{"columns": [${NAMES}], "rows": [${all.map(id => `["${id}", "a@b.example", 1]`).join()}]}`,
      `{"leads": {${all.map(id => `"-Nx${id}": ${record(id)}`).join()}}}`,
      `{"id": [${all.map(id => `"${id}"`).join()}], "email": [${all.map(() => '"a@b.example"').join()}]}`,
    ]
    for (const text of forms) {
      const { cells } = await readAll(`${text}\n`, { name: 'leads.json' })
      expect(cells.length).toBe(many)
      expect(cells.at(-1)?.[0]).toBe(String(many - 1))
    }
  })
})

describe('one lead alone', () => {
  test.each([
    A,
    JSON.stringify({ event: 'contact.created', data: JSON.parse(A) }),
    JSON.stringify({
      ...JSON.parse(A),
      emails: [{ type: 'office', email: 'x@y.example' }],
      tags: [{ id: 1 }, { id: 2 }],
    }),
    JSON.stringify({ id: '1', field_data: [{ name: 'email', values: ['ada@ruhr.example'] }] }),
    JSON.stringify({
      contact: { id: 7, fields: { core: { email: { id: '1', label: 'Email', value: 'ada@ruhr.example' } } } },
    }),
  ])('%s', async text => {
    const { rows } = await readAll(text, { name: 'hook.json' })
    expect(rows.map(row => row.text)).toEqual([text])
  })
})

describe('messages of loaders', () => {
  const RECORD = (record: string, stream = 'contacts') =>
    `{"type": "RECORD", "stream": "${stream}", "record": ${record}}`
  test('only records are leads, and only those of one stream', async () => {
    const lines = [
      '{"type": "SCHEMA", "stream": "contacts", "schema": {}, "key_properties": ["id"]}',
      RECORD(A),
      RECORD('{"id": "9", "name": "Ruhr"}', 'deals'),
      '{"type": "STATE", "value": {}}',
      RECORD(B),
    ]
    const { rows, leftOut } = await readAll(lines.join('\n'), { name: 'out.ndjson' })
    expect(rows.map(({ line }) => line)).toEqual([2, 5])
    expect(leftOut).toEqual({ 'message of a loader': 2, 'record of another stream': 1 })
  })

  test('a column `type` alone makes no message', async () => {
    const { rows } = await readAll('{"type": "LOG", "id": 1}\n{"type": "STATE", "id": 2}\n', { name: 'x.ndjson' })
    expect(rows).toHaveLength(2)
  })
})

describe('what JSON does not have', () => {
  test('is said, and what is copied is JSON', async () => {
    const { input, cells, rows } = await readAll('[{"id": 1, "n": NaN, "m": -Infinity, "t": "NaN, //"}]')
    expect(cells).toEqual([['1', '', '', 'NaN, //']])
    expect(rows[0]?.text).toBe('{"id": 1, "n": null, "m": null, "t": "NaN, //"}')
    expect(input.diagnostics()).toMatchObject([{ code: 'file/loose-json', severity: 'info' }])
  })

  test('a comment on a line of its own is no record', async () => {
    const { rows, leftOut } = await readAll(`// leads\n${A}\n/* more */\n${B}\n`, { format: 'ndjson' })
    expect(rows).toHaveLength(2)
    expect(leftOut).toEqual({ 'comment line': 2 })
  })

  test('mistakes are still found where they are', async () => {
    const text = `// first\n[${A}, /* x */\n {"id": "2" "email": "b"}]`
    await expect(readAll(text)).rejects.toMatchObject({
      diagnostic: { code: 'file/json', place: { line: 3, col: 13 } },
    })
  })
})

describe('what holds no leads', () => {
  test.each(['{"success": true, "data": null}', '{"success": true, "data": []}', '[]'])('%s is empty', async text => {
    expect((await readAll(text)).rows).toEqual([])
  })

  test.each([
    ['[[1, "a@b.example"], [2, "c@d.example"]]', 'without names of columns'],
    ['{"a": 1}', 'no list of records'],
    ['{"name": {"x": "A1"}, "b2": {"x": 1}}', 'no list of records'],
  ])('%s is refused', async (text, message) => {
    await expect(readAll(text)).rejects.toMatchObject({
      diagnostic: { code: 'file/no-list', message: expect.stringContaining(message) },
    })
  })
})
