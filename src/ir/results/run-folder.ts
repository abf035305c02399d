/**
 * What `leadq run` leaves behind. Each run is one folder in the folder of runs, named by the second it began in UTC:
 *
 *     runs/
 *       2026-11-28T02-00-00Z/        a run, with the files of `RUN_FILES`
 *       latest -> 2026-11-28T02-00-00Z
 *       quarantine/2026-11-29T02-00-00Z/
 *       failed/2026-11-30T02-00-00Z/manifest.json
 */

/** The files of a run that have a fixed name. The annotated leads are called after their inputs. */
export const RUN_FILES = {
  /** Written last: a folder without it is no run. */
  manifest: 'manifest.json',
  /** The document of `score --json`. */
  summary: 'summary.json',
  /** What `score` prints. */
  text: 'summary.txt',
  /** For mail and chat. */
  markdown: 'summary.md',
  /** The rulebook as one file, with all that it extends. */
  rulebook: 'rulebook.yaml',
  /** The run file with the flags in it. */
  settings: 'run.yaml',
  /** Leads that moved, are new or gone, with the causes. */
  delta: 'delta.csv',
  /** Leads that became SQL in this run. */
  newSql: 'new-sql.csv',
  /** What is due today or overdue. */
  due: 'due.csv',
  /** Stage, scores and points of every lead. */
  verdicts: 'verdicts.parquet',
  /** The values of fields that a guard watches, folded. */
  values: 'values.json',
  /** A page to look at. */
  page: 'report.html',
  /** Why a run is in quarantine, in words. */
  reason: 'QUARANTINE.txt',
} as const

export type RunFile = (typeof RUN_FILES)[keyof typeof RUN_FILES]

/** Names in the folder of runs that are no run. */
export const RUNS = {
  /** A symbolic link to the newest run that was published. */
  latest: 'latest',
  /** Runs that a guard has stopped. */
  quarantine: 'quarantine',
  /** Manifests of runs that were interrupted or failed. */
  failed: 'failed',
} as const

const RUN_ID = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(?:-(?<number>[2-9]|[1-9]\d+))?$/

/** `2026-11-28T02-00-00Z`: in UTC, so that no change of the clocks doubles it. */
export function runIdOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** The id of another run in the same second: `...Z-2`. */
export function nextRunId(id: string): string {
  const number = Number(RUN_ID.exec(id)?.groups?.number ?? 1)
  return `${id.slice(0, '2026-11-28T02-00-00Z'.length)}-${number + 1}`
}

export function isRunId(name: string): boolean {
  return RUN_ID.test(name)
}

/** Sorts the ids of runs, the oldest first. */
export function compareRunIds(a: string, b: string): number {
  return a.length === b.length || a.slice(0, 20) !== b.slice(0, 20)
    ? Number(a > b) - Number(a < b)
    : a.length - b.length
}
