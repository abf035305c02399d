import type { Lead } from '../engine/lead.ts'
import type { PlainCutter, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Column } from '../ir/plan/columns.ts'
import type { Plan } from '../ir/plan/plan.ts'
import type { VerdictCounts } from '../ir/results/counts.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { Spelled } from './columns.ts'
import type { LeadHashes } from './keys.ts'
import type { Chunk } from './writer.ts'

/** What the engine is made for: one input, and how its leads are written. */
export interface FastJob extends Spelled {
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly asOf: number
  readonly columns: readonly Column[]
  /** Of the input; records can have further cells behind them. */
  readonly headings: readonly string[]
  readonly width: number
  /** Of the input. */
  readonly inputDelimiter: string
  readonly name: string
  readonly kept: readonly number[]
  /** Only leads that it chooses are written. */
  readonly isChosen: ((verdict: Labelled) => boolean) | undefined
  /** Chunks have their leads by stage. */
  readonly split: boolean
  /** The reference's way to write a lead. */
  render(row: Row, verdict: Verdict): string
  /** Takes every lead that is scored, with the readings of its id and e-mail address alone. */
  identify(lead: Lead, line: number): void
  /** The same of a lead of which hashes are enough. */
  identifyHashes(hashes: LeadHashes, record: number, line: number): void
  /** Takes every lead as it is written, to be compared with the reference's. */
  readonly verify: Verifier | undefined
}

/** What a lead can be chosen by. */
export type Labelled = Pick<Verdict, 'stage' | 'grade' | 'tags' | 'segments' | 'owner'>

export interface Verifier {
  wants(): boolean
  check(row: Row, cells: readonly string[], written: string | undefined): void
}

export interface FastJudge {
  /** What cuts plain records from text. */
  readonly cutter: PlainCutter
  /** Judges and writes the records that the cutter has cut. */
  judgeCut(): Generator<Chunk>
  /** Judges and writes rows that were cut elsewhere. */
  judgeRows(rows: readonly Row[], complete: (cells: readonly string[]) => readonly string[]): Generator<Chunk>
  leads(): number
  /** Cells that a spreadsheet would run as formulas, but for those of `render`. */
  formulas(): number
  counts(): VerdictCounts
}
