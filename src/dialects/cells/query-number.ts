import { NUMBER_PATTERNS, type NumberFormat, SCALES } from '../../ir/values/number.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, lookUp } from '../dialect/write.ts'

const { plain, cell, range } = NUMBER_PATTERNS
/** Stands where a scale would, for a cell whose lower end was taken. */
const RANGE = 'range'
const PART = '|'

/** Reading a number: its pieces, its digits, its value. Plain digits need only the last. See `ir/values/number.ts`. */
export interface NumberSteps {
  readonly more: Column[]
  readonly pieces: Column[]
  readonly digits: Column[]
  readonly value: Sql
}

/** `name`: of the column with the trimmed cell. */
export function numberSteps(name: Sql, { decimal }: NumberFormat, dialect: Dialect): NumberSteps {
  const { finds, replaced, part, text, types, floor } = dialect
  const [more, pieces, whole, fraction] = [`${name}_more`, `${name}_pieces`, `${name}_whole`, `${name}_fraction`]
  const piece = (n: number) => part(pieces, PART, n)
  const group = decimal === '.' ? ',' : '.'
  const cast = (value: Sql) => `CAST(${value} AS ${types.decimal})`
  const million = cast('1000000')
  const sixDecimals = (value: Sql) => `${floor(`(${value}) * ${million} + ${cast('0.5')}`)} / ${million}`
  // With a digit on each side of the point whatever is there is a number to every engine.
  const size = `(${sixDecimals(cast(`'0' || ${whole} || '.' || ${fraction} || '0'`))})`
  const scale = lookUp(
    piece(3),
    scales().map(([sign, by]) => ({ when: text(sign), give: cast(String(by)) })),
    cast('1'),
  )
  const scaled = `(${sixDecimals(`${size} * ${scale}`)})`
  return {
    more: [{ name: more, sql: `NOT ${finds(name, plain)}` }],
    pieces: [
      {
        name: pieces,
        sql: firstOf([
          { when: `NOT ${more}`, give: 'NULL' },
          { when: finds(name, range), give: replaced(name, range, [PART, 1, PART, RANGE]) },
          { when: finds(name, cell), give: replaced(name, cell, [1, 2, PART, 3, PART, 4]) },
        ]),
      },
    ],
    digits: [
      {
        name: whole,
        sql: firstOf([
          {
            when: `${pieces} IS NOT NULL AND ${finds(piece(2), numeral(decimal, group))}`,
            give: replaced(replaced(part(piece(2), decimal, 1), '[^0-9]', []), '^0+', []),
          },
        ]),
      },
      {
        name: fraction,
        sql: firstOf([{ when: `${pieces} IS NOT NULL`, give: dialect.left(part(piece(2), decimal, 2), 15) }]),
      },
    ],
    value: firstOf([
      { when: `NOT ${more}`, give: `${cast(name)} + 0` },
      { when: `${pieces} IS NULL OR length(${whole}) > 15 OR length(${piece(1)}) > 1`, give: 'NULL' },
      { when: `${piece(3)} = ${text(RANGE)}`, give: size },
      {
        when: allOf([`${whole} IS NOT NULL`, `${scaled} < ${cast('1000000000000000')}`]),
        give: lookUp(piece(1), [{ when: "'-'", give: `0 - ${scaled}` }], scaled),
      },
    ]),
  }
}

/** Digits whose groups, if there are any, are groups of three, all with the same sign between them. */
function numeral(decimal: string, group: string): string {
  const groups = [group, "'", ' ', '\u00a0', '\u202f'].map(sign => `[0-9]{1,3}(?:[${sign}][0-9]{3})+`)
  return `^(?:[0-9]*|${groups.join('|')})(?:[${decimal}][0-9]*)?$`
}

/** Every spelling of a scale that `NUMBER_PATTERNS.cell` lets through. */
function scales(): [string, number][] {
  return Object.entries(SCALES).flatMap(([name, by]) => {
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    const spellings = name === 'm' ? ['M'] : name === 'bn' ? [name] : [name, capital]
    const dotted = name.length === 3 ? spellings.map(spelling => `${spelling}.`) : []
    return [...spellings, ...dotted].map((spelling): [string, number] => [spelling, by])
  })
}
