import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/report/formats/formats.ts'
import { REPORT_SCHEMAS } from '../../src/report/schemas/schemas.ts'
import { findCases } from '../support/cases.ts'
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
