import { EXIT, EXIT_TEXTS } from '../../base/exit.ts'
import { didYouMean } from '../../base/nearest.ts'
import { printCode, printCodes } from '../../report/language/code-page.ts'
import { wrap } from '../../report/terminal/lines.ts'
import type { Theme } from '../../report/terminal/theme.ts'
import { ALL_CODES, codeHelp, findCodes } from '../../tools/help/code-help.ts'
import { documentOf } from '../answer.ts'
import { createConsole } from '../console.ts'
import { usage } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'
import { TOPICS_IN_HELP, topicPage } from './topics.ts'

/** What `leadq help WORD` prints for words that are no commands: pages, codes of diagnostics, exit codes. */
export async function answerHelp(
  argv: readonly string[],
  commands: readonly string[],
  around: Surroundings,
): Promise<string> {
  const words = argv.filter(word => !word.startsWith('-'))
  const [word = ''] = words
  const isJson = argv.includes('--json')
  const { theme } = createConsole(around, { colour: !argv.includes('--no-color'), quiet: false })
  if (word === 'exit-codes') return isJson ? documentOf({ exit_codes: exitCodes() }) : printExitCodes(theme('stdout'))
  const page = topicPage(word)
  if (page !== undefined) return page
  const codes = (word === 'codes' ? ALL_CODES : findCodes(word)).map(codeHelp)
  if (codes.length === 0) {
    const known = [...commands, ...TOPICS_IN_HELP, ...ALL_CODES, ...ALL_CODES.map(code => code.replace(/^.*\//, ''))]
    throw usage(`no help on \`${word}\``, didYouMean(word, known) ?? '`leadq help` lists commands and pages')
  }
  if (isJson) return documentOf({ codes })
  const [only, ...others] = codes
  return only !== undefined && others.length === 0
    ? printCode(only, theme('stdout'))
    : printCodes(codes, theme('stdout'))
}

interface ExitCode {
  readonly code: number
  readonly means: string
  readonly next: string
}

function exitCodes(): ExitCode[] {
  return Object.entries(EXIT_TEXTS).map(([name, { means, next }]) => ({
    code: Object.entries(EXIT).find(([each]) => each === name)?.[1] ?? 0,
    means,
    next,
  }))
}

function printExitCodes({ chalk, width }: Theme): string {
  const lines = exitCodes().flatMap(({ code, means, next }) =>
    wrap(`${chalk.bold(String(code).padStart(3))}  ${means}${next === '' ? '' : `; ${next}`}`, width, 5),
  )
  return `${lines.join('\n')}\n`
}
