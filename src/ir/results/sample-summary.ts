import type { Diagnostic } from '../../base/diagnostic.ts'

/** The result of drawing a sample from a file. */
export interface SampleSummary {
  readonly input: string
  readonly output: string
  readonly leads: number
  readonly rows: number
  /** How many leads each stratum has, and how many of them are in the sample. */
  readonly strata?: readonly { readonly name: string; readonly leads: number; readonly taken: number }[]
  readonly anonymised?: {
    /** Columns that the rulebook does not read. */
    readonly emptied: readonly string[]
    /** Columns with texts that stay as they are. */
    readonly kept: readonly { readonly column: string; readonly cells: number }[]
    /** Leads whose verdict differs from before: there should be none. */
    readonly judged_otherwise: number
    /** Rows that no other row of the sample is like, hashes apart. */
    readonly unique: number
    /** The size that groups of rows that are alike have at least, and the rows left out for it. */
    readonly k?: number
    readonly left_out?: number
    /** The system that has to be named with `--from` when the sample is read. */
    readonly from?: string
  }
  readonly warnings: readonly Diagnostic[]
}
