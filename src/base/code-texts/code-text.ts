import type { Code } from '../codes.ts'

/** The help on a diagnostic. */
export interface CodeText {
  /** What it means, and its most usual cause. */
  readonly means: string
  /** What to do about it. */
  readonly remedy: string
  /** Lines of a rulebook, a run file or a shell that are right. */
  readonly example?: string
}

/** The codes whose help is in this folder; that of the findings of lint is in `lint/findings/catalogue.ts`. */
export type PlainCode = Exclude<Code, `lint/${string}` | 'rule/substring'>

/** The texts of some codes. */
export type CodeTexts = Readonly<Partial<Record<PlainCode, CodeText>>>
