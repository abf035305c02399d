import type { PageLanguage } from '../../../ir/results/page.ts'
import { ENGLISH, GERMAN, type Spelling } from '../numbers.ts'
import { ENGLISH_WORDS, type Words } from './english.ts'
import { GERMAN_WORDS } from './german.ts'

/** A language of pages. */
export interface Language {
  readonly code: string
  readonly words: Words
  readonly spell: Spelling
}

export const LANGUAGES: Readonly<Record<PageLanguage, Language>> = {
  en: { code: 'en', words: ENGLISH_WORDS, spell: ENGLISH },
  de: { code: 'de', words: GERMAN_WORDS, spell: GERMAN },
}
