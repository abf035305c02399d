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
  /** A condition of a rulebook that uses it, for help and docs. */
  readonly example: string
}

const ANY: readonly FieldType[] = ['text', 'number', 'date', 'boolean', 'list']
const TEXT: readonly FieldType[] = ['text', 'list']
const ORDERED: readonly FieldType[] = ['number', 'date']
const DATE: readonly FieldType[] = ['date']

/** Every operator of the language, in the order of the documentation and the JSON Schema. */
export const OPERATORS = {
  equals: {
    operand: 'constants',
    types: ANY,
    about: 'is this value, or one of these',
    example: 'industry: [Software, Handel]',
  },
  contains: {
    operand: 'texts',
    types: TEXT,
    about: 'has this text somewhere, also inside a word',
    example: 'message: { contains: pricing }',
  },
  starts_with: {
    operand: 'texts',
    types: TEXT,
    about: 'begins with this text',
    example: 'phone: { starts_with: "+49" }',
  },
  ends_with: {
    operand: 'texts',
    types: TEXT,
    about: 'ends with this text',
    example: 'company: { ends_with: GmbH }',
  },
  has_word: {
    operand: 'texts',
    types: TEXT,
    about: 'has this whole word or phrase; `*` at an end stands for the rest of a word',
    example: 'job_title: { has_word: [CEO, Head of, "*leiter"] }',
  },
  matches: {
    operand: 'texts',
    types: TEXT,
    about: 'a regular expression (RE2) found anywhere, upper and lower case alike',
    example: 'campaign: { matches: "^webinar-[0-9]{4}" }',
  },
  is: {
    operand: 'mail-kinds',
    types: TEXT,
    about: 'valid_email, free_mail, disposable_mail, role_mail or business_mail',
    example: 'email: { is: business_mail }',
  },
  at_least: {
    operand: 'bound',
    types: ORDERED,
    about: 'this much or more',
    example: 'employees: { at_least: 50 }',
  },
  at_most: {
    operand: 'bound',
    types: ORDERED,
    about: 'this much or less',
    example: 'page_views: { at_most: 3 }',
  },
  above: {
    operand: 'bound',
    types: ORDERED,
    about: 'more than this',
    example: 'annual_revenue: { above: 1000000 }',
  },
  below: {
    operand: 'bound',
    types: ORDERED,
    about: 'less than this',
    example: 'age: { below: 18 }',
  },
  between: {
    operand: 'range',
    types: ORDERED,
    about: 'from the first to the second, both included',
    example: 'employees: { between: [50, 500] }',
  },
  known: {
    operand: 'yes-no',
    types: ANY,
    about: 'true: there is a value; false: there is none',
    example: 'phone: { known: true }',
  },
  in_last: {
    operand: 'span',
    types: DATE,
    about: '0 to this many days before the day of the run',
    example: 'demo_date: { in_last: 30d }',
  },
  older_than: {
    operand: 'span',
    types: DATE,
    about: 'more than this many days before the day of the run',
    example: 'last_contact_date: { older_than: 12w }',
  },
  in_next: {
    operand: 'span',
    types: DATE,
    about: '0 to this many days after the day of the run',
    example: 'expected_close_date: { in_next: 90d }',
  },
  before: {
    operand: 'day',
    types: DATE,
    about: 'before this day',
    example: 'created_date: { before: 2026-01-01 }',
  },
  after: {
    operand: 'day',
    types: DATE,
    about: 'after this day',
    example: 'last_login_date: { after: 2026-01-31 }',
  },
} as const satisfies Record<string, Operator>

export type OperatorName = keyof typeof OPERATORS

/** What joins conditions. */
export const BLOCKS = {
  all: {
    about: 'every one of these holds',
    example: 'all: [ { country: DE }, { employees: { at_least: 50 } } ]',
  },
  any: {
    about: 'at least one of these holds',
    example: 'any: [ { demo_requested: true }, { quote_requested: true } ]',
  },
  not: {
    about: 'this does not hold',
    example: 'not: { email: { is: free_mail } }',
  },
  some: {
    about: 'at least so many of these hold',
    example: 'some: { at_least: 2, of: [ { phone: { known: true } }, { budget: { known: true } }, { country: DE } ] }',
  },
} as const satisfies Record<string, { readonly about: string; readonly example: string }>

/** `not` under a field, in the place of an operator. */
export const NOT_OF_FIELD = {
  about: 'there is a value, and this does not hold of it',
  example: 'country: { not: [DE, AT] }',
} as const

/** The operands in words: what stands behind the operator. */
export const OPERANDS: Readonly<Record<OperandKind, string>> = {
  constants: 'a value of the type of the field, or a list of values',
  texts: 'a text, or a list of texts',
  'mail-kinds': 'a kind of address, or a list of kinds',
  bound: 'a number or a date',
  range: 'two numbers or dates, the lower first',
  day: 'a day, e.g. 2026-01-31',
  span: 'days or weeks, e.g. 30d or 4w',
  'yes-no': 'true or false',
}

export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name)
}

export const MAIL_KINDS = ['valid_email', 'free_mail', 'disposable_mail', 'role_mail', 'business_mail'] as const

export type MailKind = (typeof MAIL_KINDS)[number]
