/**
 * The explanation of one lead's result and of the changes that would move it up: built by `explain`, shown as waterfall
 * and as JSON.
 */
export interface Explanation {
  readonly format_version: '1.0'
  readonly lead: { readonly file: string; readonly line: number; readonly id: string; readonly email: string }
  /** The lead that is scored instead of this duplicate; null for a scored lead. */
  readonly duplicate_of: string | null
  readonly rulebook: { readonly name: string; readonly version?: string; readonly source: string }
  readonly as_of: string
  readonly scores: readonly ExplainedScore[]
  /** How the total comes from the scores: `0.5 x fit 70 + 0.5 x engagement 40`. */
  readonly total: { readonly points: number | null; readonly formula: string }
  readonly grade: string | null
  /** In whole per cent. */
  readonly chance: number | null
  /** The figures of the lead's account; null for a lead without an account. */
  readonly account: ExplainedAccount | null
  readonly stage: {
    readonly name: string
    /** The day on which the lead entered it. */
    readonly since: string
    /** What the lead was in the run before; null for a new lead, and without a memory. */
    readonly before: { readonly stage: string; readonly since: string | null } | null
    /** `keep_while` keeps the lead in it: the condition of the row alone does not hold. */
    readonly kept: boolean
    /** Better stages that the lead would be in, and has left too lately: until that day. */
    readonly held_back: readonly { readonly stage: string; readonly until: string }[]
    readonly because: string
    readonly conditions: readonly ExplainedCondition[]
  }
  readonly excluded: readonly { readonly name: string; readonly conditions: readonly ExplainedCondition[] }[]
  readonly criteria: readonly {
    readonly name: string
    readonly state: 'met' | 'not_met' | 'unknown'
    readonly ask: string | null
    readonly conditions: readonly ExplainedCondition[]
  }[]
  readonly segments: Readonly<Record<string, string>>
  readonly tags: readonly string[]
  readonly owner: string
  readonly next: string
  readonly due: string | null
  readonly completeness: number
  /** The smallest changes found that reach the next better stage; null where there is no better one. */
  readonly missing: MissingForStage | null
}

export interface ExplainedAccount {
  readonly name: string
  readonly leads: number
  readonly best: number | null
  readonly sum: number | null
  readonly engaged: number | null
  readonly contacts_known: number
}

/** The arithmetic of one score: start + groups, then cap or floor. */
export interface ExplainedScore {
  readonly name: string
  /** null: not known, because none of its rules can read anything in this file. */
  readonly points: number | null
  readonly start: number
  readonly groups: readonly ExplainedGroup[]
  /** Points that a cap or floor of the score took or added; 0 if neither applied. */
  readonly bound: number
  readonly max: number | null
  /** The gate that was not met, as text: the rules below gave no points. */
  readonly closed: string | null
}

export interface ExplainedGroup {
  /** Empty for rules that stand in the score itself. */
  readonly name: string
  readonly points: number
  readonly bound: number
  readonly max: number | null
  readonly closed: string | null
  /** Every rule that gave points, and those that a gate, fade or `max` reduced to 0. */
  readonly rules: readonly ExplainedRule[]
  /** How many rules of the group earned nothing. */
  readonly silent: number
}

export interface ExplainedRule {
  readonly id: string
  readonly label: string
  /** `job_title = Head of Sales` */
  readonly saw: readonly SeenValue[]
  /** Before fade and the rule's own bounds. */
  readonly earned: number
  /** Days since the `since` date, where that fades the points. */
  readonly age: number | null
  readonly faded: number
  readonly points: number
  /** For an event rule: how many events counted, and how many were ignored because of `after`. */
  readonly events?: {
    readonly counted: number
    readonly newest: string | null
    readonly before: { readonly events: number; readonly field: string; readonly day: string } | null
  }
  /** The event rule that replaces this one, which then gives no points. */
  readonly replaced_by?: string
}

export interface SeenValue {
  /** A field, or `score.fit` and the like. */
  readonly name: string
  /** The cell's text, or the empty text for nothing. */
  readonly text: string
  /** Where a long list of values is asked for: those of it that match. */
  readonly matched?: readonly string[]
}

export interface ExplainedCondition {
  /** `score.fit at least 60` */
  readonly text: string
  readonly state: 'holds' | 'fails' | 'unknown'
  readonly saw: readonly SeenValue[]
}

export interface MissingForStage {
  readonly stage: string
  /** Each is one way, fewest changes first; empty: no way was found. */
  readonly ways: readonly {
    readonly changes: readonly {
      readonly field: string
      readonly from: string
      readonly to: string
      readonly in_file: boolean
    }[]
    /** The scores then, by name, where they differ. */
    readonly scores: Readonly<Record<string, number>>
  }[]
}
