/**
 * A rulebook's pattern (RE2, upper and lower case alike) in primitives that PostgreSQL and Java read as RE2 does: every
 * letter with all its cases, every class in explicit ranges. The pattern is one that
 * `rulebook/read/conditions/read-pattern.ts` has passed.
 */
export function portablePattern(pattern: string, target: PatternTarget): string | undefined {
  let printed = ''
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at)
    const piece = pieceAt(rest, target)
    if (piece === undefined) return undefined
    printed += piece.printed
    at += piece.length
  }
  return printed
}

export interface PatternTarget {
  /** A code point inside a class. */
  codePoint(code: number): string
  /** The very end of the text. */
  readonly end: string
}

interface Piece {
  readonly length: number
  readonly printed: string
}

type Range = readonly [first: number, last: number]

const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})/
const CLASS = /^\[(\^?)((?:[^\\[\]]|\\.)+)\]/su

const ESCAPED: Readonly<Record<string, readonly Range[]>> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  s: [
    [0x09, 0x0a],
    [0x0c, 0x0d],
    [0x20, 0x20],
  ],
}

function pieceAt(rest: string, target: PatternTarget): Piece | undefined {
  const quantifier = QUANTIFIER.exec(rest)?.[0]
  // Whether a pattern matches does not depend on which of several matches is found.
  if (quantifier !== undefined) {
    return { length: quantifier.length + (rest[quantifier.length] === '?' ? 1 : 0), printed: quantifier }
  }
  if (rest.startsWith('(?:')) return { length: 3, printed: '(?:' }
  const [sign = ''] = rest
  switch (sign) {
    case '(':
      return { length: 1, printed: '(?:' }
    case ')':
    case '|':
    case '^':
      return { length: 1, printed: sign }
    case '$':
      return { length: 1, printed: target.end }
    case '.':
      return { length: 1, printed: `[^${target.codePoint(0x0a)}]` }
    case '[':
      return classAt(rest, target)
    case '\\':
      return single(rangesOfEscape(rest.slice(1, 2)), 2, target)
    default:
      return single([[rest.codePointAt(0) ?? 0, rest.codePointAt(0) ?? 0]], [...rest][0]?.length ?? 1, target)
  }
}

function single(ranges: readonly Range[], length: number, target: PatternTarget): Piece {
  return { length, printed: `[${printClass(ranges, target)}]` }
}

function classAt(rest: string, target: PatternTarget): Piece | undefined {
  const [whole, negated = '', inside = ''] = CLASS.exec(rest) ?? []
  if (whole === undefined) return undefined
  return { length: whole.length, printed: `[${negated}${printClass(rangesOf(inside), target)}]` }
}

function rangesOf(inside: string): Range[] {
  const items = inside.match(/\\.|[^\\]/gsu) ?? []
  const ranges: Range[] = []
  for (let at = 0; at < items.length; at += 1) {
    const first = rangesOfItem(items[at] ?? '')
    const last = items[at + 1] === '-' ? rangesOfItem(items[at + 2] ?? '') : []
    const [[from] = []] = first
    const [[to] = []] = last
    if (first.length === 1 && last.length === 1 && from !== undefined && to !== undefined) {
      ranges.push([from, to])
      at += 2
    } else ranges.push(...first)
  }
  return ranges
}

function rangesOfItem(item: string): readonly Range[] {
  if (item.startsWith('\\')) return rangesOfEscape(item.slice(1))
  const code = item.codePointAt(0)
  return code === undefined ? [] : [[code, code]]
}

function rangesOfEscape(sign: string): readonly Range[] {
  const code = sign.codePointAt(0) ?? 0
  return ESCAPED[sign] ?? [[code, code]]
}

/** The inside of a class with all cases of its letters. */
function printClass(ranges: readonly Range[], { codePoint }: PatternTarget): string {
  const isInside = (code: number) => ranges.some(([first, last]) => code >= first && code <= last)
  const others = casedLetters()
    .filter(isInside)
    .flatMap(casesOf)
    .map((code): Range => [code, code])
  const print = (code: number) => {
    const sign = String.fromCodePoint(code)
    return /[0-9A-Za-z]/.test(sign) ? sign : codePoint(code)
  }
  return joinedRanges([...ranges, ...others])
    .map(([first, last]) => (first === last ? print(first) : `${print(first)}-${print(last)}`))
    .join('')
}

/** The same code points in as few ranges as possible. */
function joinedRanges(ranges: readonly Range[]): Range[] {
  const joined: [number, number][] = []
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = joined.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** A letter in all its cases, by Unicode's simple case folding: k, K and the Kelvin sign. */
function casesOf(code: number): readonly number[] {
  const known = cases.get(code)
  if (known !== undefined) return known
  const all = String.fromCodePoint(...casedLetters())
  const found = all.match(new RegExp(`\\u{${code.toString(16)}}`, 'giu')) ?? []
  const codes = found.map(letter => letter.codePointAt(0) ?? code)
  cases.set(code, codes)
  return codes
}

const cases = new Map<number, readonly number[]>()
let cased: readonly number[] | undefined

/** Every code point with another case; a short list. */
function casedLetters(): readonly number[] {
  if (cased !== undefined) return cased
  const letters: number[] = []
  for (let code = 0; code < 0x20000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const letter = String.fromCodePoint(code)
    if (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter) letters.push(code)
  }
  cased = letters
  return letters
}
