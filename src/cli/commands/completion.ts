import { Argument, Command } from 'commander'
import type { CommandContext } from '../command.ts'
import { isShell, SCRIPTS } from '../completion/scripts.ts'
import { createConsole } from '../console.ts'

const EXAMPLES = `
Examples:
  source <(leadq completion bash)            in ~/.bashrc
  source <(leadq completion zsh)             in ~/.zshrc, after compinit
  leadq completion fish > ~/.config/fish/completions/leadq.fish
  leadq completion powershell | Out-String | Invoke-Expression       in $PROFILE

Completes commands, options and values: stages, rules and scores of the rulebook, fields, built-in rulebooks,
formats, systems, codes. It opens no file with leads.`

/** `leadq completion SHELL`: the script that a shell reads at its start. */
export function completionCommand({ around }: CommandContext): Command {
  return new Command('completion')
    .description('print a script that completes commands, options and values in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string) => {
      if (isShell(shell)) await createConsole(around, { colour: false, quiet: false }).result(SCRIPTS[shell])
    })
}
