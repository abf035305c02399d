import type { Place } from '../../base/place.ts'
import type { Witness } from './finding.ts'

/** What lint, test or diff found out, in the one shape that every format for machines is printed from. */
export interface CheckReport {
  readonly command: 'lint' | 'test' | 'diff'
  /** One line: `2 errors, 1 warning`. */
  readonly summary: string
  /** In the order of the files and of what stands in them. */
  readonly checks: readonly Check[]
}

/** `passed` and `skipped` are those that found nothing wrong; the others come as they do for diagnostics. */
export const OUTCOMES = ['error', 'warning', 'info', 'skipped', 'passed'] as const

export type Outcome = (typeof OUTCOMES)[number]

export interface Check {
  /** The kind of check: `lint/contradiction`, `test/failed`, `diff/gate`. */
  readonly id: string
  /** What the kind stands for, in a few words. */
  readonly title: string
  /** The page that says more about the kind. */
  readonly url?: string
  /** The file that was checked, which need not be the one that the place is in. */
  readonly file: string
  /** What was checked: a test's name, a gate. Those of a file are told apart by it. */
  readonly name: string
  readonly outcome: Outcome
  /** One sentence. */
  readonly message: string
  /** More lines: what was expected, what was seen. */
  readonly details?: readonly string[]
  /** A lead on which it can be seen. */
  readonly witness?: Witness
  readonly place?: Place
  readonly related?: readonly { readonly place: Place; readonly message: string }[]
  readonly hint?: string
  /** Identifies the finding independently of its position in the file. */
  readonly fingerprint: string
}

/** Whether something is wrong. */
export function isFinding({ outcome }: Check): boolean {
  return outcome !== 'passed' && outcome !== 'skipped'
}

/** How many checks came to what. */
export function countOutcomes(checks: readonly Check[]): Record<Outcome, number> {
  const counts = { error: 0, warning: 0, info: 0, skipped: 0, passed: 0 }
  for (const { outcome } of checks) counts[outcome] += 1
  return counts
}

/** The gravest first; among equals the order stays. */
export function worstFirst(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))
}
