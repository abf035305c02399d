import { printPlace } from '../../base/place.ts'
import type { TestedFile, TestFailure, TestReason, TestReport, TestResult } from '../../ir/results/test-report.ts'
import { conditionText, marked } from '../explanation/conditions.ts'
import { NOTHING } from '../explanation/seen.ts'
import { plural } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { clean, padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** Every test that failed, with what decided on it; the others are counted. */
export function printTests({ files, counts }: TestReport, theme: Theme): string {
  const blocks = files.map(file => printFile(file, theme)).filter(lines => lines.length > 0)
  const { failed, passed, todo, not_run } = counts
  const parts = [
    theme.chalk[failed > 0 ? 'red' : 'green'](failed > 0 ? `${failed} failed` : 'all passed'),
    ...(failed > 0 && passed > 0 ? [`${passed} passed`] : []),
    ...(todo > 0 ? [`${todo} todo`] : []),
    ...(not_run > 0 ? [`${not_run} not run`] : []),
  ]
  const closing = `${plural(counts.tests, 'test')} in ${plural(files.length, 'file')}: ${parts.join(', ')}`
  return `${[...blocks.map(lines => lines.join('\n')), closing].join('\n\n')}\n`
}

/** The names of tests and where they stand. */
export function printTestList(
  files: readonly { readonly tests: readonly Pick<TestResult, 'name' | 'place'>[] }[],
): string {
  const tests = files.flatMap(file => file.tests)
  return tests.map(({ name, place }) => `${clean(printPlace(place))}  ${clean(name)}\n`).join('')
}

function printFile({ tests }: TestedFile, theme: Theme): string[] {
  return tests.filter(({ state }) => state !== 'passed' && state !== 'not_run').flatMap(test => printTest(test, theme))
}

function printTest(test: TestResult, theme: Theme): string[] {
  const { chalk, glyphs } = theme
  const where = chalk.bold(clean(printPlace(test.place)))
  if (test.state === 'todo') {
    const why = test.reason === null ? '' : `, ${clean(test.reason)}`
    return [`${chalk.yellow(glyphs.unknown)} ${where} ${clean(test.name)}  ${chalk.yellow('todo')}${why}`]
  }
  const head = `${chalk.red(glyphs.fails)} ${where} ${clean(test.name)}`
  if (test.state === 'done') return [head, '    passes although marked `todo`: remove the mark']
  if (test.state === 'unread') return [head, '    has values that cannot be read']
  const width = widest(test.failures.map(({ of }) => clean(of)))
  return [head, ...test.failures.flatMap(failure => printFailure(failure, width, theme))]
}

function printFailure({ of, expected, got, place, because }: TestFailure, width: number, theme: Theme): string[] {
  const { chalk } = theme
  const difference = Number(got) - Number(expected)
  const off =
    Number.isNaN(difference) || expected === '' || got === '' ? '' : ` (${difference > 0 ? '+' : ''}${difference})`
  const where = chalk.dim(`${place.line}:${place.col}`)
  const values = `expected ${chalk.green(clean(expected))}, got ${chalk.red(clean(got) || NOTHING)}${off}`
  const line = `    ${padEnd(clean(of), width)}  ${values}  ${where}`
  return [line, ...because.flatMap(reason => indented(printReason(reason, theme), 6))]
}

function printReason({ what, place, conditions }: TestReason, theme: Theme): string[] {
  const where = place === null ? '' : `${theme.chalk.dim(clean(printPlace(place)))} `
  return [
    ...wrap(`${where}${clean(what)}`, theme.width - 6, 2),
    ...conditions.flatMap(each => indented(marked(each.state, conditionText(each), theme.width - 8, theme), 2)),
  ]
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map(line => ' '.repeat(by) + line)
}
