import type { Column } from './column.ts'

/**
 * A column in at most 256 bins, the input of the search. Bin 0 is "empty". For numbers, the bins from 1 on are ordered;
 * for levels, bin 1 is "any other level".
 */
export interface Bins {
  readonly column: Column
  readonly codes: Uint8Array
  readonly size: number
  readonly ordered: boolean
  /** Of numbers: where each bin from 1 on begins; the first one begins nowhere. */
  readonly lows: readonly number[]
  /** Of levels: what each bin from 2 on holds. */
  readonly levels: readonly Level[]
  /** Few whole numbers, which may also be tried as levels: every bin is one number. */
  readonly alsoLevels: boolean
}

export interface Level {
  /** As conditions compare it. */
  readonly value: string | number | boolean
  /** As people spell it. */
  readonly text: string
}

/** The levels of a bin from 1 on, where a number is taken as a level. */
export function numberOfBin({ lows }: Bins, bin: number, first: number): number {
  return bin === 1 ? first : (lows[bin - 1] ?? 0)
}
