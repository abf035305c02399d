import { nearest } from '../../base/nearest.ts'
import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import { plural } from '../numbers.ts'
import { flow, wrap } from '../terminal/lines.ts'
import { clean, escapeUnsafe, widthOf } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** With fewer matched fields than this the headings are probably not recognised. */
const FEW_FIELDS = 3
const FIELDS = 4
/** Pasted as it is, it only earns a warning that there is no such column. */
const OPEN = '...'
const COMMENT = '  # '

/** Where hardly a column was recognised: lines to paste into the rulebook, made of the columns that are there. */
export function printSnippet({ inputs, advice }: Summary, theme: Theme): string[] {
  const input = inputs.find(({ bound, unmatched }) => bound.length < FEW_FIELDS && unmatched.length > 0)
  if (!input || advice.wanted.length === 0) return []
  const found = input.bound.length === 0 ? 'no column' : `only ${plural(input.bound.length, 'column')}`
  const headline = `${found} of ${clean(input.name)} ${input.bound.length === 1 || input.bound.length === 0 ? 'is' : 'are'} used; map others in the rulebook:`
  const lines = wrap(headline, theme.width, 2).map(line => theme.chalk.yellow(line))
  return [...lines, ...snippet(input, advice.wanted, theme)]
}

function snippet({ unmatched }: InputSummary, wanted: Summary['advice']['wanted'], theme: Theme): string[] {
  const columns = unmatched.map(({ column }) => column)
  const fields = wanted.slice(0, FIELDS).flatMap(({ field }) => fieldLine(field, columns, theme))
  const room = theme.width - COMMENT.length
  const choice = flow(columns.map(quoted), theme, { width: room, lines: 3 }).map(line => COMMENT + line)
  return ['fields:', ...fields, `${COMMENT}the columns to choose from:`, ...choice]
}

/** A column that is spelled much like the field is filled in; a guess beyond that could score leads wrongly. */
function fieldLine(field: string, columns: readonly string[], { width }: Theme): string[] {
  const lines = [nearest(field, columns) ?? OPEN, OPEN].map(from => `  ${clean(field)}: { from: ${quoted(from)} }`)
  return lines.filter(line => widthOf(line) <= width).slice(0, 1)
}

/** As YAML and JSON write a text, so that a pasted name is the column's name to the letter. */
function quoted(column: string): string {
  return escapeUnsafe(JSON.stringify(column))
}
