import { type Mode, truthOfNothing } from '../../engine/condition.ts'
import { type Expr, fieldsOf, type Subject, type Test } from '../../ir/plan/expr.ts'
import type { Truth } from '../../ir/values/value.ts'
import type { Constraint } from './constraint.ts'

/** The wanted result of a condition. */
export type Want = 'true' | 'false' | 'not true' | 'not false'

/** Something to be made true, in ever smaller steps: a condition, so many of several tasks, a demand on one subject. */
export type Task =
  | { readonly kind: 'goal'; readonly expr: Expr; readonly mode: Mode; readonly want: Want }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly Task[] }
  | { readonly kind: 'fact'; readonly subject: Subject; readonly constraint: Constraint }

export type Goal = Extract<Task, { kind: 'goal' }>

export function goal(expr: Expr, want: Want, mode: Mode = 'plain'): Goal {
  return { kind: 'goal', expr, mode, want }
}

export function allOf(of: readonly Task[]): Task {
  return { kind: 'count', atLeast: of.length, of }
}

function anyOf(of: readonly Task[]): Task {
  return { kind: 'count', atLeast: 1, of }
}

export function fact(subject: Subject, test: Test, holds: boolean, nothing: boolean): Task {
  return { kind: 'fact', subject, constraint: { test, holds, nothing } }
}

const OPPOSITE = { true: 'false', false: 'true', 'not true': 'not false', 'not false': 'not true' } as const

/** One step nearer to demands on subjects, after Kleene's logic. */
export function broken({ expr, mode, want }: Goal): Task {
  switch (expr.kind) {
    case 'all':
      return counted(expr.of, expr.of.length, mode, want)
    case 'any':
      return anyOfParts(expr, mode, want)
    case 'some':
      return counted(expr.of, expr.atLeast, mode, want)
    case 'not':
      return goal(expr.of, OPPOSITE[want], mode)
    case 'test': {
      const isWanted = meets(truthOfNothing(expr.test, mode), want)
      return fact(expr.subject, expr.test, isPositive(want), isWanted)
    }
    case 'except':
      return exception(expr.subject, expr.of, isPositive(want))
  }
}

function counted(of: readonly Expr[], atLeast: number, mode: Mode, want: Want): Task {
  const needed = isPositive(want) ? atLeast : of.length - atLeast + 1
  return { kind: 'count', atLeast: needed, of: of.map(part => goal(part, want, mode)) }
}

/**
 * A comparison on what an input does not have drops out of its `any` if others stay. So to fail there, it is enough to
 * be about nothing.
 */
function anyOfParts({ of }: Extract<Expr, { readonly of: readonly Expr[] }>, mode: Mode, want: Want): Task {
  if (isPositive(want)) return counted(of, 1, mode, want)
  return allOf(
    of.map(part => {
      const stay = of.some(other => !isSameSubject(part, other))
      return part.kind === 'test' && stay ? fact(part.subject, part.test, false, true) : goal(part, want, mode)
    }),
  )
}

function isSameSubject(a: Expr, b: Expr): boolean {
  return 'subject' in a && 'subject' in b && JSON.stringify(a.subject) === JSON.stringify(b.subject)
}

const KNOWN: Test = { operator: 'known', value: true }

/** The `not` under a field: there is a value, and not all of the tests hold of it. */
function exception(subject: Subject, tests: readonly Test[], wanted: boolean): Task {
  if (wanted)
    return allOf([fact(subject, KNOWN, true, false), anyOf(tests.map(test => fact(subject, test, false, false)))])
  return anyOf([fact(subject, KNOWN, false, true), allOf(tests.map(test => fact(subject, test, true, false)))])
}

function isPositive(want: Want): boolean {
  return want === 'true' || want === 'not false'
}

function meets(truth: Truth, want: Want): boolean {
  switch (want) {
    case 'true':
    case 'false':
      return truth === (want === 'true')
    case 'not true':
      return truth !== true
    case 'not false':
      return truth !== false
  }
}

/** The fields that tasks speak of. */
export function fieldsOfTasks(tasks: readonly Task[]): string[] {
  return tasks.flatMap(task => {
    if (task.kind === 'goal') return fieldsOf(task.expr)
    if (task.kind === 'count') return fieldsOfTasks(task.of)
    return task.subject.kind === 'field' ? [task.subject.name] : []
  })
}
