/** The state of following a value. It holds no text, so a value can be followed piece by piece. */
export interface Extent {
  /** Where to go on; after the end of the value once it is found. */
  at: number
  depth: number
  inString: boolean
  escaped: boolean
  /** In a comment, which JSON does not have: after its first sign, in its line, in its block, after a star in that. */
  comment: '' | 'slash' | 'line' | 'block' | 'star'
}

export function startExtent(at: number): Extent {
  return { at, depth: 0, inString: false, escaped: false, comment: '' }
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const SLASH = 0x2f
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Follows one value by its brackets and strings alone; the parser checks later whether it is valid. True once its end
 * is known, false if the text ends first (then a number may be complete or not).
 */
export function follow(text: string, extent: Extent): boolean {
  while (extent.at < text.length) {
    if (extent.comment !== '') followComment(text, extent)
    else if (extent.inString ? followString(text, extent) : followSigns(text, extent)) return true
  }
  return false
}

/** The place behind a value in a whole text. */
export function endOf(text: string, start: number): number {
  const extent = startExtent(start)
  follow(text, extent)
  return extent.at
}

/** The place behind what a sticky pattern matches here. */
export function skip(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  pattern.test(text)
  return pattern.lastIndex
}

/** Advances within a comment, or to its end. */
function followComment(text: string, extent: Extent): void {
  const char = text.charAt(extent.at)
  if (extent.comment === 'slash') {
    extent.comment = char === '/' ? 'line' : char === '*' ? 'block' : ''
    if (extent.comment !== '') extent.at++
  } else if (extent.comment === 'star') {
    extent.at++
    extent.comment = char === '/' ? '' : char === '*' ? 'star' : 'block'
  } else {
    const end = extent.comment === 'line' ? /[\n\r]/g : /\*/g
    end.lastIndex = extent.at
    const isEnd = end.test(text)
    extent.at = isEnd ? end.lastIndex : text.length
    if (isEnd) extent.comment = extent.comment === 'line' ? '' : 'star'
  }
}

/** To the end of a string; true if the string is the value. */
function followString(text: string, extent: Extent): boolean {
  const quote = text.indexOf('"', extent.at)
  const end = quote < 0 ? text.length : quote
  let start = end
  while (start > extent.at && text.charCodeAt(start - 1) === BACKSLASH) start--
  const backslashes = end - start + Number(start === extent.at && extent.escaped)
  const isEscaped = backslashes % 2 === 1
  extent.at = quote < 0 ? end : end + 1
  extent.escaped = quote < 0 && isEscaped
  extent.inString = quote < 0 || isEscaped
  return !extent.inString && extent.depth === 0
}

/** To the next string, or to the end of the value. */
function followSigns(text: string, extent: Extent): boolean {
  let { at, depth } = extent
  let isDone = false
  for (; at < text.length && !isDone && !extent.inString; at++) {
    const char = text.charCodeAt(at)
    if (char === QUOTE) extent.inString = true
    else if (char === SLASH && depth > 0) {
      extent.comment = 'slash'
      at++
      break
    } else if (char === OPEN_OBJECT || char === OPEN_LIST) depth++
    else if (char === CLOSE_OBJECT || char === CLOSE_LIST) {
      if (depth === 0) break
      isDone = --depth === 0
    } else if (depth === 0 && (char === COMMA || char === COLON || char <= 0x20)) break
  }
  extent.at = at
  extent.depth = depth
  return isDone || (at < text.length && !extent.inString && extent.comment === '')
}
