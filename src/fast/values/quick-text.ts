import type { BoundField } from '../../ir/plan/bound-field.ts'
import { isKeyField } from '../../ir/values/damaged.ts'
import { createSpecials, type Fill, type OneColumn } from './usual.ts'

const [SPACE, PLUS, LATIN] = [0x20, 0x2b, 0xc3]

/** Texts of which only some are asked for: all others are one class. */
export function quickText(
  { name, map, nulls }: BoundField,
  values: readonly string[],
  { cells: { width, starts, ends }, column, memory, classOf, find }: OneColumn,
): Fill | undefined {
  const { bytes } = memory
  const specials = createSpecials([...nulls, ...map.map(({ from }) => from), ...values], memory)
  const isKey = isKeyField(name)
  let ordinary = 0

  function quick(from: number, to: number): number {
    if (from === to || specials.mayBe(from, to)) return 0
    let before = SPACE
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0
      if (USUAL[byte] === 0) {
        // A letter of Latin-1 has a second byte.
        if (byte !== LATIN) return 0
        at += 1
      } else if ((byte === SPACE && before === SPACE) || (byte === PLUS && isKey)) return 0
      before = byte
    }
    if (before === SPACE) return 0
    ordinary ||= classOf(from, to)
    return ordinary
  }

  return (ids, records) => {
    for (let record = 0; record < records; record += 1) {
      const cell = record * width + column
      const from = column === 0 ? (starts[record] ?? 0) : (ends[cell - 1] ?? 0) + 1
      const to = ends[cell] ?? 0
      ids[record] = quick(from, to) || find(from, to)
    }
  }
}

/** Printable ASCII but for what begins an entity, a quote or a spreadsheet's text. */
const USUAL = new Uint8Array(256).fill(1, SPACE, 0x7f)
for (const sign of '&"=') USUAL[sign.charCodeAt(0)] = 0
