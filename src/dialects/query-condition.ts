import type { Expr, Subject, Test } from '../ir/plan/expr.ts'
import type { MailKind } from '../ir/plan/operators.ts'
import type { Constant } from '../ir/values/value.ts'
import { wordNeedle } from '../ir/values/words.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { allOf, anyOf, firstOf, not, number } from './dialect/write.ts'

/** What a comparison looks at, as columns. */
export interface Subjected {
  readonly isList: boolean
  /** It has no value for any lead. */
  readonly isMissing: boolean
  readonly value: Sql
  readonly text: Sql
  readonly words: Sql
  /** Whether it, or one of its items, is a mail address of a kind; NULL if there is nothing. */
  isMail(kind: MailKind): Sql
}

export interface ConditionContext {
  readonly dialect: Dialect
  /** A day number. */
  readonly asOf: Sql
  subject(subject: Subject): Subjected
}

/** As in the engine: how a comparison with no value is treated. */
export type Mode = 'criteria' | 'exclude' | 'plain'

/**
 * A condition: true, false or NULL, which is unknown; SQL's own logic is that of Kleene. Never NULL where `mode` is
 * `plain`.
 */
export function condition(expr: Expr, mode: Mode, context: ConditionContext): Sql {
  const inner = (part: Expr) => condition(part, mode, context)
  switch (expr.kind) {
    case 'all':
      return allOf(expr.of.map(inner))
    case 'any':
      return anyOf(expr.of.map(inner))
    case 'not':
      return not(inner(expr.of))
    case 'some':
      return atLeast(expr.atLeast, expr.of.map(inner), mode)
    case 'test':
      return comparison(expr.subject, expr.test, mode, context)
    case 'except':
      return exception(expr.subject, expr.of, context)
  }
}

function atLeast(least: number, parts: readonly Sql[], mode: Mode): Sql {
  const held = parts.map(part => `CASE WHEN ${part} THEN 1 ELSE 0 END`).join(' + ')
  if (mode === 'plain') return `(${held} >= ${least})`
  const possible = parts.map(part => `CASE WHEN NOT ${part} THEN 0 ELSE 1 END`).join(' + ')
  return `(${firstOf(
    [
      { when: `${held} >= ${least}`, give: 'TRUE' },
      { when: `${possible} >= ${least}`, give: 'NULL' },
    ],
    'FALSE',
  )})`
}

function comparison(subject: Subject, test: Test, mode: Mode, context: ConditionContext): Sql {
  const of = context.subject(subject)
  if (of.isMissing && mode === 'plain') return test.operator === 'known' && !test.value ? 'TRUE' : 'FALSE'
  if (test.operator !== 'known') return plainly(holds(test, of, context), mode)
  if (!test.value) return `(${of.value} IS NULL)`
  return mode === 'criteria' ? `(CASE WHEN ${of.value} IS NOT NULL THEN TRUE END)` : `(${of.value} IS NOT NULL)`
}

function plainly(sql: Sql, mode: Mode): Sql {
  return mode === 'plain' ? `coalesce(${sql}, FALSE)` : `(${sql})`
}

/** The `not` under a field needs a value: without one it is false, everywhere. */
function exception(subject: Subject, tests: readonly Test[], context: ConditionContext): Sql {
  const of = context.subject(subject)
  if (of.isMissing) return 'FALSE'
  const parts = tests.map(test =>
    test.operator === 'known' ? (test.value ? 'TRUE' : 'FALSE') : plainly(holds(test, of, context), 'plain'),
  )
  return allOf([`${of.value} IS NOT NULL`, not(allOf(parts))])
}

type Comparing = Exclude<Test, { operator: 'known' }>

/** Whether a test holds of a value; NULL if there is none. */
function holds(test: Comparing, of: Subjected, { dialect, asOf }: ConditionContext): Sql {
  const { value } = of
  switch (test.operator) {
    case 'equals':
      return equals(test.values, of, dialect)
    case 'contains':
      return containing(test.values, of, value, dialect)
    case 'starts_with':
      return searched(test.values, of, value, (text, part) => dialect.startsWith(text, dialect.text(part)), dialect)
    case 'ends_with':
      return searched(test.values, of, value, (text, part) => dialect.endsWith(text, dialect.text(part)), dialect)
    case 'has_word':
      return containing(
        test.values.flatMap(phrase => wordNeedle(phrase) ?? []),
        of,
        of.words,
        dialect,
      )
    case 'matches': {
      const patterns = test.values.map(pattern => dialect.pattern(pattern) ?? pattern)
      const found = searched(patterns, of, of.isList ? value : of.text, dialect.finds, dialect)
      // The text of a missing value is empty, and a search may match the empty text.
      return `CASE WHEN ${value} IS NOT NULL THEN ${found} END`
    }
    case 'is':
      return test.values.length === 0 ? neverOf(of) : anyOf(test.values.map(of.isMail))
    case 'at_least':
      return `${value} >= ${number(test.value)}`
    case 'at_most':
      return `${value} <= ${number(test.value)}`
    case 'above':
      return `${value} > ${number(test.value)}`
    case 'below':
      return `${value} < ${number(test.value)}`
    case 'between':
      return `${value} BETWEEN ${number(test.low)} AND ${number(test.high)}`
    case 'in_last':
      return `${asOf} - ${value} BETWEEN 0 AND ${test.days}`
    case 'older_than':
      return `${asOf} - ${value} > ${test.days}`
    case 'in_next':
      return `${value} - ${asOf} BETWEEN 0 AND ${test.days}`
    case 'before':
      return `${value} < ${test.day}`
    case 'after':
      return `${value} > ${test.day}`
  }
}

function equals(values: readonly Constant[], of: Subjected, dialect: Dialect): Sql {
  if (values.length === 0) return neverOf(of)
  return of.isList ? dialect.some(of.value, item => dialect.isOneOf(item, values)) : dialect.isOneOf(of.value, values)
}

/** Whether one of several searches finds something in a text, or in an item of a list. */
function searched(
  operands: readonly string[],
  of: Subjected,
  column: Sql,
  search: (text: Sql, operand: string) => Sql,
  dialect: Dialect,
): Sql {
  if (operands.length === 0) return neverOf(of)
  const found = (text: Sql) => anyOf(operands.map(operand => search(text, operand)))
  return of.isList ? dialect.some(column, found) : found(column)
}

function containing(parts: readonly string[], of: Subjected, column: Sql, dialect: Dialect): Sql {
  if (parts.length === 0) return neverOf(of)
  const found = (text: Sql) => dialect.containsAny(text, parts)
  return of.isList ? dialect.some(column, found) : found(column)
}

/** An empty list of values: false if there is a value, else unknown. */
function neverOf({ value }: Subjected): Sql {
  return `CASE WHEN ${value} IS NOT NULL THEN FALSE END`
}
