import type { BoundField } from '../../ir/plan/bound-field.ts'
import { MARKS, SPELLINGS } from '../../ir/values/boolean.ts'
import { isKeyField, ROUNDED_KEY } from '../../ir/values/damaged.ts'
import { isMailField } from '../../ir/values/mail.ts'
import type { Constant } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { type Column, firstOf, literal } from '../dialect/write.ts'
import { dateSteps } from './query-date.ts'
import { addressIn } from './query-mail.ts'
import { numberSteps } from './query-number.ts'

/** What reading a text by its type takes, step by step. */
export interface TypeSteps {
  /** What is not plain in its usual spelling. */
  readonly usual: readonly Column[]
  readonly pieces: readonly Column[]
  readonly digits: readonly Column[]
  readonly times: readonly Column[]
  readonly instants: readonly Column[]
  readonly days: readonly Column[]
  /** Yes and no. */
  readonly truths: readonly Column[]
  /** The value; nothing for a text that does not read as the type. */
  readonly value: Sql
  /** Of a number: whether it is the lower end of a range. */
  readonly isRange?: Sql
  /** The address in a cell of addresses. */
  readonly address?: Sql
}

export interface TypeContext {
  /** Columns with the folded text, and with its elements. */
  readonly text: Sql
  readonly items: Sql
  readonly zone: Zone
  readonly dialect: Dialect
}

export const NO_STEPS = { truths: [], usual: [], pieces: [], digits: [], times: [], instants: [], days: [] }

export function typeSteps(field: BoundField, { text, items, zone, dialect }: TypeContext): TypeSteps {
  switch (field.type) {
    case 'text': {
      if (isMailField(field.name)) {
        const address = `${text}__address`
        return { ...NO_STEPS, usual: [{ name: address, call: addressIn(dialect), of: text }], value: address, address }
      }
      const isDamaged = damaged(field, text, dialect)
      return { ...NO_STEPS, value: isDamaged === undefined ? text : firstOf([{ when: isDamaged, give: 'NULL' }], text) }
    }
    case 'list':
      return { ...NO_STEPS, value: items }
    case 'number': {
      const { sizes, ...steps } = numberSteps(text, field.number, dialect)
      return { ...NO_STEPS, ...steps, times: sizes }
    }
    case 'date':
      return { ...NO_STEPS, ...dateSteps(text, field.date, zone, dialect) }
    case 'boolean': {
      const truth = `${text}__truth`
      const { isDate, ...steps } = dateSteps(text, field.date, zone, dialect, `${truth} IS NOT NULL`)
      return {
        ...NO_STEPS,
        ...steps,
        truths: [{ name: truth, call: truthOf(field, dialect), of: text }],
        value: `coalesce(${truth}, ${firstOf([{ when: isDate, give: 'TRUE' }])})`,
      }
    }
  }
}

/** The functions that read yes and no. */
export function truthFunctions(dialect: Dialect): OwnFunction[] {
  return [truthOf({ blankIsNo: false }, dialect), truthOf({ blankIsNo: true }, dialect)]
}

function truthOf({ blankIsNo }: Pick<BoundField, 'blankIsNo'>, { isOneOf }: Dialect): OwnFunction {
  const spelled = (truth: boolean) =>
    [...SPELLINGS].filter(([, meant]) => meant === truth).map(([spelling]) => spelling)
  return {
    name: blankIsNo ? 'truth_of_mark' : 'truth',
    about: 'yes and no in words and signs',
    takes: 'text',
    gives: 'truth',
    body: text =>
      firstOf([
        { when: isOneOf(text, [...spelled(true), ...(blankIsNo ? MARKS : [])]), give: 'TRUE' },
        { when: isOneOf(text, spelled(false)), give: 'FALSE' },
      ]),
  }
}

/** Whether a key was rounded by a spreadsheet; undefined for fields that are no keys. */
export function damaged(field: BoundField, text: Sql, { finds }: Dialect): Sql | undefined {
  return field.type === 'text' && isKeyField(field.name) ? finds(text, ROUNDED_KEY) : undefined
}

/** A constant of a rulebook as a value; `isList`: as a list of one. */
export function constant(value: Constant, isList: boolean, { text, list }: Dialect): Sql {
  const plain = literal(value, text)
  return isList && typeof value === 'string' ? list([plain]) : plain
}
