import { isPhoneField, KEY_JOINT } from '../../engine/duplicate.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Cells, cellEnd, cellStart } from '../input/cells.ts'
import type { Memory } from '../memory.ts'
import { createLowerCopier, isPlainField, NOT_PLAIN } from '../values/plain-text.ts'
import { NO_NUMBER, type TextNumbers } from './text-numbers.ts'

/** A key that has to be read. */
export const NOT_FOUND = -2

/** Puts a part of a key behind what is there of it; gives the place behind it, `NOT_PLAIN` or `EMPTY`. */
type PartCopier = (from: number, to: number, into: Uint8Array, at: number) => number

/** A part without anything in it, so that there is no key. */
const EMPTY = -2
const JOINT = KEY_JOINT.charCodeAt(0)
const MAX_KEY = 1024

/** The number of the duplicate key of a record, found from its bytes; `NOT_FOUND` if it is not spelled plainly. */
export function keyNumbers(
  { fields, dedupe }: BoundPlan,
  cells: Cells,
  memory: Memory,
  keys: TextNumbers,
): (record: number) => number {
  const by = (dedupe?.by ?? []).map(name => fields.find(field => field.name === name && field.columns.length > 0))
  const named = by.filter(field => field !== undefined)
  if (named.length === 0 || named.length < by.length) return () => NO_NUMBER
  if (!named.every(isPlainField)) return () => NOT_FOUND
  const key = new Uint8Array(MAX_KEY)
  const parts = named.map(field => {
    const [column = 0] = field.columns
    const copy = isPhoneField(field.name) ? phoneCopier(field, memory) : createLowerCopier(field, memory)
    return { column, copy }
  })
  return record => {
    let end = 0
    for (const { column, copy } of parts) {
      const from = cellStart(cells, record, column)
      const to = cellEnd(cells, record, column)
      if (from === to) return NO_NUMBER
      if (end > 0) {
        key[end] = JOINT
        end += 1
      }
      end = copy(from, to, key, end)
      if (end === NOT_PLAIN) return NOT_FOUND
      if (end === EMPTY) return NO_NUMBER
    }
    return keys.ofBytes(key, 0, end)
  }
}

const [ZERO, NINE, OPENING] = [0x30, 0x39, 0x28]

/** The digits of a telephone number, as `engine/duplicate.ts` has them of one without brackets. */
function phoneCopier(field: BoundField, memory: Memory): PartCopier {
  const copyLower = createLowerCopier(field, memory)
  return (from, to, into, at) => {
    const behind = copyLower(from, to, into, at)
    if (behind === NOT_PLAIN) return NOT_PLAIN
    let end = at
    for (let place = at; place < behind; place += 1) {
      const byte = into[place] ?? 0
      if (byte === OPENING) return NOT_PLAIN
      if (byte < ZERO || byte > NINE) continue
      into[end] = byte
      end += 1
    }
    if (end > at + 1 && into[at] === ZERO && into[at + 1] === ZERO) {
      into.copyWithin(at, at + 2, end)
      end -= 2
    }
    return end === at ? EMPTY : end
  }
}
