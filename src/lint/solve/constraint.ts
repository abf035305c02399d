import { compileTest, type Holds } from '../../engine/comparison.ts'
import type { Test } from '../../ir/plan/expr.ts'
import type { Constant, Value } from '../../ir/values/value.ts'

/** A demand on a subject: that a test holds or fails for its value; and whether an empty value is enough. */
export interface Constraint {
  readonly test: Test
  readonly holds: boolean
  readonly nothing: boolean
}

/** Tests as the engine understands them, compiled once. */
export type Tester = (test: Test) => Holds

export function createTester(asOf: number): Tester {
  const compiled = new WeakMap<Test, Holds>()
  return test => {
    const known = compiled.get(test)
    if (known !== undefined) return known
    const holds = compileTest(test, asOf)
    compiled.set(test, holds)
    return holds
  }
}

/** Whether a value meets the demands; for lists one matching element is enough. */
export function fits(value: Value | undefined, constraints: readonly Constraint[], tester: Tester): boolean {
  if (value === undefined) return constraints.every(({ nothing }) => nothing)
  return constraints.every(({ test, holds }) => {
    const found = tester(test)
    const of = (each: Constant) => found(each, undefined)
    return (typeof value === 'object' ? value.some(of) : of(value)) === holds
  })
}
