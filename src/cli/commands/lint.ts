import { Command } from 'commander'
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts'
import { lintReport } from '../../report/checks/lint.ts'
import { countDiagnostics } from '../../report/diagnostics.ts'
import { formatOption, printResults, type Wanted } from '../checks.ts'
import { createConsole } from '../console.ts'
import { parsePaths } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { DEFAULT_RULEBOOK, findRulebook, textsOf } from '../rulebook.ts'

interface Flags {
  readonly format?: readonly Wanted[]
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq lint rules/*.yaml
  leadq lint b2b                             a built-in rulebook
  leadq lint --format sarif=leadq.sarif      for code scanning; what it says is printed as well

Exit codes: 0 nothing wrong, 1 errors found, 66 no such rulebook.`

export function lintCommand({ around, end }: CommandContext): Command {
  return new Command('lint')
    .description('find what is wrong with rulebooks, everything in one go')
    .argument('[rulebook...]', `default: the nearest ${DEFAULT_RULEBOOK}`, parsePaths)
    .addOption(formatOption())
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (rulebooks: readonly string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const wanted = rulebooks.length > 0 ? rulebooks : [undefined]
      const found = await Promise.all(wanted.map(name => findRulebook(name, around.cwd)))
      const all: Diagnostic[] = found.flatMap(({ diagnostics }) => diagnostics)
      const text = async () => {
        await console.diagnostics(all, new Map(found.flatMap(each => [...textsOf(each)])))
        const names = found.map(({ name }) => name)
        if (flags.quiet !== true) await console.report(`${closing(names, all)}\n`)
      }
      const report = lintReport(found.map(({ name, diagnostics }) => ({ file: name, findings: diagnostics })))
      await printResults(flags.format, { report, text }, { around, console })
      if (hasErrors(all)) end('no')
    })
}

function closing(names: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const what = names.length === 1 ? names[0] : `${names.length} rulebooks`
  return `${what}: ${diagnostics.length === 0 ? 'nothing wrong' : countDiagnostics(diagnostics)}`
}
