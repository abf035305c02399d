import { BATCH, type Reject, type Row, type Skipped } from './records.ts'

/** A batch while it is being filled. */
export interface Filling {
  rows: Row[]
  rejects: Reject[]
  leftOut: Record<string, number>
}

export function emptyBatch(): Filling {
  return { rows: [], rejects: [], leftOut: {} }
}

export function leaveOut(batch: Filling, reason: Skipped, count = 1): void {
  batch.leftOut[reason] = (batch.leftOut[reason] ?? 0) + count
}

export function isFull(batch: Filling): boolean {
  return batch.rows.length + batch.rejects.length >= BATCH
}

export function hasAnything(batch: Filling): boolean {
  return batch.rows.length > 0 || batch.rejects.length > 0 || Object.keys(batch.leftOut).length > 0
}
