import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasErrors } from '../../src/base/diagnostic.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { runs } from '../support/draws.ts'
import { EXAMPLE } from './read.ts'

const LINES = EXAMPLE.split('\n')

/** Pieces of YAML and of the language, in any order. */
const WORDS = [
  ...[
    'leadq: 1',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    ': ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '|',
    '>',
    '&a',
    '*a',
    '!x',
    '? ',
  ],
  ...[
    '---',
    '...',
    '%YAML 1.1',
    '\t',
    '~',
    'null',
    '__proto__',
    'constructor',
    '<<',
    '$a',
    '1e3',
    '01067',
    '\u0000',
    '\uFEFF',
  ],
  ...[
    'scores',
    'fit',
    'rules',
    'id',
    'when',
    'points',
    'stages',
    'stage',
    'criteria',
    'country',
    'score.fit',
    'not',
    'any',
  ],
  ...[
    'some',
    'at_least',
    'of',
    'segments',
    'otherwise',
    'tags',
    'lists',
    'fields',
    'type',
    'number',
    'fade',
    'grade',
    'DE',
  ],
]

/** One change of the example: a line left out, doubled, moved or cut. */
const change = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'cut', 'indent'),
  at: fc.nat(LINES.length - 1),
  to: fc.nat(LINES.length - 1),
})

function applied(lines: readonly string[], { kind, at, to }: { kind: string; at: number; to: number }): string[] {
  const line = lines[at] ?? ''
  switch (kind) {
    case 'drop':
      return lines.toSpliced(at, 1)
    case 'double':
      return lines.toSpliced(to, 0, line)
    case 'swap':
      return lines.with(Math.min(to, lines.length - 1), line)
    case 'cut':
      return lines.with(Math.min(at, lines.length - 1), line.slice(0, to))
    default:
      return lines.with(Math.min(at, lines.length - 1), `  ${line}`)
  }
}

/**
 * For every text: no exception, a plan if and only if there is no error, and every problem has its place in the text.
 */
function check(text: string): void {
  const { plan, diagnostics } = readRulebook({ file: 'a.yaml', text })
  expect(plan === undefined).toBe(hasErrors(diagnostics))
  const lines = text.split('\n').length
  for (const { place, message, hint = '' } of diagnostics) {
    expect(message + hint).not.toMatch(/\p{Cc}/u)
    expect(place?.line).toBeGreaterThan(0)
    // A text that is not a rulebook is not shown, so its problem has no end.
    expect(place?.endLine ?? place?.line).toBeLessThanOrEqual(lines)
    expect(place?.col).toBeGreaterThan(0)
    expect(place?.endCol ?? place?.col).toBeGreaterThan(0)
  }
}

test('any text gives a plan or problems', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), runs(300))
})

test('any pieces of YAML give a plan or problems', () => {
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(''))
  fc.assert(fc.property(text, check), runs(1000))
})

test('any change of a good rulebook gives a plan or problems', () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 4 })
  const text = changes.map(all => all.reduce(applied, LINES).join('\n'))
  fc.assert(fc.property(text, check), runs(300))
})
