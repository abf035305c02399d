import { NUMBER_PATTERNS, type NumberFormat } from '../../ir/values/number.ts'
import { NUMBER_REWRITES, SCALES } from '../../ir/values/number-words.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, lookUp, rewritten } from '../dialect/write.ts'

const { plain, cell, range } = NUMBER_PATTERNS
const PART = '|'

/** Reading a number: its usual spelling, its pieces, its digits, its value. Plain digits need only the last. See `ir/values/number.ts`. */
export interface NumberSteps {
  readonly more: Column[]
  readonly usual: Column[]
  readonly pieces: Column[]
  readonly digits: Column[]
  readonly value: Sql
  /** Whether it is the lower end of a range. */
  readonly isRange: Sql
}

/** `name`: of the column with the trimmed cell; `lower`: of the same folded. */
export function numberSteps(
  name: Sql,
  lower: Sql,
  { decimal, scale: usualScale }: NumberFormat,
  dialect: Dialect,
): NumberSteps {
  const { finds, replaced, part, text, types, floor } = dialect
  const [more, usual, pieces] = [`${name}_more`, `${name}_usual`, `${name}_pieces`]
  const [whole, fraction] = [`${name}_whole`, `${name}_fraction`]
  const piece = (n: number) => part(pieces, PART, n)
  const group = decimal === '.' ? ',' : '.'
  const cast = (value: Sql) => `CAST(${value} AS ${types.decimal})`
  const million = cast('1000000')
  const sixDecimals = (value: Sql) => `${floor(`(${value}) * ${million} + ${cast('0.5')}`)} / ${million}`
  // With a digit on each side of the point whatever is there is a number to every engine.
  const size = `(${sixDecimals(cast(`'0' || ${whole} || '.' || ${fraction} || '0'`))})`
  const scale = lookUp(
    piece(3),
    Object.entries(SCALES).map(([sign, by]) => ({ when: text(sign), give: cast(String(by)) })),
    cast(String(usualScale ?? 1)),
  )
  const scaled = `(${sixDecimals(`${size} * ${scale}`)})`
  return {
    // Of a column in thousands or millions no number is as simple as its digits.
    more: [{ name: more, sql: usualScale === undefined ? `NOT ${finds(name, plain)}` : 'TRUE' }],
    usual: [
      {
        name: usual,
        sql: firstOf(
          [
            { when: `NOT ${more}`, give: 'NULL' },
            { when: finds(lower, cell), give: lower },
            { when: finds(lower, range), give: replaced(lower, range, [1, '+']) },
          ],
          rewritten(lower, NUMBER_REWRITES, dialect),
        ),
      },
    ],
    pieces: [
      {
        name: pieces,
        sql: firstOf([{ when: finds(usual, cell), give: replaced(usual, cell, [1, 2, PART, 3, PART, 4]) }]),
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
      {
        when: allOf([`${whole} IS NOT NULL`, `${scaled} < ${cast('1000000000000000')}`]),
        give: lookUp(piece(1), [{ when: "'-'", give: `0 - ${scaled}` }], scaled),
      },
    ]),
    isRange: `coalesce(${finds(usual, '[+]$')}, FALSE)`,
  }
}

/** Digits whose groups, if there are any, are groups of three, all with the same sign between them. */
function numeral(decimal: string, group: string): string {
  const groups = [group, "'", ' '].map(sign => `[0-9]{1,3}(?:[${sign}][0-9]{3})+`)
  return `^(?:[0-9]*|${groups.join('|')})(?:[${decimal}][0-9]*)?$`
}
