import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findPaths } from '../../src/cli/hosts/run/glob.ts'
import { GUARDS } from '../../src/ir/run/guard.ts'
import { REPORT_SCHEMAS } from '../../src/report/schemas/schemas.ts'
import { RUN_FLAGS, readRunFile, runSchema } from '../../src/rulebook/index.ts'
import { patternsOf } from '../../src/tools/run/init/patterns.ts'
import { schemaProblems } from '../rulebook/validate.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'
import { layOut, writeLeads } from '../support/run/nights.ts'

/** The run file, its flags, its patterns and what it leaves. */

const ALL = `job: nightly
inputs: [exports/*.csv, { files: "more-*.csv", newest: true }, { files: x.csv, exactly: 1 }]
newest: false
exactly: 2
events: web/*.ndjson
companies: companies.csv
costs: costs.csv
rules: leadq.yaml
out: runs
previous: latest
from: hubspot
input_format: csv
sheet: Leads
header: false
names: [id, email]
with_deleted: true
outputs: [{ format: xlsx, split: true, columns: [stage, score], prefix: x_, escape_formulas: true }, { for: hubspot, only: SQL, sort: fit, top: 5 }]
guards:
  min_rows: 100
  max_shrink: { warn: 10%, fail: 30% }
  max_grow: 5000
  max_moved: 5%
  max_rejects: 1%
  max_age: 26h
  same_file: fail
  required_columns: { fail: [Email], warn: Phone }
  max_emptier: 20
  new_values: [country]
  stage_share: { warn: { SQL: 1%..20% }, fail: { MQL: ..50% } }
by_owner: true
keep: 400d
ping: ping.txt
webhook: hook.txt
metrics: leadq.prom
markdown: mail.md
threads: 2
memory: 500MB
max_duration: 30m
lock_wait: 10m
log_format: json
language: de
`

describe('a run file', () => {
  it('with every key is read, and is what its schema allows', () => {
    const { settings, diagnostics } = readRunFile({ file: 'run.yaml', text: ALL }, new Map())
    expect(diagnostics).toEqual([])
    expect(schemaProblems(runSchema(), parse(ALL))).toEqual([])
    // Every key of the language is in the example.
    const keys = (part: object) => Object.keys(part).sort()
    expect(keys(parse(ALL))).toEqual(keys(runSchema().properties ?? {}))
    expect(keys(parse(ALL).guards)).toEqual(keys(runSchema().properties?.guards?.properties ?? {}))
    expect(settings?.inputs).toEqual([
      { path: 'exports/*.csv', of: 'file', newest: false, exactly: 2 },
      { path: 'more-*.csv', of: 'file', newest: true, exactly: 2 },
      { path: 'x.csv', of: 'file', newest: false, exactly: 1 },
    ])
    expect(settings?.guards).toContainEqual({ guard: 'max_shrink', action: 'warn', value: { percent: 10 } })
    expect(settings?.guards).toContainEqual({ guard: 'max_age', action: 'fail', value: 93_600 })
    expect(settings?.guards).toContainEqual({
      guard: 'stage_share',
      action: 'fail',
      value: [{ stage: 'MQL', least: 0, most: 50 }],
    })
  })

  it('gives the same settings where each key is a flag', () => {
    const written = parse(ALL)
    const values = new Map<string, string | boolean | string[]>()
    for (const { name, key, within, kind } of RUN_FLAGS) {
      if (within === 'outputs') continue
      const value = within === 'run' ? written[key] : written.guards[key]
      const text = (each: unknown) => (typeof each === 'object' ? JSON.stringify(each) : String(each))
      const flow = (each: unknown) => text(each).replace(/"(\w+)":/g, '$1: ')
      const given = Array.isArray(value) ? value.map(flow) : kind === 'switch' ? String(value) : flow(value)
      values.set(name, given)
    }
    const { settings, diagnostics } = readRunFile(undefined, values)
    expect(diagnostics).toEqual([])
    const ofFile = JSON.stringify(readRunFile({ file: 'run.yaml', text: ALL }, new Map()).settings)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(JSON.parse(ofFile.replaceAll('"of":"file"', '"of":"flag"')))
  })

  it('is written again with its flags, and reads as the same', () => {
    const flags = new Map([['max-shrink', '5%']])
    const { settings, text } = readRunFile({ file: 'run.yaml', text: ALL }, flags)
    expect(settings?.guards).toContainEqual({ guard: 'max_shrink', action: 'fail', value: { percent: 5 } })
    expect(readRunFile({ file: 'copy.yaml', text }, new Map()).settings).toEqual(settings)
  })

  it('that --init writes is valid, and finds leads, events and companies', () =>
    inFolder(async folder => {
      layOut(folder, 3)
      mkdirSync(join(folder, 'crm'))
      writeFileSync(
        join(folder, 'crm', 'web-2026-11-28.csv'),
        'event,time,distinct_id,$insert_id,$current_url\nPage View,2026-03-01 09:00:00,1,i1,https://x.example/\n',
      )
      writeFileSync(join(folder, 'crm', 'notes.json'), '{"name":"x"}')
      const { exit } = await runInProcess(['run', '--init', 'night.yaml'], folder)
      expect(exit).toBe(0)
      const text = readFileSync(join(folder, 'night.yaml'), 'utf8')
      const { settings, diagnostics } = readRunFile({ file: 'night.yaml', text }, new Map())
      expect(diagnostics).toEqual([])
      expect(schemaProblems(runSchema(), parse(text))).toEqual([])
      expect(settings?.inputs.map(({ path }) => path)).toEqual(['leads.csv'])
      expect(settings?.events).toEqual([{ path: 'crm/web-*.csv', of: 'file', newest: true }])
      // Everything that is shown as a comment is valid as well.
      const open = text
        .replace(/^# (?=\w+:| {2})/gm, '')
        .replace(/^(\s+)# (?=\w+:)/gm, '$1')
        .replace(/^# {3}(?=-)/gm, '  ')
      expect(readRunFile({ file: 'night.yaml', text: open }, new Map()).diagnostics).toEqual([])
      expect((await runInProcess(['run', '--init', 'night.yaml'], folder)).exit).toBe(73)
    }))
})

describe('docs/guides/every-night.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'guides', 'every-night.md'), 'utf8')

  it('shows run files and guards that are read', () => {
    const files = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
    const guards = [...page.matchAll(/^\| (`\w+: .*?`(?:, `\w+: .*?`)*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, guard = '']) => `inputs: x.csv\nguards: { ${guard} }\n`),
    )
    expect([files.length, guards.length]).toEqual([1, 11])
    for (const text of [...files, ...guards]) {
      expect([text, readRunFile({ file: 'page', text }, new Map()).diagnostics]).toEqual([text, []])
    }
  })

  it('names every guard', () => {
    for (const guard of GUARDS) expect(page).toContain(`\`${guard}: `)
  })
})

describe('patterns', () => {
  it.each([
    ['exports/*.csv', ['exports/a.csv', 'exports/b.csv']],
    ['exports/[ab].{csv,tsv}', ['exports/a.csv', 'exports/a.tsv', 'exports/b.csv']],
    ['exports/[!a]*.csv', ['exports/b.csv']],
    ['exports/?.tsv', ['exports/a.tsv']],
    ['**/*.csv', ['exports/a.csv', 'exports/b.csv', 'exports/deep/er/c.csv', 'top.csv']],
    ['exports/**', ['exports/a.csv', 'exports/a.tsv', 'exports/b.csv', 'exports/deep/er/c.csv']],
    ['*/a.*', ['exports/a.csv', 'exports/a.tsv']],
    ['exports/.*.csv', ['exports/.hidden.csv']],
    ['odd[1].csv', ['odd[1].csv']],
    ['top.csv', ['top.csv']],
    ['nothing/*.csv', []],
    [`${'*a'.repeat(40)}.csv`, []],
  ])('%s', (pattern, expected) =>
    inFolder(async folder => {
      const files = [
        'top.csv',
        'odd[1].csv',
        'exports/a.csv',
        'exports/a.tsv',
        'exports/b.csv',
        'exports/.hidden.csv',
        'exports/deep/er/c.csv',
        `${'a'.repeat(60)}.txt`,
      ]
      for (const file of files) {
        mkdirSync(dirname(join(folder, file)), { recursive: true })
        writeFileSync(join(folder, file), '')
      }
      // A link that leads back up is not followed for ever.
      symlinkSync('..', join(folder, 'exports', 'up'))
      const odd = pattern === '**/*.csv' ? ['odd[1].csv'] : []
      expect(await findPaths(pattern, folder)).toEqual([...expected, ...odd].sort())
    }),
  )

  it.each([
    ['leads-2026-11-28.csv', 'leads-*.csv'],
    ['exports/20261128_leads.csv', 'exports/*_leads.csv'],
    ['leads 2026-11-28T02-00-00Z.csv.gz', 'leads *.csv.gz'],
    ['leads-2026-11-28 (1).csv', 'leads-* (1).csv'],
    ['b2b.csv', 'b2b.csv'],
    ['2026/leads.csv', '2026/leads.csv'],
  ])('for tomorrow: %s', (path, files) => expect(patternsOf([path])).toEqual([{ files, newest: files !== path }]))
})

describe('the manifest', () => {
  it('is what its schema says, whatever became of the run, and its counts add up', () =>
    inFolder(async folder => {
      layOut(folder, 30)
      writeFileSync(join(folder, 'leads.csv'), '30,Short\n\nTotal,1,\n', { flag: 'a' })
      const problems = (text: string) => schemaProblems(REPORT_SCHEMAS.manifest, JSON.parse(text))
      const published = await runInProcess(['run', '--json', '-q'], folder)
      expect([published.exit, problems(published.stdout)]).toEqual([0, []])
      const { counts, stages, rejects, skipped, inputs } = JSON.parse(published.stdout)
      expect(counts.read).toBe(counts.scored + counts.rejected + counts.duplicate + counts.left_out)
      expect(stages.SQL + stages.nurture).toBe(counts.scored)
      expect(rejects).toEqual({ 'lead/cells': counts.rejected })
      expect(Object.values<number>(skipped).reduce((sum, each) => sum + each, 0)).toBe(counts.left_out)
      expect(inputs[0]).toMatchObject({
        path: 'leads.csv',
        rows: counts.read,
        columns: expect.arrayContaining(['id', 'company', 'employees']),
      })
      writeLeads(folder, 3)
      const quarantined = await runInProcess(['run', '--json', '-q', '--max-shrink', '10%'], folder)
      expect([quarantined.exit, problems(quarantined.stdout)]).toEqual([65, []])
      expect((await runInProcess(['run', '-q', '--inputs', 'nope-*.csv'], folder)).exit).toBe(66)
      const failed = readdirSync(join(folder, 'runs', 'failed')).map(id =>
        readFileSync(join(folder, 'runs', 'failed', id, 'manifest.json'), 'utf8'),
      )
      expect(failed.map(problems)).toEqual([[]])
    }))
})
