import { MAX_RECORD_LENGTH, MAX_REJECT_LENGTH } from '../records.ts'
import type { Element, ElementScanner } from './element.ts'

/** Cuts text into lines. It holds at most one line, and a piece. */
export function makeLineScanner(): ElementScanner {
  const lineEnd = /\r\n|\n|\r/g
  let text = ''
  let hasReturns = false
  let at = 0
  let line = 1
  let last = false
  /** In the rest of a line that was too long. */
  let skipping = false
  /** The line on which it went on. */
  let resumed = 0

  const canRelease = () => !last && !skipping && line !== resumed

  /** The line at `at`, which ends at `end`; `next` is where the one after it starts. */
  function take(end: number, next: number, isWhole: boolean): Element | undefined {
    const isTooLong = end - at > MAX_RECORD_LENGTH
    const element = {
      line,
      col: 1,
      text: text.slice(at, isTooLong ? at + MAX_REJECT_LENGTH : end),
      isTooLong,
      list: '',
    }
    const isRest = skipping
    skipping = !isWhole
    at = next
    if (isWhole) line++
    return isRest ? undefined : element
  }

  function step(): Element | 'on' | undefined {
    const feed = hasReturns ? -1 : text.indexOf('\n', at)
    if (feed >= 0) return take(feed, feed + 1, true) ?? 'on'
    lineEnd.lastIndex = at
    const found = lineEnd.exec(text)
    const isWhole = found !== null && (last || found[0] !== '\r' || lineEnd.lastIndex < text.length)
    if (isWhole) return take(found.index, lineEnd.lastIndex, true) ?? 'on'
    if (at === text.length) return undefined
    const end = found?.index ?? text.length
    if (last) return take(end, text.length, true)
    return skipping || end - at > MAX_RECORD_LENGTH ? take(end, end, false) : undefined
  }

  return {
    feed(piece) {
      text = text.slice(at) + piece
      hasReturns = text.includes('\r')
      at = 0
    },
    end() {
      last = true
    },
    next() {
      let found = step()
      while (found === 'on') found = step()
      return found
    },
    canRelease,
    release() {
      if (!canRelease()) return undefined
      const unread = { text: text.slice(at), line, joint: 'line' } as const
      text = ''
      at = 0
      return unread
    },
    resume(from) {
      line = from
      resumed = from
    },
    lists: new Set(['']),
    keys: new Set(),
  }
}
