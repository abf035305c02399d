import type { Diagnostic } from '../../base/diagnostic.ts'

/** What lint has to say about one place of a rulebook, as plain data for every format it is printed in. */
export interface Finding extends Diagnostic {
  /** Stays the same while the finding does, wherever it moves in the file. */
  readonly fingerprint: string
  readonly witness?: Witness
}

/** A lead on which a finding can be seen. */
export interface Witness {
  /** Field -> text of its cell; fields that are left out are empty. */
  readonly lead: Readonly<Record<string, string>>
  /** What the rulebook does with it: `fit 105, the stage is MQL`. */
  readonly shows: string
}

/** What lint has to say about one rulebook. */
export interface LintedBook {
  readonly name: string
  readonly findings: readonly Finding[]
  /** How many were suppressed by comments, and how many the baseline knows. */
  readonly suppressed: number
  readonly known: number
}
