/**
 * A spelling brought closer to the usual one: wherever `find` is found in a folded text, `by` takes its place, whose
 * numbers stand for what the groups hold. Patterns are written in what every engine reads alike; the dialects print them.
 */
export interface Rewrite {
  readonly find: string
  readonly by: readonly (string | number)[]
}

/** One after the other, each on what the one before made of the text. */
export function compileRewrites(rewrites: readonly Rewrite[]): (text: string) => string {
  const compiled = rewrites.map(({ find, by }) => ({
    find: new RegExp(find, 'gu'),
    by: by.map(piece => (typeof piece === 'number' ? `$${piece}` : piece.replaceAll('$', '$$$$'))).join(''),
  }))
  return text => compiled.reduce((rewritten, { find, by }) => rewritten.replace(find, by), text)
}

/** Code points of the longest text that is rewritten: whatever is longer is no number, date or address of the odd kind. */
export const MAX_REWRITTEN_LENGTH = 120

export function isRewritable(text: string): boolean {
  return (
    text.length <= MAX_REWRITTEN_LENGTH ||
    (text.length <= 2 * MAX_REWRITTEN_LENGTH && [...text].length <= MAX_REWRITTEN_LENGTH)
  )
}

/** Any of several texts, which are not patterns. */
export function anyOf(texts: readonly string[]): string {
  return `(?:${texts.map(text => text.replace(/[.*+?$|()]/g, '[$&]')).join('|')})`
}
