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
  /** Of what leadq found itself: whether it is one of several values, and whether there is one. */
  readonly found?: { equals(values: readonly Constant[]): Sql; readonly isThere: Sql } | undefined
}

export interface ConditionContext {
  readonly dialect: Dialect
  /** A day number. */
  readonly asOf: Sql
  /** Columns with tests that are made once, by `keyOfTest`. */
  readonly shared?: ReadonlyMap<string, Sql>
  subject(subject: Subject): Subjected
}

/**
 * As in the engine: how a comparison with no value is treated. `holds` is `plain` where it makes no difference whether
 * a condition is false or NULL, and no part of it is negated: behind WHEN.
 */
export type Mode = 'criteria' | 'exclude' | 'plain' | 'holds'

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
      return not(condition(expr.of, mode === 'holds' ? 'plain' : mode, context))
    case 'some':
      return atLeast(expr.atLeast, expr.of.map(inner), mode)
    case 'test':
      return comparison(expr.subject, expr.test, mode, context)
    case 'except':
      return exception(expr.subject, expr.of, mode, context)
  }
}

function atLeast(least: number, parts: readonly Sql[], mode: Mode): Sql {
  const held = parts.map(part => `CASE WHEN ${part} THEN 1 ELSE 0 END`).join('\n  + ')
  if (mode === 'plain' || mode === 'holds') return `(${held} >= ${least})`
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
  const isPlain = mode === 'plain' || mode === 'holds'
  if (of.isMissing && isPlain) return test.operator === 'known' && !test.value ? 'TRUE' : 'FALSE'
  if (test.operator !== 'known') return plainly(holdsOnce(subject, test, of, context), mode)
  const value = of.found?.isThere ?? of.value
  if (!test.value) return `${value} IS NULL`
  return mode === 'criteria' ? `(CASE WHEN ${value} IS NOT NULL THEN TRUE END)` : `${value} IS NOT NULL`
}

/** Names a test of a field; two are the same if they have the same name. */
export function keyOfTest(subject: Subject, test: Test): string {
  return JSON.stringify([subject, test])
}

function holdsOnce(subject: Subject, test: Comparing, of: Subjected, context: ConditionContext): Sql {
  return context.shared?.get(keyOfTest(subject, test)) ?? holds(test, of, context)
}

function plainly(sql: Sql, mode: Mode): Sql {
  if (mode === 'holds') return sql
  if (mode === 'plain') return NEVER_NULL.test(sql) ? sql : `coalesce(${sql}, FALSE)`
  return /^[(]|^[a-z_0-9]+(?: [=<>]+ [^ ]+)?$/.test(sql) ? sql : `(${sql})`
}

const NEVER_NULL = /^(?:[a-z_0-9]+ IS (?:NOT )?(?:TRUE|FALSE|NULL)|(?:NOT )?coalesce\([a-z_0-9]+, (?:TRUE|FALSE)\))$/

/** The `not` under a field needs a value: without one it is false, everywhere. */
function exception(subject: Subject, tests: readonly Test[], mode: Mode, context: ConditionContext): Sql {
  const of = context.subject(subject)
  if (of.isMissing) return 'FALSE'
  const parts = tests.map(test =>
    // Of a value no test is NULL.
    test.operator === 'known' ? (test.value ? 'TRUE' : 'FALSE') : `(${holdsOnce(subject, test, of, context)})`,
  )
  const isNot = not(allOf(parts))
  if (mode === 'holds' && isNot !== 'TRUE') return isNot
  return allOf([`${of.found?.isThere ?? of.value} IS NOT NULL`, isNot])
}

export type Comparing = Exclude<Test, { operator: 'known' }>

/** Whether a test holds of a value; NULL if there is none. */
export function holds(test: Comparing, of: Subjected, { dialect, asOf }: ConditionContext): Sql {
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
  if (of.found !== undefined) return of.found.equals(values)
  // A truth is its own test.
  if (values.length === 1 && values[0] === true) return of.value
  if (values.length === 1 && values[0] === false) return `NOT ${of.value}`
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
