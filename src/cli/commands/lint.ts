import { Command } from 'commander'
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts'
import { countDiagnostics } from '../../report/diagnostics.ts'
import { createConsole } from '../console.ts'
import { parsePaths } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { DEFAULT_RULEBOOK, findRulebook, textsOf } from '../rulebook.ts'

interface Flags {
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq lint rules/*.yaml
  leadq lint b2b                             a built-in rulebook

Exit codes: 0 nothing wrong, 1 errors found, 66 no such rulebook.`

export function lintCommand({ around, end }: CommandContext): Command {
  return new Command('lint')
    .description('find what is wrong with rulebooks, everything in one go')
    .argument('[rulebook...]', `default: the nearest ${DEFAULT_RULEBOOK}`, parsePaths)
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (rulebooks: readonly string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const wanted = rulebooks.length > 0 ? rulebooks : [undefined]
      const found = await Promise.all(wanted.map(name => findRulebook(name, around.cwd)))
      const all: Diagnostic[] = found.flatMap(({ diagnostics }) => diagnostics)
      await console.diagnostics(all, new Map(found.flatMap(each => [...textsOf(each)])))
      if (flags.quiet !== true)
        await console.result(
          `${closing(
            found.map(({ name }) => name),
            all,
          )}\n`,
        )
      if (hasErrors(all)) end('no')
    })
}

function closing(names: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const what = names.length === 1 ? names[0] : `${names.length} rulebooks`
  return `${what}: ${diagnostics.length === 0 ? 'nothing wrong' : countDiagnostics(diagnostics)}`
}
