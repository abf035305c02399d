import type { BoundColumn } from '../../ir/results/summary.ts'
import { flow, roomOf } from '../terminal/lines.ts'
import { clean, cut, padEnd, widest } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

const MAX_SHOWN_COLUMNS = 3
const MAX_SHOWN_GUESSES = 8
const FIELD = 22

/**
 * `employees <- Mitarbeiterzahl (heading, decimal comma)`: first what is guessed, then what was decided by looking, then
 * other names.
 */
export function printColumns(bound: readonly BoundColumn[], theme: Theme): string[] {
  const guesses = bound.filter(({ by }) => by === 'guess').slice(0, MAX_SHOWN_GUESSES)
  const certain = bound.filter(column => !guesses.includes(column))
  const telling = certain
    .filter(tells)
    .sort((a, b) => Number(b.read_as !== undefined) - Number(a.read_as !== undefined))
  const shown = [...guesses, ...telling.slice(0, atMost(MAX_SHOWN_COLUMNS, theme))]
  const rest = [...telling.slice(atMost(MAX_SHOWN_COLUMNS, theme)), ...certain.filter(column => !tells(column))]
  const names = rest.map(({ field }) => cut(clean(field), FIELD, theme.glyphs.ellipsis))
  const also = shown.length > 0 && names.length > 0 ? [`also ${names[0]}`, ...names.slice(1)] : names
  return [...match(shown, theme), ...flow(also, theme)]
}

function match(columns: readonly BoundColumn[], theme: Theme): string[] {
  const { ellipsis } = theme.glyphs
  const fields = columns.map(({ field }) => cut(clean(field), FIELD, ellipsis))
  const width = widest(fields)
  return columns.map((column, index) => {
    const how = ` (${[column.by, ...(column.read_as === undefined ? [] : [clean(column.read_as)])].join(', ')})`
    const room = roomOf(theme) - width - 4 - how.length
    const from = cut(clean(column.columns.join(' | ')), Math.max(8, room), ellipsis)
    return cut(`${padEnd(fields[index] ?? '', width)} <- ${from}${how}`, roomOf(theme), ellipsis)
  })
}

/** A column with the field's own name and the usual format is not listed. */
function tells({ field, columns, read_as }: BoundColumn): boolean {
  return read_as !== undefined || columns.length !== 1 || plain(columns[0] ?? '') !== plain(field)
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
