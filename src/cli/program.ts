import { Command, CommanderError } from 'commander'
import type { Exit } from '../base/exit.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { lintCommand } from './commands/lint.ts'
import { rulesCommand } from './commands/rules.ts'
import { schemaCommand } from './commands/schema.ts'
import { scoreCommand } from './commands/score.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** What a command is given besides its own flags. */
export interface CommandContext {
  readonly around: Surroundings
  /** How the process shall end; a command that does not say so is done. */
  end(exit: Exit): void
}

/** Parses a command line and runs its command. Wrong usage ends with a line on stderr, as commander words it. */
export async function runCommand(argv: readonly string[], around: Surroundings): Promise<Exit> {
  let exit: Exit = 'done'
  const end = (how: Exit) => {
    exit = how
  }
  const program = createProgram({ around, end })
  try {
    if (argv.length === 0) program.outputHelp()
    else await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 'done' : 'usage'
  }
  return exit
}

function createProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.around
  const program = new Command('leadq')
    .description('Score and qualify lead exports with one readable YAML rulebook.')
    .version(VERSION, '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', '\nExample:\n  leadq score leads.csv\n\nleadq COMMAND --help says more about a command.')
  for (const make of [scoreCommand, explainCommand, initCommand, lintCommand, rulesCommand, schemaCommand]) {
    program.addCommand(make(context))
  }
  for (const command of allOf(program)) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .showHelpAfterError(`(${pathOf(command)} --help says more)`)
      .configureOutput({
        writeOut: text => void stdout.write(text),
        writeErr: text => void stderr.write(text),
        getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
      })
  }
  return program
}

/** `leadq rules show`, as it is typed. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`
}

const HELP_WIDTH = 80

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)]
}
