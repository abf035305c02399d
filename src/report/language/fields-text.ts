import { plural } from '../numbers.ts'
import { labelled, roomOf, wrap } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** What is printed of a field. */
interface Shown {
  readonly name: string
  readonly type: string
  readonly about: string
  readonly headings: readonly string[]
  readonly guessed_headings: readonly string[]
}

/** So few fields are shown with their headings. */
const MAX_IN_FULL = 4

/** The fields of the catalogue: a line each, or all about those that were asked for. */
export function printFields(fields: readonly Shown[], theme: Theme): string {
  const lines = fields.length <= MAX_IN_FULL ? inFull(fields, theme) : oneLineEach(fields, theme)
  return `${lines.join('\n')}\n`
}

function oneLineEach(fields: readonly Shown[], { chalk, glyphs, width }: Theme): string[] {
  const names = widest(fields.map(({ name }) => name))
  const types = widest(fields.map(({ type }) => type))
  const room = width - names - types - 4
  return fields.map(
    ({ name, type, about }) =>
      `${chalk.bold(name.padEnd(names))}  ${chalk.dim(type.padEnd(types))}  ${cut(about, room, glyphs.ellipsis)}`,
  )
}

function inFull(fields: readonly Shown[], theme: Theme): string[] {
  return fields.flatMap(({ name, type, about, headings, guessed_headings }, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrap(`${theme.chalk.bold(name)}  ${type}`, theme.width, 2),
    ...wrap(about, theme.width, 2),
    ...labelled('headings', wrap(headings.join(', '), roomOf(theme), 0), theme),
    ...labelled(
      'guessed',
      guessed_headings.length === 0 ? [] : wrap(guessed_headings.join(', '), roomOf(theme), 0),
      theme,
    ),
  ])
}

/** A column of a file and its field, as printed. */
interface ShownColumn {
  readonly column: string
  readonly field: string | null
  readonly type: string | null
  readonly by: string | null
  readonly used: boolean | null
}

const BY: Readonly<Record<string, string>> = { guess: 'a guess', rulebook: 'by the rulebook' }
const MAX_HEADING = 32

/** Which column of a file is which field. */
export function printFileFields(
  {
    input,
    system,
    columns,
  }: { readonly input: string; readonly system: string | null; readonly columns: readonly ShownColumn[] },
  theme: Theme,
): string {
  const known = columns.filter(({ field }) => field !== null).length
  const head = `${theme.chalk.bold(clean(input))}  ${known} of ${plural(columns.length, 'column')} recognised`
  const rows = columns.map(({ column, field, type, by, used }) => [
    cut(clean(column), MAX_HEADING, theme.glyphs.ellipsis),
    field === null ? theme.chalk.dim('not recognised') : clean(field),
    type ?? '',
    remarkOn(field, by, used),
  ])
  const lines = [
    ...wrap(system === null ? head : `${head} (${clean(system)})`, theme.width, 2),
    '',
    ...printTable(COLUMNS, rows, { ...theme, compact: true }),
    ...(known === columns.length ? [] : ['', ...wrap(MAPPING, theme.width, 2)]),
  ]
  return `${lines.join('\n')}\n`
}

function remarkOn(field: string | null, by: string | null, used: boolean | null): string {
  if (field === null) return ''
  if (by === null) return 'another column is used'
  return [BY[by] ?? '', used === false ? 'not used' : ''].filter(text => text !== '').join(', ')
}

const MAPPING =
  'Map a column in the rulebook: `fields: { job_title: { from: Rolle } }`; `leadq fields` lists the fields.'

const COLUMNS = [
  { title: 'column', align: 'left' },
  { title: 'field', align: 'left' },
  { title: 'type', align: 'left' },
  { title: '', align: 'left' },
] as const
