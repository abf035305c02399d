import type { Place } from '../base/place.ts'
import { type Expr, leavesOf } from '../ir/plan/expr.ts'

/** The parts of a conjunction, one inside the other or not. */
export function flattened(expr: Expr): Expr[] {
  return expr.kind === 'all' ? expr.of.flatMap(flattened) : [expr]
}

/** The place where a condition begins. */
export function placeOf(expr: Expr): Place | undefined {
  return [...leavesOf(expr)].find(({ place }) => place !== undefined)?.place
}

/** A condition and everything inside it. */
export function* partsOf(expr: Expr): Generator<Expr> {
  yield expr
  if (expr.kind === 'not') yield* partsOf(expr.of)
  else if ('of' in expr && expr.kind !== 'except') for (const part of expr.of) yield* partsOf(part)
}
