import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CostsSummary } from './costs.ts'
import type { DueSummary, SinceSummary } from './since.ts'

/** What a run did, as one document: `--json` prints it, the table shows it. Lists and maps keep the rulebook's order. */
export interface Summary {
  readonly format_version: '1.0'
  readonly tool: { readonly name: 'leadq'; readonly version: string }
  readonly rulebook: RulebookSummary
  readonly as_of: string
  readonly engine: EngineSummary
  /** Nothing was written; outputs are what would have been. */
  readonly dry_run?: true
  readonly inputs: readonly InputSummary[]
  /** read = scored + rejected + duplicate + left_out */
  readonly counts: Counts
  readonly stages: Readonly<Record<string, StageSummary>>
  /** What happened since the run before; absent unless `leadq run` found one. */
  readonly since?: SinceSummary
  /** What is due; absent unless it is a run of `leadq run`. */
  readonly due?: DueSummary
  readonly scores: Readonly<Record<string, ScoreSummary>>
  /** Absent where no event files were given. */
  readonly events?: EventsSummary
  /** Of the total: how many leads in each of ten equal steps from the lowest to the highest. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly leads: number }[]
  readonly grades: Readonly<Record<string, number>>
  /** The sum of the chances of all leads; absent where the rulebook states none. */
  readonly expected_wins?: number
  readonly segments: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Absent where the rulebook has no segment `channel`, or a database has counted. Most leads first. */
  readonly channels?: readonly ChannelSummary[]
  /** Absent unless costs were given. */
  readonly costs?: CostsSummary
  readonly tags: Readonly<Record<string, number>>
  readonly excluded: Readonly<Record<string, number>>
  readonly rules: readonly RuleSummary[]
  readonly quality: readonly FieldQuality[]
  /** What reading the input cannot give: advice, best first. */
  readonly advice: Advice
  readonly warnings: readonly Diagnostic[]
}

/** What judged the leads: leadq itself, or an engine by the query that leadq printed. */
export type EngineSummary =
  | { readonly name: 'stream' }
  | {
      readonly name: 'postgres' | 'spark'
      readonly version: string
      /** Server and database, without credentials; the master of Spark. */
      readonly at: string
    }

export interface RulebookSummary {
  readonly name: string
  readonly version?: string
  /** The file, or `built-in b2b`. */
  readonly source: string
  readonly sha256: string
}

export interface Counts {
  readonly read: number
  readonly scored: number
  readonly rejected: number
  readonly duplicate: number
  readonly left_out: number
}

export type FileFormat = 'csv' | 'tsv' | 'json' | 'ndjson' | 'xlsx' | 'parquet'

/** Formats that are read as tables and never written. */
export type ReadOnlyFormat = 'html' | 'xml' | 'ods' | 'vcard'

export type Encoding =
  | ('UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE')
  | ('Windows-1252' | 'Mac Roman' | 'Code page 850' | 'Windows-1250' | 'ISO-8859-2' | 'Windows-1251' | 'mixed')

export type InputFormat = FileFormat | ReadOnlyFormat

/** A format of text files; workbooks and Parquet files are always recognised by their bytes. */
export type TextFormat = Exclude<FileFormat, 'xlsx' | 'parquet'>

export interface InputSummary {
  readonly name: string
  readonly format: InputFormat | 'table'
  readonly compressed: boolean
  /** What was found by looking; absent where it does not apply. */
  readonly encoding: Encoding
  readonly delimiter?: string
  readonly line_end?: 'LF' | 'CRLF' | 'CR'
  /** What is unusual about the text, or was wrong in it and could be read all the same; absent if nothing is. */
  readonly repairs?: readonly Repair[]
  /** Of a workbook: the sheet that was read, and how many there are. */
  readonly sheet?: string
  readonly sheets?: number
  /** The system whose export it looks like. */
  readonly system?: string
  readonly counts: Counts
  /** Why records were left out, and how many. */
  readonly left_out: Readonly<Record<string, number>>
  /** The first of the rows that were left out: titles, totals, blank rows. */
  readonly skipped_rows: readonly { readonly line: number; readonly kind: string }[]
  readonly rejects: readonly RejectGroup[]
  /** For which system the output is, and the leads that its importer would not take: they are scored, but left out. */
  readonly import?: { readonly for: string; readonly key: string; readonly refused: readonly RejectGroup[] }
  readonly bound: readonly BoundColumn[]
  /** Columns whose meaning is known and that the rulebook does not read. */
  readonly unused: readonly UnusedColumn[]
  /** Which leads were won, `Converted=1`, where a column plainly says so and a built-in rulebook was used. */
  readonly won?: string
  /** Columns that no field took. */
  readonly unmatched: readonly UnmatchedColumn[]
  readonly outputs: readonly { readonly path: string; readonly leads: number }[]
  /** How the leads found their companies in the file of `--companies`. */
  readonly companies?: CompaniesSummary
  /** How the leads were found again in the run of `--previous`. */
  readonly previous?: PreviousSummary
}

/** One thing that is unusual about a text, or that was repaired in it. */
export interface Repair {
  /** In words: `single quotes around cells`. */
  readonly what: string
  /** How many records it was, and the line of the first; absent if it is the whole input. */
  readonly records?: number
  readonly first_line?: number
}

export interface PreviousSummary {
  readonly name: string
  /** Leads that it knows. */
  readonly leads: number
  /** Leads of the input that it knows, and those that it does not. */
  readonly found: number
  readonly new: number
}

export interface CompaniesSummary {
  readonly name: string
  readonly companies: number
  /** Records of companies that are deleted, archived, merged or historic; absent if there are none. */
  readonly skipped?: number
  readonly by_id: number
  readonly by_domain: number
  readonly by_name: number
  /** Leads that found none. */
  readonly unmatched: number
}

/** What became of the records of event files. */
export interface EventsSummary {
  readonly files: readonly EventFileSummary[]
  readonly counts: EventCounts
  /** How many leads have events. */
  readonly leads: number
  /** What a few of the keys that no lead has look like: `xx-0000`, `e-mail address`. */
  readonly unmatched_keys: readonly string[]
  /** What the events of leads are called, the most frequent first, and the signals that rules know them by. */
  readonly names: readonly { readonly event: string; readonly count: number; readonly signals: readonly string[] }[]
  /** Rules that events stood in for, and the rule that did. */
  readonly instead_of: Readonly<Record<string, string>>
  /** Leads without events that lose the points of a replaced counter; absent if a database has counted. */
  readonly leads_losing_counters?: number
}

export interface EventFileSummary {
  readonly name: string
  readonly format: InputFormat | 'table'
  readonly compressed: boolean
  readonly encoding: InputSummary['encoding']
  readonly delimiter?: string
  /** The system whose events they look like. */
  readonly system?: string
  readonly read: number
  readonly bound: readonly BoundColumn[]
}

/** read = all the others together */
export interface EventCounts {
  readonly read: number
  /** Of a lead, and judged. */
  readonly matched: number
  /** Their keys are those of no lead. */
  readonly unmatched: number
  readonly without_key: number
  readonly without_time: number
  /** After the day of the run, or only planned. */
  readonly future: number
  /** Caused by no interested human. */
  readonly ignored: number
  readonly rejected: number
  readonly left_out: number
}

export interface RejectGroup {
  readonly code: Code
  readonly count: number
  readonly first_line: number
  readonly message: string
}

export interface BoundColumn {
  readonly field: string
  readonly columns: readonly string[]
  /** Who says so; a `guess` is made from the words of a heading. */
  readonly by: 'rulebook' | 'system' | 'heading' | 'guess' | 'companies'
  readonly type: string
  /** How its cells are read, where that was decided by looking: `decimal comma`, `day first`. */
  readonly read_as?: string
}

export interface UnusedColumn {
  readonly column: string
  readonly field: string
}

export interface UnmatchedColumn {
  readonly column: string
  /** Share of sampled records that have a value, in percent. */
  readonly filled: number
  /** A few of its values, most frequent first; empty where most values differ (names, texts). */
  readonly values: readonly string[]
}

export interface StageSummary {
  readonly leads: number
  readonly share: number
  /** Lower middle of the total; null if there is none. */
  readonly median_score: number | null
}

/** Where leads came from, and how far they got. */
export interface ChannelSummary {
  readonly channel: string
  /** Of most of its leads; absent without a segment `medium`. */
  readonly medium?: string
  readonly leads: number
  readonly stages: Readonly<Record<string, number>>
  readonly expected_wins?: number
}

export interface ScoreSummary {
  readonly known: boolean
  readonly median: number | null
  readonly highest: number | null
  /** The most points that a lead of this input could get; null if nothing bounds it. */
  readonly reachable: number | null
}

export interface RuleSummary {
  readonly id: string
  readonly label: string
  /** Leads on which it earned something. */
  readonly fired: number
  /** The sum of what it earned. */
  readonly points: number
  /** Leads on which it earned in full because its `since` date is not known. */
  readonly undated: number
}

export interface FieldQuality {
  readonly field: string
  readonly filled: number
  readonly empty: number
  readonly invalid: number
  /** Cells such as `51-200`, read at their lower end. */
  readonly ranges: number
  /** Lines of the first invalid cells; their text stays out of summaries. */
  readonly first_invalid: readonly number[]
}

export interface Advice {
  /** Stages that no lead of this input can reach. */
  readonly unreachable: readonly string[]
  /** Fields without a column, by how much they could add. */
  readonly wanted: readonly { readonly field: string; readonly points: number; readonly about: string }[]
}
