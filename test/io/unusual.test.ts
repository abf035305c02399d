import { describe, expect, test } from 'vitest'
import { readAll } from './reading.ts'

/** Delimited text as other programs and people write it. A row per kind: the text, and the expected records. */

const lines = (...all: string[]) => `${all.join('\n')}\n`

const PEOPLE = [
  ['ada@ruhr.example', 'Ruhr, Werke', '250'],
  ['bo@lahn.example', 'Lahn', '40'],
  ['cy@koss.example', 'Koss', '12'],
]
const HEADINGS = ['Email', 'Company', 'Employees']

/** The same three leads, with every cell wrapped and joined in another way. */
const written = (join: (cells: readonly string[], row: number) => string) =>
  lines(...[HEADINGS, ...PEOPLE].map((cells, row) => join(cells, row)))
const bare = (delimiter: string) => written(cells => cells.join(delimiter))
const quoted = (delimiter: string, quote = '"') =>
  written(cells => cells.map(cell => `${quote}${cell}${quote}`).join(delimiter))
const csv = (cells: readonly string[]) => cells.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(',')

describe('typographic quotes around a cell that holds the delimiter', () => {
  test.each(['“”', '„“', '„”', '””', '«»', '»«'])('%s', async ([open = '', close = '']) => {
    const read = await readAll(lines('Email,Company,Employees', `ada@ruhr.example,${open}Ruhr, Werke${close},250`))
    expect(read.cells).toEqual([PEOPLE[0]])
    expect(read.input.repairs?.()).toMatchObject([{ what: expect.stringContaining('typographic quotes'), records: 1 }])
  })

  test('one that does not close leaves the record rejected', async () => {
    const { cells, rejects } = await readAll(lines('Email,Company,Employees', 'ada@ruhr.example,“Ruhr, Werke,250'))
    expect(cells).toEqual([])
    expect(rejects).toMatchObject([{ code: 'lead/cells' }])
  })
})

describe('the same three leads, however they are written', () => {
  test.each<readonly [string, string]>([
    ['commas', written(csv)],
    ['semicolons', bare(';')],
    ['tabs', bare('\t')],
    ['pipes', bare('|')],
    ['two pipes', bare('||')],
    ['two semicolons', bare(';;')],
    ['two tabs', bare('\t\t')],
    ['pipes between blanks', bare(' | ')],
    ['semicolons and a blank', bare('; ')],
    ['commas and a blank', quoted(', ')],
    ['two colons', bare('::')],
    ['tildes', bare('~')],
    ['carets', bare('^')],
    ['a broken bar', bare('\u{a6}')],
    ['a control character', bare('\u{1}')],
    ['a unit separator', bare('\u{1f}')],
    ['blanks, and quotes', quoted(' ')],
    ['columns aligned with blanks', written(cells => cells.map(cell => cell.padEnd(24)).join(''))],
    ['single quotes', quoted(',', "'")],
    ['single quotes and semicolons', quoted(';', "'")],
    ['blanks around quotes', quoted(' , ')],
    [
      'blanks before quotes in the rows only',
      written((cells, row) =>
        row === 0 ? cells.join(', ') : cells.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(', '),
      ),
    ],
    ['whole lines in quotes', written(cells => `"${csv(cells).replaceAll('"', '""')}"`)],
    [
      'whole rows in quotes',
      written((cells, row) => (row === 0 ? csv(cells) : `"${csv(cells).replaceAll('"', '""')}"`)),
    ],
    ['a delimiter too many in the rows', written((cells, row) => csv(cells) + (row === 0 ? '' : ','))],
    ['three delimiters too many in the rows', written((cells, row) => csv(cells) + (row === 0 ? '' : ',,,'))],
    ['an extra delimiter in the header', written((cells, row) => csv(cells) + (row === 0 ? ',' : ''))],
    ['a header with commas over rows with semicolons', written((cells, row) => cells.join(row === 0 ? ',' : ';'))],
    [
      'a header with semicolons over rows with commas',
      written((cells, row) => (row === 0 ? cells.join(';') : csv(cells))),
    ],
    ['a header with tabs over rows with semicolons', written((cells, row) => cells.join(row === 0 ? '\t' : ';'))],
    ['one row with another delimiter', written((cells, row) => (row === 2 ? cells.join(';') : csv(cells)))],
    ['one row with tabs', written((cells, row) => (row === 1 ? cells.join('\t') : csv(cells)))],
    ['sep=', `sep=;\n${bare(';')}`],
    ['sep= in quotes', `"sep=;"\n${bare(';')}`],
    ['SEP= with a blank', `SEP= ;\n${bare(';')}`],
    ['sep= with a pipe', `sep=|\n${bare('|')}`],
    ['sep= with a wrong delimiter', `sep=,\n${bare(';')}`],
    ['sep= of two characters', `sep=||\n${bare('||')}`],
    ['CRCRLF', written(csv).replaceAll('\n', '\r\r\n')],
    [
      'mixed line ends',
      'Email;Company;Employees\r\nada@ruhr.example;Ruhr, Werke;250\nbo@lahn.example;Lahn;40\rcy@koss.example;Koss;12',
    ],
    ['a title and a date above', `Webinar im Mai\nStand: 12.05.2026\n\n${bare(';')}`],
    ['a footer', `${bare(';')}\nConfidential Information - Do Not Distribute\n`],
    ['a count of rows below', `${bare(';')}\n(3 rows affected)\n`],
    ['a total and a page below', `${bare(';')}\nTotal: 3\nPage 1 of 1\n`],
    ['a row of examples below the header', bare(';').replace('\n', '\ne.g. jane@acme.example;e.g. Acme;e.g. 50\n')],
    ['BOM and blank lines', `\u{feff}\n\n${bare(';')}`],
    ['a BOM in quotes', `"\u{feff}Email";"Company";"Employees"\n${lines(...PEOPLE.map(cells => cells.join(';')))}`],
    ['a BOM behind sep=', `sep=;\n\u{feff}${bare(';')}`],
    ['edges of pipes', written(cells => `| ${cells.join(' | ')} |`)],
    ['a Markdown table', written((cells, row) => `| ${cells.join(' | ')} |${row === 0 ? '\n|---|---|---:|' : ''}`)],
    [
      'a table of psql',
      `${written((cells, row) => ` ${cells.join(' | ')}${row === 0 ? '\n----+-----+----' : ''}`)}(3 rows)\n`,
    ],
    [
      'a table of mysql',
      `+---+---+---+\n${written((cells, row) => `| ${cells.join(' | ')} |${row === 0 ? '\n+---+---+---+' : ''}`)}+---+---+---+\n`,
    ],
  ])('%s', async (_, text) => {
    const { input, cells, rejects } = await readAll(text)
    expect(rejects).toEqual([])
    expect(input.headings.map(heading => heading.trim())).toEqual(HEADINGS)
    expect(cells.map(row => row.map(cell => cell.trim()))).toEqual(PEOPLE)
  })
})

describe('cells of JSON', () => {
  const json = '{"a": "b", "c": [1, 2]}'
  test.each<readonly [string, string, readonly string[]]>([
    ['one column', `data\n${json}\n`, [json]],
    ['one column in quotes', `data\n"${json.replaceAll('"', '""')}"\n`, [json]],
    ['semicolons', `id;data\n1;${json}\n`, ['1', json]],
    ['pipes', `id|data\n1|${json}\n`, ['1', json]],
    ['tabs', `id\tdata\n1\t${json}\n`, ['1', json]],
    ['commas and quotes', `id,data\n1,"${json.replaceAll('"', '""')}"\n`, ['1', json]],
    ['commas and no need of quotes', 'id,data\n1,{"a": "b"}\n', ['1', '{"a": "b"}']],
    ['times', 'id;at;data\n1;10:15:00;{"at": "10:15:00"}\n', ['1', '10:15:00', '{"at": "10:15:00"}']],
  ])('%s, in a single row', async (_, text, row) => {
    expect((await readAll(text)).cells).toEqual([row])
  })
})

describe('headers', () => {
  test.each<readonly [string, string, readonly string[], readonly (readonly string[])[], RegExp | undefined]>([
    [
      'row names without a heading',
      lines('Email,Company', '1,a@x.example,Ruhr', '2,b@x.example,Lahn'),
      ['', 'Email', 'Company'],
      [
        ['1', 'a@x.example', 'Ruhr'],
        ['2', 'b@x.example', 'Lahn'],
      ],
      /first column/,
    ],
    [
      'a last column without a heading',
      lines('Email,Company', 'a@x.example,Ruhr,x', 'b@x.example,Lahn,y'),
      ['Email', 'Company', ''],
      [
        ['a@x.example', 'Ruhr', 'x'],
        ['b@x.example', 'Lahn', 'y'],
      ],
      /last column/,
    ],
    [
      'a first heading without cells',
      lines('Row,Email,Company', 'a@x.example,Ruhr', 'b@x.example,Lahn'),
      ['Row', 'Email', 'Company'],
      [
        ['', 'a@x.example', 'Ruhr'],
        ['', 'b@x.example', 'Lahn'],
      ],
      /first heading/,
    ],
    [
      'a last heading without cells',
      lines('Email,Company,Notes', 'a@x.example,Ruhr', 'b@x.example,Lahn'),
      ['Email', 'Company', 'Notes'],
      [
        ['a@x.example', 'Ruhr', ''],
        ['b@x.example', 'Lahn', ''],
      ],
      /last heading/,
    ],
    [
      'a row of descriptions',
      lines('Email,Employees,Company', 'address of the lead,how many people,name', 'a@x.example,5,Ruhr'),
      ['Email', 'Employees', 'Company'],
      [['a@x.example', '5', 'Ruhr']],
      /descriptions/,
    ],
    [
      'no descriptions but a lead with words',
      lines('Email,Employees,Company', 'unknown,n/a,Lahn', 'a@x.example,5,Ruhr'),
      ['Email', 'Employees', 'Company'],
      [
        ['unknown', 'n/a', 'Lahn'],
        ['a@x.example', '5', 'Ruhr'],
      ],
      undefined,
    ],
    [
      'names below a question',
      lines('Respondent ID,Contact,,,Size', ',Name,Company,Email,Response', '1,Ada,Ruhr,a@x.example,5'),
      ['Respondent ID', 'Name', 'Company', 'Email', 'Size'],
      [['1', 'Ada', 'Ruhr', 'a@x.example', '5']],
      /2 rows/,
    ],
    [
      'words that go on in the next row',
      lines('First,Last,Email,Number of', 'Name,Name,,Employees', 'Ada,Berg,a@x.example,5'),
      ['First Name', 'Last Name', 'Email', 'Number of Employees'],
      [['Ada', 'Berg', 'a@x.example', '5']],
      /2 rows/,
    ],
    [
      'a lead with a word that is also a heading, below a sign',
      lines('key,!,Email', 'K0,customer,'),
      ['key', '!', 'Email'],
      [['K0', 'customer', '']],
      undefined,
    ],
    [
      'a lead below a column without a heading, with a word that is also a heading elsewhere',
      lines('key,,Email', 'K0,A,customer', 'K3,1.000,'),
      ['key', '', 'Email'],
      [
        ['K0', 'A', 'customer'],
        ['K3', '1.000', ''],
      ],
      undefined,
    ],
    [
      'a lead whose column without a heading has a word that is also a heading',
      lines('key,!,', 'K0,,customer', 'K3,31.12.2025,'),
      ['key', '!', ''],
      [
        ['K0', '', 'customer'],
        ['K3', '31.12.2025', ''],
      ],
      undefined,
    ],
    [
      'three rows of Qualtrics',
      lines(
        'StartDate,Q1,Q2_4',
        'Start Date,What is your email?,Company',
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"',
        '2026-01-02,a@x.example,Ruhr',
      ),
      ['StartDate', 'What is your email?', 'Company'],
      [['2026-01-02', 'a@x.example', 'Ruhr']],
      /3 rows/,
    ],
    [
      'no header: an address',
      lines('ann@acme.example,CEO,Acme,None', 'bo@b.example,CTO,None,None'),
      ['Email', 'column 2', 'column 3', 'column 4'],
      [
        ['ann@acme.example', 'CEO', 'Acme', 'None'],
        ['bo@b.example', 'CTO', 'None', 'None'],
      ],
      /no header/,
    ],
    [
      'no header: dates and links',
      lines('28/01/2018,00:15,https://a.example/1,x', '29/01/2018,00:30,https://a.example/2,y'),
      ['column 1', 'column 2', 'Website', 'column 4'],
      [
        ['28/01/2018', '00:15', 'https://a.example/1', 'x'],
        ['29/01/2018', '00:30', 'https://a.example/2', 'y'],
      ],
      /no header/,
    ],
    [
      'no header: with CRLF and a BOM',
      '\u{feff}Ada;a@x.example\r\nBo;b@x.example\r\n',
      ['column 1', 'Email'],
      [
        ['Ada', 'a@x.example'],
        ['Bo', 'b@x.example'],
      ],
      /no header/,
    ],
    [
      'years as headings',
      lines('Company,2024,2025', 'Ruhr,5,6', 'Lahn,7,8'),
      ['Company', '2024', '2025'],
      [
        ['Ruhr', '5', '6'],
        ['Lahn', '7', '8'],
      ],
      undefined,
    ],
  ])('%s', async (_, text, headings, rows, said) => {
    const { input, cells, rejects } = await readAll(text)
    expect(rejects).toEqual([])
    expect(input.headings).toEqual(headings)
    expect(cells).toEqual(rows)
    const repairs = (input.repairs?.() ?? []).map(({ what }) => what).join()
    if (said === undefined) expect(repairs).toBe('')
    else expect(repairs).toMatch(said)
  })

  test('a first row of numbers over numbers may be a lead: it is refused unless somebody says', async () => {
    const text = lines('Ada,Ruhr,250', 'Bo,Lahn,40')
    await expect(readAll(text)).rejects.toMatchObject({ exit: 'data', diagnostic: { code: 'file/header-unclear' } })
    expect((await readAll(text, { header: true })).cells).toEqual([['Bo', 'Lahn', '40']])
    expect((await readAll(text, { header: false, names: ['name', '', 'size'] })).input.headings).toEqual([
      'name',
      'column 2',
      'size',
    ])
  })
})

describe('reports of several tables', () => {
  test.each<readonly [string, string, readonly string[], Readonly<Record<string, number>>]>([
    [
      'a webinar',
      lines(
        'Attendee Report',
        'Topic,Webinar ID,Duration',
        'So senken Sie Kosten,812 3456,65',
        'Host Details,',
        'Attended,User Name,Email,Country',
        'Yes,Host,host@our.example,Germany',
        'Attendee Details,',
        'Attended,First Name,Last Name,Email,Organization,Country',
        'Yes,Ada,Ruhr,ada@x.example,Ruhr,Germany',
        'No,Bo,Lahn,bo@x.example,,',
        'Other Attended,',
        'User Name,Join Time',
        '+49 30 1,12:00',
      ),
      [
        'only the table `Attendee Details` is read',
        'skipped table: `Attendee Report`',
        'skipped table: `Host Details`',
        'skipped table: `Other Attended`',
      ],
      { 'other table row': 10 },
    ],
    [
      'a meeting',
      lines(
        '1. Summary',
        'Title\tDemo',
        '',
        '2. Participants',
        'Name\tFirst Join\tEmail\tRole',
        'Ada\t12:00\tada@x.example\tAttendee',
        'Bo\t12:00\tbo@x.example\tAttendee',
        '',
        '3. Activities',
        'Name\tJoin Time\tEmail',
        'Ada\t12:00\tada@x.example',
      ),
      ['only the table `2. Participants` is read', 'skipped table: `1. Summary`', 'skipped table: `3. Activities`'],
      { 'other table row': 6, 'blank row': 2 },
    ],
  ])('%s', async (_, text, said, left) => {
    const { input, cells, rejects, leftOut } = await readAll(text)
    const mail = input.headings.indexOf('Email')
    expect(cells.map(row => row[mail])).toEqual(['ada@x.example', 'bo@x.example'])
    expect(rejects).toEqual([])
    expect(input.repairs?.().map(({ what }) => what)).toEqual(said)
    expect(leftOut).toEqual(left)
  })
})

test('totals of groups in the middle of a table', async () => {
  const text = lines(
    'Country,Company,Email,Employees',
    'DE,Ruhr,a@x.example,5',
    'Subtotal: DE,,,5',
    'AT,Lahn,b@x.example,6',
    'Zwischensumme AT,,,6',
    'Total for all,,,11',
    'Total for Life Ltd,,c@x.example,',
  )
  const { cells, leftOut } = await readAll(text)
  expect(cells.map(row => row[2])).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
  expect(leftOut).toEqual({ 'totals row': 3 })
})

describe('what stays as it is', () => {
  test.each<readonly [string, string, readonly (readonly string[])[], number]>([
    ['words behind a quote', lines('a,b', '"Lahn" Werke,1', 'x,2'), [['x', '2']], 1],
    [
      'a comma that was not quoted',
      lines('id,company,mail', '1,Dune, Ltd,d@x.example', '2,Ruhr,r@x.example'),
      [['2', 'Ruhr', 'r@x.example']],
      1,
    ],
    ['a cell missing', lines('id,company,mail', '1,Dune', '2,Ruhr,r@x.example'), [['2', 'Ruhr', 'r@x.example']], 1],
    [
      'an apostrophe',
      lines('id,company', "1,'s-Hertogenbosch", "2,O'Neil"),
      [
        ['1', "'s-Hertogenbosch"],
        ['2', "O'Neil"],
      ],
      0,
    ],
    [
      'a backslash at the end',
      lines('id,path', '1,"C:\\temp\\"', '2,x'),
      [
        ['1', 'C:\\temp\\'],
        ['2', 'x'],
      ],
      0,
    ],
    ['one column of names', lines('Full Name', 'Ada Ruhr', 'Bo Lahn'), [['Ada Ruhr'], ['Bo Lahn']], 0],
    ['quotes and blanks that were quoted', lines('a,b', '" ""x"" ",1'), [[' "x" ', '1']], 0],
    [
      'empty cells in every second column',
      lines('a;;b;', '1;;2;', '3;x;4;'),
      [
        ['1', '', '2', ''],
        ['3', 'x', '4', ''],
      ],
      0,
    ],
  ])('%s', async (_, text, rows, rejected) => {
    const { cells, rejects } = await readAll(text)
    expect(cells).toEqual(rows)
    expect(rejects).toHaveLength(rejected)
  })
})
