import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from '../../src/io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../../src/io/formula.ts'
import { aroundMember, jsonRows } from '../../src/io/json/json-write.ts'
import { runs } from '../support/draws.ts'

test('rows are written as csv-stringify writes them', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^["\r\n,;\t| a]{0,6}$/))
  const rows = fc.array(cell, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (cells, delimiter) => {
      expect(`${csvRow(cells, delimiter)}\n`).toBe(stringify([cells], { delimiter }))
    }),
    runs(500),
  )
})

const member = '"leadq":{"stage":"MQL"}'

test.each([
  ['{}', `{${member}}`],
  ['{ }', `{${member} }`],
  ['{"a":1.0}', `{"a":1.0,${member}}`],
  ['{\n  "a": 1e2\n}', `{\n  "a": 1e2,${member}\n}`],
  ['{"leadq":{"stage":"SQL","x":[1,"}"]},"a":1}', `{"a":1,${member}}`],
  ['{"a":1 , "leadq" : "x"}', `{"a":1,${member}}`],
  ['{"a":1,"leadq":null,"b":{"leadq":2}}', `{"a":1,"b":{"leadq":2},${member}}`],
  ['{"leadq":1}', `{${member}}`],
  ['{"leadq":1,"leadq":2}', `{${member}}`],
  ['{"a":"\\"leadq\\":1","b":"leadq"}', `{"a":"\\"leadq\\":1","b":"leadq",${member}}`],
])('a member more: %s', (record, expected) => {
  expect(aroundMember(record).join(member)).toBe(expected)
})

test('a member more, whatever the record', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'leadq', '"leadq"'), fc.jsonValue()),
      fc.nat(2),
      (record, space) => {
        const written = JSON.parse(aroundMember(JSON.stringify(record, null, space)).join('"leadq":7'))
        expect(written).toEqual({ ...JSON.parse(JSON.stringify(record)), leadq: 7 })
      },
    ),
  )
})

test('cells become an object with a key for each column', () => {
  const row = jsonRows(['Phone Number', '', 'Phone Number', '__proto__', 'leadq', 'Phone Number#2'])
  expect(row(['1', '2', '3', '4', '5', '6']).join(member)).toBe(
    `{"Phone Number":"1","column 2":"2","Phone Number#3":"3","__proto__":"4","leadq#2":"5","Phone Number#2":"6",${member}}`,
  )
})

test.each(['=1+1', '@SUM(A1)', '\t=1', '\r1', '+1+cmd', '-x', '+49 30 call', '-2+3'])('a formula: %j', cell => {
  expect(isFormula(cell)).toBe(true)
  expect(neutraliseFormula(cell)).toBe(`'${cell}`)
})

test.each(['', 'a=b', '-5', '-5 %', '+49 (0)30/123-45', '-1.234,56', '-', '+', "'=1"])('no formula: %j', cell => {
  expect(neutraliseFormula(cell)).toBe(cell)
})
