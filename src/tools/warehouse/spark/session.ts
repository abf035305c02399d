import type { SparkField } from '../../../dialects/types/spark-types.ts'
import type { Rows } from '../table/table.ts'

/** What leadq asks of Spark: the methods of `spark/leadq_driver.py`, their arguments and answers. */
export interface Asked {
  readonly about: (told: Nothing) => { readonly version: string; readonly at: string }
  /** An expression that puts `?` into Unicode's form C. */
  readonly form_c: (told: Nothing) => string
  /** The first lines of a text file, or of the files in a folder. */
  readonly sample: (told: { readonly path: string; readonly lines: number }) => readonly string[]
  /** Whether a line has an odd number of quotes. */
  readonly has_open_quotes: (told: { readonly path: string }) => boolean
  readonly kind_of: (told: { readonly path: string }) => { readonly names: readonly string[] } | null
  readonly table_exists: (told: { readonly table: string }) => boolean
  /** Makes a view of a path or a table. */
  readonly read: (told: { readonly view: string } & (FromPath | { readonly table: string })) => {
    readonly fields: readonly SparkField[]
  }
  /** Rows of texts. */
  readonly query: (told: { readonly sql: string }) => Rows
  /** Makes a view of rows that are written to files first, and where; null: where Spark has its tables. */
  readonly keep: (told: { readonly view: string; readonly sql: string; readonly path: string | null }) => null
  /** Removes those files. */
  readonly drop_kept: (told: Nothing) => null
  /** Whether what comes now are printed queries, for which Spark leaves out rules of its own. */
  readonly plan_long_queries: (told: { readonly isLong: boolean }) => null
  /** Makes a view of leads with their verdicts, which leadq comes to on the workers. */
  readonly judge: (told: {
    readonly view: string
    /** The leads. */
    readonly sql: string
    /** Columns of `sql` that are for leadq alone, and not part of the view. */
    readonly hidden: readonly string[]
    /** Where the text of each cell of a lead comes from; null: it is not read. */
    readonly cells: readonly (TextOfCell | null)[]
    /** Names and types of leadq's columns. */
    readonly verdicts: readonly (readonly [name: string, type: string])[]
    readonly worker: Worker
    readonly job: string
  }) => null
  /** What was counted of some of the partitions that were written or computed last, behind so many of them. */
  readonly counted: (told: { readonly skip: number }) => readonly string[]
  /** Computes rows that nobody wants. */
  readonly run: (told: { readonly sql: string }) => null
  /** What is written is gone at the end, unless it was moved. */
  readonly write_path: (told: FromPath & { readonly sql: string }) => null
  readonly write_table: (told: { readonly sql: string; readonly table: string }) => null
  readonly move_path: (told: Moved & { readonly path: string }) => null
  /** Adds the rows of a table to another one, and drops it. */
  readonly append_table: (told: { readonly table: string; readonly to: string }) => null
  readonly move_table: (told: Moved & { readonly table: string }) => null
}

/** A column of text as it stands, or an expression. */
export type TextOfCell = { readonly column: string } | { readonly sql: string }

/** node and leadq for workers. */
export interface Worker {
  /** Files and folders that travel, each with its name there; node's is `node`. */
  readonly files: readonly (readonly [path: string, inside: string])[]
  readonly script: string
  /** Where node is installed on every worker; null: it travels. */
  readonly node: string | null
}

type Nothing = Readonly<Record<string, never>>

interface FromPath {
  readonly path: string
  readonly format: string
  readonly options: Readonly<Record<string, string>>
}

interface Moved {
  readonly to: string
  /** Whether what is there is replaced. */
  readonly overwrite: boolean
}

/** A Spark that runs and answers. Throws a `SparkError` where it refuses, a `Refusal` when it is gone. */
export interface Spark {
  ask<Name extends keyof Asked>(name: Name, told: Parameters<Asked[Name]>[0]): Promise<ReturnType<Asked[Name]>>
  close(): Promise<void>
}

/** What Spark answered instead; `kind` is its own name for it, such as `TABLE_OR_VIEW_NOT_FOUND`. */
export class SparkError extends Error {
  readonly kind: string

  constructor(kind: string, message: string) {
    super(message)
    this.kind = kind
  }

  /** The first line of what it said, without its own names. */
  get sentence(): string {
    const [line = ''] = this.message.split('\n')
    return line
      .replace(/^\[[A-Z0-9_.]+\]\s*/, '')
      .replace(/\s*SQLSTATE: \w+/, '')
      .slice(0, 300)
  }
}
