import type { ImportName } from '../catalogue/imports.ts'
import type { SystemName } from '../catalogue/systems.ts'
import type { PageLanguage } from '../results/page.ts'
import type { FileFormat, TextFormat } from '../results/summary.ts'
import type { Guard } from './guard.ts'

/** What `leadq run` is to do, read from its file and flags. Paths are as `RunPath` says. */
export interface RunSettings {
  /** The name of the job in metrics, pings and logs. */
  readonly job: string
  readonly inputs: readonly FileChoice[]
  readonly events: readonly FileChoice[]
  readonly companies?: FileChoice
  readonly costs?: FileChoice
  /** A file or a built-in; absent: as `score` finds it. */
  readonly rules?: RunPath
  /** The folder of runs. */
  readonly out: RunPath
  /** `latest`: the run before; `none`: every lead is new; else a run folder or an output of leadq. */
  readonly previous: 'latest' | 'none' | RunPath
  readonly reading: ReadingSettings
  readonly outputs: readonly OutputSettings[]
  readonly guards: readonly Guard[]
  /** `new-sql.csv` and `due.csv` also by owner. */
  readonly byOwner: boolean
  /** Seconds after which runs are removed. */
  readonly keep?: number
  /** Files that hold a URL. */
  readonly ping?: RunPath
  readonly webhook?: RunPath
  /** Files that are written beside the run folder. */
  readonly metrics?: RunPath
  readonly markdown?: RunPath
  readonly threads?: number
  /** Bytes. */
  readonly memory?: number
  /** Seconds. */
  readonly maxDuration?: number
  readonly lockWait: number
  /** Of the page. */
  readonly language: PageLanguage
  readonly logFormat: 'text' | 'json'
}

/** A path, and the folder that it counts from: that of the run file, or the working directory for flags. */
export interface RunPath {
  readonly path: string
  readonly of: 'file' | 'flag'
}

/** Files by a pattern such as `exports/*.csv`. */
export interface FileChoice extends RunPath {
  /** Only the newest of those that match. */
  readonly newest: boolean
  /** How many files have to match. */
  readonly exactly?: number
}

/** How the inputs are read, where that cannot be seen from them. */
export interface ReadingSettings {
  readonly from?: SystemName | 'generic'
  readonly inputFormat?: TextFormat
  readonly sheet?: string
  readonly header?: boolean
  readonly names?: readonly string[]
  readonly withDeleted: boolean
}

/** One output of the leads; each further one is written to a folder of its own in the run. */
export interface OutputSettings {
  readonly format?: FileFormat
  readonly target?: ImportName
  readonly split: boolean
  readonly only?: readonly string[]
  readonly columns?: readonly string[]
  readonly sort?: string
  readonly top?: number
  readonly prefix?: string
  readonly escapeFormulas: boolean
}
