import { FIELDS, type FieldName } from '../../ir/catalogue/fields.ts'
import {
  BARE_NAMES,
  FIRST_BESIDE_LAST,
  GUESSED_HEADINGS,
  VALUE_GUESSES,
  type ValueGuess,
} from '../../ir/catalogue/guesses.ts'
import { AROUND_NAMES, FILLERS, OF_OTHERS, QUESTIONS } from '../../ir/catalogue/questions.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'

/** Guesses the field of an unknown heading by its words and cells. */

/** Longer headings are explanations, in which any word can occur. */
const MAX_WORDS = 25

/** Different cells of a column that are looked at. */
const MAX_CELLS = 200

/** A file of unknown columns: its headings, and the first of its rows. */
export interface Unknown {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Guesses the field of a column: by its cells where its heading has several meanings, else by its heading's words. */
export function guessColumn(heading: string, position: number, { headings, rows }: Unknown): FieldName | undefined {
  const bare = AROUND_NAMES.reduce((name, around) => name.replace(around, ''), heading)
  const key = headingKey(bare)
  const byCells = VALUE_GUESSES.filter(guess => keysOf(guess).has(key))
  if (byCells.length > 0) {
    const cells = cellsOf(rows, position)
    const found = byCells.find(guess => fits(guess, cells))
    if (found !== undefined) return found.field
  }
  const field = guessHeading(bare)
  return field === 'full_name' && BARE_NAMES.has(key) ? bareName(key, headings) : field
}

/** Guesses the field of a heading by its words: a custom field, a question, a label with a few words around it. */
function guessHeading(bare: string): FieldName | undefined {
  const words = wordsOf(bare)
  if (words.length === 0 || words.length > MAX_WORDS) return undefined
  const telling = words.filter(word => !FILLERS.has(word))
  const named = fieldOfName(bare) ?? guessedNames().get(headingKey(bare)) ?? fieldOfName(telling.join(' '))
  return named ?? (words.some(word => OF_OTHERS.has(word)) ? undefined : fieldOfQuestion(words))
}

let names: ReadonlyMap<string, FieldName> | undefined
let guessed: ReadonlyMap<string, FieldName> | undefined

function fieldOfName(name: string): FieldName | undefined {
  names ??= new Map(
    (Object.keys(FIELDS) as FieldName[]).flatMap(field =>
      [field, ...FIELDS[field].headings].map(heading => [headingKey(heading), field] as const),
    ),
  )
  return names.get(headingKey(name))
}

/** They count as whole headings only: `is-contact` is not a contact. */
function guessedNames(): ReadonlyMap<string, FieldName> {
  guessed ??= new Map(
    (Object.entries(GUESSED_HEADINGS) as [FieldName, readonly string[]][]).flatMap(([field, all]) =>
      all.map(heading => [headingKey(heading), field] as const),
    ),
  )
  return guessed
}

/** `Vorname;Name`: beside a first name, `Name` is the last name; `Nombre;Apellidos`: beside a last name, the first one. */
function bareName(key: string, headings: readonly string[]): FieldName {
  const fields = new Set(headings.map(fieldOfName))
  const [hasFirst, hasLast] = [fields.has('first_name'), fields.has('last_name')]
  if (hasFirst && !hasLast) return 'last_name'
  return hasLast && !hasFirst && FIRST_BESIDE_LAST.has(key) ? 'first_name' : 'full_name'
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
    if (phrase.words.length > (best?.words.length ?? 0) && inOrder(words, phrase.words)) best = phrase
  }
  return best?.field
}

/** All words of a phrase, in order; other words may come between them. */
function inOrder(words: readonly string[], phrase: readonly string[]): boolean {
  let next = 0
  for (const word of words) {
    if (isWord(word, phrase[next] ?? '')) next += 1
    if (next === phrase.length) return true
  }
  return false
}

/** `*` at the start or end of a word is a wildcard. */
function isWord(word: string, wanted: string): boolean {
  const [starts, ends] = [wanted.endsWith('*'), wanted.startsWith('*')]
  const core = wanted.slice(ends ? 1 : 0, starts ? -1 : undefined)
  if (starts && ends) return word.includes(core)
  if (starts) return word.startsWith(core)
  return ends ? word.endsWith(core) : word === core
}

const guessKeys = new Map<ValueGuess, ReadonlySet<string>>()

function keysOf(guess: ValueGuess): ReadonlySet<string> {
  const known = guessKeys.get(guess) ?? new Set(guess.headings.map(headingKey))
  guessKeys.set(guess, known)
  return known
}

/** Whether most of the different cells fit the guess. */
function fits({ words, texts, needs }: ValueGuess, cells: readonly string[]): boolean {
  if (cells.length === 0 || (needs !== undefined && !cells.some(cell => needs.has(cell)))) return false
  const right = cells.filter(
    cell =>
      texts?.has(cell) || (words !== undefined && wordsOf(cell).some(word => words.some(each => isWord(word, each)))),
  )
  return right.length * 2 >= cells.length
}

/** Different filled cells, folded. */
function cellsOf(rows: readonly (readonly string[])[], position: number): string[] {
  const cells = new Set<string>()
  for (const row of rows) {
    const cell = fold(row[position] ?? '')
    if (cell !== '') cells.add(cell)
    if (cells.size >= MAX_CELLS) break
  }
  return [...cells]
}

function wordsOf(heading: string): string[] {
  const spaced = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
