import type { Place } from '../../base/place.ts'
import type { AccountFigure } from '../results/account.ts'
import type { Constant } from '../values/value.ts'
import { isBefore, scoreBefore } from './before.ts'
import type { MailKind } from './operators.ts'

/** The subject of a comparison. A subject can be used by everything that is computed after it. */
export type Subject =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'score'; readonly name: string }
  | { readonly kind: 'total' }
  | { readonly kind: 'grade' }
  /** In whole per cent. */
  | { readonly kind: 'chance' }
  /** A figure of the account that the lead belongs to. */
  | { readonly kind: 'account'; readonly figure: AccountFigure }
  /** `met`, `not_met` or `unknown`. */
  | { readonly kind: 'criterion'; readonly name: string }
  /** How many criteria are met, or unknown. */
  | { readonly kind: 'criteria'; readonly count: 'met' | 'unknown' }
  | { readonly kind: 'stage' }
  | { readonly kind: 'segment'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  /** The points of a score, or of the `total`, less those of the run before. */
  | { readonly kind: 'change'; readonly name: string }

/** One comparison. Texts are folded; days and numbers are numbers. A list of values means any of them. */
export type Test =
  | { readonly operator: 'equals'; readonly values: readonly Constant[] }
  | {
      readonly operator: 'contains' | 'starts_with' | 'ends_with' | 'has_word' | 'matches'
      /** Folded, but patterns (`matches`) and phrases (`has_word`) as written. */
      readonly values: readonly string[]
    }
  | { readonly operator: 'is'; readonly values: readonly MailKind[] }
  | { readonly operator: 'at_least' | 'at_most' | 'above' | 'below'; readonly value: number }
  | { readonly operator: 'between'; readonly low: number; readonly high: number }
  | { readonly operator: 'known'; readonly value: boolean }
  | { readonly operator: 'in_last' | 'older_than' | 'in_next'; readonly days: number }
  | { readonly operator: 'before' | 'after'; readonly day: number }

/** A condition. A comparison with no value is unknown; the place of the condition decides what unknown counts as. */
export type Expr =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'some'; readonly atLeast: number; readonly of: readonly Expr[] }
  | { readonly kind: 'test'; readonly subject: Subject; readonly test: Test; readonly place?: Place }
  /** The `not` under a field: there is a value, and not all of these tests hold of it. */
  | { readonly kind: 'except'; readonly subject: Subject; readonly of: readonly Test[]; readonly place?: Place }

/** Every comparison inside a condition. */
export function* leavesOf(expr: Expr): Generator<Extract<Expr, { subject: Subject }>> {
  switch (expr.kind) {
    case 'all':
    case 'any':
    case 'some':
      for (const part of expr.of) yield* leavesOf(part)
      return
    case 'not':
      yield* leavesOf(expr.of)
      return
    case 'test':
    case 'except':
      yield expr
  }
}

/** The names of the fields of the lead that a condition reads; what the lead was before is none of them. */
export function fieldsOf(expr: Expr | undefined): readonly string[] {
  if (expr === undefined) return []
  const known = fieldsKnown.get(expr)
  if (known !== undefined) return known
  const fields = [...leavesOf(expr)].flatMap(({ subject }) =>
    subject.kind === 'field' && !isBefore(subject.name) ? [subject.name] : [],
  )
  fieldsKnown.set(expr, fields)
  return fields
}

/** The names of the fields a condition reads of what the lead was before. */
export function beforeFieldsOf(expr: Expr | undefined): string[] {
  if (expr === undefined) return []
  return [...leavesOf(expr)].flatMap(({ subject }) => {
    if (subject.kind === 'field') return isBefore(subject.name) ? [subject.name] : []
    return subject.kind === 'change' ? [scoreBefore(subject.name)] : []
  })
}

/** Conditions do not change, and many questions about a plan ask for the fields of all of them. */
const fieldsKnown = new WeakMap<Expr, readonly string[]>()
