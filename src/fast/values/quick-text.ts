import { Buffer } from 'node:buffer'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { isKeyField } from '../../ir/values/damaged.ts'
import { createSpecials, type Fill, type OneColumn } from './usual.ts'

const [SPACE, PLUS, LATIN] = [0x20, 0x2b, 0xc3]

/** Beginnings that are told apart at most. */
const MAX_BEGINNINGS = 8

/** Texts of which only some are asked for, and some beginnings: all others with the same beginnings are one class. */
export function quickText(
  { name, map, nulls }: BoundField,
  values: readonly string[],
  beginnings: readonly string[],
  { cells: { width, starts, ends }, column, memory, classOf, find }: OneColumn,
): Fill | undefined {
  const begins = [...new Set(beginnings)].map(text => Buffer.from(text))
  if (begins.length > MAX_BEGINNINGS || !beginnings.every(text => /^[\x20-\x7e]*$/.test(text))) return undefined
  const { bytes } = memory
  const specials = createSpecials([...nulls, ...map.map(({ from }) => from), ...values], memory)
  const isKey = isKeyField(name)
  /** By the set of beginnings that a text has. */
  const ordinary = new Int32Array(2 ** begins.length)

  /** The beginnings of a text as a set of bits. */
  function beginningsOf(from: number, to: number): number {
    let found = 0
    for (let index = 0; index < begins.length; index += 1) {
      const begin = begins[index]
      if (begin === undefined || begin.length > to - from) continue
      let at = 0
      while (at < begin.length && LOWER[bytes[from + at] ?? 0] === begin[at]) at += 1
      if (at === begin.length) found |= 1 << index
    }
    return found
  }

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
    const own = begins.length === 0 ? 0 : beginningsOf(from, to)
    const known = ordinary[own] || classOf(from, to)
    ordinary[own] = known
    return known
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

/** Printable ASCII in lower case. */
const LOWER = new Uint8Array(256)
for (let byte = SPACE; byte < 0x7f; byte += 1) LOWER[byte] = String.fromCharCode(byte).toLowerCase().charCodeAt(0)
