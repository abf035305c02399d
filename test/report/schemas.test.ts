import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/report/formats/formats.ts'
import { REPORT_SCHEMAS } from '../../src/report/schemas/schemas.ts'
import { copyInputs, findCases, plainArguments } from '../support/cases.ts'
import { CONTEXT, report } from '../support/checks.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

const RULES = `leadq: 1
name: Views
scores: { interest: { rules: [{ id: visits, per: page_views, points: 1, max: 100 }] } }
stages: [{ stage: SQL, when: { score.interest: { at_least: 50 } } }, { stage: nurture }]
`

/** Stricter than for users: every printed key has to be described. */
function validator(name: keyof typeof REPORT_SCHEMAS) {
  const close = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && 'required' in part ? { ...part, additionalProperties: false } : part
  return new Ajv.default().compile(JSON.parse(JSON.stringify(REPORT_SCHEMAS[name]), close))
}

/** The JSON that the case folders of a command print. */
function printed(command: string): { readonly name: string; readonly document: unknown }[] {
  return findCases(join(ROOT, 'fixtures', 'cases', command)).flatMap(({ name, folder, command: line }) => {
    const file = join(folder, 'expected', 'stdout')
    if (!/--format json(?!=)/.test(line) || !existsSync(file)) return []
    return [{ name, document: JSON.parse(readFileSync(file, 'utf8')) }]
  })
}

describe('the JSON that is printed fits its schema', () => {
  test.each([
    ['lint', 'lint-report'],
    ['test', 'test-report'],
    ['diff', 'diff-report'],
  ] as const)('in the case folders of %s', (command, schema) => {
    const isValid = validator(schema)
    const documents = printed(command)
    expect(documents.length).toBeGreaterThan(0)
    for (const { name, document } of documents) {
      isValid(document)
      expect(isValid.errors, name).toBeNull()
    }
  })

  test.each([
    ...[
      'events-that-cannot-be-judged-are-counted',
      'costs-beside-the-leads-of-their-days',
      'leads-go-back-to-salesforce',
    ],
    ...['a-dry-run-writes-nothing', 'criteria-exclusions-stages-segments-tags', 'deleted-records-are-skipped'],
    ...[
      'text-read-the-wrong-way-is-repaired',
      'two-inputs-get-an-output-each',
      'a-chance-by-score-and-the-wins-to-expect',
    ],
    ...['a-lead-is-found-again-in-the-output-of-yesterday', 'the-summary-counts-duplicates', 'nothing-matches'],
    ...['channels-from-source-campaign-and-links', 'text-after-a-closing-quote-is-rejected', 'json-can-become-csv'],
  ])('of the summary: %s', name =>
    inFolder(async folder => {
      const [found] = findCases(join(ROOT, 'fixtures', 'cases', 'score', name))
      if (found === undefined) throw new Error(`no such case: ${name}`)
      copyInputs(found, folder)
      await runInProcess([...(plainArguments(found.command) ?? []), '--json=summary.json'], folder)
      const isValid = validator('summary')
      isValid(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')))
      expect(isValid.errors).toBeNull()
    }),
  )

  test('of the summary of companies, of a workbook, and of a database', () =>
    inFolder(async folder => {
      const isValid = validator('summary')
      writeFileSync(join(folder, 'leads.csv'), 'id,Email,Company Name\n1,a@acme.example,Acme\n')
      writeFileSync(join(folder, 'companies.csv'), 'Name,Domain,Employees\nAcme,acme.example,300\n')
      const { stdout } = await runInProcess(['score', 'leads.csv', '--companies', 'companies.csv', '--json'], folder)
      await runInProcess(['score', 'leads.csv', '-o', 'leads.xlsx'], folder)
      const workbook = await runInProcess(['score', 'leads.xlsx', '--json'], folder)
      const stored = join(ROOT, 'fixtures', 'cases', 'postgres', 'json-summary', 'expected', 'stdout')
      for (const document of [stdout, workbook.stdout, readFileSync(stored, 'utf8')]) {
        isValid(JSON.parse(document))
        expect(isValid.errors).toBeNull()
      }
    }))

  test('of the history of two nights, and of a lead that is forgotten', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      const run = (day: string) =>
        runInProcess(['run', '--inputs', 'leads.csv', '-r', 'rules.yaml', '--as-of', day, '-q'], folder)
      for (const [day, views] of [
        ['2026-03-02', 10],
        ['2026-03-03', 60],
      ] as const) {
        writeFileSync(join(folder, 'leads.csv'), `id,page_views\n1,${views}\n2,${views - 5}\n`)
        expect(await run(day)).toMatchObject({ exit: 0 })
      }
      const ofSummary = validator('summary')
      for (const run of readdirSync(join(folder, 'runs')).filter(name => /^\d/.test(name))) {
        ofSummary(JSON.parse(readFileSync(join(folder, 'runs', run, 'summary.json'), 'utf8')))
        expect(ofSummary.errors, run).toBeNull()
      }
      const [ofHistory, ofForgotten] = [validator('history-report'), validator('forget-report')]
      for (const asked of [[], ['--id', '1'], ['--rule', 'visits'], ['--funnel', '--by', 'week']]) {
        const { stdout } = await runInProcess(['history', ...asked, '--json'], folder)
        ofHistory(JSON.parse(stdout))
        expect(ofHistory.errors, asked.join(' ')).toBeNull()
      }
      const { stdout } = await runInProcess(['forget', '--id', '1', '--json'], folder)
      ofForgotten(JSON.parse(stdout))
      expect(ofForgotten.errors).toBeNull()
    }))

  test('whatever a check says', () => {
    const isValid = validator('lint-report')
    fc.assert(
      fc.property(report, drawn => {
        isValid(JSON.parse(FORMATS.json.print(drawn, CONTEXT)))
        expect(isValid.errors).toBeNull()
      }),
    )
  })
})
