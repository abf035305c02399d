import { wordRuns } from '../ir/words.ts'
import type { Dialect, Sql } from './dialect.ts'

/** White space is these code points in every engine, whatever its own idea of it. */
const RUNS = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const

/** White space as a class of regular expressions; `space`: the plain space as well. */
export function whiteSpaceClass({ codePoint }: Pick<Dialect, 'codePoint'>, space = true): string {
  return RUNS.filter(([first]) => space || first !== 0x20)
    .map(([first, last]) => (first === last ? codePoint(first) : `${codePoint(first)}-${codePoint(last)}`))
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
