import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import { indexHeadings } from '../../io/bind/match.ts'
import type { Field } from '../../ir/plan/field.ts'
import { readNumber } from '../../ir/values/number.ts'
import type { OutcomeSample } from '../outcome/ending.ts'
import { inferType } from './infer-type.ts'

/** A column that leads are put in order by, as a field: of days, or of numbers that rise with time. */
export function orderField(name: string, option: string, sample: OutcomeSample, delimiter: string): Field {
  const { position, heading } = namedColumn(name, option, sample)
  const cells = sample.rows.map(row => row[position]?.trim() ?? '').filter(cell => cell !== '')
  // The heading is ignored: a lead's number can show its order in time.
  const { type } = inferType('', cells, delimiter)
  if (type === 'date') return { name: `${option.slice(2)} column`, type, from: [heading], map: [] }
  const isNumber = cells.length > 0 && cells.every(cell => readNumber(cell, { decimal: '.' }) !== undefined)
  if (isNumber && option === '--date') return { name: 'date column', type: 'number', from: [heading], map: [] }
  const expected = option === '--date' ? 'dates, or numbers that rise with time' : 'dates'
  const message = `\`${option}\`: the column \`${heading}\` of ${sample.name} does not hold ${expected}`
  const hint = cells.length === 0 ? 'it is empty' : `it holds ${cells.slice(0, 3).join(', ')}`
  throw new Refusal(diagnose('learn/order', message, { hint }), 'usage')
}

/** A column by the name that people give it. */
function namedColumn(
  name: string,
  option: string,
  { headings, name: file }: OutcomeSample,
): { readonly position: number; readonly heading: string } {
  const position = indexHeadings(headings).named(name)
  if (position !== undefined) return { position, heading: headings[position] ?? '' }
  const hint = didYouMean(name, headings) ?? `its columns: ${headings.join(', ').slice(0, 500)}`
  throw new Refusal(diagnose('learn/order', `\`${option}\`: ${file} has no column \`${name}\``, { hint }), 'usage')
}
