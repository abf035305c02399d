import { Buffer } from 'node:buffer'
import { ROLE_NAMES } from '../../ir/catalogue/mail-domains.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Memory } from '../memory.ts'
import { createFinder } from './finder.ts'
import { type ClassOf, createSpecials, type Quick } from './usual.ts'

const [AT, DOT, PLUS, MINUS, UNDERSCORE] = [0x40, 0x2e, 0x2b, 0x2d, 0x5f]
const [NAME, BREAK] = [1, 2]
const MAX_LENGTH = 64
const MAX_BREAKS = 8

/** Addresses whose names are nothing special, and begin with none of `starts`, by their domains. */
export function quickMail(
  { map, nulls }: BoundField,
  starts: readonly string[],
  memory: Memory,
  classOf: ClassOf,
): Quick | undefined {
  if (map.length > 0 || nulls.some(text => text.includes('@'))) return undefined
  const { bytes } = memory
  const roles = createSpecials(ROLE_NAMES)
  const pairs = pairsOf(starts)
  let whole = 0
  // The domain is what is remembered; the address before it is what is read.
  const domains = createFinder(memory, (_, to) => classOf(whole, to))

  return (from, to) => {
    const length = to - from
    if (length > MAX_LENGTH || length < 3) return 0
    if (pairs[(((bytes[from] ?? 0) | CASE) << 8) | ((bytes[from + 1] ?? 0) | CASE)] === 1) return 0
    let at = from
    let breaks = 0
    let role = 0
    let before = BREAK
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte === AT) break
      const sign = SIGNS[byte] ?? 0
      if (sign === 0 || (sign === BREAK && before === BREAK)) return 0
      if (sign === BREAK) {
        breaks += 1
        if (byte === PLUS && role === 0) role = at
      }
      before = sign
    }
    if (at === to || before === BREAK || breaks > MAX_BREAKS) return 0
    if (roles.mayBe((role === 0 ? at : role) - from, bytes[from] ?? 0)) return 0
    for (let place = at + 1; place < to; place += 1) if (DOMAIN[bytes[place] ?? 0] === 0) return 0
    if (bytes[to - 1] === DOT || bytes[to - 1] === MINUS || at + 1 === to) return 0
    whole = from
    return domains(at + 1, to)
  }
}

/** The first two letters of texts, in lower case; of a shorter one all that can follow. */
function pairsOf(texts: readonly string[]): Uint8Array {
  const pairs = new Uint8Array(65_536)
  for (const text of texts) {
    const [first = 0, second] = Buffer.from(text)
    const row = (first | CASE) << 8
    if (second === undefined) pairs.fill(1, row, row + 256)
    else pairs[row | second | CASE] = 1
  }
  return pairs
}

/** The bit that tells a small letter from a capital. */
const CASE = 0x20

/** What may stand before the @: part of a name, or a sign between two parts. */
const SIGNS = new Uint8Array(256)
const DOMAIN = new Uint8Array(256)
for (let byte = 0x30; byte < 0x7b; byte += 1) {
  if (/[0-9A-Za-z]/.test(String.fromCharCode(byte))) {
    SIGNS[byte] = NAME
    DOMAIN[byte] = 1
  }
}
SIGNS[MINUS] = NAME
SIGNS[UNDERSCORE] = NAME
SIGNS[DOT] = BREAK
SIGNS[PLUS] = BREAK
DOMAIN[MINUS] = 1
DOMAIN[DOT] = 1
