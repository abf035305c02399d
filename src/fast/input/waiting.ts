import { Buffer } from 'node:buffer'
import { LF } from '../../io/csv/csv-record.ts'
import type { Memory } from '../memory.ts'

/** Bytes of an input that are not cut yet: those in memory, and those that there was no room for. */
export interface Waiting {
  /** Where those in memory begin and end. */
  from: number
  readonly to: number
  /** Puts text before all others. */
  begin(text: string): void
  /** Takes bytes that come after them; false if there is no room as long as records stand before them. */
  feed(more: Uint8Array, hasRecords: boolean): boolean
  /** Moves them to the beginning, where there are more. Records that were cut are gone then. */
  refill(): void
  /** Whether there are no more than those in memory. */
  isAll(): boolean
  size(): number
  /** Takes out so many bytes as text: whole lines, or whole characters alone. */
  giveBack(wanted: number, isOfLines: boolean): string
  /** Passes over so many bytes. */
  skip(wanted: number): void
}

export function createWaiting({ bytes, input }: Memory): Waiting {
  let [from, to] = [input.from, input.from]
  const queue: Uint8Array[] = []

  function moveUp(): void {
    bytes.copyWithin(input.from, from, to)
    to = input.from + (to - from)
    from = input.from
  }

  function refill(): void {
    if (queue.length === 0) return
    moveUp()
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const size = Math.min(next.length, input.to - to)
      bytes.set(next.subarray(0, size), to)
      to += size
      if (size === next.length) continue
      queue.unshift(next.subarray(size))
      return
    }
  }

  /** A place, or that before it where no character is cut in two. */
  function characterEnd(place: number): number {
    let end = place
    for (let next = place < to ? bytes[place] : queue[0]?.[0]; ((next ?? 0) & 0xc0) === 0x80; next = bytes[end])
      end -= 1
    return end
  }

  return {
    get from() {
      return from
    },
    set from(place) {
      from = place
    },
    get to() {
      return to
    },
    begin(text) {
      if (text === '') return
      // What stands before it was given back, so there is nearly always room for it there.
      const size = Buffer.byteLength(text)
      if (from - size >= input.from) {
        from -= size
        bytes.write(text, from)
      } else {
        queue.unshift(Buffer.from(text), Buffer.from(bytes.subarray(from, to)))
        from = to = input.from
        refill()
      }
    },
    feed(more, hasRecords) {
      if (!hasRecords) moveUp()
      if (queue.length === 0 && more.length <= input.to - to) {
        bytes.set(more, to)
        to += more.length
        return true
      }
      queue.push(more)
      if (hasRecords) return false
      refill()
      return true
    },
    refill,
    isAll: () => queue.length === 0,
    size: () => queue.reduce((sum, { length }) => sum + length, to - from),
    giveBack(wanted, isOfLines) {
      refill()
      const wish = Math.min(from + wanted, to)
      const line = isOfLines ? bytes.subarray(0, to).indexOf(LF, wish) + 1 : 0
      const end = line > 0 ? line : characterEnd(isOfLines ? to : wish)
      const text = bytes.toString('utf8', from, end)
      from = end
      return text
    },
    skip(wanted) {
      for (let left = wanted; left > 0; ) {
        if (from === to) refill()
        const size = Math.min(left, to - from)
        if (size === 0) return
        from += size
        left -= size
      }
    },
  }
}
