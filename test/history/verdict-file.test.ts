import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTable } from '../../src/io/parquet/read-table.ts'
import { inFolder, runInProcess } from '../support/program.ts'

const RULES = `leadq: 1
name: Verdicts
scores:
  fit:
    rules:
      - { id: size, field: employees, points_from: { 50: 10, 200: 25 } }
      - { id: free, when: { email: { is: free_mail } }, points: -5 }
  interest: { rules: [{ id: demo, when: { demo_requested: true }, points: 40 }] }
stages: [{ stage: SQL, when: { score.fit: { at_least: 20 } } }, { stage: nurture }]
segments: { size: { big: { employees: { above: 100 } }, small: otherwise } }
owners: [{ to: [Anna], when: { stage: SQL } }]
`
const LEADS = `id,email,employees
b-2,zoe@acme.example,300
,Ben@GMAIL.com,60
a-1,,20
,,7
`

test('a file of verdicts holds stage, scores, labels and points of every lead, by key', () =>
  inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    writeFileSync(join(folder, 'leads.csv'), LEADS)
    const ran = await runInProcess(
      'score leads.csv -r rules.yaml --as-of 2026-03-02 --only SQL --verdicts v.parquet'.split(' '),
      folder,
    )
    expect([ran.exit, ran.stderr]).toEqual([0, ''])
    const bytes = readFileSync(join(folder, 'v.parquet'))
    const table = openTable({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) })
    expect(table.keys()).toEqual(['', 'a-1', 'b-2', 'ben@gmail.com'])
    const names = table.columns.map(({ name }) => name)
    const rows = table.keys().map((_, row) => table.cells(row, names).map((cell, index) => [names[index], cell]))
    const day = Date.UTC(2026, 2, 2) / 86_400_000
    const common = { since: day, 'score.interest': undefined, 'rule.demo': undefined, 'rule.free': undefined }
    const nurture = { ...common, stage: 'nurture', owner: undefined, 'segment.size': 'small' }
    expect(rows.map(row => Object.fromEntries(row))).toEqual([
      { ...nurture, keyed_by: undefined, 'score.fit': 0, total: 0, 'rule.size': undefined },
      { ...nurture, keyed_by: 'id', 'score.fit': 0, total: 0, 'rule.size': undefined },
      {
        ...common,
        keyed_by: 'id',
        stage: 'SQL',
        owner: 'Anna',
        'segment.size': 'big',
        'score.fit': 25,
        total: 25,
        'rule.size': 25,
      },
      { ...nurture, keyed_by: 'email', 'score.fit': 5, total: 5, 'rule.size': 10, 'rule.free': -5 },
    ])
  }))
