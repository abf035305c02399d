import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { OpenedInput } from '../../leads/open.ts'

/** A column of the data by its heading, or by the field that is bound to it. */
export interface Shown {
  readonly name: string
  readonly position: number
}

/** The columns that somebody asked for; refuses a name that the data does not have. */
export function columnsNamed(
  names: readonly string[],
  flag: string,
  { name: file, input: { headings } }: OpenedInput,
  bounds: readonly BoundPlan[],
): Shown[] {
  const fields = bounds.flatMap(bound => bound.fields).filter(({ columns }) => columns.length > 0)
  return names.map(name => {
    const heading = headings.indexOf(name)
    const position = heading >= 0 ? heading : fields.find(field => field.name === name)?.columns[0]
    if (position !== undefined) return { name, position }
    const known = [...headings, ...fields.map(field => field.name)]
    const hint = didYouMean(name, known) ?? `its columns: ${headings.slice(0, 12).join(', ')}`
    throw new Refusal(diagnose('diff/no-column', `${flag}: ${file} has no column \`${name}\``, { hint }), 'data')
  })
}

/**
 * The name of a lead: the requested column, else its id, else its position. An id that is an e-mail address, a name or a phone number is not
 * shown unless requested.
 */
export function leadNamer(
  key: Shown | undefined,
  { input: { format } }: OpenedInput,
  { fields }: BoundPlan,
): (row: Row) => string {
  const own = fields.find(({ name }) => name === 'id')?.columns ?? []
  const what = format === 'csv' || format === 'tsv' ? 'line' : 'record'
  return ({ cells, line }) => {
    if (key !== undefined) return cells[key.position]?.trim() || `${what} ${line}`
    const id = own.map(column => cells[column]?.trim() ?? '').find(text => text !== '')
    return id === undefined || /[\s@]|^\+/.test(id) ? `${what} ${line}` : id
  }
}
