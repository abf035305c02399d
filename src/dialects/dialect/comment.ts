import type { Sql } from './dialect.ts'

/** Longer labels are cut: a comment only says which rule it is. */
const MAX_LENGTH = 80

/**
 * Everything but letters, numbers and plain punctuation: ends of lines and of comments, statements, backslashes (behind
 * which Spark goes on with a comment in the next line), templates, signs that cannot be seen.
 */
const OTHER = /[^\p{L}\p{M}\p{N} .,:()/%&+<>=€$'"!?#@_-]+/gu

/** The label of a rule, as it can stand behind `--`. */
export function labelComment(label: string): Sql {
  const plain = label.replace(OTHER, ' ').replace(/ {2,}/g, ' ').trim()
  const signs = [...plain]
  return signs.length <= MAX_LENGTH
    ? plain
    : `${signs
        .slice(0, MAX_LENGTH - 1)
        .join('')
        .trimEnd()}…`
}
