import type { Memory } from '../memory.ts'
import type { Key } from './json-keys.ts'

/** The values of a record that was read, in its order: where each begins and ends, and its key. */
export interface Spelled {
  readonly keys: Key[]
  readonly from: number[]
  readonly to: number[]
  /** Where the record begins, where its last member ends, and where it ends itself. */
  readonly first: number
  readonly body: number
  readonly last: number
  readonly hasOwn: boolean
}

/**
 * A value of a record, or its end: where the bytes are remembered that stand before it. What comes after them depends on all
 * that stands before them, so a record that goes along such steps to an end has the same keys as the one that they are from.
 */
export interface Step {
  readonly at: number
  readonly length: number
  /** Line breaks among the bytes. */
  readonly breaks: number
  /** Of the value; undefined at the end. */
  readonly key: Key | undefined
  readonly next: Step[]
  readonly end: End | undefined
}

interface End {
  /** How far before the end of the record the last member ends. */
  readonly body: number
  /** Columns that the record has no value for. */
  readonly missing: Int32Array
  readonly hasOwn: boolean
}

const MAX_STEPS = 10_000
/** Ways to go on from one value. */
const MAX_WAYS = 8
const MAX_LENGTH = 1_000
/** Bytes that are remembered. */
const MAX_BYTES = 1_000_000
const [LF, CR] = [0x0a, 0x0d]

/** How records were spelled so far, and what stood between their values. */
export function createSteps(columns: number, { bytes, view, values }: Memory) {
  const root: Step = { at: 0, length: 0, breaks: 0, key: undefined, next: [], end: undefined }
  let [steps, kept] = [0, 0]

  /** Whether some bytes stand at a place; four at a time are looked at. */
  function isAt({ at, length }: Step, place: number): boolean {
    let byte = 0
    for (; byte + 4 <= length; byte += 4) if (view.getInt32(at + byte) !== view.getInt32(place + byte)) return false
    for (; byte < length; byte += 1) if (bytes[at + byte] !== bytes[place + byte]) return false
    return true
  }

  /** The step whose bytes stand at a place. */
  function nextAt({ next }: Step, place: number): Step | undefined {
    for (let way = 0; way < next.length; way += 1) {
      const step = next[way]
      if (step !== undefined && isAt(step, place)) return step
    }
    return undefined
  }

  function add(before: Step, from: number, to: number, key: Key | undefined, end?: End): Step | undefined {
    const known = before.next.find(step => step.key === key && step.length === to - from && isAt(step, from))
    if (known !== undefined) return known
    const length = to - from
    if (steps >= MAX_STEPS || before.next.length >= MAX_WAYS) return undefined
    if (length > MAX_LENGTH || kept + length > MAX_BYTES) return undefined
    const at = values.bytes(from, to)
    if (at < 0) return undefined
    steps += 1
    kept += length
    const step: Step = { at, length, breaks: breaksIn(from, to), key, next: [], end }
    before.next.push(step)
    return step
  }

  function breaksIn(from: number, to: number): number {
    let breaks = 0
    for (let at = from; at < to; at += 1)
      if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) breaks += 1
    return breaks
  }

  function missingOf(keys: readonly Key[]): Int32Array {
    const found = new Set(keys.map(({ column }) => column))
    return Int32Array.from(Array.from({ length: columns }, (_, column) => column).filter(column => !found.has(column)))
  }

  return {
    root,
    nextAt,
    /** Remembers how a record is spelled. */
    learn({ keys, from, to, first, body, last, hasOwn }: Spelled): void {
      let step: Step | undefined = root
      let place = first
      for (let value = 0; value < keys.length && step !== undefined; value += 1) {
        step = add(step, place, from[value] ?? 0, keys[value])
        place = to[value] ?? 0
      }
      if (step !== undefined) add(step, place, last, undefined, { body: last - body, missing: missingOf(keys), hasOwn })
    },
  }
}
