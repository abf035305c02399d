import { describe, expect, test } from 'vitest'
import { openInput } from '../../src/io/read.ts'
import { MAX_RECORD_LENGTH } from '../../src/io/records.ts'
import { readAll } from './reading.ts'

const refusal = (data: string, options = {}) =>
  readAll(data, options).then(
    () => 'read',
    ({ diagnostic }) => diagnostic,
  )

describe('where the records are', () => {
  test.each([
    ['[{"a":1},{"a":2}]', 'json'],
    ['  [ {"a":1} , {"a":2} ]\n', 'json'],
    ['{"data":[{"a":1},{"a":2}]}', 'json'],
    ['{"success":true,"result":{"page":{"n":[1]},"records":[{"a":1},{"a":2}]},"more":null}', 'json'],
    ['{"scores":[],"owners":[{"x":1},{"x":2},{"x":3}],"contacts":[{"a":1},{"a":2}]}', 'json'],
    ['{"a":1}\n{"a":2}\n', 'ndjson'],
    ['{"a":1}\r\n\r\n{"a":2}', 'ndjson'],
    ['\ufeff{"a":1}\n {"a":2}\n', 'ndjson'],
  ])('%s', async (data, format) => {
    for (const size of [1, 3, 1000]) {
      const { input, cells } = await readAll(data, {}, size)
      expect(input.format).toBe(format)
      expect(input.headings).toEqual(['a'])
      expect(cells).toEqual([['1'], ['2']])
    }
  })

  test('one object is a record if the format says so', async () => {
    expect((await readAll('{"a":1}', { format: 'ndjson' })).cells).toEqual([['1']])
    expect(await refusal('{"a":1}')).toMatchObject({ code: 'file/no-list' })
    expect(await refusal('{"a":[1,2]}')).toMatchObject({ code: 'file/no-list' })
    expect(await refusal('5', { format: 'json' })).toMatchObject({ code: 'file/no-list' })
  })

  test('an empty list is no record', async () => {
    for (const data of ['[]', '{"data":[]}']) expect((await readAll(data)).rows).toEqual([])
  })

  test('further lists are said', async () => {
    const { input } = await readAll('{"owners":[{"x":1}],"leads":[{"a":1}]}')
    expect(input.diagnostics()).toMatchObject([{ code: 'file/other-lists' }])
    expect(input.diagnostics()[0]?.message).toContain('`owners` (1)')
  })
})

describe('keys', () => {
  test('of thousands the most frequent are columns, and the rest stays in the record', async () => {
    const records = Array.from({ length: 2_500 }, (_, n) => ({
      id: n,
      [`only ${n}`]: 1,
      ...(n > 2_400 && { late: n }),
    }))
    const { input, rows } = await readAll(records.map(record => JSON.stringify(record)).join('\n'))
    expect(input.headings).toHaveLength(2_000)
    expect(input.headings).toContain('late')
    expect(rows.at(-2)?.text).toBe(JSON.stringify(records.at(-2)))
    expect(input.diagnostics()).toMatchObject([{ code: 'bind/new-keys' }])
  })
})

describe('records', () => {
  test('nested values are flattened in order of appearance', async () => {
    const { input, cells } = await readAll(
      JSON.stringify([
        { id: 1, properties: { email: 'a@b.example', deep: { x: true } }, tags: ['a'], none: null, empty: [] },
        {
          tags: ['a', 'b'],
          emails: [{ value: 'x' }, { value: 'y' }, { value: 'z' }, { value: '4' }],
          id: 'q',
          one: 1.5,
        },
      ]),
    )
    expect(input.headings.join(' ')).toBe(
      'id properties.email properties.deep.x tags none empty emails.0.value emails.1.value emails.2.value one',
    )
    expect(cells).toEqual([
      ['1', 'a@b.example', 'true', 'a', '', '', '', '', '', ''],
      ['q', '', '', '["a","b"]', '', '', 'x', 'y', 'z', '1.5'],
    ])
  })

  test('long ids keep their digits', async () => {
    const { cells } = await readAll(
      '[{"id":12345678901234567890,"n":-9007199254740993,"m":1.0,"s":": 12345678901234567890"}]',
    )
    expect(cells).toEqual([['12345678901234567890', '-9007199254740993', '1', ': 12345678901234567890']])
  })

  test('keys that mean something to JavaScript, and double keys', async () => {
    const { input, cells } = await readAll('[{"__proto__":{"x":1},"constructor":2,"a":1,"a":2}]')
    expect(input.headings).toEqual(['__proto__.x', 'constructor', 'a'])
    expect(cells).toEqual([['1', '2', '2']])
  })

  test('lines and texts', async () => {
    const { rows } = await readAll('{"r": [\r\n  {"a": 1.0,\r\n "b": 2},\r\n\r\n  {"a": "x"} ]}', {}, 1)
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, '{"a": 1.0,\r\n "b": 2}'],
      [5, '{"a": "x"}'],
    ])
  })

  test('keys that come after the sampled records are said', async () => {
    const { input, rows } = await readAll(`${'{"a":1}\n'.repeat(30_000)}{"a":1,"b":2}\n`)
    expect(rows).toHaveLength(30_001)
    expect(input.diagnostics()).toMatchObject([{ code: 'bind/new-keys', place: { line: 30_001 } }])
  })
})

describe('what goes wrong with a record', () => {
  test('values that are no objects', async () => {
    const { rows, rejects } = await readAll('[{"a":1},2,"x",null,[1]]')
    expect(rows).toHaveLength(1)
    expect(rejects.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'lead/not-a-record expected an object, found a number',
      'lead/not-a-record expected an object, found a text',
      'lead/not-a-record expected an object, found null',
      'lead/not-a-record expected an object, found a list',
    ])
  })

  test('a broken line costs that line', async () => {
    const { rows, rejects, leftOut } = await readAll('{"a":1}\n{"a":2}\n{"a":}\n\n{"a":3}{\n{"a":4}\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 6])
    expect(leftOut).toEqual({ 'blank row': 1 })
    expect(rejects).toEqual([
      { line: 3, code: 'lead/json', message: 'expected a value, found `}` in column 6', text: '{"a":}' },
      { line: 5, code: 'lead/json', message: 'expected the end, found `{` in column 8', text: '{"a":3}{' },
    ])
  })

  test('nested without end', async () => {
    const deep = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`
    expect((await readAll(`[${deep},{"b":1}]`)).rejects).toMatchObject([{ code: 'lead/json' }])
    const bottomless = `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`
    expect((await readAll(`[${bottomless},{"b":1}]`)).rejects).toMatchObject([{ code: 'lead/json' }])
  })

  test.each(['[', ''])('a record over 1 MiB: %j', async open => {
    const [between, close] = open === '[' ? [',\n', ']'] : ['\n', '']
    const records = [
      `{"a":1}`,
      `{"a":"${'x'.repeat(MAX_RECORD_LENGTH)}"}`,
      `{"a":"${'y'.repeat(3 * MAX_RECORD_LENGTH)}"}`,
      `{"a":2}`,
    ]
    const { rows, rejects } = await readAll(`${open}${records.join(between)}${close}`)
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '1'],
      [4, '2'],
    ])
    expect(rejects.map(({ line, code, text }) => [line, code, text.length])).toEqual([
      [2, 'lead/too-long', 10_000],
      [3, 'lead/too-long', 10_000],
    ])
  })
})

describe('a document that is not JSON is refused, with the place', () => {
  test.each([
    ['[{"a":1},{"a":2', '1:16', 'expected `,` or `}`, found the end of the file'],
    ['[{"a":1},{"a":tru},{"a":2}', '1:15', 'expected a value, found `t`'],
    ['[{"a":1},\n {"a":2}', '2:9', 'expected `,` or `]`, found the end of the file'],
    ['[{"a":1}]\n x', '2:2', 'expected the end, found `x`'],
    ['[{"a":1}\n{"a":2}]', '2:1', 'expected `,` or `]`, found `{`'],
    ['[\n{"a":tru}]', '2:6', 'expected a value, found `t`'],
    ["[{'a':1}]", '1:3', "expected a key in double quotes, found `'`"],
    ['{"data":[{"a":"x\n"}]}', '1:17', 'expected a closing quote, found a line break'],
    ['{"data" [{"a":1}]}', '1:9', 'expected `:`, found `[`'],
    ['{"n":01,"data":[{"a":1}]}', '1:7', 'expected the end, found `1`'],
  ])('%j', async (data, place, message) => {
    for (const size of [1, 1000]) {
      const error = await readAll(data, {}, size).then(
        () => undefined,
        error => error,
      )
      expect(error).toMatchObject({ exit: 'data', diagnostic: { code: 'file/json', message } })
      expect(`${error.diagnostic.place.line}:${error.diagnostic.place.col}`).toBe(place)
    }
  })
})

test('a long list streams', async () => {
  const record = Buffer.from(`{"a":"${'x'.repeat(990)}"},`)
  async function* endless() {
    yield Buffer.from('[')
    for (let sent = 0; sent < 20_000; sent++) yield record
    yield Buffer.from('{}]')
  }
  const input = await openInput(endless(), { name: 'leads' })
  let count = 0
  for await (const { rows } of input.batches) count += rows.length
  expect(count).toBe(20_001)
})

describe('the hint names what wrote a text that only looks like JSON', () => {
  test.each([
    ["[{'a': 1}]", 'Python'],
    ["[{u'a': 1}]", 'Python'],
    ['[{"a": None}]', 'Python'],
    ['[{"a": 1, "b": True}]', 'Python'],
    ['[{a: 1}]', 'JSON5'],
    ['[{"a": ISODate("2026-01-01")}]', 'JavaScript'],
    ['[{"a" => 1}]', 'Ruby'],
    ['[{:a=>1}]', 'Ruby'],
    ['[{“a”: 1}]', 'typographic'],
    ['[{"a":1},{"a":2', undefined],
    ['[{"a":tru},{"a":2}]', undefined],
  ])('%s', async (data, named) => {
    const diagnostic = await refusal(data)
    expect(diagnostic.code).toBe('file/json')
    if (named === undefined) expect(diagnostic.hint).toBeUndefined()
    else expect(diagnostic.hint).toContain(named)
  })
})
