import { printDay } from '../values/calendar.ts'
import type { Expr, Subject, Test } from './expr.ts'

/**
 * A condition as people read it: `job_title has word CEO or CTO`, `score.fit at least 60 and country is not DE`. Of long
 * lists the first values are shown.
 */
export function printExpr(expr: Expr, typeOf: (subject: Subject) => 'date' | 'other', most = MAX_SHOWN_VALUES): string {
  const print = (part: Expr) => printExpr(part, typeOf, most)
  const inner = (part: Expr) => (part.kind === 'all' || part.kind === 'any' ? `(${print(part)})` : print(part))
  switch (expr.kind) {
    case 'all':
      return expr.of.map(inner).join(' and ')
    case 'any':
      return expr.of.map(inner).join(' or ')
    case 'not':
      return `not (${print(expr.of)})`
    case 'some':
      return `at least ${expr.atLeast} of: ${expr.of.map(inner).join(', ')}`
    case 'test':
      return `${printSubject(expr.subject)} ${printTest(expr.test, typeOf(expr.subject) === 'date', most)}`
    case 'except': {
      const tests = expr.of.map(test => printTest(test, typeOf(expr.subject) === 'date', most))
      return `${printSubject(expr.subject)} known, and not: ${tests.join(' and ')}`
    }
  }
}

/** A subject as the rulebook spells it. */
export function printSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'field':
      return subject.name
    case 'rule':
      return `rule.${subject.id}`
    case 'score':
      return `score.${subject.name}`
    case 'total':
      return 'score.total'
    case 'criterion':
      return `criteria.${subject.name}`
    case 'criteria':
      return `criteria.${subject.count}`
    case 'account':
      return `account.${subject.figure}`
    case 'segment':
      return `segment.${subject.name}`
    case 'tag':
      return `tag.${subject.name}`
    case 'change':
      return `change.score.${subject.name}`
    case 'grade':
    case 'chance':
    case 'stage':
      return subject.kind
  }
}

const MAX_SHOWN_VALUES = 4

function printTest(test: Test, isDate: boolean, most: number): string {
  const number = (value: number) => (isDate ? printDay(value) : String(value))
  switch (test.operator) {
    case 'equals':
      return `is ${anyOf(
        test.values.map(value => (typeof value === 'number' ? number(value) : printConstant(value))),
        most,
      )}`
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_word':
    case 'matches':
    case 'is':
      return `${words(test.operator)} ${anyOf(test.values, most)}`
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return `${words(test.operator)} ${number(test.value)}`
    case 'between':
      return `between ${number(test.low)} and ${number(test.high)}`
    case 'known':
      return test.value ? 'known' : 'not known'
    case 'in_last':
    case 'older_than':
    case 'in_next':
      return `${words(test.operator)} ${test.days}d`
    case 'before':
    case 'after':
      return `${test.operator} ${printDay(test.day)}`
  }
}

function words(operator: string): string {
  return operator.replaceAll('_', ' ')
}

function printConstant(value: string | boolean): string {
  if (typeof value === 'string') return value
  return value ? 'yes' : 'no'
}

function anyOf(values: readonly string[], most: number): string {
  if (values.length === 0) return 'one of an empty list'
  const shown = values.slice(0, most).join(' or ')
  return values.length > most ? `${shown} or ${values.length - most} more` : shown
}
