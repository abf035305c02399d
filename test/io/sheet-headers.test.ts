import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { packStored } from '../../src/io/workbook/zip-write.ts'
import { makeWorkbook, row, text } from '../support/workbooks.ts'
import { readAll } from './reading.ts'

/** Headers as sheets have them, in a workbook, an OpenDocument sheet and a web page: found as in delimited text. */

type Cells = readonly string[]

const FORMATS: readonly (readonly [string, (rows: readonly Cells[]) => Buffer])[] = [
  [
    'a workbook',
    rows =>
      makeWorkbook({
        sheets: [{ name: 'a', rows: rows.map((cells, at) => row(at + 1, ...cells.map(cellOf))).join('') }],
      }),
  ],
  [
    'an OpenDocument sheet',
    rows =>
      Buffer.from(
        packStored([
          ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
          [
            'content.xml',
            Buffer.from(
              `<office:document-content><table:table table:name="a">${rows.map(cells => `<table:table-row>${cells.map(each => `<table:table-cell><text:p>${each}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table></office:document-content>`,
            ),
          ],
        ]),
      ),
  ],
  [
    'a web page',
    rows =>
      Buffer.from(
        `<html><body><table>${rows.map(cells => `<tr>${cells.map(each => `<td>${each}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
      ),
  ],
]

function cellOf(each: string): string {
  return each === '' ? '<c/>' : text(each)
}

const ADA = ['a@ruhr.example', 'Ruhr', '250']
const BO = ['b@lahn.example', 'Lahn', '40']

describe.each(FORMATS)('%s', (_, write) => {
  test.each<readonly [string, readonly Cells[]]>([
    ['a header', [['Email', 'Company', 'Employees'], ADA, BO]],
    ['a title above', [['Leads of May', '', ''], ['Email', 'Company', 'Employees'], ADA, BO]],
    ['a row of groups above', [['Contact', 'Company', ''], ['Email', 'Company', 'Employees'], ADA, BO]],
    [
      'a row of descriptions',
      [['Email', 'Company', 'Employees'], ['address of the lead', 'its name', 'how many people'], ADA, BO],
    ],
    ['a row of types', [['Email', 'Company', 'Employees'], ['text', 'text', 'number'], ADA, BO]],
    ['the header again', [['Email', 'Company', 'Employees'], ADA, ['Email', 'Company', 'Employees'], BO]],
    [
      'a table above',
      [
        ['Summary', '', ''],
        ['Topic', 'Duration', ''],
        ['Demo', '60', ''],
        ['Attendees', '', ''],
        ['Email', 'Company', 'Employees'],
        ADA,
        BO,
      ],
    ],
    [
      'a table below',
      [
        ['Summary', '', ''],
        ['Topic', 'Duration', ''],
        ['Demo', '60', ''],
        ['Attendees', '', ''],
        ['Email', 'Company', 'Employees'],
        ADA,
        BO,
        ['Questions', '', ''],
        ['Question', 'Answer', ''],
        ['Why?', 'So', ''],
      ],
    ],
  ])('%s', async (_, rows) => {
    const { input, cells, rejects } = await readAll(write(rows))
    expect(input.headings).toEqual(['Email', 'Company', 'Employees'])
    expect(cells).toEqual([ADA, BO])
    expect(rejects).toEqual([])
  })

  test('three rows of Qualtrics', async () => {
    const ids = ['{"ImportId":"recipientEmail"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}']
    const rows = [
      ['RecipientEmail', 'Q1', 'Q2'],
      ['Recipient Email', 'Your company?', 'How many employees?'],
      ids,
      ADA,
      BO,
    ]
    expect((await readAll(write(rows))).cells).toEqual([ADA, BO])
  })

  test('no header: recognised by its values, or by names that are given', async () => {
    const { input, cells } = await readAll(write([ADA, BO]))
    expect(cells).toEqual([ADA, BO])
    expect(input.headings[0]).toBe('Email')
    expect(input.diagnostics().map(({ code }) => code)).toContain('file/no-header')
    const names = ['Email', 'Company', 'Employees']
    const named = await readAll(write([ADA, BO]), { header: false, names })
    expect([named.input.headings, named.cells]).toEqual([names, [ADA, BO]])
  })

  test('figures over figures are refused', async () => {
    const rows = [
      ['1001', 'Ruhr', '250'],
      ['1002', 'Lahn', '40'],
      ['1003', 'Koss', '12'],
    ]
    await expect(readAll(write(rows))).rejects.toMatchObject({ diagnostic: { code: 'file/header-unclear' } })
    expect((await readAll(write(rows), { header: false, names: ['id', 'Company', 'Employees'] })).cells).toEqual(rows)
  })
})
