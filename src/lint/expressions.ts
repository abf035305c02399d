import type { Place } from '../base/place.ts'
import { type Expr, leavesOf } from '../ir/expr.ts'

/** The parts of a conjunction, one inside the other or not. */
export function flattened(expr: Expr): Expr[] {
  return expr.kind === 'all' ? expr.of.flatMap(flattened) : [expr]
}

/** Where a condition begins. */
export function placeOf(expr: Expr): Place | undefined {
  return [...leavesOf(expr)].find(({ place }) => place !== undefined)?.place
}

/** A condition and everything inside it. */
export function* partsOf(expr: Expr): Generator<Expr> {
  yield expr
  if (expr.kind === 'not') yield* partsOf(expr.of)
  else if ('of' in expr && expr.kind !== 'except') for (const part of expr.of) yield* partsOf(part)
}

/** The same text for conditions that say the same in another order. */
export function canonical(expr: Expr): string {
  switch (expr.kind) {
    case 'all':
    case 'any': {
      const parts = [...new Set((expr.kind === 'all' ? flattened(expr) : expr.of).map(canonical))].sort()
      return parts.length === 1 ? (parts[0] ?? '') : JSON.stringify([expr.kind, parts])
    }
    case 'some':
      return JSON.stringify([expr.kind, expr.atLeast, expr.of.map(canonical).sort()])
    case 'not':
      return JSON.stringify([expr.kind, canonical(expr.of)])
    case 'test':
      return JSON.stringify([expr.subject, sorted(expr.test)])
    case 'except':
      return JSON.stringify(['except', expr.subject, expr.of.map(test => JSON.stringify(sorted(test))).sort()])
  }
}

/** A list means any of its values, in any order. */
function sorted(test: object): object {
  return 'values' in test && Array.isArray(test.values) ? { ...test, values: [...new Set(test.values)].sort() } : test
}
