import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnose } from '../../src/base/diagnostic.ts'
import { countDiagnostics, printDiagnostics } from '../../src/report/diagnostics.ts'
import { widthOf } from '../../src/report/terminal/terminal-text.ts'
import { themeOf } from '../../src/report/terminal/theme.ts'
import { plainTheme } from './examples.ts'
import { HOSTILE, UNSAFE } from './hostile.ts'

const FILE = 'rules/saas.yaml'
const theme = plainTheme()

function print(diagnostics: readonly Diagnostic[], text?: string, limit?: number): string {
  return printDiagnostics(diagnostics, { theme, textOf: () => text, ...(limit === undefined ? {} : { limit }) })
}

/** Prints a problem about `marked` in a one-line file and returns the text above the carets. */
function underCarets(line: string, marked: string, width = 80): string {
  const col = line.indexOf(marked) + 1
  const place = { file: FILE, line: 1, col, endCol: col + marked.length }
  const options = { theme: plainTheme(width), textOf: () => line }
  const [, source = '', carets = ''] = printDiagnostics([diagnose('rule/shape', 'x', { place })], options).split('\n')
  expect(widthOf(source)).toBeLessThanOrEqual(width)
  expect(widthOf(carets)).toBeLessThanOrEqual(width)
  const from = carets.indexOf('^')
  let column = 0
  return Array.from(new Intl.Segmenter().segment(source), ({ segment }) => segment)
    .filter(segment => {
      const start = column
      column += widthOf(segment)
      return start >= from && start < carets.length
    })
    .join('')
}

describe('printDiagnostics', () => {
  it('shows place, line, carets and hint', () => {
    const text = `${'\n'.repeat(13)}    when: { employes: { above: 50 } }\r\n`
    const place = { file: FILE, line: 14, col: 13, endLine: 14, endCol: 21 }
    const unknown = diagnose('rule/unknown-field', 'unknown field `employes`', {
      place,
      hint: 'did you mean `employees`?',
    })
    expect(print([unknown], text)).toBe(
      [
        'rules/saas.yaml:14:13 error rule/unknown-field  unknown field `employes`',
        '   14 |     when: { employes: { above: 50 } }',
        '      |             ^^^^^^^^',
        '   hint: did you mean `employees`?',
        '',
      ].join('\n'),
    )
  })

  it('shows related places with their own line', () => {
    const place = { file: FILE, line: 3, col: 9, endCol: 13 }
    const related = [{ place: { file: FILE, line: 1, col: 9, endCol: 13 }, message: 'first defined here' }]
    const twice = diagnose('rule/duplicate-id', '`size` is already taken', { place, related })
    expect(print([twice], '  - id: size\n\n  - id: size\n')).toBe(
      [
        'rules/saas.yaml:3:9 error rule/duplicate-id  `size` is already taken',
        '    3 |   - id: size',
        '      |         ^^^^',
        '   rules/saas.yaml:1:9 first defined here',
        '    1 |   - id: size',
        '      |         ^^^^',
        '',
      ].join('\n'),
    )
  })

  it('does without a frame where there is no place or no text', () => {
    const place = { file: FILE, line: 99, col: 1 }
    expect(print([diagnose('cli/rulebook', 'using built-in b2b')])).toBe('note: using built-in b2b\n')
    expect(print([diagnose('yaml/syntax', 'x', { place })])).toBe(`${FILE}:99:1 error yaml/syntax  x\n`)
    expect(print([diagnose('yaml/syntax', 'x', { place })], 'short')).toBe(`${FILE}:99:1 error yaml/syntax  x\n`)
    expect(print([])).toBe('')
  })

  it.each([
    ['after tabs', '\t\twhen: { employes: 1 }', 'employes'],
    ['after wide characters', '- { 業種: 1, employes: 2 }', 'employes'],
    ['under wide characters', '- { 業種: 1 }', '業種'],
    ['after an emoji', '- { 👩‍💻: 1, employes: 2 }', 'employes'],
    ['far to the right', `${'a'.repeat(300)} employes ${'b'.repeat(300)}`, 'employes'],
    ['at the end of a long line', `${'業'.repeat(300)} employes`, 'employes'],
    ['at the start of a long line', `employes ${'b'.repeat(300)}`, 'employes'],
  ])('puts the carets right %s', (_, line, marked) => {
    expect(underCarets(line, marked)).toBe(marked)
    expect(underCarets(line, marked, 60)).toBe(marked)
  })

  it('marks the rest of the line where a place ends on a later one, one sign where it has no end', () => {
    const carets = (place: { endLine?: number; endCol?: number }) =>
      print([diagnose('rule/shape', 'x', { place: { file: FILE, line: 1, col: 3, ...place } })], 'a: [\n1]').split(
        '\n',
      )[2]
    expect(carets({ endLine: 2, endCol: 2 })).toBe('      |   ^^')
    expect(carets({})).toBe('      |   ^')
  })

  it('shows at most 50, or as many as asked for', () => {
    const many = Array.from({ length: 62 }, (_, index) => diagnose('rule/shape', `number ${index}`))
    expect(print(many).split('\n').slice(-2)).toEqual(['and 12 more', ''])
    expect(print(many)).toContain('number 49\n')
    expect(print(many, undefined, 2)).toBe('error rule/shape  number 0\nerror rule/shape  number 1\nand 60 more\n')
  })

  it('lets no text act on the terminal', () => {
    const place = { file: `a${HOSTILE}`, line: 1, col: 5, endCol: 9 }
    const related = [{ place, message: HOSTILE }]
    const hostile = diagnose('rule/shape', HOSTILE, { place, related, hint: HOSTILE })
    expect(print([hostile], `\u001b[31m ${HOSTILE}`)).not.toMatch(UNSAFE)
  })

  it('colours by severity', () => {
    const coloured = themeOf({ colour: true, width: 80, unicode: true })
    const all = [diagnose('rule/shape', 'a'), diagnose('rule/substring', 'b'), diagnose('cli/rulebook', 'c')]
    const text = printDiagnostics(all, { theme: coloured, textOf: () => undefined })
    expect(text).toContain('\u001b[31merror\u001b[39m')
    expect(text).toContain('\u001b[33mwarning\u001b[39m')
    expect(text).toContain('\u001b[2mnote:\u001b[22m')
  })
})

it('counts problems by severity', () => {
  const [error, warning] = [diagnose('rule/shape', 'a'), diagnose('rule/substring', 'b')]
  expect(countDiagnostics([error, warning, error])).toBe('2 errors, 1 warning')
  expect(countDiagnostics([diagnose('cli/rulebook', 'c')])).toBe('1 note')
  expect(countDiagnostics([])).toBe('no problems')
})
