import type { Diagnostic } from '../../base/diagnostic.ts'

/** A finding about one place in a rulebook, as plain data for every output format. */
export interface Finding extends Diagnostic {
  /** Identifies the finding independently of its position in the file. */
  readonly fingerprint: string
  readonly witness?: Witness
}

/** A lead that shows a finding. */
export interface Witness {
  /** Field -> text of its cell; fields that are left out are empty. */
  readonly lead: Readonly<Record<string, string>>
  /** The rulebook's result for it: `fit 105, the stage is MQL`. */
  readonly shows: string
}

/** The findings for one rulebook. */
export interface LintedBook {
  readonly name: string
  readonly findings: readonly Finding[]
  /** How many were suppressed by comments, and how many the baseline knows. */
  readonly suppressed: number
  readonly known: number
}
