import type { BoundField } from '../../ir/plan/bound-field.ts'
import { isKeyField } from '../../ir/values/damaged.ts'
import { isMailField } from '../../ir/values/mail.ts'
import type { Memory } from '../memory.ts'
import { createSpecials } from './usual.ts'

const [SPACE, DOT] = [0x20, 0x2e]
const MAX_LENGTH = 200
/** What a copier gives for a cell that has to be read. */
export const NOT_PLAIN = -1

/** Copies a cell in lower case to a place of `into`; gives the place behind it, or `NOT_PLAIN`. */
export type LowerCopier = (from: number, to: number, into: Uint8Array, at: number) => number

/** For a field of which plain cells, in lower case, are the values. */
export function createLowerCopier({ name, nulls }: BoundField, memory: Memory): LowerCopier {
  const { bytes } = memory
  const signs = isMailField(name) ? OF_MAIL : isKeyField(name) ? OF_KEYS : OF_TEXT
  const mayBeNull = createSpecials(nulls, memory).mayBe
  return (from, to, into, at) => {
    const length = to - from
    if (length > MAX_LENGTH || at + length > into.length || mayBeNull(from, to)) return NOT_PLAIN
    let before = SPACE
    for (let place = 0; place < length; place += 1) {
      const sign = signs[bytes[from + place] ?? 0] ?? 0
      if (sign === 0 || (sign === SPACE && before === SPACE)) return NOT_PLAIN
      into[at + place] = sign
      before = sign
    }
    return before === SPACE || (before === DOT && signs === OF_MAIL) ? NOT_PLAIN : at + length
  }
}

/** Whether an empty cell of the field is nothing, and any other cell its own text. */
export function isPlainField({ type, columns, map, empty, winning, blankIsNo }: BoundField): boolean {
  const isOwn = type === 'text' && columns.length === 1 && map.length === 0
  return isOwn && empty === undefined && winning === undefined && !blankIsNo
}

/** Signs in lower case; 0 for those that begin an entity, a quote or a spreadsheet's text, and in keys for that of a power of ten. */
const OF_TEXT = new Uint8Array(256)
const OF_KEYS = new Uint8Array(256)
const OF_MAIL = new Uint8Array(256)
for (let byte = SPACE; byte < 0x7f; byte += 1) {
  const sign = String.fromCharCode(byte)
  const lower = sign.toLowerCase().charCodeAt(0)
  if (!'&"='.includes(sign)) OF_TEXT[byte] = lower
  if (!'&"=+'.includes(sign)) OF_KEYS[byte] = lower
  if (/[0-9a-z@._-]/i.test(sign)) OF_MAIL[byte] = lower
}
