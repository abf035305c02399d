import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import type { Exit } from '../base/exit.ts'
import { clean } from '../report/terminal/terminal-text.ts'
import type { CommandContext } from './command.ts'
import { commandGroup, groupOptions } from './help/groups.ts'
import { commandsBelow, pathOf } from './help/paths.ts'
import { TOPICS_IN_HELP } from './help/topics.ts'
import { writeTo } from './hosts/stdout.ts'
import { usage } from './options.ts'
import { shared } from './shared-options.ts'
import type { Surroundings } from './surroundings.ts'

import { VERSION } from './version.ts'

/** Parses a command line and runs its command. Wrong usage ends with a line on stderr, as commander words it. */
export async function runCommand(given: readonly string[], around: Surroundings): Promise<Exit> {
  let exit: Exit = 'done'
  const end = (how: Exit) => {
    exit = how
  }
  const [command = '', topic] = given
  if (command === COMPLETE) {
    const { complete } = await import('./completion/complete.ts')
    const program = (name: string | undefined) => loadProgram(name, { around, end })
    const commands = Object.keys(COMMANDS)
    await writeTo(around.stdout, await complete(given.slice(1), { program, commands, cwd: around.cwd }))
    return exit
  }
  if (asksForMan(given)) {
    const { answerMan } = await import('./help/answer-man.ts')
    const load = (showHelp: (text: string) => void) => loadProgram(undefined, { around, end }, showHelp)
    await writeTo(around.stdout, await answerMan(given.slice(1), load, around))
    return exit
  }
  if (command === 'help' && topic !== undefined && !topic.startsWith('-') && !isCommand(topic)) {
    const { answerHelp } = await import('./help/answer-help.ts')
    await writeTo(around.stdout, await answerHelp(given.slice(1), Object.keys(COMMANDS), around))
    return exit
  }
  const argv = command === 'help' && topic !== undefined ? [...given.slice(1), '--help'] : given
  refuseFile(command, around.cwd)
  let help = ''
  const commands = await loadCommands(argv[0])
  const program = createProgram(argv, commands, { around, end }, text => {
    help += text
  })
  try {
    if (argv.length === 0) program.outputHelp()
    else await program.parseAsync(withJsonFile(argv), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) exit = 'usage'
  }
  await writeTo(around.stdout, help)
  return exit
}

/** The program with the command that is named, or with all of them, for those who only look at it. */
export async function loadProgram(
  name: string | undefined,
  context: CommandContext,
  showHelp: (text: string) => void = () => {},
): Promise<Command> {
  return createProgram([], await loadCommands(name), context, showHelp)
}

/** Whether manual pages are asked for: `help --man`, `help rules show --man`, `help --man=FOLDER`. */
function asksForMan([command, ...others]: readonly string[]): boolean {
  return command === 'help' && others.some(word => /^--man(?:=|$)/.test(word))
}

/** What the scripts of `leadq completion` call. */
const COMPLETE = '__complete'

/** Commands that print checks, which have JSON as one of several formats. */
const CHECKS: ReadonlySet<string | undefined> = new Set(['lint', 'test', 'diff'])

/** `--json=FILE`, which must not take the next argument for a file where none is given. */
function withJsonFile([command, ...others]: readonly string[]): string[] {
  const rewritten = others.flatMap(argument => {
    const [, file] = /^--json(?:=(.*))?$/s.exec(argument) ?? []
    if (!/^--json(?:=|$)/.test(argument)) return [argument]
    if (CHECKS.has(command)) return ['--format', file === undefined ? 'json' : `json=${file}`]
    return file === undefined ? [argument] : ['--json-file', file]
  })
  return command === undefined ? rewritten : [command, ...rewritten]
}

const TOPICS = `\`leadq help CODE\` explains an error or warning, e.g. rule/unknown-field.
Pages: \`leadq help PAGE\` with ${TOPICS_IN_HELP.join(', ')}.
\`leadq help [COMMAND] --man\` prints a manual page;
\`leadq help --man=FOLDER\` writes all of them.`

/** A file in the place of a command: most likely it shall be scored. */
function refuseFile(name: string, cwd: string): void {
  if (name === '' || name.startsWith('-') || isCommand(name) || !existsSync(resolve(cwd, name))) return
  const isRulebook = /\.ya?ml$/i.test(name)
  throw usage(`${name} is a file, not a command`, `did you mean \`leadq ${isRulebook ? 'lint' : 'score'} ${name}\`?`)
}

function isCommand(name: string): boolean {
  return name === 'help' || Object.hasOwn(COMMANDS, name)
}

type CommandMaker = (context: CommandContext) => Command

/** Only the command that runs is loaded, which keeps the start short. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandMaker>>> = {
  score: async () => (await import('./commands/score/score-command.ts')).scoreCommand,
  run: async () => (await import('./commands/run/run-command.ts')).runCommand,
  verify: async () => (await import('./commands/run/verify-command.ts')).verifyCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  forget: async () => (await import('./commands/forget.ts')).forgetCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  diff: async () => (await import('./commands/diff.ts')).diffCommand,
  backtest: async () => (await import('./commands/backtest.ts')).backtestCommand,
  tune: async () => (await import('./commands/tune.ts')).tuneCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  lint: async () => (await import('./commands/lint.ts')).lintCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  compile: async () => (await import('./commands/compile.ts')).compileCommand,
  sample: async () => (await import('./commands/sample.ts')).sampleCommand,
  fields: async () => (await import('./commands/fields.ts')).fieldsCommand,
  operators: async () => (await import('./commands/operators.ts')).operatorsCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand,
}

/** The command that is named, or all of them. */
async function loadCommands(name: string | undefined): Promise<CommandMaker[]> {
  const isOne = name !== undefined && Object.hasOwn(COMMANDS, name)
  const only = isOne ? COMMANDS[name] : undefined
  return Promise.all((only === undefined ? Object.values(COMMANDS) : [only]).map(load => load()))
}

function createProgram(
  argv: readonly string[],
  commands: readonly CommandMaker[],
  context: CommandContext,
  showHelp: (text: string) => void,
): Command {
  const { stdout, stderr } = context.around
  const program = new Command('leadq')
    .description('Score and qualify lead exports with one readable YAML rulebook.')
    .version(VERSION, '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', `\nExample:\n  leadq score leads.csv\n\nRun \`leadq COMMAND --help\` for details.\n${TOPICS}`)
  program.addHelpCommand(helpCommand())
  for (const make of commands) {
    const command = make(context)
    program.addCommand(command.helpGroup(commandGroup(command.name())))
  }
  for (const command of commandsBelow(program)) {
    if (command.options.some(({ long }) => long === '--json')) command.addOption(shared('jsonFile'))
    groupOptions(command)
    command
      .exitOverride()
      .showSuggestionAfterError()
      .showHelpAfterError(`See \`${pathOf(command)} --help\`.`)
      .configureOutput({
        writeOut: showHelp,
        writeErr: text => void stderr.write(visible(text, argv)),
        getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
      })
  }
  return program
}

/** What `help` is in help; words that are no commands are answered before. */
function helpCommand(): Command {
  const about = 'explain a command, a page or the code of a message'
  return new Command('help').argument('[word]').description(about).helpGroup(commandGroup('help'))
}

/** An error names what was typed, which may hold line ends and other signs that move a cursor. */
function visible(text: string, argv: readonly string[]): string {
  const typed = argv.flatMap(argument => [argument, argument.slice(argument.indexOf('=') + 1)])
  const shown = typed.reduce((all, each) => (each === '' ? all : all.replaceAll(each, () => clean(each))), text)
  return shown.split('\n').map(clean).join('\n')
}

const HELP_WIDTH = 80
