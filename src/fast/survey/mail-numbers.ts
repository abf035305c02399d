import type { Reading } from '../../engine/lead.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { type Cells, cellEnd, cellStart } from '../input/cells.ts'
import type { Memory } from '../memory.ts'
import { createFinder } from '../values/finder.ts'
import { createMailNames } from '../values/mail-name.ts'

/** Longer addresses are read one by one. */
const MAX_LENGTH = 64
/** A domain with other signs than usual, so that its addresses are read one by one. */
const ODD = -1

/**
 * A number that depends on nothing but the domain of an address and whether the address is one, by record: it is worked out
 * once for each domain. `read` reads the address in some bytes, or that of the record that is looked at.
 */
export function mailNumbers(
  { columns, map, nulls, winning }: BoundField,
  cells: Cells,
  memory: Memory,
  read: { at(from: number, to: number): Reading; of(): Reading },
  numberOf: (reading: Reading) => number,
): (record: number) => number {
  const [column = 0, ...others] = columns
  const isRead = others.length > 0 || map.length > 0 || winning !== undefined || nulls.some(text => text.includes('@'))
  if (isRead) return () => numberOf(read.of())
  const { bytes } = memory
  const names = createMailNames(bytes)
  let address = 0
  const find = createFinder(memory, (from, to) => {
    for (let at = from; at < to; at += 1) if (OF_DOMAINS[bytes[at] ?? 0] === 0) return ODD
    return numberOf(read.at(address, to))
  })
  return record => {
    const from = cellStart(cells, record, column)
    const to = cellEnd(cells, record, column)
    const at = to - from > MAX_LENGTH ? -1 : names.end(from, to)
    address = from
    const found = at < 0 ? ODD : find(at + 1, to)
    return found === ODD ? numberOf(read.of()) : found
  }
}

const OF_DOMAINS = new Uint8Array(256)
for (let byte = 0x2d; byte < 0x7b; byte += 1) if (/[0-9A-Za-z.-]/.test(String.fromCharCode(byte))) OF_DOMAINS[byte] = 1
