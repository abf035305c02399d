/** What leadq asks of Spark: the methods of `spark/leadq_driver.py`, their arguments and answers. */
export interface Asked {
  readonly version: (told: Nothing) => string
  /** An expression that puts `?` into Unicode's form C. */
  readonly form_c: (told: Nothing) => string
  /** The first lines of a text file, or of the files in a folder. */
  readonly sample: (told: { readonly path: string; readonly lines: number }) => readonly string[]
  /** Whether a line has an odd number of quotes. */
  readonly has_open_quotes: (told: { readonly path: string }) => boolean
  readonly kind_of: (told: { readonly path: string }) => { readonly names: readonly string[] } | null
  readonly table_exists: (told: { readonly table: string }) => boolean
  /** Makes a view of a path or a table. */
  readonly read: (told: { readonly view: string } & (FromPath | { readonly table: string })) => Schema
  readonly view: (told: { readonly name: string; readonly sql: string }) => null
  readonly query: (told: { readonly sql: string }) => readonly Row[]
  readonly write_path: (told: Written & FromPath & { readonly beside: string }) => null
  readonly write_table: (told: Written & { readonly table: string; readonly beside: string }) => null
}

type Nothing = Readonly<Record<string, never>>

export type Row = readonly (string | number | null)[]

interface FromPath {
  readonly path: string
  readonly format: string
  readonly options: Readonly<Record<string, string>>
}

interface Written {
  readonly sql: string
  /** Whether what is there is replaced. */
  readonly overwrite: boolean
}

/** As Spark writes it down in JSON. */
export interface Schema {
  readonly fields: readonly { readonly name: string; readonly type: Type }[]
}

export type Type = string | (Schema & { readonly type: 'struct' }) | { readonly type: 'array' | 'map' | 'udt' }

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
