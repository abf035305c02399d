import { Argument, Command } from 'commander'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'

const EXAMPLES = `
Examples:
  source <(leadq completion bash)            in ~/.bashrc
  source <(leadq completion zsh)             in ~/.zshrc, after compinit
  leadq completion fish > ~/.config/fish/completions/leadq.fish`

/** A command as a shell completes it. */
interface Completed {
  /** `rules show`, as it is typed. */
  readonly path: string
  readonly description: string
  readonly options: readonly { readonly long: string; readonly description: string }[]
}

/** `leadq completion SHELL`; it is part of a program in which all commands are. */
export function completionCommand({ around }: CommandContext): Command {
  return new Command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: keyof typeof SCRIPTS, _: unknown, command: Command) => {
      const commands = command.parent?.commands.flatMap(each => completedOf(each, '')) ?? []
      await createConsole(around, { colour: false, quiet: false }).result(SCRIPTS[shell](commands))
    })
}

function completedOf(command: Command, before: string): Completed[] {
  const path = `${before}${command.name()}`
  const options = [...command.options, ...command.createHelp().visibleOptions(command)].flatMap(option =>
    option.long === undefined || option.hidden ? [] : [[option.long, option.description] as const],
  )
  const all = [...new Map(options)].map(([long, description]) => ({ long, description }))
  const own = { path, description: command.description(), options: all }
  return [own, ...command.commands.flatMap(each => completedOf(each, `${path} `))]
}

const SCRIPTS = {
  bash: (commands: readonly Completed[]) => bashScript(commands),
  zsh: (commands: readonly Completed[]) => `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`,
  fish: (commands: readonly Completed[]) => fishScript(commands),
} as const

function bashScript(commands: readonly Completed[]): string {
  const cases = commands.map(({ path, options }) => {
    const below = commands
      .filter(other => other.path.startsWith(`${path} `))
      .map(other => other.path.slice(path.length + 1))
    const words = [...below, ...options.map(({ long }) => long)].join(' ')
    return `    '${path}') words='${words}' ;;`
  })
  const first = commands.filter(({ path }) => !path.includes(' ')).map(({ path }) => path)
  return `# leadq completion bash
_leadq() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=''
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${[...first, 'help', '--help', '--version'].join(' ')}' -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${commands
  .filter(({ path }) => path.includes(' '))
  .map(({ path, options }) => `    '${path}') words='${options.map(({ long }) => long).join(' ')}' ;;`)
  .join('\n')}
    *) case "\${COMP_WORDS[1]}" in
${cases.filter((_, index) => !commands[index]?.path.includes(' ')).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _leadq leadq
`
}

function fishScript(commands: readonly Completed[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  const lines = commands.flatMap(({ path, description, options }) => {
    const words = path.split(' ')
    const isSeen = words.map(word => `__fish_seen_subcommand_from ${word}`).join('; and ')
    const parent = words
      .slice(0, -1)
      .map(word => `__fish_seen_subcommand_from ${word}`)
      .join('; and ')
    return [
      `complete -c leadq -n '${parent || '__fish_use_subcommand'}' -a ${words.at(-1)} -d ${quoted(description)}`,
      ...options.map(
        ({ long, description: about }) => `complete -c leadq -n '${isSeen}' -l ${long.slice(2)} -d ${quoted(about)}`,
      ),
    ]
  })
  return `# leadq completion fish\n${lines.join('\n')}\n`
}
