import { RE2JS } from 're2js'
import { oneLine, quote } from '../../yaml/node.ts'

/** What is wrong with a pattern, and at which character (counted from 1) if that is known. */
export interface PatternProblem {
  readonly at?: number
  readonly problem: string
}

/** The largest repetition of a quantifier. */
const MAX_REPEATS = 100
const MAX_CHARACTERS = 1000

/**
 * Checks that every engine reads a pattern alike: literals, `.`, classes, groups, `|`, quantifiers up to 100, `^ $`,
 * ASCII `\d \w \s`. Undefined if it is fine.
 */
export function checkPattern(pattern: string): PatternProblem | undefined {
  if (pattern === '') return { problem: 'is empty' }
  if (pattern.length > MAX_CHARACTERS) return { problem: `is longer than ${MAX_CHARACTERS} characters` }
  return scan(pattern) ?? compile(pattern)
}

/** A part of a pattern: its length in characters, and whether a quantifier may follow. */
type Part =
  | { readonly length: number; readonly repeats: boolean; readonly opens?: true; readonly closes?: true }
  | { readonly problem: string }

function scan(pattern: string): PatternProblem | undefined {
  let open = 0
  let repeats = false
  for (let at = 0; at < pattern.length; ) {
    const part = partAt(pattern, at, repeats)
    if ('problem' in part) return { at: at + 1, problem: part.problem }
    if (part.opens) open += 1
    if (part.closes) open -= 1
    if (open < 0) return { at: at + 1, problem: 'a `)` without its `(`' }
    repeats = part.repeats
    at += part.length
  }
  return open > 0 ? { at: pattern.length, problem: 'a `(` without its `)`' } : undefined
}

function partAt(pattern: string, at: number, repeats: boolean): Part {
  const rest = pattern.slice(at)
  const sign = rest.charAt(0)
  switch (sign) {
    case '(':
      return group(rest)
    case ')':
      return { length: 1, repeats: true, closes: true }
    case '[':
      return charClass(rest)
    case '\\':
      return escaped(rest)
    case '*':
    case '+':
    case '?':
    case '{':
      return quantifier(rest, repeats)
    case '|':
    case '^':
    case '$':
      return { length: 1, repeats: false }
    case ']':
    case '}':
      return { problem: `a \`${sign}\` that is not escaped` }
    default:
      return { length: 1, repeats: true }
  }
}

function group(rest: string): Part {
  if (rest.startsWith('(?:')) return { length: 3, repeats: false, opens: true }
  if (!rest.startsWith('(?')) return { length: 1, repeats: false, opens: true }
  const look = /^\(\?<?[=!]/.test(rest)
  return { problem: look ? 'no look-ahead or look-behind' : 'no `(?` but `(?:`; upper and lower case are alike anyway' }
}

function quantifier(rest: string, repeats: boolean): Part {
  const [found, least, most] = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(rest) ?? []
  if (found === undefined) return { problem: 'a `{` that is neither escaped nor a quantifier such as `{2,5}`' }
  if (!repeats) return { problem: `nothing that \`${found}\` could repeat` }
  const counts = [least, most].filter(count => count !== undefined && count !== '').map(Number)
  if (counts.some(count => count > MAX_REPEATS)) return { problem: `no more than ${MAX_REPEATS} repeats` }
  const [from = 0, to = from] = counts
  return from > to ? { problem: 'a quantifier the wrong way round' } : { length: found.length, repeats: false }
}

const PUNCTUATION = /^\\[!-/:-@[-`{-~]/

function escaped(rest: string): Part {
  if (/^\\[dws]/.test(rest) || PUNCTUATION.test(rest)) return { length: 2, repeats: true }
  if (/^\\[1-9]/.test(rest)) return { problem: 'no back-references' }
  return { problem: `no ${quote([...rest].slice(0, 2).join(''))}, but \\d, \\w, \\s and escaped signs` }
}

/** `[a-z_]`, `[^0-9]`; a bracket or a doubled sign inside means different things to different engines. */
function charClass(rest: string): Part {
  const [found] = /^\[\^?(?:[^\\[\]]|\\.)+\]/su.exec(rest) ?? []
  if (found === undefined) return { problem: 'a class that is empty, is not closed or holds a `[` that is not escaped' }
  const inside = found.slice(1, -1)
  const wrong = [...inside.matchAll(/\\./gsu)].find(([sign]) => 'problem' in escaped(sign))
  if (wrong !== undefined) return escaped(wrong[0])
  const doubled = /&&|~~|--/.exec(inside)?.[0]
  return doubled === undefined ? { length: found.length, repeats: true } : { problem: `no \`${doubled}\` in a class` }
}

function compile(pattern: string): PatternProblem | undefined {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    return undefined
  } catch (error) {
    return { problem: error instanceof Error ? oneLine(error.message) : 'cannot be compiled' }
  }
}
