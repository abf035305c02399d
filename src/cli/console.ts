import { arrange, type Diagnostic } from '../base/diagnostic.ts'
import { STDIO } from '../leads/host.ts'
import { printDiagnostics } from '../report/diagnostics.ts'
import { disarm } from '../report/disarm.ts'
import { heightOf, SCREEN } from '../report/terminal/screen.ts'
import { type Theme, themeOf } from '../report/terminal/theme.ts'
import { writeResult, writeTo } from './hosts/stdout.ts'
import type { Surroundings, Terminal } from './surroundings.ts'

/** Output of a command: results to stdout, everything else to stderr. */
export interface Console {
  /** The theme of what is printed to stdout, or to stderr when rows have stdout. */
  theme(stream: 'stdout' | 'stderr'): Theme
  /** Lines of stdout for a text that nobody scrolls; without end in a pipe, in a file, in CI, and where all is asked for. */
  lines(asked: { readonly verbose?: boolean | undefined; readonly taken: number }): number
  /** To stdout. */
  result(text: string): Promise<void>
  /** To stdout, for people: escaped, so that a CI runner does not take it as a command. */
  report(text: string): Promise<void>
  /** To stderr. */
  say(text: string): Promise<void>
  /** To stderr; when quiet, warnings and errors only. Answers how many lines of the terminal they took. */
  diagnostics(diagnostics: readonly Diagnostic[], sources?: ReadonlyMap<string, string>): Promise<number>
}

export interface ConsoleOptions {
  readonly colour: boolean
  readonly quiet: boolean
}

const DEFAULT_WIDTH = 80

export function createConsole(around: Surroundings, { colour, quiet }: ConsoleOptions): Console {
  const theme = (stream: 'stdout' | 'stderr') => {
    const terminal = around[stream]
    const width = terminal.columns ?? Number(around.env.COLUMNS ?? DEFAULT_WIDTH)
    return themeOf({
      colour: colour && hasColour(terminal, around),
      width: width || DEFAULT_WIDTH,
      unicode: isUnicode(around),
    })
  }
  const forLog = (text: string) => (isCi(around) || around.env.GITHUB_ACTIONS === 'true' ? disarm(text) : text)
  return {
    theme,
    lines({ verbose, taken }) {
      const { isTTY, rows = 0 } = around.stdout
      if (verbose === true || isTTY !== true || isCi(around)) return Number.POSITIVE_INFINITY
      return Math.max(SCREEN, rows - 1) - taken
    },
    result: text => writeResult(around, text),
    report: text => writeResult(around, forLog(text)),
    say: text => writeTo(around.stderr, forLog(text)),
    async diagnostics(diagnostics, sources = new Map()) {
      const shown = quiet ? diagnostics.filter(({ severity }) => severity !== 'info') : diagnostics
      if (shown.length === 0) return 0
      const options = { theme: theme('stderr'), textOf: (file: string) => sources.get(file) }
      const text = printDiagnostics(arrange(shown), options)
      await writeTo(around.stderr, forLog(text))
      return heightOf(text, options.theme.width)
    },
  }
}

/** After no-color.org and what terminals agree on: a variable decides, else whether somebody is looking. */
function hasColour(terminal: Terminal, { env }: Surroundings): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0'
  return terminal.isTTY === true && env.TERM !== 'dumb'
}

/** Whether somebody is at the terminal who can answer: not in a pipe, not in CI, not while leads come through stdin. */
export function canAsk(around: Surroundings, input: string): boolean {
  return around.stdin.isTTY === true && around.stdout.isTTY === true && !isCi(around) && input !== STDIO
}

/** As most CI systems say it. */
export function isCi({ env }: Surroundings): boolean {
  return [env.CI, env.TF_BUILD].some(value => value !== undefined && !['', '0', 'false'].includes(value.toLowerCase()))
}

function isUnicode({ env }: Surroundings): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG
  return locale === undefined || /utf-?8/i.test(locale)
}
