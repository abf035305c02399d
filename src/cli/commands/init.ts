import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import { STDIO } from '../../leads/host.ts'
import { printInit } from '../../report/init-text.ts'
import { type InitRequest, init } from '../../tools/init/init-rulebook.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { createQuestions } from '../hosts/questions.ts'
import {
  parseDay,
  parseInputFormat,
  parsePath,
  parsePrefix,
  parseSheet,
  parseSystem,
  today,
  usage,
} from '../options.ts'
import { DEFAULT_RULEBOOK } from '../rulebook.ts'

interface Flags {
  readonly out: string
  readonly asOf?: number
  readonly inputFormat?: InitRequest['inputFormat']
  readonly sheet?: string
  readonly from?: InitRequest['from']
  readonly prefix: string
  readonly yes?: true
  readonly force?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq init leads.csv                       asks what it cannot know, if somebody is there
  leadq init leads.csv --yes -o rules/first.yaml

The rulebook scores that file as it is; what was found stands beside every rule. Tests go beside it.`

export function initCommand({ around }: CommandContext): Command {
  return new Command('init')
    .description('look at an export and write a first rulebook for it')
    .argument('<file>', 'lead export; `-` is stdin', parsePath)
    .option('-o, --out <file>', 'the rulebook', parsePath, DEFAULT_RULEBOOK)
    .option('-y, --yes', 'ask nothing; so it is, too, where nobody can answer')
    .option('--as-of <day>', 'the day of the run, 2026-01-31; default: today', parseDay)
    .option('--input-format <format>', 'of what is read, where looking is not enough', parseInputFormat)
    .option('--sheet <sheet>', 'of a workbook: its name or number; default: the first with a table', parseSheet)
    .option('--from <system>', 'the system that wrote the file, where it is not recognised', parseSystem)
    .option('--prefix <text>', "of leadq's columns in the file", parsePrefix, PREFIX)
    .option('--force', 'overwrite files that are there')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (input: string, flags: Flags) => {
      const { out: rulebook, inputFormat, sheet, from, prefix, asOf = today(around, 'UTC') } = flags
      const tests = testsOf(rulebook)
      if (flags.force !== true) refuseExisting([rulebook, tests], around.cwd)
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createOutside(around, { force: true, progress: flags.quiet !== true, prefix })
      const canAsk = around.stdin.isTTY === true && around.stdout.isTTY === true && input !== STDIO
      const questions = canAsk && flags.yes !== true ? createQuestions(around) : undefined
      const request = { input, inputFormat, sheet, from, prefix, rulebook, tests, asOf }
      try {
        const report = await init(request, questions?.asked, host)
        if (flags.quiet !== true) {
          const next = nextCommand(input, rulebook)
          await console.report(printInit({ ...report, next }, console.theme('stdout')))
        }
      } finally {
        questions?.close()
      }
    })
}

/** The command to go on with; none for what came through a pipe and is gone. */
function nextCommand(input: string, rulebook: string): string | undefined {
  if (input === STDIO) return undefined
  const rules = rulebook === DEFAULT_RULEBOOK ? '' : ` -r ${quoted(rulebook)}`
  return `leadq score ${quoted(input)}${rules}`
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

/** `rules/first.yaml` -> `rules/first.test.yaml`. */
function testsOf(rulebook: string): string {
  const [, stem] = /^(.*)\.ya?ml$/i.exec(rulebook) ?? []
  if (stem === undefined || stem === '' || stem.endsWith('/')) {
    throw usage(`--out: expected a name that ends with .yaml, found ${rulebook}`)
  }
  return `${stem}.test.yaml`
}

/** What people have written is not overwritten, not even by what leadq once wrote itself: they will have changed it. */
function refuseExisting(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    if (!existsSync(resolve(cwd, path))) continue
    const hint = 'another name for `-o`, or `--force` to overwrite it'
    throw new Refusal(diagnose('file/exists', `${path} is there already`, { hint }), 'cannotCreate')
  }
}
