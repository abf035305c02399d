/** How far a value has been followed. It can be followed piece by piece, for it holds no text. */
export interface Extent {
  /** Where to go on; after the end of the value once it is found. */
  at: number
  depth: number
  inString: boolean
  escaped: boolean
}

export function startExtent(at: number): Extent {
  return { at, depth: 0, inString: false, escaped: false }
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Follows one value by its brackets and strings alone; whether it is valid is for the parser to say. True once its end
 * is known, false if the text ends first (a number, then, may be at its end or not).
 */
export function follow(text: string, extent: Extent): boolean {
  let { at, depth, inString, escaped } = extent
  let isDone = false
  for (; at < text.length && !isDone; at++) {
    const char = text.charCodeAt(at)
    if (inString) {
      if (escaped) escaped = false
      else if (char === BACKSLASH) escaped = true
      else if (char === QUOTE) {
        inString = false
        isDone = depth === 0
      }
    } else if (char === QUOTE) inString = true
    else if (char === OPEN_OBJECT || char === OPEN_LIST) depth++
    else if (char === CLOSE_OBJECT || char === CLOSE_LIST) {
      if (depth === 0) break
      isDone = --depth === 0
    } else if (depth === 0 && (char === COMMA || char === COLON || char <= 0x20)) break
  }
  Object.assign(extent, { at, depth, inString, escaped })
  return isDone || at < text.length
}
