import { type Kind, kindOf } from '../../kinds.ts'
import { fieldOf } from '../../known-headings.ts'
import { evenShape, type Shape, shortShape } from '../csv-shape.ts'

interface Aligned {
  readonly headings: readonly string[]
  readonly shape: Shape
  readonly repairs: readonly string[]
}

/**
 * Headings over rows that have one cell more or fewer: without a name for the first column, as programs of statistics
 * write them, or without a last cell. The values decide, by the columns whose values can be told; nothing if they do not.
 */
export function alignShape(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): Aligned | undefined {
  const [start, end] =
    width > headings.length
      ? [
          ['', ...headings],
          [...headings, ''],
        ]
      : [headings.slice(headings.length - width), headings.slice(0, width)]
  const [atStart, atEnd] = [agreement(start, rows), agreement(end, rows)]
  if (atStart === atEnd || Math.max(atStart, atEnd) <= 0) return undefined
  const side = atStart > atEnd ? 'start' : 'end'
  const where = side === 'start' ? 'first' : 'last'
  if (width > headings.length) {
    const repairs = [`no heading for the ${where} column`]
    return { headings: side === 'start' ? start : end, shape: evenShape(width), repairs }
  }
  const shape = shortShape(headings.length, width, side)
  return { headings, shape, repairs: [`no cells for the ${where} heading`] }
}

/** Cells that are as their heading says, less those that are not. */
function agreement(headings: readonly string[], rows: readonly (readonly string[])[]): number {
  let agreed = 0
  for (const [column, heading] of headings.entries()) {
    const expected = kindsOf(heading)
    if (expected === undefined) continue
    for (const row of rows) {
      const kind = kindOf(row[column] ?? '')
      if (kind !== 'blank') agreed += expected.includes(kind) ? 1 : -1
    }
  }
  return agreed
}

const NUMBERS: readonly Kind[] = ['number', 'amount', 'phone']

/** What the values below a heading look like; nothing if they could be anything. */
export function kindsOf(heading: string): readonly Kind[] | undefined {
  const field = fieldOf(heading)
  if (field === undefined) return undefined
  if (field.name === 'email') return ['mail']
  if (field.name === 'phone' || field.name === 'mobile' || field.type === 'number') return NUMBERS
  if (field.type === 'date') return ['date']
  return TEXTS.includes(field.name) ? ['text'] : undefined
}

const TEXTS: readonly string[] = ['first_name', 'last_name', 'full_name', 'company', 'job_title', 'city', 'country']
