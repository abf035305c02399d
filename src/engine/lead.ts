import type { Value } from '../ir/value.ts'

/** What became of a field's cell. */
export type CellState = 'filled' | 'empty' | 'invalid' | 'range'

/**
 * A record whose cells have been read. The lists run parallel to the bound plan's fields.
 * `range` is filled too: a cell such as `51-200`, of which the lower end was taken.
 */
export interface Lead {
  readonly cells: readonly string[]
  readonly values: (Value | undefined)[]
  /** The trimmed text behind each value, empty where there is none. */
  readonly texts: string[]
  readonly states: CellState[]
  /** Word forms of the values, made when first asked for. */
  readonly words: (readonly string[] | undefined)[]
}
