import type { Diagnostic } from '../../base/diagnostic.ts'
import { sha256 } from '../../base/hash.ts'

export interface RulebookSource {
  /** As it is named in diagnostics. */
  readonly file: string
  readonly text: string
}

/** Why an extended rulebook could not be read. */
export type Missing = Pick<Diagnostic, 'code' | 'message' | 'hint'>

/** Where the rulebooks are that others extend. */
export interface Library {
  /** Resolves the name `wanted` in the rulebook `from` (as named in diagnostics). One rulebook has one name. */
  find(wanted: string, from: string): RulebookSource | Missing
}

/** Whether a text has the key that every rulebook has; the text of any other file is not shown. */
export function isRulebookText(text: string): boolean {
  return /(?:^|[\n{,])\s*["']?leadq["']?\s*:/.test(text)
}

/** For rulebooks that stand alone. */
export const NO_LIBRARY: Library = {
  find: wanted => ({ code: 'file/not-found', message: `no such rulebook: ${wanted}` }),
}

/**
 * Tells versions of a rulebook apart: the SHA-256 of its text, or of the list of these where it extends others, so
 * that a change in any of them shows.
 */
export function hashOf(sources: readonly Pick<RulebookSource, 'text'>[]): string {
  const [first = '', ...more] = sources.map(({ text }) => sha256(text))
  return more.length === 0 ? first : sha256([first, ...more].join('\n'))
}
