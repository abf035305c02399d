import type { Place } from '../../base/place.ts'
import { lexemesOf } from './yaml.ts'

/** A comment of a rulebook, without its `#`. */
export interface Comment {
  readonly text: string
  readonly place: Place
  /** The line that it is about, if it is about the next one: the first below it that is neither blank nor a comment. */
  readonly nextLine: number
}

/** What introduces a scalar in the tokens of the library, after which a `#` is a part of it. */
const SCALAR = '\u001f'

/** The comments of a rulebook, in order. */
export function readComments({ file, text }: { readonly file: string; readonly text: string }): Comment[] {
  const lines = text.split('\n')
  const found: Comment[] = []
  let line = 1
  let col = 1
  let before = ''
  for (const lexeme of lexemesOf(text.replace(/^\uFEFF/, ''))) {
    if (lexeme.startsWith('#') && before !== SCALAR) {
      const content = lexeme.slice(1).trim()
      const place = { file, line, col, endLine: line, endCol: col + lexeme.trimEnd().length }
      found.push({ text: content, place, nextLine: lineAfter(line, lines) })
    }
    before = lexeme
    if (MARKS.has(lexeme)) continue
    const breaks = lexeme.split('\n')
    line += breaks.length - 1
    col = breaks.length > 1 ? (breaks.at(-1)?.length ?? 0) + 1 : col + lexeme.length
  }
  return found
}

/** Tokens that stand for something and are no text: byte order mark, document, flow error, scalar. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR])

function lineAfter(line: number, lines: readonly string[]): number {
  const next = lines.findIndex((text, index) => index >= line && !/^\s*(?:#|$)/.test(text))
  return next === -1 ? line + 1 : next + 1
}
