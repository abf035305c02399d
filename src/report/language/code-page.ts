import { wrap } from '../terminal/lines.ts'
import { padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** What is printed of a code. */
interface Shown {
  readonly code: string
  readonly severity: string
  readonly title: string
  readonly means: string
  readonly remedy: string
  readonly example?: string
}

/** The page of one code. */
export function printCode({ code, severity, title, means, remedy, example }: Shown, { chalk, width }: Theme): string {
  const level = severity === 'off' ? 'off unless asked for' : severity
  const lines = [
    `${chalk.bold(code)}  ${level}: ${title}`,
    '',
    ...wrap(means, width, 0),
    '',
    ...wrap(`${chalk.bold('What to do:')} ${remedy}`, width, 0),
    ...(example === undefined ? [] : ['', ...example.split('\n').map(line => `  ${line}`)]),
  ]
  return `${lines.join('\n')}\n`
}

/** A line for each of several codes. */
export function printCodes(codes: readonly Shown[], theme: Theme): string {
  const names = widest(codes.map(({ code }) => code)) + 2
  const lines = codes.flatMap(({ code, title }) =>
    wrap(`${theme.chalk.bold(padEnd(code, names))}${title}`, theme.width, names),
  )
  return `${lines.join('\n')}\n`
}
