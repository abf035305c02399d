/** A pattern as Snowflake reads it, and where the groups of the pattern that it was made of stand in it. */
export interface PosixPattern {
  readonly pattern: string
  /** By the number of a group, from 1: the number that it has now. */
  readonly groups: readonly number[]
}

/** A class, an escape, or the start of a group that is not kept. */
const PIECE = /\[\^?\]?(?:\\.|[^\]\\])*\]|\\x\{[0-9a-f]+\}|\\x[0-9a-f]{2}|\\.|\(\?:|./gsu
const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' }

/**
 * A pattern of leadq without what Snowflake's regular expressions lack: groups that are not kept, escapes of code points,
 * and a dot that means another thing once `s` is asked for.
 */
export function posixPattern(pattern: string): PosixPattern {
  const groups: number[] = [0]
  let count = 0
  const printed = (pattern.match(PIECE) ?? []).map(piece => {
    if (piece === '(?:' || piece === '(') {
      count += 1
      if (piece === '(') groups.push(count)
      return '('
    }
    if (piece === '.') return '[^\n]'
    return piece.startsWith('[') ? piece.replace(/\\(?:x[0-9a-f]{2}|.)/gsu, signOf) : signOf(piece)
  })
  return { pattern: printed.join(''), groups }
}

/** What an escape stands for, where it stands for a code point; signs that mean something keep theirs. */
function signOf(piece: string): string {
  const code = /^\\x([0-9a-f]{2})$/.exec(piece)?.[1]
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
  return ESCAPED[/^\\([tnr])$/.exec(piece)?.[1] ?? ''] ?? piece
}

/**
 * A pattern that is found anywhere as one that matches the whole of a text, as Snowflake's `REGEXP_LIKE` does; `isOpen`:
 * something of it stands for any signs, line ends, too.
 */
export function wholePattern(pattern: string): { readonly whole: string; readonly isOpen: boolean } {
  if (hasBranches(pattern)) return { whole: `.*(${pattern}).*`, isOpen: true }
  const isFromStart = pattern.startsWith('^')
  const isToEnd = /(?<!\\)(?:\\\\)*\$$/.test(pattern)
  const inside = pattern.slice(isFromStart ? 1 : 0, isToEnd ? -1 : undefined)
  return { whole: `${isFromStart ? '' : '.*'}${inside}${isToEnd ? '' : '.*'}`, isOpen: !(isFromStart && isToEnd) }
}

/** Whether there is an `|` outside of groups and classes. */
function hasBranches(pattern: string): boolean {
  let depth = 0
  for (const piece of pattern.match(PIECE) ?? []) {
    if (piece === '(' || piece === '(?:') depth += 1
    else if (piece === ')') depth -= 1
    else if (piece === '|' && depth === 0) return true
  }
  return false
}
