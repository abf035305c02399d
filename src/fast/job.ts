import type { Buffer } from 'node:buffer'
import type { Lead } from '../engine/lead.ts'
import type { NumberedCompanies } from '../io/bind/companies.ts'
import type { Format, PlainCutter, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Column } from '../ir/plan/columns.ts'
import type { Plan } from '../ir/plan/plan.ts'
import type { VerdictCounts } from '../ir/results/counts.ts'
import type { Duplicate, Verdict } from '../ir/results/verdict.ts'
import type { VerdictTaker } from '../ir/results/verdict-file.ts'
import type { Known } from './background.ts'
import type { LeadKeys } from './keys.ts'
import type { Form } from './output/forms.ts'
import type { Recalled } from './recall.ts'

/** What the engine is made for: one input, and how its leads are written. */
export interface FastJob {
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly asOf: number
  readonly columns: readonly Column[]
  /** Of the input; records can have further cells behind them. */
  readonly headings: readonly string[]
  readonly width: number
  /** What stands between the cells of records in memory: one byte, that of the input if it is delimited text. */
  readonly delimiter: string
  readonly name: string
  readonly format: Format
  /** Whether leadq wrote the text of the records itself: none of them is blank, small print, totals or a header. */
  readonly isOwn?: boolean
  readonly form: Form
  readonly chosen: Chosen
  /** The reference's way to write a lead; nothing if it is kept back. */
  render(row: Row, verdict: Verdict | Duplicate): string | undefined
  /** Takes the keys of all leads that are scored, batch by batch. */
  identify(keys: LeadKeys): void
  /** Takes leads without events, to be asked whether they lose a counter; absent if none can. */
  readonly lose: ((lead: Lead) => void) | undefined
  /** What the leads were in the run before, where another file says it. */
  readonly recalled: Recalled | undefined
  /** Companies whose cells complete those of the leads. */
  readonly joined: NumberedCompanies | undefined
  /** Keeps the verdict of every lead that is scored. */
  readonly verdicts: VerdictTaker | undefined
  /** Takes every lead as it is written, to be compared with the reference's. */
  readonly verify: Verifier | undefined
}

/** Which leads are written, and how. */
export interface Chosen {
  /** Only leads with certain labels are written. */
  readonly isChosen: ((verdict: Labelled) => boolean) | undefined
  /** Whether duplicates are written. */
  readonly duplicates: boolean
  /** Chunks have their leads by stage. */
  readonly split: boolean
  /** Leads are given one by one, each with its score. */
  readonly items: ItemsWanted | undefined
}

export interface ItemsWanted {
  /** The score that they are ordered by, by its position; absent: the total. */
  readonly score: number | undefined
  /** Whether a lead of this score can still be among those that are written. */
  mayCount(score: number): boolean
}

/** What a lead can be chosen by. */
export type Labelled = Pick<Verdict, 'stage' | 'grade' | 'tags' | 'segments' | 'owner'>

export interface Verifier {
  wants(): boolean
  /** `cells` with those behind them; `written`: its text, nothing if it is not written. */
  check(row: Row, cells: readonly string[], known: Known | undefined, written: Compared): void
}

/** `not asked` of a lead that is not among the best, whoever writes it. */
export type Compared = { readonly text: string | undefined } | 'not asked'

/** Written leads; the bytes are good until the next chunk is asked for. */
export interface Chunk {
  readonly bytes: Buffer
  readonly leads: number
  /** The same leads by stage, if they were asked for. */
  readonly stages: ReadonlyMap<string, { readonly parts: readonly Buffer[]; readonly leads: number }>
  /** Or the leads one by one. */
  readonly items: readonly LeadItem[]
}

export interface LeadItem {
  readonly stage: string
  readonly score: number
  readonly text: string
}

export interface FastJudge {
  /** What cuts plain records from the input. */
  readonly cutter: PlainCutter
  /** Puts rows that were cut elsewhere into the batch: see `Door`. */
  put(rows: readonly Row[], from: number, all: readonly (readonly string[])[]): number
  /** How many records wait to be judged. */
  waiting(): number
  /** The waiting records as leads, with the readings of the fields in these slots alone. */
  leads(slots: readonly number[]): Lead[]
  /** The cells of the waiting records at a position. */
  texts(column: number): string[]
  /** Judges and writes the records that wait; `known` of each, if anything is known from outside. */
  judge(known?: readonly Known[]): Generator<Chunk>
  /** The same of a row that there is no room for in memory. */
  judgeAlone(row: Row, all: readonly string[], known?: Known): Generator<Chunk>
  scored(): number
  duplicates(): number
  /** Cells that a spreadsheet would run as formulas, but for those of `render`. */
  formulas(): number
  counts(): VerdictCounts
  /** What was counted since the last call. */
  takeCounts(): VerdictCounts
}
