import type { Place } from '../../base/place.ts'

/** A piece of a text that is replaced: from and to are offsets, `to` exclusive. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text with all edits made; one that lies in another one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text
  let limit = Number.POSITIVE_INFINITY
  for (const edit of [...edits].sort((a, b) => b.from - a.from || a.to - b.to)) {
    if (edit.to > limit) continue
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to)
    limit = edit.from
  }
  return result
}

/** Where places of a text begin and end in it. */
export interface Offsets {
  start(place: Place): number
  end(place: Place): number
  /** The beginning of a line, counted from 1; past the last one the end of the text. */
  line(number: number): number
}

export function offsetsOf(text: string): Offsets {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const line = (number: number) => starts[number - 1] ?? text.length
  return {
    line,
    start: ({ line: number, col }) => line(number) + col - 1,
    end: ({ line: number, col, endLine = number, endCol = col }) => line(endLine) + endCol - 1,
  }
}
