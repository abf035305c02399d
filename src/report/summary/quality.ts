import type { FieldQuality, Summary } from '../../ir/results/summary.ts'
import { percent, plural, thousands } from '../numbers.ts'
import { flow, labelled, roomOf } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, widest } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

const NAME = 24
/** Room for the percentage and the gaps. */
const NUMBERS = 10
const MAX_SHOWN_FIELDS = 3
/** From this share on a field without invalid cells needs no line of its own. */
const WELL_FILLED = 0.9

/** Data quality: a line for each of the worst fields, one line for all good ones. */
export function printQuality({ quality, counts }: Summary, theme: Theme): string[] {
  if (counts.scored === 0) return []
  const worstFirst = [...quality].sort((a, b) => share(a) - share(b))
  const good = worstFirst.filter(field => share(field) >= WELL_FILLED && field.invalid === 0)
  const poor = worstFirst.filter(field => !good.includes(field))
  const shown = tellable(poor, theme)
  const others = poor.filter(field => !shown.includes(field))
  const lines = [
    ...rows(shown, theme),
    ...line('also', others, field => `${nameOf(field, theme)} ${percent(field.filled, total(field))}`, theme),
    ...line(`${100 * WELL_FILLED}% and more:`, good, field => nameOf(field, theme), theme),
  ]
  return labelled('filled', lines, theme)
}

/** Invalid cells can be corrected, so they come before empty fields. */
function tellable(poor: readonly FieldQuality[], theme: Theme): FieldQuality[] {
  const chosen = [...poor]
    .sort((a, b) => b.invalid - a.invalid)
    .slice(0, atMost(theme.compact === true ? MAX_SHOWN_FIELDS - 1 : MAX_SHOWN_FIELDS, theme))
  return poor.filter(field => chosen.includes(field))
}

function rows(fields: readonly FieldQuality[], theme: Theme): string[] {
  const width = roomOf(theme) - widest(fields.map(field => nameOf(field, theme))) - NUMBERS
  const cells = fields.map(field => row(field, width, theme))
  return printTable(COLUMNS, cells, theme)
}

function row(field: FieldQuality, width: number, theme: Theme): string[] {
  const invalid = field.invalid > 0 ? [`${thousands(field.invalid)} invalid${firstLines(field)}`] : []
  const ranges = field.ranges > 0 ? [plural(field.ranges, 'range')] : []
  const detail = cut([...invalid, ...ranges].join(', '), width, theme.glyphs.ellipsis)
  return [
    nameOf(field, theme),
    percent(field.filled, total(field)),
    field.invalid > 0 ? theme.chalk.yellow(detail) : detail,
  ]
}

/** Where the full list is, if this one is cut. */
function firstLines({ first_invalid, invalid }: FieldQuality): string {
  const lines = first_invalid.slice(0, 2)
  if (lines.length === 0) return ''
  return ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${lines.length < invalid ? ' ...' : ''})`
}

function line(
  label: string,
  fields: readonly FieldQuality[],
  print: (field: FieldQuality) => string,
  theme: Theme,
): string[] {
  const items = fields.map((field, index) => (index === 0 ? `${label} ${print(field)}` : print(field)))
  return flow(items, theme)
}

function nameOf({ field }: FieldQuality, { glyphs }: Theme): string {
  return cut(clean(field), NAME, glyphs.ellipsis)
}

function total({ filled, empty, invalid }: FieldQuality): number {
  return filled + empty + invalid
}

function share(field: FieldQuality): number {
  return total(field) === 0 ? 0 : field.filled / total(field)
}

const COLUMNS = [{ align: 'left' }, { align: 'right' }, { align: 'left' }] as const
