import { type Kind, kindOf } from '../../kinds.ts'
import { fieldOf } from '../../known-headings.ts'
import { evenShape, type Shape, shortShape } from '../csv-shape.ts'

interface Aligned {
  readonly headings: readonly string[]
  readonly shape: Shape
  readonly repairs: readonly string[]
}

/**
 * Aligns headings with rows that have one cell more or fewer: statistics programs write no name for the first column,
 * others omit the last cell. The values decide; undefined if they do not.
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

/** Cells that fit their heading minus those that do not. */
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

/** The kinds of values expected below a heading; undefined if any kind is possible. */
export function kindsOf(heading: string): readonly Kind[] | undefined {
  const field = fieldOf(heading)
  if (field === undefined) return undefined
  if (field.name === 'email') return ['mail']
  if (field.name === 'phone' || field.name === 'mobile' || field.type === 'number') return NUMBERS
  if (field.type === 'date') return ['date']
  return TEXTS.includes(field.name) ? ['text'] : undefined
}

const TEXTS: readonly string[] = ['first_name', 'last_name', 'full_name', 'company', 'job_title', 'city', 'country']
