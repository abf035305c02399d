import type { CatalogueField } from '../../ir/catalogue/field.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { GUESSED_HEADINGS } from '../../ir/catalogue/guesses.ts'
import { BLOCKS, NOT_OF_FIELD, OPERANDS, OPERATORS } from '../../ir/plan/operators.ts'
import { headingKey } from '../../ir/values/heading.ts'
import type { FieldType } from '../../ir/values/value.ts'

/** A field of the catalogue, as `leadq fields` shows it. */
export interface FieldItem {
  readonly name: string
  readonly type: FieldType
  readonly about: string
  /** Headings that mean this field in any file. */
  readonly headings: readonly string[]
  /** Headings that mostly mean it; the summary marks these columns as guesses. */
  readonly guessed_headings: readonly string[]
  /** For lists: what separates the elements of a cell. */
  readonly split?: string
}

/** The fields of the catalogue, in its order; with a word those whose name, headings or meaning have it. */
export function listFields(word: string | undefined): FieldItem[] {
  const guesses: Readonly<Record<string, readonly string[] | undefined>> = GUESSED_HEADINGS
  const all = Object.entries<CatalogueField>(FIELDS).map(([name, { type, about, headings, split }]) => ({
    name,
    type,
    about,
    headings,
    guessed_headings: guesses[name] ?? [],
    ...(split !== undefined && { split }),
  }))
  const key = headingKey(word ?? '')
  const named = all.filter(({ name, headings, guessed_headings }) =>
    [name, ...headings, ...guessed_headings].some(each => headingKey(each) === key),
  )
  if (named.length > 0) return named
  return all.filter(item => hasWord(word, [item.name, item.about, ...item.headings, ...item.guessed_headings]))
}

/** An operator, or one of the words that join conditions, as `leadq operators` shows it. */
export interface OperatorItem {
  readonly name: string
  readonly kind: 'operator' | 'block'
  /** The types of fields it works on; empty for blocks. */
  readonly types: readonly FieldType[]
  /** What stands behind it. */
  readonly operand: string
  readonly meaning: string
  /** A condition in YAML. */
  readonly example: string
}

/** Every operator and block of the language; with a word those that have it. */
export function listOperators(word: string | undefined): OperatorItem[] {
  const operators = Object.entries(OPERATORS).map(([name, { operand, types, about, example }]) => ({
    name,
    kind: 'operator' as const,
    types,
    operand: OPERANDS[operand],
    meaning: about,
    example,
  }))
  const negation: OperatorItem = {
    name: 'not',
    kind: 'operator',
    types: OPERATORS.equals.types,
    operand: 'a value, a list of values, or a map of operators',
    meaning: NOT_OF_FIELD.about,
    example: NOT_OF_FIELD.example,
  }
  const blocks = Object.entries(BLOCKS).map(([name, { about, example }]) => ({
    name,
    kind: 'block' as const,
    types: [],
    operand: 'conditions',
    meaning: about,
    example,
  }))
  const all = [...operators, negation, ...blocks]
  const named = all.filter(({ name }) => name === word?.trim().toLowerCase())
  return named.length > 0 ? named : all.filter(item => hasWord(word, [item.name, item.meaning, ...item.types]))
}

/** Whether one of the texts has a word that begins so. */
function hasWord(word: string | undefined, texts: readonly string[]): boolean {
  const wanted = word?.trim().toLowerCase() ?? ''
  return texts.some(text =>
    ` ${text.toLowerCase()}`.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').includes(` ${wanted.replaceAll('_', ' ')}`),
  )
}
