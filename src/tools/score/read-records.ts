import type { Mixed, PlainCutter, RecordTaker } from '../../io/records.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { isOneByte } from './one-byte.ts'

/** Plain records are cut from bytes, and taken from JSON, where records have nothing behind their own cells. */
export function readRecords(
  { input, inside, mixed, taken, batches }: OpenedInput,
  { cutter, taker }: { readonly cutter: PlainCutter; readonly taker: RecordTaker },
): AsyncIterable<Mixed> {
  if (inside.length > 0) return batches
  if (taken !== undefined) return taken(taker)
  return mixed !== undefined && isOneByte(input.delimiter) ? mixed(cutter) : batches
}
