import type { VerdictCounter } from '../../engine/count-verdicts.ts'
import type { Recognised } from '../../io/bind/recognise/recognise.ts'
import type { Input } from '../../io/records.ts'
import type { Column } from '../../ir/plan/columns.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Counts, InputSummary } from '../../ir/results/summary.ts'
import type { VerdictTaker } from '../../ir/results/verdict-file.ts'
import type { Companies } from '../../leads/companies.ts'
import type { LeadEventPass, LeadEvents } from '../../leads/events/events.ts'
import type { Host } from '../../leads/host.ts'
import type { Memory } from '../../leads/memory/memory.ts'
import type { Opened } from '../../leads/open.ts'
import type { Survey } from '../../leads/survey/survey.ts'
import type { Importing } from '../../outputs/imports/import.ts'
import type { Joined } from '../../outputs/joined.ts'
import type { Outputs } from '../../outputs/outputs.ts'
import type { Writers } from '../../outputs/writers.ts'
import type { DuplicateKeys } from './duplicate-counter.ts'
import type { ScoreRequest } from './score-request.ts'
import type { SharedEmails } from './shared-email-counter.ts'

/** What all inputs of a run share. */
export interface InputContext {
  readonly plan: Plan
  readonly request: ScoreRequest
  /** The rulebook ships with leadq: nobody wrote it for these files. */
  readonly isBuiltIn: boolean
  readonly columns: readonly Column[]
  readonly host: Host
  readonly beside: BesideLeads
  readonly targets: Targets
  readonly counter: VerdictCounter
  /** Keeps the verdict of every lead that is scored. */
  readonly verdicts: VerdictTaker | undefined
}

/** Data about leads from other files. */
export interface BesideLeads {
  /** Companies whose fields complete those of the leads. */
  readonly companies: Companies | undefined
  /** What the leads were in the run before; absent if no such run was named. */
  readonly memory: Memory | undefined
  /** Duplicates and accounts; absent if the rulebook uses neither. */
  readonly survey: Survey | undefined
  /** The events of the leads; absent if no event files were given. */
  readonly events: (LeadEvents & { readonly leads: LeadEventPass }) | undefined
}

/** Where the leads and rejects of a run go. */
export interface Targets {
  readonly writers: Writers
  readonly rejectWriters: Writers
  readonly joined: Joined
  /** The system whose export went into each output first. */
  readonly systems: Map<string, { readonly name: string; readonly system: Recognised }>
}

/** One input on its way to its outputs. */
export interface InputJob {
  readonly opened: Opened
  readonly outputs: Outputs
  /** No input comes after this one. */
  readonly isLast: boolean
  /** If it goes back into a system. */
  readonly importing: Importing | undefined
}

/** The outcome of one input. */
export interface Outcome {
  /** The input when all of it was read. */
  readonly input: Input
  readonly counts: Counts
  readonly leftOut: Readonly<Record<string, number>>
  readonly skippedRows: InputSummary['skipped_rows']
  readonly rejects: InputSummary['rejects']
  /** Leads that the importer they are written for would not take. */
  readonly refused: InputSummary['rejects']
  readonly outputs: InputSummary['outputs']
  readonly formulas: number
  /** Texts that a workbook cannot hold as a whole. */
  readonly cut: number
  readonly duplicateKeys: DuplicateKeys
  readonly sharedEmails: SharedEmails
  /** Ids that a spreadsheet has rounded. */
  readonly damaged: { readonly count: number; readonly line: number }
}
