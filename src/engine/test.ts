import { RE2JS } from 're2js'
import type { Test } from '../ir/expr.ts'
import type { Constant, FieldType } from '../ir/value.ts'
import { wordNeedle } from '../ir/words.ts'
import { MAIL_TESTS } from './mail.ts'

/** What the value of one field looks like to a test: texts carry their original spelling and their words. */
export interface Tested {
  /** A folded text, a number, a day or a boolean; lists are tested element by element. */
  readonly value: Constant
  /** The trimmed text as it stands in the cell. */
  readonly text: string
  readonly words: () => string
}

/** Whether a test holds of a value that is there. `asOf` is a day number. */
export function compileTest(test: Test, type: FieldType, asOf: number): (tested: Tested) => boolean {
  switch (test.operator) {
    case 'equals':
      return oneOf(test.values)
    case 'contains':
      return anyText(test.values, (text, needle) => text.includes(needle))
    case 'starts_with':
      return anyText(test.values, (text, needle) => text.startsWith(needle))
    case 'ends_with':
      return anyText(test.values, (text, needle) => text.endsWith(needle))
    case 'has_word':
      return hasWord(test.values)
    case 'matches':
      return matches(test.values, type)
    case 'is':
      return anyText(test.values, (text, kind) => MAIL_TESTS[kind](text))
    case 'at_least':
      return number(value => value >= test.value)
    case 'at_most':
      return number(value => value <= test.value)
    case 'above':
      return number(value => value > test.value)
    case 'below':
      return number(value => value < test.value)
    case 'between':
      return number(value => value >= test.low && value <= test.high)
    case 'known':
      return () => test.value
    case 'in_last':
      return number(day => day <= asOf && asOf - day <= test.days)
    case 'older_than':
      return number(day => asOf - day > test.days)
    case 'in_next':
      return number(day => day >= asOf && day - asOf <= test.days)
    case 'before':
      return number(day => day < test.day)
    case 'after':
      return number(day => day > test.day)
  }
}

function oneOf(values: readonly Constant[]): (tested: Tested) => boolean {
  const [only] = values
  if (values.length === 1) return ({ value }) => value === only
  const set = new Set(values)
  return ({ value }) => set.has(value)
}

function number(holds: (value: number) => boolean): (tested: Tested) => boolean {
  return ({ value }) => typeof value === 'number' && holds(value)
}

function anyText<T extends string>(
  operands: readonly T[],
  holds: (text: string, operand: T) => boolean,
): (tested: Tested) => boolean {
  return ({ value }) => typeof value === 'string' && operands.some(operand => holds(value, operand))
}

function hasWord(phrases: readonly string[]): (tested: Tested) => boolean {
  const needles = phrases.flatMap(phrase => wordNeedle(phrase) ?? [])
  return ({ words }) => {
    const form = words()
    return needles.some(needle => form.includes(needle))
  }
}

/** Patterns see the text as it stands (RE2, linear time); an element of a list has only its folded form. */
function matches(patterns: readonly string[], type: FieldType): (tested: Tested) => boolean {
  const compiled = patterns.map(pattern => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE))
  return ({ value, text }) => {
    const searched = type === 'list' ? String(value) : text
    return compiled.some(pattern => pattern.test(searched))
  }
}
