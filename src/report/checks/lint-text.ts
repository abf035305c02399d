import { CODES } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { printPlace } from '../../base/place.ts'
import type { Witness } from '../../ir/results/finding.ts'
import { type DiagnosticsOptions, printDiagnostics } from '../diagnostics.ts'
import { clean } from '../terminal/terminal-text.ts'
import { printWitness } from '../witness.ts'

type Shown = Diagnostic & { readonly witness?: Witness }

/** From so many findings of a kind on, one line says what they have in common, and the places follow. */
const GROUPED = 3

/** What lint found, for people: alone with its line of the file, or several of a kind together. */
export function printFindings(findings: readonly Shown[], options: DiagnosticsOptions): string {
  const groups = new Map<string, Shown[]>()
  for (const finding of findings) groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding])
  return findings
    .map(finding => {
      const group = groups.get(keyOf(finding)) ?? []
      if (!isGrouped(finding, group.length)) return printDiagnostics([finding], options)
      return group[0] === finding ? printGroup(finding, group, options) : ''
    })
    .join('')
}

function keyOf({ code, severity, place }: Shown): string {
  return `${code} ${severity} ${place?.file ?? ''}`
}

/** Problems of reading stand alone, each with its line. */
function isGrouped({ code }: Shown, many: number): boolean {
  return many >= GROUPED && /^(?:lint\/|rule\/substring)/.test(code)
}

function printGroup(first: Shown, group: readonly Shown[], { theme: { chalk } }: DiagnosticsOptions): string {
  const { code, severity, place } = first
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.dim }[severity]
  const where = place === undefined ? '' : `${chalk.bold(clean(place.file))} `
  const head = `${where}${paint(severity)} ${chalk.dim(code)}  ${group.length} x ${CODES[code].title}`
  const hints = new Set(group.map(({ hint }) => hint))
  const lines = group.flatMap(finding => [
    `   ${finding.place === undefined ? '' : `${clean(printPlace(finding.place))} `}${clean(finding.message)}`,
    ...(finding.witness === undefined ? [] : [`      ${chalk.cyan('e.g.')} ${clean(printWitness(finding.witness))}`]),
    ...(hints.size === 1 || finding.hint === undefined ? [] : [`      ${chalk.cyan('hint:')} ${clean(finding.hint)}`]),
  ])
  const [hint] = hints
  const common = hints.size === 1 && hint !== undefined ? [`   ${chalk.cyan('hint:')} ${clean(hint)}`] : []
  return [head, ...lines, ...common].map(line => `${line}\n`).join('')
}
