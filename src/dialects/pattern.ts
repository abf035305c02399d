/**
 * A rulebook's pattern (RE2, upper and lower case alike) in primitives that PostgreSQL and Java read as RE2 does: every
 * letter with all its cases, every class in explicit ranges. The pattern is one that `rulebook/pattern.ts` has passed.
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
/** Ranges of more letters than this are not taken apart. */
const LARGEST_RANGE = 2_000

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
  // Whether a pattern is found does not depend on which of several places is taken.
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

function single(ranges: readonly Range[], length: number, target: PatternTarget): Piece | undefined {
  const printed = printClass(ranges, target)
  return printed === undefined ? undefined : { length, printed: `[${printed}]` }
}

function classAt(rest: string, target: PatternTarget): Piece | undefined {
  const [whole, negated = '', inside = ''] = CLASS.exec(rest) ?? []
  if (whole === undefined) return undefined
  const printed = printClass(rangesOf(inside), target)
  return printed === undefined ? undefined : { length: whole.length, printed: `[${negated}${printed}]` }
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
function printClass(ranges: readonly Range[], { codePoint }: PatternTarget): string | undefined {
  if (ranges.some(([first, last]) => last - first > LARGEST_RANGE)) return undefined
  const codes = new Set<number>()
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) for (const each of casesOf(code)) codes.add(each)
  }
  const print = (code: number) =>
    /[0-9A-Za-z]/.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : codePoint(code)
  return runsOf([...codes].sort((a, b) => a - b))
    .map(([first, last]) => (first === last ? print(first) : `${print(first)}-${print(last)}`))
    .join('')
}

function runsOf(codes: readonly number[]): Range[] {
  const runs: [number, number][] = []
  for (const code of codes) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] + 1 === code) run[1] = code
    else runs.push([code, code])
  }
  return runs
}

/** A letter in all its cases, by Unicode's simple case folding: k, K and the Kelvin sign. */
function casesOf(code: number): readonly number[] {
  const known = cases.get(code)
  if (known !== undefined) return known
  const found = /\p{L}|\p{M}|\p{N}|\p{S}/u.test(String.fromCodePoint(code)) ? search(code) : [code]
  cases.set(code, found)
  return found
}

const cases = new Map<number, readonly number[]>()
let cased: string | undefined

function search(code: number): number[] {
  cased ??= casedLetters()
  const found = cased.match(new RegExp(`\\u{${code.toString(16)}}`, 'giu')) ?? []
  return [...new Set([code, ...found.map(letter => letter.codePointAt(0) ?? code)])]
}

/** Everything that has another case: few enough to look through for every letter of a pattern. */
function casedLetters(): string {
  const letters: string[] = []
  for (let code = 0; code < 0x20000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const letter = String.fromCodePoint(code)
    if (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter) letters.push(letter)
  }
  return letters.join('')
}
