import type { Input } from '../records.ts'

/** The text of an input, and a look at its beginning. */
export interface Sampled {
  readonly name: string
  readonly sample: string
  /** Whether nothing comes after the sample. */
  readonly isWhole: boolean
  readonly rest: AsyncIterable<string>
  /** What is left of the rest as UTF-8, instead of further pieces. */
  readonly restBytes: AsyncIterable<Uint8Array>
}

/** The part of an input that the reader of its format knows; the rest is known from its bytes. */
export type Records = Omit<Input, 'compressed' | 'bom' | 'encoding'>

/** Text looked at to find a format and a delimiter, in UTF-16 units. */
export const SAMPLE = 65_536
