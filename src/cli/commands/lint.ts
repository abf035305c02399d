import { Command, InvalidArgumentError, Option } from 'commander'
import type { Severity } from '../../base/codes.ts'
import { arrange, type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { printDay } from '../../ir/calendar.ts'
import { PREFIX } from '../../ir/columns.ts'
import type { Finding } from '../../ir/finding.ts'
import { compareWith, withFindings, without } from '../../lint/baseline.ts'
import type { Level } from '../../lint/catalogue.ts'
import { readLevel } from '../../lint/directives.ts'
import type { LintCode } from '../../lint/observation.ts'
import { countDiagnostics } from '../../report/diagnostics.ts'
import { findingsJson, type LintedBook } from '../../report/findings.ts'
import { lintRulebook } from '../../tools/lint.ts'
import { readBaseline, writeBaseline } from '../../tools/lint-baseline.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { parseDay, parsePath, parsePaths, today, usage } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { DEFAULT_RULEBOOK, findRulebook } from '../rulebook.ts'
import { VERSION } from '../version.ts'

interface Flags {
  readonly data?: string
  readonly asOf?: number
  readonly severity?: ReadonlyMap<LintCode, Level>
  readonly failOn: Severity
  readonly baseline?: string
  readonly updateBaseline?: true
  readonly json?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq lint rules/*.yaml
  leadq lint b2b                             a built-in rulebook
  leadq lint --data leads.csv                also what a file of leads says about the rules
  leadq lint --severity lint/gap=error,lint/clock=off

In a rulebook, \`# leadq-disable-next-line lint/gap -- why\` suppresses a finding; the reason is needed.
Exit codes: 0 nothing wrong, 1 errors found (or what --fail-on says), 66 no such rulebook.`

export function lintCommand({ around, end }: CommandContext): Command {
  return new Command('lint')
    .description('find what is wrong with rulebooks, everything in one go')
    .argument('[rulebook...]', `default: the nearest ${DEFAULT_RULEBOOK}`, parsePaths)
    .option('--data <file>', 'leads: which rules never or always fire, which values nothing names', parsePath)
    .option('--as-of <day>', 'the day that conditions on dates look at; default: today', parseDay)
    .option('--severity <levels>', 'finding=error, warning, info or off; comma separated', parseLevels)
    .addOption(
      new Option('--fail-on <severity>', 'the least that makes the exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--baseline <file>', 'findings that are known and not told; those that are gone leave the file', parsePath)
    .option('--update-baseline', 'write all findings into the baseline')
    .option('--json', 'print one JSON document')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (rulebooks: readonly string[], flags: Flags) => {
      if (flags.updateBaseline && flags.baseline === undefined) throw usage('--update-baseline needs --baseline FILE')
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createOutside(around, { force: false, progress: false, prefix: PREFIX })
      const wanted = rulebooks.length > 0 ? rulebooks : [undefined]
      const found = await Promise.all(wanted.map(name => findRulebook(name, around.cwd)))
      const levels = flags.severity ?? new Map<LintCode, Level>()
      const before = flags.baseline && (await readBaseline(flags.baseline, host, flags.updateBaseline === true))
      let baseline = before
      const books: LintedBook[] = []
      const remarks: Diagnostic[] = []
      for (const book of found) {
        const asOf = flags.asOf ?? today(around, book.plan?.locale.timezone ?? 'UTC')
        const { told, suppressed } = await lintRulebook(book, { asOf, levels, data: flags.data }, host)
        if (baseline && flags.updateBaseline) baseline = withFindings(baseline, book.name, told)
        const compared = baseline ? compareWith(baseline, book.name, told) : { fresh: told, known: 0, gone: [] }
        if (baseline && compared.gone.length > 0) {
          remarks.push(goneRemark(compared.gone.length, book.name, Boolean(around.env.CI)))
          if (!around.env.CI) baseline = without(baseline, compared.gone)
        }
        const findings: Finding[] = arrange(compared.fresh)
        books.push({ name: book.name, findings, suppressed: suppressed.length, known: compared.known })
      }
      if (flags.baseline && baseline && baseline !== before) await writeBaseline(flags.baseline, baseline, host)
      const all = books.flatMap(({ findings }) => findings)
      if (flags.json) {
        const asOf = flags.asOf ?? today(around, 'UTC')
        await console.result(findingsJson(books, VERSION, printDay(asOf)))
      } else {
        await console.diagnostics([...all, ...remarks], new Map(found.map(({ name, text }) => [name, text])))
        if (!flags.quiet) await console.result(`${closing(books)}\n`)
      }
      if (all.some(({ severity }) => RANKS[severity] >= RANKS[flags.failOn])) end('no')
    })
}

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

function parseLevels(text: string, before: ReadonlyMap<LintCode, Level> = new Map()): ReadonlyMap<LintCode, Level> {
  const levels = new Map(before)
  for (const item of text.split(',').filter(each => each.trim() !== '')) {
    const found = readLevel(item.trim())
    if ('message' in found) throw new InvalidArgumentError(`${found.message}. ${found.hint ?? ''}`)
    levels.set(found.code, found.level)
  }
  return levels
}

function goneRemark(gone: number, name: string, isCi: boolean): Diagnostic {
  const what = gone === 1 ? '1 finding of the baseline is' : `${gone} findings of the baseline are`
  const message = `${name}: ${what} gone${isCi ? '' : ', and left the file'}`
  return diagnose(
    'lint/baseline',
    message,
    isCi ? { hint: 'run the same command outside of CI, and commit the file' } : {},
  )
}

function closing(books: readonly LintedBook[]): string {
  const [only] = books
  const what = books.length === 1 && only !== undefined ? only.name : `${books.length} rulebooks`
  const findings = books.flatMap(book => book.findings)
  const suppressed = books.reduce((sum, book) => sum + book.suppressed, 0)
  const known = books.reduce((sum, book) => sum + book.known, 0)
  const hidden = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ]
  const said = findings.length === 0 ? 'nothing wrong' : countDiagnostics(findings)
  return `${what}: ${said}${hidden.length === 0 ? '' : ` (${hidden.join(', ')})`}`
}
