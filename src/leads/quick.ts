import type { ReadEvent, TimeCells } from '../engine/events/event-reader.ts'
import type { KeyHash, KeyHashes } from '../engine/key-counter.ts'
import type { Reading } from '../engine/lead.ts'
import type { NumberedLead } from '../engine/numbered-lead.ts'
import type { Batch, Input } from '../io/records.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { OpenedEvents } from './events/open-events.ts'
import type { Opened } from './open.ts'
import type { Sampled } from './sampled.ts'
import type { TextTable } from './survey/texts.ts'

/** How inputs are read for whoever looks at few of their cells, where that is quicker than row by row. */
export interface QuickReading {
  /** Gives the leads of an input one by one; false if the input is not one to be read in this way. */
  leads(opened: Opened, bound: BoundPlan, job: QuickLeads): Promise<boolean>
  /** Gives the hashes of the keys of its leads alone. */
  keys(opened: Opened, bound: BoundPlan, job: Pick<QuickPrevious, 'key' | 'take'>): Promise<boolean>
  /** The same of the records of an event file. */
  events(opened: OpenedEvents, job: QuickRecords): Promise<boolean>
  /** The same of the leads that leadq wrote in the run before. */
  previous(opened: OpenedPrevious, bound: BoundPlan, job: QuickPrevious): Promise<boolean>
}

/** A file of the run before. */
export interface OpenedPrevious {
  readonly input: Input
  readonly name: string
  readonly sample: Sampled
}

export interface QuickPrevious {
  /** The fields by which leads are found, best first. */
  readonly key: readonly string[]
  /** The fields that say what a lead was. */
  readonly fields: readonly string[]
  /** The number that stands for a value. */
  numberOf(reading: Reading): number
  /** Takes the hashes of the keys of a lead, and its numbers by field; both are good until the next lead. */
  take(keys: readonly KeyHashes[], record: number, values: Int32Array): void
}

/** The points of a lead. */
export type Points = Pick<Verdict, 'total' | 'scores'>

export interface QuickLeads {
  readonly asOf: number
  /** Columns whose cells are given. */
  readonly columns: readonly number[]
  /** Whether points are asked for. */
  readonly isJudged: boolean
  take(cells: readonly string[], line: number, points: () => Points): void
  /** Leads are taken by numbers instead, where that is possible. */
  readonly numbers?: QuickNumbers
  /** Called now and then. */
  settle(): Promise<void>
}

export interface QuickNumbers {
  /** Has columns for the fields whose cells are looked at alone. */
  readonly bound: BoundPlan
  /** The fields that name a lead, best first. */
  readonly label: readonly string[]
  /** Of the keys and accounts of leads; undefined if there is no room for further ones. */
  tables(): QuickTables | undefined
  take(lead: NumberedLead, line: number, points: () => Points): void
}

export interface QuickTables {
  readonly keys: TextTable
  readonly accounts: TextTable
}

export interface QuickRecords {
  /** Columns that decide what records share; absent if they share nothing. */
  readonly columns: readonly number[] | undefined
  share(cells: readonly string[]): SharedEvent
  take(record: EventRecord): void
  /** Takes what is no record. */
  settle(batch: Pick<Batch, 'rejects' | 'leftOut'>): Promise<void>
}

/** A record of an event file, and what other records with the same cells share with it. */
export interface EventRecord extends TimeCells {
  readonly line: number
  cells(): readonly string[]
  /**
   * The hashes of a cell that is a key of a lead, spelled plainly; good until the next one. A mark of 0: it is empty;
   * nothing: its text has to be read.
   */
  keyHash?(column: number): KeyHash | undefined
  readonly shared?: SharedEvent | undefined
}

/** The cells of one record, and the events of all that have the same ones, but for their moments. */
export interface SharedEvent {
  readonly cells: readonly string[]
  timed?: KnownEvent
  untimed?: KnownEvent
}

/** An event that was read, and what the summary counts it by. */
export interface KnownEvent {
  readonly read: ReadEvent | undefined
  readonly named: { count: number } | undefined
}
