import type { Severity } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { type Place, printPlace } from '../base/place.ts'
import type { Witness } from '../ir/results/finding.ts'
import { plural, thousands } from './numbers.ts'
import { printFrame } from './terminal/frame.ts'
import { clean } from './terminal/terminal-text.ts'
import type { Theme } from './terminal/theme.ts'
import { printWitness } from './witness.ts'

/** A problem, and perhaps a lead on which it can be seen. */
type Printed = Diagnostic & { readonly witness?: Witness }

export interface DiagnosticsOptions {
  readonly theme: Theme
  /** The text of a file, where it can still be had, for the lines shown under a problem. */
  readonly textOf: (file: string) => string | undefined
  /** How many are shown; the rest is counted. */
  readonly limit?: number
}

/** Past this nobody reads on. */
const LIMIT = 50

/** Problems in the order given, each with its source line. The headline stays one line, for people and for `grep`. */
export function printDiagnostics(diagnostics: readonly Printed[], options: DiagnosticsOptions): string {
  return diagnosticLines(diagnostics, options)
    .map(line => `${line}\n`)
    .join('')
}

/** The lines of `printDiagnostics`, for those who put them somewhere else. */
export function diagnosticLines(diagnostics: readonly Printed[], options: DiagnosticsOptions): string[] {
  const { limit = LIMIT, theme } = options
  const shown = diagnostics.slice(0, limit).flatMap(diagnostic => printOne(diagnostic, options))
  const hidden = diagnostics.length - limit
  return hidden > 0 ? [...shown, theme.chalk.dim(`and ${thousands(hidden)} more`)] : shown
}

/** The line that closes a list of problems: `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted).length
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'note'],
  ] as const
  const said = parts.filter(([found]) => found > 0).map(([found, word]) => plural(found, word))
  return said.join(', ') || 'no problems'
}

function printOne(diagnostic: Printed, { theme, textOf }: DiagnosticsOptions): string[] {
  const frame = (place: Place | undefined) => {
    const text = place && textOf(place.file)
    return place && text !== undefined ? printFrame(place, text, theme) : []
  }
  const related = (diagnostic.related ?? []).flatMap(({ place, message }) => [
    `   ${clean(`${printPlace(place)} ${message}`)}`,
    ...frame(place),
  ])
  const hint = diagnostic.hint === undefined ? [] : [`   ${theme.chalk.cyan('hint:')} ${clean(diagnostic.hint)}`]
  const { witness } = diagnostic
  const example = witness === undefined ? [] : [`   ${theme.chalk.cyan('e.g.')} ${clean(printWitness(witness))}`]
  return [headline(diagnostic, theme), ...frame(diagnostic.place), ...related, ...example, ...hint]
}

const REMARKS = /^(?:cli|file|bind|lead|engine)\//

function headline({ place, severity, code, message }: Diagnostic, { chalk }: Theme): string {
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.dim }[severity]
  const where = place ? `${chalk.bold(clean(printPlace(place)))} ` : ''
  // A remark is read; a code is for what is looked up, suppressed or mended.
  const isRemark = severity === 'info' && REMARKS.test(code)
  return `${where}${isRemark ? paint('note:') : `${paint(severity)} ${chalk.dim(code)} `} ${clean(message)}`
}
