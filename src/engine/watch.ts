import type { Subject, Test } from '../ir/plan/expr.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { Constant } from '../ir/values/value.ts'
import type { EventKind } from './events/lead-events.ts'
import type { Lead, Reading } from './lead.ts'

/**
 * Whoever compiles a judge can be told everything that each part of it looks at. A judge can look at a field or a finding
 * only through what is announced here, so the list is complete: leads that look alike get the same verdict.
 */
export interface Watch {
  /** A part looks at the field in this slot. */
  field(slot: number, look: Look): void
  /** A part looks at something that was found of the lead before. */
  finding(subject: Finding, see: (findings: Verdict) => unknown): void
  /** A part looks at the lead's events of some kinds, and where there are some at the values of the fields in these slots. */
  events(slots: readonly number[], isSeen: (kind: EventKind) => boolean, see: (lead: Lead) => unknown): void
  /** A part looks at the lead's key, which is different for every lead. */
  key(): void
}

/** A part of the judge, by its position in the bound plan. */
export type Part =
  | { readonly kind: 'score'; readonly index: number }
  | { readonly kind: 'group'; readonly score: number; readonly index: number }
  /** Counted over all scores and groups. */
  | { readonly kind: 'rule'; readonly index: number }
  | { readonly kind: 'criterion' | 'exclusion' | 'segment' | 'tag'; readonly index: number }
  | { readonly kind: 'stage' | 'entry' | 'owner' | 'next' }

export type Watching = (part: Part) => Watch

export type Finding = Exclude<Subject, { readonly kind: 'field' | 'change' }>

/** Readings of which all looks see the same are the same to the judge. */
export interface Look {
  /** A text, number, boolean or nothing. */
  see(reading: Reading): unknown
  readonly basis: Basis
}

/** What a look depends on, so that a value can be told from others without being read as a whole. */
export type Basis =
  /** Whether there is a value. */
  | { readonly kind: 'presence' }
  /** Which of these values it is, or that it is none of them. */
  | { readonly kind: 'equality'; readonly values: readonly Constant[] }
  /** Where a number or day stands among these. */
  | { readonly kind: 'order'; readonly cuts: readonly number[] }
  /** Which kinds of mail address it is. */
  | { readonly kind: 'mail' }
  /** Whether a text begins, or ends, with one of these. */
  | { readonly kind: 'start' | 'end'; readonly values: readonly string[] }
  /** The value, however it is spelled. */
  | { readonly kind: 'value' }
  | { readonly kind: 'anything' }

export const VALUE: Basis = { kind: 'value' }
export const ANYTHING: Basis = { kind: 'anything' }

/** What a test depends on; `asOf` is a day number. */
export function basisOf(test: Test, asOf: number): Basis {
  switch (test.operator) {
    case 'equals':
      return { kind: 'equality', values: test.values }
    case 'starts_with':
      return { kind: 'start', values: test.values }
    case 'ends_with':
      return { kind: 'end', values: test.values }
    case 'contains':
    case 'has_word':
    case 'matches':
      return ANYTHING
    case 'is':
      return { kind: 'mail' }
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return { kind: 'order', cuts: [test.value] }
    case 'between':
      return { kind: 'order', cuts: [test.low, test.high] }
    case 'known':
      return { kind: 'presence' }
    case 'in_last':
      return { kind: 'order', cuts: [asOf - test.days, asOf] }
    case 'older_than':
      return { kind: 'order', cuts: [asOf - test.days] }
    case 'in_next':
      return { kind: 'order', cuts: [asOf, asOf + test.days] }
    case 'before':
    case 'after':
      return { kind: 'order', cuts: [test.day] }
  }
}
