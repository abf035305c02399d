import { wordRuns } from '../ir/words.ts'
import type { Dialect, Sql } from './dialect.ts'

/** White space is these code points in every engine, whatever its own idea of it. */
const CODES = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
  0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]

export const WHITE_SPACE = String.fromCodePoint(...CODES)

/** White space as a class of regular expressions; `spaces`: the space as well. */
export function whiteSpaceClass({ codePoint }: Pick<Dialect, 'codePoint'>, spaces = true): string {
  return CODES.filter(code => spaces || code !== 0x20)
    .map(codePoint)
    .join('')
}

/** A text as it is compared: see `ir/fold.ts`. */
export function folded(text: Sql, dialect: Dialect): Sql {
  return dialect.lowered(dialect.spaced(dialect.trimmed(dialect.normalised(text))))
}

/** A folded text as its words: see `ir/words.ts`. */
export function wordForm(text: Sql, dialect: Dialect): Sql {
  return dialect.replaced(`' ' || ${text} || ' '`, `[^${wordClass(dialect)}]+`, [' '])
}

/** Everything that can stand in a word. */
export function wordClass({ codePoint }: Pick<Dialect, 'codePoint'>, from = 0): string {
  return wordRuns()
    .filter(([, last]) => last >= from)
    .map(([first, last]) => `${codePoint(Math.max(first, from))}-${codePoint(last)}`)
    .join('')
}
