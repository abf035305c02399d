import { Command } from 'commander'
import { printOperators } from '../../report/language/operators-text.ts'
import { listOperators } from '../../tools/fields/language-items.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { usage } from '../options.ts'
import { shared } from '../shared-options.ts'

const EXAMPLES = `
Examples:
  leadq operators
  leadq operators date                       those that work on dates
  leadq operators has_word`

/** `leadq operators`: the operators of conditions. */
export function operatorsCommand({ around }: CommandContext): Command {
  return new Command('operators')
    .description('list the operators of conditions, each with an example')
    .argument('[word]', 'only operators with this name, type of field, or word')
    .addOption(shared('json'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (word: string | undefined, flags: AnswerFlags & { readonly color: boolean }) => {
      const console = createConsole(around, { colour: flags.color, quiet: false })
      const operators = listOperators(word)
      if (operators.length === 0) throw usage(`no operator has the word \`${word}\``, '`leadq operators` lists all')
      const text = () => printOperators(operators, console.theme('stdout'))
      await printAnswer(flags, { text, document: () => documentOf({ operators }) }, { around, console }, console.result)
    })
}
