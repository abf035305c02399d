import type { PageLanguage } from '../../../ir/results/page.ts'
import { ENGLISH, GERMAN, type Spelling } from '../numbers.ts'
import { ENGLISH_WORDS, type Words } from './english.ts'
import { GERMAN_WORDS } from './german.ts'
import { GERMAN_PHRASES } from './german-phrases.ts'

/** A language of pages. */
export interface Language {
  readonly code: string
  readonly words: Words
  readonly spell: Spelling
  /** What leadq found, which it says in English; what is not known stays as it is. */
  readonly say: (phrase: string) => string
}

export const LANGUAGES: Readonly<Record<PageLanguage, Language>> = {
  en: { code: 'en', words: ENGLISH_WORDS, spell: ENGLISH, say: phrase => phrase },
  de: { code: 'de', words: GERMAN_WORDS, spell: GERMAN, say: phrase => GERMAN_PHRASES.get(phrase) ?? phrase },
}
