import type { Input, Mixed, PlainCutter } from '../../io/records.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { isOneByte } from './one-byte.ts'

interface Cutting {
  readonly cutter: PlainCutter
}

/** Plain records are cut from bytes, where records have nothing behind their own cells. */
export function readRecords({ input, inside, mixed, batches }: OpenedInput, cutting: Cutting): AsyncIterable<Mixed> {
  return (inside.length > 0 ? undefined : readPlain(input, mixed, cutting)) ?? batches
}

/** The same of any input; nothing if its records cannot be cut. */
export function readPlain(
  { format, delimiter }: Pick<Input, 'format' | 'delimiter'>,
  mixed: Input['mixed'],
  { cutter }: Cutting,
): AsyncIterable<Mixed> | undefined {
  const isCut = format === 'json' || format === 'ndjson' || isOneByte(delimiter)
  return isCut ? mixed?.(cutter) : undefined
}
