import { MADE } from './markdown.ts'
import { ROOT, runInProcess } from './program.ts'

/** The page of the commands: what their `--help` prints. */
export async function commandPage(): Promise<string> {
  const all = await helpOf([])
  const sections: string[] = []
  for (const name of namesIn(all)) {
    const help = await helpOf([name])
    const parts = await Promise.all(
      namesIn(help).map(async part => `### \`leadq ${name} ${part}\`\n\n${fenced(await helpOf([name, part]))}`),
    )
    sections.push(`## \`leadq ${name}\`\n\n${[fenced(help), ...parts].join('\n')}`)
  }
  return `${MADE}
# Commands

${fenced(all)}
Every command has \`--json\` where it prints an answer; \`--json=FILE\` writes it to a file beside the text. \`-\` is stdin or stdout.

Manual pages, for \`man leadq\` and \`man leadq score\`: \`leadq help --man=$HOME/.local/share/man/man1\` writes them, and
\`leadq help score --man\` prints one. Completion of commands, options and values: see [\`leadq completion\`](#leadq-completion).

${sections.join('\n')}`
}

async function helpOf(command: readonly string[]): Promise<string> {
  const { stdout, exit } = await runInProcess([...command, '--help'], ROOT)
  if (exit !== 0 || stdout === '') throw new Error(`leadq ${command.join(' ')} --help: exit ${exit}`)
  return stdout
}

/** The commands that a help lists, whatever the groups they are in. */
function namesIn(help: string): string[] {
  const list = help.replace(/^Arguments:\n(?: .*\n)*/m, '').replace(/^Examples?:[\s\S]*/m, '')
  return [...list.matchAll(/^ {2}([a-z]+)(?= \[| <| {2,}|$)/gm)]
    .map(([, name = '']) => name)
    .filter(name => name !== 'help' && name !== 'leadq')
}

function fenced(help: string): string {
  return `\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`
}
