import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { flow, labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'
import { printColumns } from './columns.ts'
import { formatName } from './format-name.ts'

/** Number of inputs shown in full; others are counted. */
const INPUTS = 3

/** Detected formats and columns; a wrong detection would make the whole summary wrong. */
export function printGuesses({ inputs, engine }: Summary, theme: Theme): string[] {
  const shown = inputs
    .slice(0, atMost(INPUTS, theme))
    .flatMap(input => printInput(input, engine, inputs.length > 1, theme))
  const hidden = inputs.length - atMost(INPUTS, theme)
  const more = hidden > 0 ? [theme.chalk.dim(`+${plural(hidden, 'more input')}`)] : []
  return [...shown, ...more]
}

function printInput(input: InputSummary, engine: Summary['engine'], named: boolean, theme: Theme): string[] {
  const name = named ? `${clean(input.name)}: ` : ''
  const facts = [`${name}${formatOf(input, engine)}`, ...written(input), ...system(input), ...repaired(input)]
  return [
    ...labelled('detected', flow(facts, theme, { lines: 6 }), theme),
    ...labelled('columns', printColumns(input.bound, theme), theme),
    ...labelled('companies', companies(input, theme), theme),
    ...labelled('previous', previous(input, theme), theme),
    ...printUnused(input, theme),
  ]
}

function formatOf({ format, delimiter, compressed }: InputSummary, engine: Summary['engine']): string {
  const where = 'at' in engine ? `${ENGINES[engine.name]} ${clean(engine.version)} at ${clean(engine.at)}` : ''
  if (format === 'table') return `a table of ${where}`
  const separated = delimiter === undefined || format === 'tsv' ? '' : ` with ${delimiterName(delimiter)}`
  const name = formatName(format)
  return `${compressed ? 'compressed ' : ''}${name}${separated}${where === '' ? '' : ` by ${where}`}`
}

const ENGINES = { postgres: 'PostgreSQL', spark: 'Spark' } as const

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'pipes' }
  return names[delimiter] ?? `\`${clean(delimiter)}\``
}

/** The sheet of a workbook; of a text how it is written. */
function written({ format, encoding, line_end, sheet, sheets }: InputSummary): string[] {
  if (format === 'table' || format === 'parquet') return []
  if (sheet !== undefined)
    return [
      `${format === 'html' || format === 'vcard' ? '' : 'sheet '}${clean(sheet)}${sheets === 1 ? '' : ` of ${sheets}`}`,
    ]
  return line_end === undefined ? [encoding] : [encoding, line_end]
}

function system({ system }: InputSummary): string[] {
  return system === undefined ? [] : [`recognised: ${clean(system)}`]
}

/** What is unusual about the text, and what was repaired in it. */
function repaired({ repairs = [] }: InputSummary): string[] {
  return repairs.map(({ what, records, first_line }) =>
    records === undefined
      ? clean(what)
      : `${clean(what)} (${thousands(records)}${first_line === undefined ? '' : `, first on line ${first_line}`})`,
  )
}

/** How many leads found their company, and by what. */
function companies({ companies }: InputSummary, theme: Theme): string[] {
  if (companies === undefined) return []
  const { name, companies: count, skipped = 0, by_id, by_domain, by_name, unmatched } = companies
  const ways = [`${thousands(by_id)} by id`, `${thousands(by_domain)} by domain`, `${thousands(by_name)} by name`]
  const joined = plural(by_id + by_domain + by_name, 'lead')
  const text = `${clean(name)}, ${count === 1 ? '1 company' : `${thousands(count)} companies`}${skipped > 0 ? ` (${thousands(skipped)} deleted or historic skipped)` : ''}: ${joined} joined (${ways.join(', ')}), ${thousands(unmatched)} without one`
  return wrap(text, roomOf(theme), 2)
}

/** How many leads were found again in the run before. */
function previous({ previous }: InputSummary, theme: Theme): string[] {
  if (previous === undefined) return []
  const { name, leads, found, new: unknown } = previous
  const text = `${clean(name)}, ${plural(leads, 'lead')}: ${thousands(found)} found again, ${thousands(unknown)} new`
  return wrap(text, roomOf(theme), 2)
}

/** Every column of an input that the rulebook does not read: those whose meaning is known, and the others. */
export function printUnused(input: InputSummary, theme: Theme): string[] {
  const { ellipsis } = theme.glyphs
  const known = input.unused.map(({ column, field }) => cut(`${clean(column)} (${clean(field)})`, 44, ellipsis))
  return [...labelled('not used', flow(known, theme), theme), ...labelled('unknown', unmatched(input, theme), theme)]
}

/** Columns that no field takes, with some of their values. */
function unmatched({ unmatched }: InputSummary, theme: Theme): string[] {
  const { glyphs } = theme
  const filled = unmatched.filter(column => column.filled > 0)
  const items = filled.map(({ column, values }) => {
    const taste = values.slice(0, 3).map(value => cut(clean(value), 16, glyphs.ellipsis))
    return cut(clean(column), 28, glyphs.ellipsis) + (taste.length === 0 ? '' : ` (${taste.join(', ')})`)
  })
  const blank = unmatched.length - filled.length
  const all = blank === 0 ? items : [plural(blank, 'empty column'), ...items]
  return flow(all, theme, { separator: glyphs.dot })
}
