import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Reading } from '../../leads/open.ts'
import { printFields, printFileFields } from '../../report/language/fields-text.ts'
import { fieldsOfFile } from '../../tools/fields/fields-of-file.ts'
import { listFields } from '../../tools/fields/language-items.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { parsePath, usage } from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'

interface Flags extends HeaderFlags, AnswerFlags {
  readonly like?: string
  readonly rules?: string
  readonly inputFormat?: Reading['inputFormat']
  readonly sheet?: string
  readonly from?: Reading['from']
  readonly prefix: string
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq fields                               all fields of the catalogue
  leadq fields Firma                         the fields that this word may mean
  leadq fields --like leads.csv              which column is which field`

/** `leadq fields`: the fields that rulebooks can name, and what the columns of a file are. */
export function fieldsCommand(context: CommandContext): Command {
  return new Command('fields')
    .description('list the fields that rulebooks can use, or match the columns of a file')
    .argument('[word]', 'only fields with this name, heading or word')
    .option('--like <file>', 'lead export: show which column is which field', parsePath)
    .addOption(shared('rules', 'rulebook whose own fields count, too (with --like)'))
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .addOption(shared('from'))
    .addOption(shared('prefix'))
    .addOption(shared('json'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (word: string | undefined, flags: Flags) => {
      const console = createConsole(context.around, { colour: flags.color, quiet: false })
      if (flags.like !== undefined) return matchFile(flags.like, word, flags, console, context)
      const fields = listFields(word)
      if (fields.length === 0) {
        const isFile = word !== undefined && existsSync(resolve(context.around.cwd, word))
        const hint = isFile ? `did you mean \`leadq fields --like ${word}\`?` : '`leadq fields` lists all'
        throw usage(`no field has the word \`${word}\``, hint)
      }
      const text = () => printFields(fields, console.theme('stdout'))
      const document = () => documentOf({ fields })
      await printAnswer(flags, { text, document }, { around: context.around, console }, console.result)
    })
}

async function matchFile(
  like: string,
  word: string | undefined,
  flags: Flags,
  console: Console,
  { around, end }: CommandContext,
): Promise<void> {
  if (word !== undefined) throw usage('give a word or `--like`, not both')
  const found = flags.rules === undefined ? undefined : await findRulebook(flags.rules, around.cwd)
  const rulebook = found === undefined ? undefined : usable(found)
  if (found !== undefined && rulebook === undefined) {
    await console.diagnostics(found.diagnostics, textsOf(found))
    return end('usage')
  }
  const { inputFormat, sheet, header, names, prefix, from } = flags
  const host = createOutside(around, { force: false, progress: false, prefix })
  const reading = { inputFormat, sheet, header, names, prefix, from }
  const matched = await fieldsOfFile(like, rulebook?.plan, reading, host)
  const text = () => printFileFields(matched, console.theme('stdout'))
  await printAnswer(flags, { text, document: () => documentOf(matched) }, { around, console })
}
