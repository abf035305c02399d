import type { BoundField } from '../../ir/plan/bound-field.ts'
import { MARKS, SPELLINGS } from '../../ir/values/boolean.ts'
import { isKeyField, ROUNDED_KEY } from '../../ir/values/damaged.ts'
import { isMailField, MAIL_REWRITES, ODD_MAIL } from '../../ir/values/mail.ts'
import type { Constant } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { type Column, firstOf, literal, rewritten, visible } from '../dialect/write.ts'
import { dateSteps } from './query-date.ts'
import { numberSteps } from './query-number.ts'

/** What reading a cell by its type takes, step by step. */
export interface TypeSteps {
  /** Whether a cell needs more than the simplest reading. */
  readonly more: readonly Column[]
  /** What is not plain in its usual spelling. */
  readonly usual: readonly Column[]
  readonly pieces: readonly Column[]
  readonly digits: readonly Column[]
  readonly times: readonly Column[]
  readonly instants: readonly Column[]
  /** The value; nothing for a cell that does not read as the type. */
  readonly value: Sql
  /** Of a number: whether it is the lower end of a range. */
  readonly isRange?: Sql
  /** What is shown of the cell, where that is not all of it. */
  readonly shown?: Sql
}

export interface TypeContext {
  /** Columns with the trimmed cell, the same folded, and its elements. */
  readonly raw: Sql
  readonly lower: Sql
  readonly items: Sql
  readonly zone: Zone
  readonly dialect: Dialect
}

const PLAIN = { more: [], usual: [], pieces: [], digits: [], times: [], instants: [] }

export function typeSteps(field: BoundField, { raw, lower, items, zone, dialect }: TypeContext): TypeSteps {
  switch (field.type) {
    case 'text': {
      if (isMailField(field.name)) return mailSteps(raw, lower, dialect)
      const isDamaged = damaged(field, raw, dialect)
      return { ...PLAIN, value: isDamaged === undefined ? lower : firstOf([{ when: isDamaged, give: 'NULL' }], lower) }
    }
    case 'list':
      return { ...PLAIN, value: items }
    case 'number':
      return { ...PLAIN, ...numberSteps(raw, lower, field.number, dialect) }
    case 'date':
      return dateSteps({ raw, lower }, field.date, zone, dialect)
    case 'boolean': {
      const spelled = (truth: boolean) =>
        [...SPELLINGS].filter(([, meant]) => meant === truth).map(([spelling]) => spelling)
      const spellings = [...spelled(true), ...spelled(false)]
      const {
        value: _,
        isDate,
        ...steps
      } = dateSteps({ raw, lower, isElse: dialect.isOneOf(lower, spellings) }, field.date, zone, dialect)
      const value = firstOf([
        ...(field.blankIsNo ? [{ when: dialect.isOneOf(lower, MARKS), give: 'TRUE' }] : []),
        { when: dialect.isOneOf(lower, spelled(true)), give: 'TRUE' },
        { when: dialect.isOneOf(lower, spelled(false)), give: 'FALSE' },
        { when: isDate, give: 'TRUE' },
      ])
      return { ...steps, value }
    }
  }
}

/** The address in a cell of addresses: see `addressIn` of `ir/values/mail.ts`. */
function mailSteps(raw: Sql, lower: Sql, dialect: Dialect): TypeSteps {
  const usual = `${raw}_usual`
  const isOdd = dialect.finds(lower, visible(ODD_MAIL, dialect))
  const sql = firstOf([{ when: isOdd, give: rewritten(lower, MAIL_REWRITES, dialect) }], lower)
  return {
    ...PLAIN,
    usual: [{ name: usual, sql }],
    value: usual,
    shown: firstOf([{ when: `${usual} = ${lower}`, give: raw }], usual),
  }
}

/** Whether a key was rounded by a spreadsheet; undefined for fields that are no keys. */
export function damaged(field: BoundField, raw: Sql, { finds }: Dialect): Sql | undefined {
  return field.type === 'text' && isKeyField(field.name) ? finds(raw, ROUNDED_KEY) : undefined
}

/** A constant of a rulebook as a value; `isList`: as a list of one. */
export function constant(value: Constant, isList: boolean, { text, list }: Dialect): Sql {
  const plain = literal(value, text)
  return isList && typeof value === 'string' ? list([plain]) : plain
}
