import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { didYouMean } from '../base/nearest.ts'
import type { CheckReport } from '../ir/results/check-report.ts'
import { disarm } from '../report/disarm.ts'
import { FORMAT_NAMES, FORMATS, type FormatContext, type FormatName, isFormat } from '../report/formats/formats.ts'
import { type Theme, themeOf } from '../report/terminal/theme.ts'
import type { Console } from './console.ts'
import { appendReport, repositoryOf, writeReport } from './hosts/reports.ts'
import { usage } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** A format that was asked for, and where it goes; stdout if no file is named. */
export interface Wanted {
  readonly name: FormatName | 'text'
  readonly file?: string
}

/** What a command has found out, and what it prints in a way of its own. */
export interface Results {
  readonly report: CheckReport
  /** Prints them for a terminal. */
  readonly text: () => Promise<void>
  /** The same text, for a file. */
  readonly textOf: (theme: Theme) => string
  /** Formats that say more than the report of the checks alone could. */
  readonly own?: Partial<Readonly<Record<FormatName, () => string>>>
}

/** `--format`, which may be given several times. */
export function formatOption(): Option {
  const names = ['text', ...FORMAT_NAMES].join(', ')
  return new Option('--format <name[=file]>', `${names}; to a file if one is named; may be repeated`).argParser(
    parseWanted,
  )
}

function parseWanted(text: string, before: readonly Wanted[] = []): Wanted[] {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? []
  const known = name.toLowerCase()
  if (known !== 'text' && !isFormat(known)) {
    const hint = didYouMean(known, ['text', ...FORMAT_NAMES])
    throw new InvalidArgumentError(`${hint ? `${hint} ` : ''}There are: text, ${FORMAT_NAMES.join(', ')}.`)
  }
  if (file?.trim() === '') throw new InvalidArgumentError('expected a path after the `=`, found nothing.')
  return [...before, { name: known, ...(file !== undefined && file !== '-' && { file }) }]
}

/** Prints results in every format that was asked for: files first, so that a reader of stdout who leaves costs none. */
export async function printResults(
  wanted: readonly Wanted[] | undefined,
  results: Results,
  { around, console }: { readonly around: Surroundings; readonly console: Console },
): Promise<void> {
  const all = withDefaults(wanted, around)
  const context = { version: VERSION, inRepository: repositoryOf(around) }
  for (const { name, file } of all) {
    if (file === undefined) continue
    const [text, begins] =
      name === 'text' ? [textFile(results), TEXT] : [printed(name, results, context), FORMATS[name].begins]
    await writeReport(resolve(around.cwd, file), file, text, begins)
  }
  for (const { name, file } of all) {
    if (file !== undefined) continue
    if (name === 'text') await results.text()
    else await console.result(printed(name, results, context))
  }
  const summary = around.env.GITHUB_STEP_SUMMARY
  if (summary && all.some(({ name }) => name === 'github')) {
    await appendReport(resolve(around.cwd, summary), printed('markdown', results, context))
  }
}

/** A text file of leadq begins with the name of the command; one that does is overwritten by the next run. */
const TEXT = /^leadq (?:lint|test|diff)\n/

function textFile({ report, textOf }: Results): string {
  const text = textOf(themeOf({ colour: false, width: TEXT_WIDTH, unicode: true }))
  return disarm(`leadq ${report.command}\n\n${text === '' ? 'nothing to report\n' : text}`)
}

const TEXT_WIDTH = 100

function printed(name: FormatName, { report, own }: Results, context: FormatContext): string {
  return own?.[name]?.() ?? FORMATS[name].print(report, context)
}

/** Without a format for stdout the text goes there, and on GitHub annotations beside it. */
function withDefaults(wanted: readonly Wanted[] = [], { env }: Surroundings): Wanted[] {
  const printed = wanted.filter(({ file }) => file === undefined)
  if (printed.length > 1) {
    const names = printed.map(({ name }) => name).join(' and ')
    throw usage(`--format: ${names} cannot both be printed`, 'name a file for one of them: `--format junit=junit.xml`')
  }
  if (printed.length > 0) return [...wanted]
  const isAnnotated = env.GITHUB_ACTIONS === 'true' && !wanted.some(({ name }) => name === 'github')
  return [{ name: 'text' }, ...wanted, ...(isAnnotated ? [{ name: 'github' } as const] : [])]
}
