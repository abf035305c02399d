import { NUMBER_PATTERNS, type NumberFormat } from '../../ir/values/number.ts'
import { NUMBER_REWRITES, SCALES } from '../../ir/values/number-words.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, packedCase, rewritten } from '../dialect/write.ts'

const { plain, cell, range } = NUMBER_PATTERNS
const PART = '|'

/** Reading a number: its usual spelling, its pieces, its digits, its size. See `ir/values/number.ts`. */
export interface NumberSteps {
  readonly usual: readonly Column[]
  readonly pieces: readonly Column[]
  readonly digits: readonly Column[]
  readonly sizes: readonly Column[]
  readonly value: Sql
  /** Whether it is the lower end of a range. */
  readonly isRange: Sql
}

/** `cell`: the column with the folded text, which the names of all others begin with. */
export function numberSteps(text: Sql, { decimal, scale }: NumberFormat, dialect: Dialect): NumberSteps {
  const [usual, pieces, digits, size] = [`${text}__usual`, `${text}__pieces`, `${text}__digits`, `${text}__size`]
  const { finds, types } = dialect
  const read = firstOf([
    {
      when: `${size} < CAST(1000000000000000 AS ${types.decimal})`,
      give: firstOf([{ when: `${dialect.left(pieces, 1)} = '-'`, give: `0 - ${size}` }], size),
    },
  ])
  // Of a column in thousands or millions no number is as simple as its digits.
  const isPlain = scale === undefined ? finds(text, plain) : 'FALSE'
  return {
    usual: [{ name: usual, call: usualNumber(scale, dialect), of: text }],
    pieces: [{ name: pieces, call: numberPieces(dialect), of: usual }],
    digits: [{ name: digits, call: numberDigits(decimal, dialect), of: pieces }],
    sizes: [{ name: size, call: numberSize(scale, dialect), of: digits }],
    value: firstOf([{ when: isPlain, give: `CAST(${text} AS ${types.decimal}) + 0` }], read),
    isRange: `coalesce(${finds(usual, '[+]$')}, FALSE)`,
  }
}

/** The functions that read a number of a column without a scale of its own. */
export function numberFunctions(dialect: Dialect): OwnFunction[] {
  return [
    usualNumber(undefined, dialect),
    numberPieces(dialect),
    numberDigits('.', dialect),
    numberDigits(',', dialect),
    numberSize(undefined, dialect),
  ]
}

function usualNumber(scale: number | undefined, dialect: Dialect): OwnFunction {
  const { finds, replaced } = dialect
  return {
    name: 'number_spelling',
    about: 'a number that is not plain digits, in its usual spelling',
    takes: 'text',
    gives: 'text',
    body: text =>
      firstOf(
        [
          ...(scale === undefined ? [{ when: finds(text, plain), give: 'NULL' }] : []),
          { when: finds(text, cell), give: text },
          { when: finds(text, range), give: replaced(text, range, [1, '+']) },
        ],
        rewritten(text, NUMBER_REWRITES, dialect),
      ),
  }
}

function numberPieces({ finds, replaced }: Dialect): OwnFunction {
  return {
    name: 'number_pieces',
    about: 'its sign, digits and scale',
    takes: 'text',
    gives: 'text',
    body: usual => firstOf([{ when: finds(usual, cell), give: replaced(usual, cell, [1, 2, PART, 3, PART, 4]) }]),
  }
}

/** Nothing where the digits are none of a number. */
function numberDigits(decimal: '.' | ',', dialect: Dialect): OwnFunction {
  const { finds, replaced, part, left } = dialect
  const group = decimal === '.' ? ',' : '.'
  return {
    name: decimal === '.' ? 'number_digits' : 'number_digits_with_comma',
    about: 'its digits without groups, and its scale',
    takes: 'text',
    gives: 'text',
    body: pieces => {
      const digits = part(pieces, PART, 2)
      const whole = replaced(replaced(part(digits, decimal, 1), '[^0-9]', []), '^0+', [])
      const fraction = left(part(digits, decimal, 2), 15)
      const isOne = [
        finds(digits, numeral(decimal, group)),
        `length(${whole}) <= 15`,
        `length(${part(pieces, PART, 1)}) < 2`,
      ]
      // With a digit on each side of the point whatever is there is a number to every engine.
      const give = `'0' || ${whole} || '.' || ${fraction} || '0${PART}' || ${part(pieces, PART, 3)}`
      return firstOf([{ when: allOf(isOne), give }])
    },
  }
}

function numberSize(scale: number | undefined, dialect: Dialect): OwnFunction {
  const { part, text, types } = dialect
  const cast = (value: Sql) => `CAST(${value} AS ${types.decimal})`
  return {
    name: 'number_size',
    about: 'its size, with at most six decimals',
    takes: 'text',
    gives: 'decimal',
    body: digits => {
      const by = packedCase(
        part(digits, PART, 2),
        Object.entries(SCALES).map(([sign, factor]) => ({ when: text(sign), give: cast(String(factor)) })),
        cast(String(scale ?? 1)),
      )
      return sixDecimals(`${sixDecimals(cast(part(digits, PART, 1)), dialect)} * ${by}`, dialect)
    },
  }
}

function sixDecimals(value: Sql, { floor, types }: Dialect): Sql {
  const cast = (sql: Sql) => `CAST(${sql} AS ${types.decimal})`
  return `${floor(`(${value}) * ${cast('1000000')} + ${cast('0.5')}`)} / ${cast('1000000')}`
}

/** A whole number of a column of numbers as leadq reads it: below 10^15. */
export function wholeValue({ types }: Dialect): OwnFunction {
  return {
    name: 'whole_number',
    about: 'a whole number as leadq reads it: below 10^15',
    takes: 'decimal',
    gives: 'decimal',
    body: number => firstOf([{ when: `abs(${number}) < CAST(1000000000000000 AS ${types.decimal})`, give: number }]),
  }
}

/** A decimal of a column of numbers as leadq reads it: below 10^15, with at most six decimals. */
export function decimalValue(dialect: Dialect): OwnFunction {
  return {
    name: 'number',
    about: 'a number as leadq reads it: below 10^15, with at most six decimals',
    takes: 'decimal',
    gives: 'decimal',
    body: number => {
      const size = sixDecimals(`abs(${number})`, dialect)
      const read = firstOf(
        [
          { when: `${number} = ${dialect.floor(number)}`, give: number },
          { when: `${number} < 0`, give: `0 - ${size}` },
        ],
        size,
      )
      return firstOf([{ when: `abs(${number}) < 1e15`, give: read }])
    },
  }
}

/** Digits whose groups, if there are any, are groups of three, all with the same sign between them. */
function numeral(decimal: string, group: string): string {
  const groups = [group, "'", ' '].map(sign => `[0-9]{1,3}(?:[${sign}][0-9]{3})+`)
  return `^(?:[0-9]*|${groups.join('|')})(?:[${decimal}][0-9]*)?$`
}
