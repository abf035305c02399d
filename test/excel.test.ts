import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { openBook } from '../src/outputs/workbook-output.ts'
import { readTree } from './support/cases.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'
import { makeWorkbook, number, row, table, text } from './support/workbooks.ts'

/** Workbooks through the whole program: as input, as output, and both. */

const RULES = `leadq: 1
name: Excel
version: "3"
locale: { timezone: Europe/Berlin }
fields:
  seen: { from: Seen, type: date }
  spend: { from: Spend, type: number }
scores:
  fit:
    rules:
      - { id: size, label: big company, field: employees, points_from: { 50: 10, 200: 25 } }
      - { id: spends, per: spend, every: 100, points: 1, max: 20 }
  engagement: { rules: [{ id: seen, when: { seen: { known: true } }, points: 40, since: seen, fade: { half_life: 30d } }] }
stages: [{ stage: SQL, when: { score.total: { at_least: 50 } } }, { stage: nurture }]
tags: { big: { employees: { at_least: 200 } } }
next: [{ do: call, due: 3d }]
`
const SCORE = '-r rules.yaml --as-of 2026-03-02'

const CSV = `id,Company,Phone,ZIP,employees,Spend,Seen,Note
00123,Acme,+49 30 1234567,01067,250,"1,234.50",2026-02-28,=1+1
2,"Birch, Co",0171-99,10115,51-200,45k,2026-02-01 14:30,plain
3,Cedar,,,007,,2026-03-01T23:30:00Z,
111015123456,Dorn,1,2,60,12.1234567,soon,x
`

type Sheets = Readonly<Record<string, readonly (readonly unknown[])[]>>

async function readSheets(path: string): Promise<Sheets> {
  const found: unknown = await readWorkbook(new Blob([new Uint8Array(readFileSync(path))]), { trim: false })
  const sheets = found as { sheet: string; data: unknown[][] }[]
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.map(cells => cells.map(rounded))]))
}

/** The other program drops the rounding error of fractions of a second. */
function rounded(cell: unknown): unknown {
  return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell
}

async function leadq(folder: string, line: string): Promise<string> {
  const { stdout, stderr, exit } = await runInProcess(line.split(' '), folder)
  expect(exit, stderr).toBe(0)
  return stdout
}

function inLeads<T>(use: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    writeFileSync(join(folder, 'leads.csv'), CSV)
    return use(folder)
  })
}

describe('a workbook that comes out', () => {
  it('has typed cells: numbers and dates where a field says so, ids, phones and postal codes as texts', () =>
    inLeads(async folder => {
      await leadq(
        folder,
        `score leads.csv ${SCORE} -o out.xlsx --columns stage,score,fit,tags,reasons,since,due,completeness -q`,
      )
      const { Leads = [] } = await readSheets(join(folder, 'out.xlsx'))
      const day = (iso: string) => new Date(`${iso}Z`)
      expect(Leads[0]).toEqual([
        ...['id', 'Company', 'Phone', 'ZIP', 'employees', 'Spend', 'Seen', 'Note'],
        ...[
          'leadq_stage',
          'leadq_score',
          'leadq_fit',
          'leadq_tags',
          'leadq_reasons',
          'leadq_since',
          'leadq_due',
          'leadq_completeness',
        ],
      ])
      expect(Leads.slice(1).map(cells => cells.slice(0, 8))).toEqual([
        ['00123', 'Acme', '+49 30 1234567', '01067', 250, 1234.5, day('2026-02-28'), '=1+1'],
        ['2', 'Birch, Co', '0171-99', '10115', '51-200', '45k', day('2026-02-01T14:30'), 'plain'],
        ['3', 'Cedar', null, null, '007', null, day('2026-03-02T00:30'), null],
        ['111015123456', 'Dorn', '1', '2', 60, '12.1234567', 'soon', 'x'],
      ])
      expect(Leads[1]?.slice(8)).toEqual([
        ...['SQL', 75, 37, 'big', 'seen +38; big company +25; spends +12'],
        ...[day('2026-03-02'), day('2026-03-05'), 100],
      ])
    }))

  it('says what the run came to, and by which rules', () =>
    inLeads(async folder => {
      await leadq(folder, `score leads.csv ${SCORE} -o out.xlsx -q`)
      const { sha256 } = JSON.parse(await leadq(folder, `score leads.csv ${SCORE} -n --json`)).rulebook
      const { Summary = [], Rules = [] } = await readSheets(join(folder, 'out.xlsx'))
      const rows = (sheet: typeof Rules) => sheet.map(cells => cells.filter(cell => cell !== null))
      expect(rows(Rules)).toEqual([
        ['rulebook', 'Excel'],
        ['version', '3'],
        ['source', 'rules.yaml'],
        ['sha256', sha256],
        [],
        ['id', 'label', 'fired', 'points'],
        ['size', 'big company', 3, 45],
        ['spends', 'spends', 2, 32],
        ['seen', 'seen', 3, 98],
      ])
      expect(rows(Summary)).toEqual(
        expect.arrayContaining([
          ['sha256', sha256],
          ['as of', '2026-03-02'],
          ['scored', 4],
          ['stage', 'leads', 'share %', 'median score'],
          ['SQL', 2, 50, 50],
          ['encoding', 'UTF-8'],
          ['field employees', 'employees', 'heading'],
        ]),
      )
    }))

  it('has the same bytes wherever and whenever it is written', () =>
    inLeads(async folder => {
      const files = []
      for (const env of ['TZ=Pacific/Kiritimati LC_ALL=C', 'TZ=America/Los_Angeles LC_ALL=tr_TR.UTF-8']) {
        const { exit } = await runShell(`env ${env} leadq score leads.csv ${SCORE} -o out.xlsx -q`, folder)
        expect(exit).toBe(0)
        files.push(readFileSync(join(folder, 'out.xlsx')))
      }
      expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true)
    }))

  it('is one for each stage with --split, and knows --only, --sort and --top', () =>
    inLeads(async folder => {
      await leadq(folder, `score leads.csv ${SCORE} --format xlsx --split --columns score -q`)
      expect([...readTree(folder).keys()].filter(path => path.endsWith('.xlsx'))).toEqual([
        'leads.scored.SQL.xlsx',
        'leads.scored.nurture.xlsx',
        'leads.scored.xlsx',
      ])
      const idsOf = async (path: string) => (await readSheets(join(folder, path))).Leads?.slice(1).map(([id]) => id)
      expect(await idsOf('leads.scored.nurture.xlsx')).toEqual(['3', '111015123456'])
      await leadq(folder, `score leads.csv ${SCORE} -o some.xlsx --only nurture --sort score --top 1 -q`)
      expect(await idsOf('some.xlsx')).toEqual(['3'])
    }))

  it('keeps its rows in order also when they do not fit in memory', () =>
    inLeads(async folder => {
      const many = Array.from({ length: 30_000 }, (_, n) => `${n},${'x'.repeat(1200)},,,${n % 300},,,\n`).join('')
      writeFileSync(join(folder, 'many.csv'), `${CSV.split('\n', 1)[0]}\n${many}`)
      await leadq(folder, `score many.csv ${SCORE} -o out.xlsx --sort score --columns score -q`)
      const xml = Buffer.from(
        unzipSync(readFileSync(join(folder, 'out.xlsx')))['xl/worksheets/sheet1.xml'] ?? [],
      ).toString()
      const scores = [...xml.matchAll(/<c r="I\d+"><v>(\d+)<\/v>/g)].map(([, score]) => Number(score))
      expect(scores).toHaveLength(30_000)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }))

  it('is known as leadq`s own until somebody else has saved it', () =>
    inLeads(async folder => {
      const again = () => runInProcess(`score leads.csv ${SCORE} -o out.xlsx -q`.split(' '), folder)
      expect((await again()).exit).toBe(0)
      expect((await again()).exit).toBe(0)
      writeFileSync(join(folder, 'out.xlsx'), makeWorkbook({ sheets: [{ name: 'Leads', rows: '' }] }))
      expect(await again()).toMatchObject({ exit: 73, stderr: expect.stringContaining('file/exists') })
    }))

  it('leaves nothing behind if it would be too large', () =>
    inLeads(async folder => {
      const header = Array.from({ length: 16_380 }, (_, n) => `c${n}`).join(',')
      writeFileSync(join(folder, 'wide.csv'), `${header}\n${'1,'.repeat(16_379)}1\n`)
      const { exit, stderr } = await runInProcess(`score wide.csv ${SCORE} -o out.xlsx -q`.split(' '), folder)
      expect([exit, stderr]).toEqual([65, expect.stringContaining('file/too-large')])
      expect([...readTree(folder).keys()].sort()).toEqual(['leads.csv', 'rules.yaml', 'wide.csv'])
    }))

  it('goes to stdout as bytes, and not to a terminal', () =>
    inLeads(async folder => {
      const { exit, stderr } = await runShell(`leadq score - ${SCORE} --format xlsx < leads.csv > out.xlsx`, folder)
      expect([exit, stderr]).toEqual([0, ''])
      expect((await readSheets(join(folder, 'out.xlsx'))).Leads).toHaveLength(5)
    }))
})

describe('limits of a workbook', () => {
  const nowhere = { write: async () => {} }

  it('takes 1,048,575 leads and not one more', { timeout: 120_000 }, async () => {
    const book = await openBook('out.xlsx', '["id"]', nowhere)
    const rows = new Array<string>(1_048_575).fill('[1]')
    await book.write(rows)
    await expect(book.write(['[1]'])).rejects.toMatchObject({
      exit: 'data',
      diagnostic: { code: 'file/too-large', hint: 'write CSV: `--format csv`' },
    })
  })

  it('takes 16,384 columns and not one more', async () => {
    const head = (columns: number) => JSON.stringify(new Array(columns).fill('x'))
    await openBook('out.xlsx', head(16_384), nowhere)
    await expect(openBook('out.xlsx', head(16_385), nowhere)).rejects.toMatchObject({ exit: 'data' })
  })
})

describe('a workbook that comes in', () => {
  it('gives the same verdicts as the CSV it was made of', () =>
    inLeads(async folder => {
      await leadq(folder, `score leads.csv ${SCORE} -o book.xlsx -q`)
      await leadq(folder, `score leads.csv ${SCORE} -o from-csv.csv -q`)
      await leadq(folder, `score book.xlsx ${SCORE} -o from-book.csv -q`)
      const verdicts = (name: string) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .map(line => line.replace(/^.*?,(?=SQL|nurture|leadq_)/, ''))
      expect(verdicts('from-book.csv')).toEqual(verdicts('from-csv.csv'))
    }))

  it.each(['trade-fair', 'messe'])('also that of %s', name =>
    inFolder(async folder => {
      const day = '--as-of 2026-03-02 -q -r b2b'
      const source = join(ROOT, 'fixtures', 'leads', `${name}.csv`)
      writeFileSync(join(folder, 'leads.csv'), readFileSync(source))
      await leadq(folder, `score leads.csv ${day} -o book.xlsx`)
      await leadq(folder, `score leads.csv ${day} -o from-csv.ndjson`)
      await leadq(folder, `score book.xlsx ${day} -o from-book.ndjson`)
      const verdicts = (file: string) =>
        readFileSync(join(folder, file), 'utf8')
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line).leadq)
      expect(verdicts('from-book.ndjson')).toEqual(verdicts('from-csv.ndjson'))
    }),
  )

  const typed = makeWorkbook({
    sheets: [
      { name: 'Notes', rows: table([['Leads of March']]) },
      {
        name: 'Leads',
        rows:
          row(3, ...['id', 'Visits', 'Active', 'First seen', 'Postal Code', 'Spend', 'Mixed'].map(text)) +
          row(
            4,
            number('110150000000123456'),
            number(12),
            '<c t="b"><v>1</v></c>',
            number('46053.5', 2),
            number(1067, 5),
            number('1.234'),
            number(1),
          ) +
          row(
            5,
            number(7),
            number('0.5'),
            '<c t="b"><v>0</v></c>',
            number(46_054, 1),
            number(10_115),
            number(200),
            text('n/a'),
          ),
      },
    ],
  })

  it('comes out as a workbook whose other cells are what they were', () =>
    inLeads(async folder => {
      writeFileSync(join(folder, 'typed.xlsx'), typed)
      await leadq(folder, `score typed.xlsx ${SCORE} --columns score -q`)
      const { Leads = [] } = await readSheets(join(folder, 'typed.scored.xlsx'))
      expect(Leads).toEqual([
        ['id', 'Visits', 'Active', 'First seen', 'Postal Code', 'Spend', 'Mixed', 'leadq_score'],
        ['110150000000123456', 12, true, new Date('2026-01-31T12:00Z'), '01067', 1.234, '1', 0],
        ['7', 0.5, false, new Date('2026-02-01Z'), '10115', 200, 'n/a', 2],
      ])
    }))

  it('reads its numbers with a point even if the rulebook is German', () =>
    inLeads(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES.replace('timezone', 'numbers: de, timezone'))
      const rows = table([
        ['id', 'Spend'],
        ['1', 1234.5],
        ['2', 1.234],
      ])
      writeFileSync(join(folder, 'typed.xlsx'), makeWorkbook({ sheets: [{ name: 'Leads', rows }] }))
      await leadq(folder, `score typed.xlsx ${SCORE} --columns score -o out.csv -q`)
      expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('id,Spend,leadq_score\n1,1234.5,12\n2,1.234,0\n')
    }))

  it('is read twice where leads are compared, also from stdin, and companies can be one too', () =>
    inLeads(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), `${RULES}dedupe: { by: email }\n`)
      const leads = table([
        ['id', 'Email', 'employees', 'Company'],
        ['1', 'a@acme.example.com', '', 'Acme'],
        ['2', 'b@b.example.com', 60, 'B'],
        ['3', 'a@acme.example.com', '', 'Acme'],
      ])
      const companies = table([
        ['Company', 'employees', 'Spend'],
        ['Acme', 500, 1234.5],
        ['B', 10, ''],
      ])
      writeFileSync(join(folder, 'leads.xlsx'), makeWorkbook({ sheets: [{ name: 'Leads', rows: leads }] }))
      writeFileSync(join(folder, 'companies.xlsx'), makeWorkbook({ sheets: [{ name: 'All', rows: companies }] }))
      const line = `leadq score - ${SCORE} --companies companies.xlsx --columns fit,duplicate_of < leads.xlsx`
      const { stdout, exit } = await runShell(line, folder)
      expect([exit, stdout.trimEnd().split('\n').slice(1).sort()]).toEqual([
        0,
        ['1,a@acme.example.com,,Acme,37,', '2,b@b.example.com,60,B,10,', '3,a@acme.example.com,,Acme,,1'],
      ])
      await leadq(folder, `score leads.xlsx ${SCORE} --columns fit,duplicate_of -q`)
      const { Leads = [] } = await readSheets(join(folder, 'leads.scored.xlsx'))
      expect(Leads.map(cells => cells.slice(4))).toEqual([
        ['leadq_fit', 'leadq_duplicate_of'],
        [0, null],
        [10, null],
        [null, '1'],
      ])
    }))

  it('is read from stdin, by the sheet that was asked for, and explained by its row', () =>
    inLeads(async folder => {
      writeFileSync(join(folder, 'typed.xlsx'), typed)
      const summary = JSON.parse(await leadq(folder, `score typed.xlsx ${SCORE} -n --json`))
      expect(summary.inputs[0]).toMatchObject({ format: 'xlsx', sheet: 'Leads', sheets: 2 })
      const piped = await runShell(`leadq score - ${SCORE} --sheet 2 --format csv --columns score < typed.xlsx`, folder)
      expect(piped.stdout.split('\n')[1]).toBe('110150000000123456,12,TRUE,2026-01-31T12:00:00,01067,1.234,1,0')
      expect(await leadq(folder, `explain typed.xlsx ${SCORE} --row 5 --sheet leads`)).toContain('spends')
    }))
})

describe('what is loaded', () => {
  it('is nothing of workbooks, unless there is one', () => {
    const dist = join(ROOT, 'dist')
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.js'))
      .map(path => ({ name: basename(path), text: readFileSync(join(dist, path), 'utf8') }))
    const heavy = files
      .filter(({ text }) => /"(?:fflate|read-excel-file\/universal)"/.test(text))
      .map(({ name }) => name)
    expect(heavy).toHaveLength(2)
    const importing = files.filter(({ text }) =>
      heavy.some(name => new RegExp(`(?:from|import) ?"[^"]*${name}"`).test(text)),
    )
    expect(importing.map(({ name }) => name)).toEqual([])
    const asking = files.filter(({ text }) => heavy.some(name => new RegExp(`import\\("[^"]*${name}"\\)`).test(text)))
    expect(asking).not.toEqual([])
  })
})
