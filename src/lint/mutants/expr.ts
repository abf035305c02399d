import type { Place } from '../../base/place.ts'
import { compileTest } from '../../engine/comparison.ts'
import type { Expr, Subject, Test } from '../../ir/plan/expr.ts'
import { printExpr } from '../../ir/plan/print-expr.ts'

/** A small change of a part of a plan, with its description. */
export interface Change<T> {
  readonly to: T
  readonly what: string
  readonly place?: Place | undefined
  /** The rule that was changed. */
  readonly rule?: string
  /** The whole condition that was changed, of anything but a rule. */
  readonly condition?: ChangedCondition
}

export interface ChangedCondition {
  readonly from: Expr
  readonly to: Expr
}

/** Facts about the subjects of comparisons. */
export interface About {
  /** For printing: days are numbers in a plan. */
  readonly typeOf: (subject: Subject) => 'date' | 'other'
  /** All its possible values; undefined if unlimited. */
  readonly valuesOf: (subject: Subject) => ReadonlySet<number> | undefined
}

/** A condition with one of its comparisons moved by one or turned around, or its joint swapped. */
export function* exprChanges(expr: Expr, about: About): Generator<Change<Expr>> {
  switch (expr.kind) {
    case 'all':
    case 'any':
      if (expr.of.length > 1) {
        const kind = expr.kind === 'all' ? 'any' : 'all'
        yield { to: { ...expr, kind }, what: `\`${expr.kind}\` -> \`${kind}\``, place: placeOf(expr) }
      }
      yield* partChanges(expr, about)
      return
    case 'some':
      for (const atLeast of [expr.atLeast - 1, expr.atLeast + 1]) {
        yield { to: { ...expr, atLeast }, what: `at least ${expr.atLeast} of -> ${atLeast}`, place: placeOf(expr) }
      }
      yield* partChanges(expr, about)
      return
    case 'not':
      for (const { to, what, place } of exprChanges(expr.of, about)) yield { to: { ...expr, of: to }, what, place }
      return
    case 'except': {
      const { of: tests, kind: _, ...rest } = expr
      const { place } = rest
      const to: Expr = { kind: 'all', of: tests.map(test => ({ kind: 'test', test, ...rest })) }
      yield { to, what: change(expr, to, about), place }
      return
    }
    case 'test': {
      const { test: original, kind: _, ...rest } = expr
      const { place } = rest
      for (const test of testChanges(original)) {
        if (isSame(original, test, about.valuesOf(expr.subject))) continue
        const to: Expr = { ...expr, test }
        yield { to, what: change(expr, to, about), place }
      }
      if (isNegated(original)) {
        const to: Expr = { kind: 'except', of: [original], ...rest }
        yield { to, what: change(expr, to, about), place }
      }
    }
  }
}

function change(from: Expr, to: Expr, { typeOf }: About): string {
  return `${printExpr(from, typeOf)} -> ${printExpr(to, typeOf)}`
}

function* partChanges(
  expr: Extract<Expr, { readonly of: readonly Expr[] }> & { readonly kind: 'all' | 'any' | 'some' },
  about: About,
): Generator<Change<Expr>> {
  for (const [index, part] of expr.of.entries()) {
    for (const { to, what, place } of exprChanges(part, about)) {
      yield { to: { ...expr, of: expr.of.with(index, to) }, what, place }
    }
  }
}

/** Of a joint: where its first part stands. */
function placeOf(expr: Expr): Place | undefined {
  switch (expr.kind) {
    case 'all':
    case 'any':
    case 'some':
      return expr.of[0] && placeOf(expr.of[0])
    case 'not':
      return placeOf(expr.of)
    case 'test':
    case 'except':
      return expr.place
  }
}

/** Tests without a counterpart of their own: turned around, there is a value and it does not hold of it. */
function isNegated({ operator }: Test): boolean {
  return !['at_least', 'at_most', 'above', 'below', 'known', 'in_last', 'older_than', 'before', 'after'].includes(
    operator,
  )
}

function testChanges(test: Test): Test[] {
  switch (test.operator) {
    case 'at_least':
    case 'below':
      return [...moved(test), { ...test, operator: test.operator === 'below' ? 'at_least' : 'below' }]
    case 'at_most':
    case 'above':
      return [...moved(test), { ...test, operator: test.operator === 'above' ? 'at_most' : 'above' }]
    case 'between':
      return [-1, 1].flatMap(by => [
        { ...test, low: test.low + by },
        { ...test, high: test.high + by },
      ])
    case 'known':
      return [{ ...test, value: !test.value }]
    case 'in_last':
    case 'older_than':
      return [...lasting(test), { ...test, operator: test.operator === 'in_last' ? 'older_than' : 'in_last' }]
    case 'in_next':
      return lasting(test)
    case 'before':
    case 'after':
      return [-1, 1].map(by => ({ ...test, day: test.day + by }))
    case 'equals':
    case 'is':
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_word':
    case 'matches':
      return []
    default:
      return test satisfies never
  }
}

/**
 * Whether two tests give the same result for every possible value, so that no test of the rulebook could notice the
 * change.
 */
function isSame(a: Test, b: Test, values: ReadonlySet<number> | undefined): boolean {
  if (values === undefined) return false
  const [holdsA, holdsB] = [compileTest(a, 0), compileTest(b, 0)]
  return [...values].every(value => holdsA(value, undefined) === holdsB(value, undefined))
}

function moved<T extends { readonly value: number }>(test: T): T[] {
  return [-1, 1].map(by => ({ ...test, value: test.value + by }))
}

function lasting<T extends { readonly days: number }>(test: T): T[] {
  return [-1, 1].filter(by => test.days + by >= 0).map(by => ({ ...test, days: test.days + by }))
}
