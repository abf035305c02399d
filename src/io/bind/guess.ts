import { FIELDS, type FieldName } from '../../ir/catalogue/fields.ts'
import { AROUND_NAMES, FILLERS, OF_OTHERS, QUESTIONS } from '../../ir/catalogue/questions.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'

/** What a heading that nobody knows most likely means, by its words. */

/** Longer texts are explanations, in which any word can stand. */
const MOST_WORDS = 25

/** The field that a heading asks for in its own words: a custom field's name, a question, a label with a few words around. */
export function guessField(heading: string): FieldName | undefined {
  const bare = AROUND_NAMES.reduce((name, around) => name.replace(around, ''), heading)
  const words = wordsOf(bare)
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  const telling = words.filter(word => !FILLERS.has(word))
  const named = fieldOfName(bare) ?? (telling.length < words.length ? fieldOfName(telling.join(' ')) : undefined)
  return named ?? (words.some(word => OF_OTHERS.has(word)) ? undefined : fieldOfQuestion(words))
}

let names: ReadonlyMap<string, FieldName> | undefined

function fieldOfName(name: string): FieldName | undefined {
  names ??= new Map(
    (Object.keys(FIELDS) as FieldName[]).flatMap(field =>
      [field, ...FIELDS[field].headings].map(heading => [headingKey(heading), field] as const),
    ),
  )
  return names.get(headingKey(name))
}

interface Phrase {
  readonly field: FieldName
  readonly words: readonly string[]
}

let phrases: readonly Phrase[] | undefined

function fieldOfQuestion(words: readonly string[]): FieldName | undefined {
  if (words.length < 2) return undefined
  phrases ??= (Object.entries(QUESTIONS) as [FieldName, readonly string[]][]).flatMap(([field, texts]) =>
    texts.map(text => ({ field, words: text.split(' ').filter(word => word !== '*') })),
  )
  let best: Phrase | undefined
  for (const phrase of phrases) {
    if (phrase.words.length > (best?.words.length ?? 0) && holds(words, phrase.words)) best = phrase
  }
  return best?.field
}

/** All words of a phrase, in their order; others may stand between them. */
function holds(words: readonly string[], phrase: readonly string[]): boolean {
  let next = 0
  for (const word of words) {
    const wanted = phrase[next] ?? ''
    if (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted) next += 1
    if (next === phrase.length) return true
  }
  return false
}

function wordsOf(heading: string): string[] {
  const spaced = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
