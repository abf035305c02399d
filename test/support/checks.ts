import fc from 'fast-check'
import { type Check, type CheckReport, OUTCOMES } from '../../src/ir/results/check-report.ts'
import type { FormatContext } from '../../src/report/formats/formats.ts'

/** Random results of checks, with hostile texts. */

const HOSTILE = [
  '::add-mask::secret',
  '  ::error file=a.yaml,line=1::owned',
  '##[add-mask]secret',
  '##vso[task.setvariable variable=a]b',
  ']]><script>alert(1)</script>&amp;',
  '| a | b |',
  '@octocat #1 https://evil.example www.evil.example [x](javascript:alert(1)) ![x](y) `code` **b** ~~c~~ <img src=x>',
  '100%0A::error::x, and: more',
  'a\r\nb\tc\u0000\u0008\u001b[31m\ufffe\ud800',
  '-->',
  '',
]

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }), fc.string())
const place = fc
  .tuple(
    fc.constantFrom('rules.yaml', 'rules/a b,c:d%.yaml', 'built-in b2b'),
    fc.nat(50),
    fc.nat(80),
    fc.nat(3),
    fc.nat(9),
  )
  .map(([file, line, col, lines, width]) => ({
    file,
    line: line + 1,
    col: col + 1,
    endLine: line + 1 + lines,
    endCol: lines === 0 ? col + 2 + width : width + 1,
  }))

const check: fc.Arbitrary<Check> = fc.record(
  {
    id: fc.constantFrom('lint/contradiction', 'test/failed', 'diff/gate'),
    title: fc.constantFrom('a condition that can never hold', 'a test that fails'),
    url: fc.constant('https://example.org/docs'),
    file: fc.constantFrom('rules.yaml', 'built-in b2b', 'a&b.test.yaml'),
    name: text,
    outcome: fc.constantFrom(...OUTCOMES),
    message: text,
    details: fc.array(text, { maxLength: 3 }),
    place,
    related: fc.array(fc.record({ place, message: text }), { maxLength: 2 }),
    hint: text,
    fingerprint: fc.constantFrom('0a1b2c3d4e5f', '111111111111', '222222222222'),
  },
  { requiredKeys: ['id', 'title', 'file', 'name', 'outcome', 'message', 'fingerprint'] },
)

export const report: fc.Arbitrary<CheckReport> = fc.record({
  command: fc.constantFrom('lint', 'test', 'diff'),
  summary: text,
  checks: fc.array(check, { maxLength: 40 }),
})

export const CONTEXT: FormatContext = {
  version: '1.2.3',
  inRepository: file => (file.startsWith('built-in ') ? undefined : `sub/${file}`),
}
