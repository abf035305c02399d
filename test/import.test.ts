import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Import } from '../src/ir/catalogue/import.ts'
import { IMPORTS, type ImportName } from '../src/ir/catalogue/imports.ts'
import { readKey } from '../src/outputs/imports/import-keys.ts'
import { readTree } from './support/cases.ts'
import { inFolder, runInProcess } from './support/program.ts'

/** Files for the importers of CRMs. */

const systems = Object.entries(IMPORTS) as [ImportName, Import][]

describe.each(systems)(
  'the table for %s',
  (_, { title, keys, headings, delimiter, lineEnd, date, list, boolean, most }) => {
    it('says everything that a file needs', () => {
      expect(title).not.toBe('')
      expect(keys.length).toBeGreaterThan(0)
      expect(headings.template).toMatch(/^[^{}]*\{prefix\}\{[Nn]ame\}[^{}]*$/)
      expect([delimiter, lineEnd]).toEqual([',', '\n'])
      expect(date).toMatch(/YYYY.*MM.*DD/)
      expect(list).not.toBe('')
      expect(boolean.yes).not.toBe(boolean.no)
      expect(most.text).toBeGreaterThanOrEqual(255)
      expect(most.longText).toBeGreaterThanOrEqual(most.text)
    })

    it('has keys of different names, and headings for all but e-mail addresses', () => {
      expect(new Set(keys.map(({ heading }) => heading)).size).toBe(keys.length)
      for (const { form, from } of keys) expect(from.length > 0).toBe(form !== 'email')
    })
  },
)

describe('keys', () => {
  test.each([
    ['00QE000000IJmcN', '00QE000000IJmcN'],
    ['a01M00000062mPgIAI', 'a01M00000062mPgIAI'],
    ['AbCdEfGhIjKlMnOVKV', 'AbCdEfGhIjKlMnOVKV'],
    ['aBcDEfgHIJKLMNO025', 'aBcDEfgHIJKLMNO025'],
    // The last three characters restore lost capitals.
    ['a01m00000062mpgiai', 'a01M00000062mPgIAI'],
    ['A01M00000062MPGIAI', 'a01M00000062mPgIAI'],
  ])('%s finds a record of Salesforce', (text, key) => {
    expect(readKey('salesforce id', text)).toEqual({ key })
  })

  test.each([
    'a01M00000062mPgIAJ',
    'a01m00000062mPgIAI',
    'a01M00000062mPg999',
    '00Q',
    '00QE000000IJmc-',
    '1.11015E+11',
    'L-1042',
  ])('%s does not', text => {
    expect(readKey('salesforce id', text)).toMatchObject({ problem: expect.any(String) })
  })

  test('capitals are restored for any id', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9]{15}$/)
    const suffix = (text: string) =>
      [0, 5, 10]
        .map(start => {
          const bits = [...text.slice(start, start + 5)].reverse().map(sign => (/[A-Z]/.test(sign) ? '1' : '0'))
          return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[Number.parseInt(bits.join(''), 2)]
        })
        .join('')
    fc.assert(
      fc.property(id, text => {
        const key = text + suffix(text)
        for (const seen of [key, key.toLowerCase(), key.toUpperCase()])
          expect(readKey('salesforce id', seen)).toEqual({ key })
      }),
    )
  })

  test.each([
    ['number', '111015000000', true],
    ['number', '1.11015E+11', false],
    ['number', '1,11015E+11', false],
    ['number', '12a', false],
    ['number', '-1', false],
    ['email', 'anna@acme.example.com', true],
    ['email', 'anna@acme', false],
    ['email', 'none', false],
  ] as const)('%s: %s', (form, text, isKey) => {
    expect('key' in readKey(form, text)).toBe(isKey)
  })
})

const RULES = `leadq: 1
name: Import
lists: { long: [x] }
scores:
  Fit-Güte: { rules: [{ id: size, label: big company, field: employees, points_from: { 50: 10, 200: 25 } }] }
criteria:
  budget: { when: { budget: { known: true } } }
  need: { when: { need: { known: true } } }
exclude: [{ id: competitor, when: { competitor: true } }]
stages: [{ stage: SQL, when: { score.total: { at_least: 20 } } }, { stage: nurture }]
tags: { big: { employees: { at_least: 200 } }, some: { employees: { known: true } } }
owners: [{ keep: crm_owner }, { to: Anna }]
next: [{ do: call, due: 3d }]
`

interface Imported {
  readonly exit: number
  readonly stderr: string
  readonly stdout: string
  readonly file: string
  readonly rows: readonly Record<string, string>[]
  readonly rejects: readonly Record<string, string>[]
}

async function importFor(system: ImportName, csv: string, flags = ''): Promise<Imported> {
  return inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    writeFileSync(join(folder, 'leads.csv'), csv)
    const line = `score leads.csv -r rules.yaml --as-of 2026-03-02 --for ${system} ${flags}`.trim()
    const { exit, stderr, stdout } = await runInProcess(line.split(/ +/), folder)
    const files = readTree(folder)
    const table = (path: string): Record<string, string>[] =>
      parse(Buffer.from(files.get(path) ?? '', 'latin1'), { columns: true, bom: false })
    const path = `leads.${system}.csv`
    const rejects = table('leads.rejects.csv')
    return { exit, stderr, stdout, file: files.get(path) ?? '', rows: table(path), rejects }
  })
}

const LEADS = `Id,Record ID,Person - ID,Prospect Id,Email,employees,competitor,Lead Owner,budget
00QE000000IJmcNMAT,101,11,21,anna@acme.example.com,250,yes,Zoë,10000
00qe000000ijmcnmat,102,12,22,ben@acme.example.com,60,no,,
00QE000000IJmcX,1.11015E+11,13,23,cleo@acme.example.com,60,no,,
,,,,,10,no,,
x,y,z,u,nobody,10,no,,
`

describe('files', () => {
  const KEYS: Readonly<Record<ImportName, readonly [heading: string, keys: readonly string[]]>> = {
    salesforce: ['Id', ['00QE000000IJmcNMAT', '00QE000000IJmcNMAT', '00QE000000IJmcX']],
    hubspot: ['Email', ['anna@acme.example.com', 'ben@acme.example.com', 'cleo@acme.example.com']],
    pipedrive: ['Person - ID', ['11', '12', '13']],
    marketo: ['Email Address', ['anna@acme.example.com', 'ben@acme.example.com', 'cleo@acme.example.com']],
    activecampaign: ['Email', ['anna@acme.example.com', 'ben@acme.example.com', 'cleo@acme.example.com']],
    pardot: ['Email', ['anna@acme.example.com', 'ben@acme.example.com', 'cleo@acme.example.com']],
  }

  it.each(Object.entries(KEYS) as [ImportName, (typeof KEYS)[ImportName]][])(
    'for %s hold the key, leadq`s columns and nothing else; the others are in the rejects with a reason',
    async (system, [heading, keys]) => {
      const { exit, rows, rejects, file } = await importFor(system, LEADS, '-q')
      expect(exit).toBe(0)
      expect(rows.map(row => row[heading])).toEqual(keys)
      expect(
        Object.keys(rows[0] ?? {})
          .slice(1)
          .every(name => /leadq_/.test(name)),
      ).toBe(true)
      expect(Object.keys(rows[0] ?? {})).toHaveLength(15)
      expect(file.startsWith(`${heading},`)).toBe(true)
      expect(rejects.map(({ line, code }) => [line, code])).toEqual([
        ['5', 'import/no-key'],
        ['6', 'import/bad-key'],
      ])
    },
  )

  it('spell names, lists, dates and nothing as the system wants them', async () => {
    const [salesforce, second] = (await importFor('salesforce', LEADS, '-q')).rows
    expect(second).toMatchObject({ leadq_Excluded__c: '#N/A', leadq_Owner__c: 'Anna' })
    expect(salesforce).toMatchObject({
      leadq_Stage__c: 'disqualified',
      leadq_Fit_Gute__c: '25',
      leadq_Tags__c: 'big;some',
      leadq_Reasons__c: 'big company +25',
      leadq_Met__c: 'budget',
      leadq_Missing__c: 'need',
      leadq_Excluded__c: 'competitor',
      leadq_Owner__c: 'Zoë',
      leadq_Since__c: '2026-03-02',
    })
    const [pipedrive] = (await importFor('pipedrive', LEADS, '-q')).rows
    expect(pipedrive).toMatchObject({
      'Person - leadq_fit_gute': '25',
      'Person - leadq_tags': 'big, some',
      'Person - leadq_due': '2026-03-05',
    })
    const [campaign] = (await importFor('activecampaign', LEADS, '-q')).rows
    expect(campaign).toMatchObject({ leadq_tags: 'big||some', leadq_due: '2026-03-05' })
  })

  it('go by the key that most leads have', async () => {
    const ids = 'Record ID,Email,employees\n101,,250\n102,,60\n103,ben@acme.example.com,60\n'
    expect((await importFor('hubspot', ids, '-q')).rows.map(row => row['Record ID'])).toEqual(['101', '102', '103'])
  })

  it('know --only, --split, --columns, --prefix and -o', async () => {
    const { rows } = await importFor('hubspot', LEADS, '-q --only nurture --columns score,stage --prefix lq_')
    expect(Object.keys(rows[0] ?? {})).toEqual(['Email', 'lq_score', 'lq_stage'])
    expect(rows).toHaveLength(2)
    const piped = await importFor('hubspot', LEADS, '-q --columns stage -o -')
    expect(piped.stdout).toBe(
      'Email,leadq_stage\nanna@acme.example.com,disqualified\nben@acme.example.com,nurture\ncleo@acme.example.com,nurture\n',
    )
  })

  it('can be written again by another night', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), LEADS)
      for (const system of Object.keys(IMPORTS)) {
        const line = `score leads.csv -r rules.yaml --as-of 2026-03-02 -q --for ${system} -o ${system}.csv`.split(' ')
        expect((await runInProcess(line, folder)).exit).toBe(0)
        const again = await runInProcess(line, folder)
        expect(again.exit, again.stderr).toBe(0)
        expect(again.stderr).not.toContain('file/exists')
      }
    }))

  it('leave out texts that are too long or that end an import, and only them', async () => {
    const owner = (text: string) =>
      `Email,employees,Lead Owner,Record ID,Id\nanna@acme.example.com,1,${text},1,00QE000000IJmcN\nben@acme.example.com,1,Ben,2,00QE000000IJmcX\n`
    for (const [system, text] of [
      ['salesforce', 'x'.repeat(256)],
      ['marketo', 'ü'.repeat(128)],
      ['activecampaign', 'Ann 🎉'],
      ['hubspot', 'x'.repeat(65_537)],
    ] as const) {
      const { rows, rejects } = await importFor(system, owner(text), '-q')
      expect(rows, system).toHaveLength(1)
      expect(rejects.map(({ line, code }) => [line, code])).toEqual([['2', 'import/text']])
    }
    expect((await importFor('marketo', owner('ü'.repeat(127)), '-q')).rows).toHaveLength(2)
    expect((await importFor('hubspot', owner('Ann 🎉'), '-q')).rows).toHaveLength(2)
  })

  it('never get a duplicate back: its empty columns would empty the fields of the record', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), `${RULES}dedupe: { by: email }\n`)
      writeFileSync(
        join(folder, 'leads.csv'),
        'Email,employees\na@acme.example.com,1\nb@acme.example.com,60\na@acme.example.com,250\n',
      )
      const line = 'score leads.csv -r rules.yaml --as-of 2026-03-02 --for hubspot --columns score --json'
      const { stdout, exit } = await runInProcess(line.split(' '), folder)
      expect([exit, JSON.parse(stdout).counts]).toEqual([
        0,
        { read: 3, scored: 2, rejected: 0, duplicate: 1, left_out: 0 },
      ])
      const rows = (readTree(folder).get('leads.hubspot.csv') ?? '').trimEnd().split('\n').slice(1)
      expect(rows.map(row => row.split(',')[0]).sort()).toEqual(['a@acme.example.com', 'b@acme.example.com'])
    }))

  it('count everything: scored, written and left out', async () => {
    const { stdout } = await importFor('salesforce', LEADS, '--json')
    const summary = JSON.parse(stdout)
    expect(summary.counts).toEqual({ read: 5, scored: 5, rejected: 0, duplicate: 0, left_out: 0 })
    expect(summary.inputs[0].import).toMatchObject({
      for: 'Salesforce',
      key: 'Id',
      refused: [
        { code: 'import/no-key', count: 1, first_line: 5 },
        { code: 'import/bad-key', count: 1, first_line: 6 },
      ],
    })
    expect(summary.inputs[0].outputs).toEqual([
      { path: 'leads.salesforce.csv', leads: 3 },
      { path: 'leads.rejects.csv', leads: 2 },
    ])
  })
})

describe('names that do not fit', () => {
  const scored = (name: string) => RULES.replace('Fit-Güte', name)
  it.each([
    [
      'two of one name',
      scored('"fit 1"')
        .replace('rules:', 'rules:')
        .replace(
          'criteria:',
          '  "fit-1": { rules: [{ id: b, when: { employees: { known: true } }, points: 1 }] }\ncriteria:',
        ),
    ],
    ['one that is too long', scored(`"${'long '.repeat(10)}x"`)],
    ['one without a letter', scored('"客户"')],
  ])('%s', (_, rules) =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), rules)
      writeFileSync(join(folder, 'leads.csv'), LEADS)
      const line = 'score leads.csv -r rules.yaml --as-of 2026-03-02 --for salesforce'
      const { exit, stderr } = await runInProcess(line.split(' '), folder)
      expect([exit, stderr]).toEqual([2, expect.stringContaining('--columns')])
    }),
  )
})
