import { compileTest, type Holds } from '../../engine/comparison.ts'
import type { Test } from '../../ir/plan/expr.ts'
import type { Constant, Value } from '../../ir/values/value.ts'

/** What is demanded of a subject: that a test holds of its value, or that it does not; and whether nothing will do. */
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

/** Whether a value does what is demanded; of a list one element is enough for a test to hold. */
export function fits(value: Value | undefined, constraints: readonly Constraint[], tester: Tester): boolean {
  if (value === undefined) return constraints.every(({ nothing }) => nothing)
  return constraints.every(({ test, holds }) => {
    const found = tester(test)
    const of = (each: Constant) => found(each, undefined)
    return (typeof value === 'object' ? value.some(of) : of(value)) === holds
  })
}
