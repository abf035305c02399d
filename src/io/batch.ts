import { BATCH, type Reject, type Row, type Skipped, type SkippedLine } from './records.ts'

/** A batch while it is being filled. */
export interface Filling {
  rows: Row[]
  rejects: Reject[]
  leftOut: Record<string, number>
  skippedLines: SkippedLine[]
}

export function emptyBatch(): Filling {
  return { rows: [], rejects: [], leftOut: {}, skippedLines: [] }
}

/** A row that is not a lead. It is counted by its kind, and its line is kept for the report. */
export function skipRow(batch: Filling, kind: Skipped, line: number, text = ''): void {
  batch.leftOut[kind] = (batch.leftOut[kind] ?? 0) + 1
  batch.skippedLines.push({ line, kind, text: text.slice(0, MAX_SKIPPED_LENGTH) })
}

/** Characters kept of a skipped row. */
const MAX_SKIPPED_LENGTH = 1_000

export function isFull(batch: Filling): boolean {
  return batch.rows.length + batch.rejects.length + batch.skippedLines.length >= BATCH
}

export function hasAnything(batch: Filling): boolean {
  return batch.rows.length > 0 || batch.rejects.length > 0 || Object.keys(batch.leftOut).length > 0
}
