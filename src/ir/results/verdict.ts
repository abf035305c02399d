import type { Truth } from '../values/value.ts'
import type { Account } from './account.ts'

/** One line of a lead's ledger. The entries of all scores add up to the sum of the scores. */
export interface LedgerEntry {
  readonly kind: 'start' | 'rule' | 'cap' | 'floor'
  /** Displayed text: the rule's label or id, `company cap`, `fit start`. */
  readonly text: string
  readonly points: number
  /** Rulebook order, for ties. */
  readonly order: number
}

/** The result for one lead. Lists are parallel to those of the bound plan. */
export interface Verdict {
  /** `undefined`: not known. */
  readonly scores: readonly (number | undefined)[]
  readonly total: number | undefined
  readonly grade: string | undefined
  /** Whole per cent of such leads that bought; undefined: not known. */
  readonly chance: number | undefined
  /** The figures of the lead's account; undefined for a lead without an account. */
  readonly account: Account | undefined
  /** Points per rule, in rulebook order over all scores and groups. */
  readonly points: readonly number[]
  /** Largest absolute amount first. */
  readonly ledger: readonly LedgerEntry[]
  readonly criteria: readonly Truth[]
  /** Which exclusions hold, by position. */
  readonly excluded: readonly number[]
  readonly stage: string
  /** The row of `stages` that matched, or -1 for an excluded lead. */
  readonly stageRow: number
  readonly segments: readonly string[]
  readonly tags: readonly boolean[]
  readonly owner: string
  readonly next: string
  /** The day number on which it entered its stage. */
  readonly since: number
  /** The stage it was in before this one; empty: none. */
  readonly stageBefore: string
  /** A day number. */
  readonly due: number | undefined
  /** The share of the rulebook's fields that are filled, in percent, rounded half up. */
  readonly completeness: number
}

/** For conditions that are asked before anything is computed: they look at fields alone. */
export const EMPTY_VERDICT: Verdict = {
  scores: [],
  total: undefined,
  grade: undefined,
  chance: undefined,
  account: undefined,
  points: [],
  ledger: [],
  criteria: [],
  excluded: [],
  stage: '',
  stageRow: -1,
  segments: [],
  tags: [],
  owner: '',
  next: '',
  since: 0,
  stageBefore: '',
  due: undefined,
  completeness: 0,
}

/** The result for a lead that is not scored because it is a duplicate. */
export interface Duplicate {
  /** Identifies the lead that is scored instead: its id, else its e-mail address, else its position. */
  readonly duplicateOf: string
}

/** What leads are compared by. */
export interface JudgedLead
  extends Pick<
    Verdict,
    | ('total' | 'stage' | 'scores' | 'points' | 'grade' | 'chance' | 'criteria' | 'excluded' | 'segments' | 'tags')
    | ('owner' | 'next' | 'due')
  > {
  /** The points of one rule, where that takes less time than all of them. */
  pointsOf?(rule: number): number
}
