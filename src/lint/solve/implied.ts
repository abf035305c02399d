import type { Test } from '../../ir/plan/expr.ts'
import { fold } from '../../ir/values/fold.ts'
import { wordForm, wordNeedle } from '../../ir/values/words.ts'

/** A test that asks for texts. */
export type TextTest = Extract<Test, { readonly values: readonly string[] }>

type Operator = TextTest['operator']

/**
 * Whether every text that matches `operator value` also matches `other`. Never wrongly true: false if the constants
 * alone do not prove it.
 */
export function implies(operator: Operator, value: string, other: TextTest): boolean {
  return other.values.some(wanted => impliesOne(operator, value, other.operator, wanted))
}

function impliesOne(operator: Operator, value: string, other: Operator, wanted: string): boolean {
  if (operator === other && value === wanted) return true
  switch (other) {
    case 'contains':
      return piecesOf(operator, value).some(piece => piece.includes(wanted))
    case 'starts_with':
      return operator === 'starts_with' && value.startsWith(wanted)
    case 'ends_with':
      return operator === 'ends_with' && value.endsWith(wanted)
    case 'has_word': {
      const needle = needleOf(wanted)
      return needle !== undefined && wordsOf(operator, value).includes(needle)
    }
    case 'is':
    case 'matches':
      return false
  }
}

const MAX_KNOWN = 10_000
const forms = new Map<string, string>()
const needles = new Map<string, string | undefined>()

/** Cached: the few texts of a rulebook are converted to word forms again and again. */
function formOf(text: string): string {
  return known(forms, text, wordForm)
}

function needleOf(text: string): string | undefined {
  return known(needles, text, wordNeedle)
}

function known<T>(found: Map<string, T>, text: string, find: (text: string) => T): T {
  const before = found.get(text)
  if (before !== undefined || found.has(text)) return before ?? find(text)
  if (found.size > MAX_KNOWN) found.clear()
  const value = find(text)
  found.set(text, value)
  return value
}

/** Texts that certainly stand in a text of which the test holds. What separates the words of a phrase is not known. */
function piecesOf(operator: Operator, value: string): string[] {
  switch (operator) {
    case 'contains':
    case 'starts_with':
    case 'ends_with':
      return [value]
    case 'has_word':
      return formOf(fold(value)).trim().split(' ')
    case 'is':
    case 'matches':
      return []
  }
}

/** What certainly stands in the word form of such a text. */
function wordsOf(operator: Operator, value: string): string {
  switch (operator) {
    case 'has_word':
      return needleOf(value) ?? ''
    case 'starts_with':
      return formOf(value).slice(0, endsInWord(value) ? -1 : undefined)
    case 'ends_with':
      return formOf(value).slice(beginsInWord(value) ? 1 : 0)
    case 'contains':
      return formOf(value).slice(beginsInWord(value) ? 1 : 0, endsInWord(value) ? -1 : undefined)
    case 'is':
    case 'matches':
      return ''
  }
}

/** A word at the edge of a piece of text may go on beyond it. */
function endsInWord(value: string): boolean {
  return isOfWord(Array.from(value).at(-1))
}

function beginsInWord(value: string): boolean {
  return isOfWord(Array.from(value)[0])
}

function isOfWord(sign: string | undefined): boolean {
  return sign !== undefined && formOf(sign).trim() !== ''
}
