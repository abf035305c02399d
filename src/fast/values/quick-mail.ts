import { Buffer } from 'node:buffer'
import { DISPOSABLE_MAIL, FREE_MAIL, ROLE_NAMES } from '../../ir/catalogue/mail-domains.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { createFinder } from './finder.ts'
import { createMailNames } from './mail-name.ts'
import { CASE, createSpecials, type Fill, foldInto, NO_HASH, type OneColumn } from './usual.ts'

const [DOT, MINUS] = [0x2e, 0x2d]
const [LETTER, DOT_SIGN, HYPHEN] = [1, 2, 3]
const MAX_LENGTH = 64

/**
 * Addresses whose names are nothing special, and begin with none of `starts`. Those of domains that are nothing special,
 * either, and end with none of `ends`, are all one class; others have that of their domain.
 */
export function quickMail(
  { map, nulls }: BoundField,
  { starts, ends }: { readonly starts: readonly string[]; readonly ends: readonly string[] },
  { cells, column, memory, classOf, find }: OneColumn,
): Fill | undefined {
  if (map.length > 0 || nulls.some(text => text.includes('@'))) return undefined
  const { bytes } = memory
  const { width, starts: firsts, ends: cellEnds } = cells
  const names = createMailNames(bytes)
  const roles = createSpecials(ROLE_NAMES, memory)
  const whole = ends.flatMap(text => (text.startsWith('@') ? [text.slice(1)] : []))
  const special = createSpecials([...FREE_MAIL, ...DISPOSABLE_MAIL, ...whole], memory)
  const first = pairsOf(starts.map(text => Buffer.from(text)))
  const last = pairsOf(ends.filter(text => !text.startsWith('@')).map(text => Buffer.from(text).reverse()))
  const begins = starts.map(text => Buffer.from(text))
  let address = 0
  let ordinary = 0
  // The domain is what is remembered; the address before it is what is read.
  const domains = createFinder(memory, (_, to) => classOf(address, to))

  function beginsLike(from: number, to: number): boolean {
    if (first[pairAt(from, from + 1)] === 0) return false
    return begins.some(start => {
      if (start.length > to - from) return false
      for (let at = 0; at < start.length; at += 1)
        if (((bytes[from + at] ?? 0) | CASE) !== ((start[at] ?? 0) | CASE)) return false
      return true
    })
  }

  function pairAt(one: number, other: number): number {
    return (((bytes[one] ?? 0) | CASE) << 8) | ((bytes[other] ?? 0) | CASE)
  }

  /** The place of the @ behind a name that is nothing special; -1 for all others. */
  function nameEnd(from: number, to: number): number {
    const at = names.end(from, to)
    return at >= 0 && !roles.mayBe(from, names.plus() || at) ? at : -1
  }

  function quick(from: number, to: number): number {
    const length = to - from
    if (length > MAX_LENGTH || length < 3 || beginsLike(from, to)) return 0
    const at = nameEnd(from, to)
    if (at < 0 || at + 1 === to) return 0
    // Labels of letters and digits, and hyphens within them.
    let isPlain = true
    let dots = 0
    let before = DOT_SIGN
    let hash = NO_HASH
    for (let place = at + 1; place < to; place += 1) {
      const byte = bytes[place] ?? 0
      const sign = DOMAIN[byte] ?? 0
      if (sign === 0) return 0
      hash = foldInto(hash, byte)
      if (sign !== LETTER && before !== LETTER && (sign !== HYPHEN || before !== HYPHEN)) isPlain = false
      if (sign === DOT_SIGN) dots += 1
      before = sign
    }
    if (before !== LETTER) return 0
    if (isPlain && dots > 0 && last[pairAt(to - 1, to - 2)] === 0 && !special.has(hash)) {
      ordinary ||= classOf(from, to)
      return ordinary
    }
    address = from
    return domains(at + 1, to)
  }

  return (ids, records) => {
    for (let record = 0; record < records; record += 1) {
      const cell = record * width + column
      const from = column === 0 ? (firsts[record] ?? 0) : (cellEnds[cell - 1] ?? 0) + 1
      const to = cellEnds[cell] ?? 0
      ids[record] = quick(from, to) || find(from, to)
    }
  }
}

/** The first two bytes of texts, in lower case; of a shorter one all that can follow. */
function pairsOf(texts: readonly Uint8Array[]): Uint8Array {
  const pairs = new Uint8Array(65_536)
  for (const [first = 0, second] of texts) {
    const row = (first | CASE) << 8
    if (second === undefined) pairs.fill(1, row, row + 256)
    else pairs[row | second | CASE] = 1
  }
  return pairs
}

const DOMAIN = new Uint8Array(256)
for (let byte = 0x30; byte < 0x7b; byte += 1) if (/[0-9A-Za-z]/.test(String.fromCharCode(byte))) DOMAIN[byte] = LETTER
DOMAIN[MINUS] = HYPHEN
DOMAIN[DOT] = DOT_SIGN
