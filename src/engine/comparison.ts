import { RE2JS } from 're2js'
import type { Test } from '../ir/plan/expr.ts'
import type { MailKind } from '../ir/plan/operators.ts'
import type { Constant } from '../ir/values/value.ts'
import { wordForm, wordNeedle } from '../ir/values/words.ts'
import { type Reading, wordsOf } from './lead.ts'
import { mailKindsOf } from './mail.ts'

/**
 * Whether a test holds of a value that is there: a folded text, a number, a day or a boolean; lists come element by
 * element. `reading` is where the value comes from; findings (scores, stages) have none.
 */
export type Holds = (value: Constant, reading: Reading | undefined) => boolean

/** `asOf` is a day number. */
export function compileTest(test: Test, asOf: number): Holds {
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
      return matches(test.values)
    case 'is':
      return isMail(test.values)
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

function oneOf(values: readonly Constant[]): Holds {
  const [only] = values
  if (values.length === 1) return value => value === only
  const set = new Set(values)
  return value => set.has(value)
}

function number(holds: (value: number) => boolean): Holds {
  return value => typeof value === 'number' && holds(value)
}

function anyText<T extends string>(operands: readonly T[], holds: (text: string, operand: T) => boolean): Holds {
  return value => typeof value === 'string' && operands.some(operand => holds(value, operand))
}

/** Several rules check the same address, so its kind is cached with its reading. */
function isMail(kinds: readonly MailKind[]): Holds {
  return (value, reading) => {
    const found = reading?.mail ?? mailKindsOf(String(value))
    if (reading !== undefined) reading.mail = found
    return kinds.some(kind => found.has(kind))
  }
}

function hasWord(phrases: readonly string[]): Holds {
  const needles = phrases.flatMap(phrase => wordNeedle(phrase) ?? [])
  return remembering((value, reading) => {
    const form = reading === undefined ? wordForm(String(value)) : wordsOf(reading)
    return needles.some(needle => form.includes(needle))
  })
}

/** Patterns see the text as it stands (RE2, linear time); an element of a list has only its folded form. */
function matches(patterns: readonly string[]): Holds {
  const compiled = patterns.map(pattern => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE))
  return remembering((value, reading) => {
    const text = reading?.text ?? String(value)
    return compiled.some(pattern => pattern.test(text))
  })
}

/** Long searches are made once for a reading that many leads share (the same job title). */
function remembering(holds: Holds): Holds {
  const known = new Map<Reading, boolean>()
  return (value, reading) => {
    if (reading?.isShared !== true) return holds(value, reading)
    const before = known.get(reading)
    if (before !== undefined) return before
    const found = holds(value, reading)
    known.set(reading, found)
    return found
  }
}
