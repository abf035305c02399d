import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { packStored } from '../../src/io/workbook/zip-write.ts'
import { readAll } from './reading.ts'

const lines = (...all: string[]) => `${all.join('\n')}\n`

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
const ods = (content: string, type = ODS_TYPE) =>
  new Uint8Array(
    packStored([
      ['mimetype', Buffer.from(type)],
      ['content.xml', Buffer.from(`<office:document-content>${content}</office:document-content>`)],
    ]),
  )

describe('what is no table is refused by its name', () => {
  test.each<readonly [string, string, RegExp]>([
    [
      'a login page',
      '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form><input name="email"></form></body></html>',
      /web page \(HTML\), titled `Sign in`/,
    ],
    [
      'a login page laid out by a table',
      '<html><body><table><tr><td>Email</td><td><input></td></tr><tr><td>Password</td><td><input type="password"></td></tr></table></body></html>',
      /web page/,
    ],
    ['a page behind a comment and blanks', '\n  <!-- saved -->\n<HTML><body>503</body></HTML>', /web page/],
    ['a page in XHTML', '<?xml version="1.0"?><!DOCTYPE html><html><body>x</body></html>', /web page/],
    ['XML', '<?xml version="1.0"?>\n<leads><lead/></leads>', /an XML document/],
    ['XML without a declaration', '<leads>\n <lead><email>a@x.example</email></lead>\n</leads>', /an XML document/],
    ['SOAP', '<soap:Envelope xmlns:soap="x"><soap:Body/></soap:Envelope>', /an XML document/],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', /calendar/],
    ['PDF with a blank in front', '\n%PDF-1.7\nxxxx', /PDF/],
    ['RTF', '{\\rtf1\\ansi Leads}', /RTF/],
    ['MySQL', '-- MySQL dump 10.13\n--\nCREATE TABLE `leads` (`id` int);\n', /SQL dump/],
    ['inserts', "INSERT INTO leads (id, email) VALUES (1, 'a@x.example');\n", /SQL dump/],
    ['PostgreSQL', 'SET statement_timeout = 0;\nCOPY leads (id, email) FROM stdin;\n1\ta@x.example\n\\.\n', /SQL dump/],
    ['a query', 'SELECT id, email\nFROM leads\n', /SQL dump/],
    ['JavaScript', 'window.YTD.contact.part0 = [ { "email" : "a@x.example" } ]', /JavaScript/],
    ['a module', 'module.exports = [{ email: "a@x.example" }]', /JavaScript/],
    ['a constant', '// leads\nconst leads = [\n  { email: "a@x.example" },\n]', /JavaScript/],
    ['JSONP', 'callback([{"email":"a@x.example"}])', /JavaScript/],
    ['an e-mail', 'Return-Path: <a@x.example>\nReceived: from mx\n by mx2\nSubject: leads\n\nHi', /an e-mail message/],
    ['a mailbox', 'From a@x.example Mon Jan  5\nFrom: a@x.example\nTo: b@x.example\n\nHi', /an e-mail message/],
    ['an answer of a server', 'HTTP/1.1 200 OK\nContent-Type: text/csv\n\nEmail\n', /answer of a web server/],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:x\nsize 5\n', /Git LFS/],
    ['PGP', '-----BEGIN PGP MESSAGE-----\n\nxx\n', /encrypted/],
    ['LDIF', 'dn: cn=Ada,dc=x\ncn: Ada\nmail: a@x.example\n', /LDIF/],
    ['a rulebook', '# ours\nleadq: 1\nname: x\n', /rulebook/],
    ['YAML', 'leads:\n  - email: a@x.example\n', /YAML/],
    ['a script', '#!/bin/sh\necho a,b\n', /script/],
  ])('%s', async (_, text, message) => {
    await expect(readAll(text)).rejects.toMatchObject({
      exit: 'data',
      diagnostic: { code: 'file/binary', message: expect.stringMatching(message) },
    })
  })

  test('a text document of LibreOffice', async () => {
    const text = ods('<office:text/>', 'application/vnd.oasis.opendocument.text')
    await expect(readAll(text)).rejects.toMatchObject({
      diagnostic: { message: expect.stringMatching(/OpenDocument/) },
    })
  })
})

describe('what only begins like something else is read', () => {
  test.each<readonly [string, string]>([
    ['a heading in angle brackets', '<id>,Email\n1,a@x.example\n'],
    ['a heading that is a word of SQL', 'Select,Email\n1,a@x.example\n'],
    ['From and To', 'From,To\na@x.example,b@x.example\n'],
    ['a comment of a report', '# Start date: 20260501\nDate,Email\n2026-01-01,a@x.example\n'],
    ['dashes', '--,Email\nx,a@x.example\n'],
    ['a heading with a colon', 'Name:,Email:\nAda,a@x.example\n'],
    ['one column of names and colons', 'Email:\na@x.example\nb@x.example\n'],
    ['function', 'Function,Email\nx,a@x.example\n'],
    ['set', 'Set,Email\nx,a@x.example\n'],
  ])('%s', async (_, text) => {
    expect((await readAll(text)).rows.length).toBeGreaterThan(0)
  })
})

describe('tables in other formats', () => {
  const expected = [
    ['a@x.example', 'Ruhr, Werke & Co', '250'],
    ['b@x.example', 'Lahn', '40'],
  ]

  test('the table of people on a web page', async () => {
    const page = lines(
      '<html><head><style>td { x: 1 }</style></head><body>',
      '<table><tr><td>Menu</td><td>Home</td></tr><tr><td>Imprint</td><td>Log out</td></tr></table>',
      '<table border=1><thead><tr><th>Email<th>Company<th>Employees</thead>',
      '<tr><td>a@x.example</td><td>Ruhr,<br>Werke &amp; Co</td><td>250</td></tr>',
      '<tr><td>b@x.example<td>Lahn<td>40',
      '</table></body></html>',
    )
    const { input, cells } = await readAll(page)
    expect(input).toMatchObject({ format: 'html', headings: ['Email', 'Company', 'Employees'], sheet: { of: 2 } })
    expect(cells).toEqual(expected)
    expect((await readAll(page, { sheet: '1' })).input.headings).toEqual(['Menu', 'Home'])
  })

  test('cells over several columns and rows', async () => {
    const page =
      '<table><tr><th>Company<th>Email<th>City<th>Size</tr><tr><td rowspan=2>Ruhr<td>a@x.example<td>Essen<td>5</tr>' +
      '<tr><td>b@x.example<td>Bochum<td>6</tr><tr><td>Lahn<td>c@x.example<td colspan=2>Gie&szlig;en</tr></table>'
    expect((await readAll(page)).cells).toEqual([
      ['Ruhr', 'a@x.example', 'Essen', '5'],
      ['Ruhr', 'b@x.example', 'Bochum', '6'],
      ['Lahn', 'c@x.example', 'Gie\u00dfen', ''],
    ])
  })

  test('an XML spreadsheet', async () => {
    const data = (type: string, text: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`
    const xml = lines(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
      '<Worksheet ss:Name="Notes"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet>',
      `<Worksheet ss:Name="Leads"><Table><Row>${['Email', 'Company', 'Employees', 'Created Date', 'Phone'].map(each => data('String', each)).join('')}</Row>`,
      `<Row>${data('String', 'a@x.example')}${data('String', 'Ruhr, Werke &amp; Co')}${data('Number', '250')}${data('DateTime', '2026-02-11T00:00:00.000')}</Row>`,
      `<Row>${data('String', 'b@x.example')}${data('String', 'Lahn')}${data('Number', '40')}${data('String', '+49 30 1', ' ss:Index="5"')}</Row>`,
      '</Table></Worksheet></Workbook>',
    )
    const { input, cells } = await readAll(xml)
    expect(input).toMatchObject({ format: 'xml', sheet: { name: 'Leads', of: 2 } })
    expect(cells).toEqual([
      ['a@x.example', 'Ruhr, Werke & Co', '250', '2026-02-11', ''],
      ['b@x.example', 'Lahn', '40', '', '+49 30 1'],
    ])
  })

  test('a spreadsheet of LibreOffice', async () => {
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const file = ods(
      `<table:table table:name="Leads">${row(cell('Email'), cell('Company'), cell('Employees'), cell('Created Date'))}${row(
        cell('a@x.example'),
        cell('Ruhr, Werke &amp; Co'),
        cell('250,0', 'office:value-type="float" office:value="250"'),
        cell('11.02.26', 'office:value-type="date" office:date-value="2026-02-11"'),
      )}${row(cell('b@x.example'), '<table:table-cell table:number-columns-repeated="2"/>', cell('x'))}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    )
    const { input, cells } = await readAll(file)
    expect(input).toMatchObject({ format: 'ods', sheet: { name: 'Leads' } })
    expect(cells).toEqual([
      ['a@x.example', 'Ruhr, Werke & Co', '250', '2026-02-11'],
      ['b@x.example', '', '', 'x'],
    ])
  })

  test('address cards', async () => {
    const cards = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Ruhr;Ada;;;',
      'FN:Ada Ruhr',
      'ORG:Ruhr\\, Werke;Sales',
      'TITLE:CEO',
      'EMAIL;TYPE=HOME:home@x.example',
      'EMAIL;TYPE=WORK,PREF:a@x.example',
      'TEL;TYPE=CELL:+49 170 1',
      'TEL;TYPE=WORK:+49 30 1',
      'ADR;TYPE=WORK:;;Hof 1;Essen;NRW;45127;Ger',
      ' many',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=B6we;Bo',
      'item1.EMAIL;INTERNET:b@x.example',
      'END:VCARD',
    ].join('\r\n')
    const { input, cells } = await readAll(`${cards}\r\n`)
    expect(input.format).toBe('vcard')
    const byHeading = cells.map(row => Object.fromEntries(input.headings.map((name, at) => [name, row[at]])))
    expect(byHeading).toMatchObject([
      {
        'Full Name': 'Ada Ruhr',
        Company: 'Ruhr, Werke',
        Department: 'Sales',
        Email: 'a@x.example',
        Mobile: '+49 170 1',
        Phone: '+49 30 1',
        City: 'Essen',
        Country: 'Germany',
      },
      { 'Last Name': 'L\u00f6we', 'First Name': 'Bo', Email: 'b@x.example' },
    ])
  })
})
