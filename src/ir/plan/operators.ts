import type { FieldType } from '../values/value.ts'

/** The kinds of operand. */
export type OperandKind =
  /** One constant of the field's type, or a list of them of which any may hold. */
  | 'constants'
  /** One text or a list of texts. */
  | 'texts'
  /** One kind of mail address or a list of them. */
  | 'mail-kinds'
  /** One number or date. */
  | 'bound'
  /** Two numbers or dates, the lower first. */
  | 'range'
  /** A calendar day. */
  | 'day'
  /** `30d`, `2w`. */
  | 'span'
  | 'yes-no'

interface Operator {
  readonly operand: OperandKind
  /** The field types it works on. */
  readonly types: readonly FieldType[]
  readonly about: string
}

const ANY: readonly FieldType[] = ['text', 'number', 'date', 'boolean', 'list']
const TEXT: readonly FieldType[] = ['text', 'list']
const ORDERED: readonly FieldType[] = ['number', 'date']
const DATE: readonly FieldType[] = ['date']

/** Every operator of the language, in the order of the documentation and the JSON Schema. */
export const OPERATORS = {
  equals: { operand: 'constants', types: ANY, about: 'is this value, or one of these' },
  contains: { operand: 'texts', types: TEXT, about: 'has this text somewhere, also inside a word' },
  starts_with: { operand: 'texts', types: TEXT, about: 'begins with this text' },
  ends_with: { operand: 'texts', types: TEXT, about: 'ends with this text' },
  has_word: {
    operand: 'texts',
    types: TEXT,
    about: 'has this whole word or phrase; `*` at an end stands for the rest of a word',
  },
  matches: {
    operand: 'texts',
    types: TEXT,
    about: 'a regular expression (RE2) found anywhere, upper and lower case alike',
  },
  is: {
    operand: 'mail-kinds',
    types: TEXT,
    about: 'valid_email, free_mail, disposable_mail, role_mail or business_mail',
  },
  at_least: { operand: 'bound', types: ORDERED, about: 'this much or more' },
  at_most: { operand: 'bound', types: ORDERED, about: 'this much or less' },
  above: { operand: 'bound', types: ORDERED, about: 'more than this' },
  below: { operand: 'bound', types: ORDERED, about: 'less than this' },
  between: { operand: 'range', types: ORDERED, about: 'from the first to the second, both included' },
  known: { operand: 'yes-no', types: ANY, about: 'true: there is a value; false: there is none' },
  in_last: { operand: 'span', types: DATE, about: '0 to this many days before the day of the run' },
  older_than: { operand: 'span', types: DATE, about: 'more than this many days before the day of the run' },
  in_next: { operand: 'span', types: DATE, about: '0 to this many days after the day of the run' },
  before: { operand: 'day', types: DATE, about: 'before this day' },
  after: { operand: 'day', types: DATE, about: 'after this day' },
} as const satisfies Record<string, Operator>

export type OperatorName = keyof typeof OPERATORS

export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name)
}

export const MAIL_KINDS = ['valid_email', 'free_mail', 'disposable_mail', 'role_mail', 'business_mail'] as const

export type MailKind = (typeof MAIL_KINDS)[number]
