import { type Filling, skipRow } from '../batch.ts'
import type { Reject, Row, Skipped } from '../records.ts'
import { hasLetters, isFigures, isSingle } from './csv-preamble.ts'

/** Most records that wait until later ones show whether they are leads. */
const MAX_WAITING = 30

/** Records sampled to see whether leads contain letters. */
const LOOKED_AT = 20

type Waiting =
  | { readonly as: Skipped; readonly row: Row; readonly reject?: undefined }
  | { readonly as: Skipped; readonly row?: undefined; readonly reject: Reject }

/**
 * Below a table, after a blank row or a line of small print, come lines that only their place tells from leads: the
 * name of a company, a row of totals without a word. They wait: if a lead follows they are records like any other,
 * and if the file ends they were its footer.
 */
export interface Tail {
  /** True if the record waits; `reject` if it is none that could be read. */
  holds(cells: readonly string[], row: Row, reject?: Reject): boolean
  blank(): void
  /** Small print or totals that are recognised by their text. */
  footer(): void
  /** Moves the waiting records into the batch. */
  settle(batch: Filling, isEnd: boolean): void
  isWaiting(): boolean
  /** Nothing waits, and records that do not come by here make no difference to those that do. */
  isSettled(): boolean
}

export function makeTail(expected: number): Tail {
  let waiting: Waiting[] = []
  let isBelow = false
  let hasPrint = false
  let looked = 0
  let letters = false

  function kindOf(cells: readonly string[], isShort: boolean): Skipped | undefined {
    if (!isShort && letters && isFigures(cells)) return 'totals row'
    return isSingle(cells, expected) ? 'footer line' : undefined
  }

  return {
    holds(cells, row, reject) {
      if (looked < LOOKED_AT && reject === undefined) {
        looked += 1
        letters ||= hasLetters(cells)
      }
      if (!isBelow || waiting.length >= MAX_WAITING) return false
      const as = kindOf(cells, reject !== undefined)
      if (as === undefined) return false
      waiting.push(reject ? { as, reject } : { as, row })
      return true
    },
    blank() {
      isBelow = true
    },
    footer() {
      isBelow = true
      hasPrint = true
    },
    settle(batch, isEnd) {
      for (const { as, row, reject } of waiting) {
        // A single text is a footer only among others: alone it could be a lead with few cells.
        if (isEnd && (as === 'totals row' || hasPrint))
          skipRow(batch, as, (row ?? reject)?.line ?? 0, (row ?? reject)?.text)
        else if (row) batch.rows.push(row)
        else if (reject) batch.rejects.push(reject)
      }
      waiting = []
      isBelow = false
      hasPrint = false
    },
    isWaiting: () => waiting.length > 0 || isBelow,
    isSettled: () => looked >= LOOKED_AT && waiting.length === 0 && !isBelow,
  }
}
