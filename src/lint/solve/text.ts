import type { Test } from '../../ir/plan/expr.ts'
import type { MailKind } from '../../ir/plan/operators.ts'
import { fold } from '../../ir/values/fold.ts'
import { type Constraint, fits, type Tester } from './constraint.ts'
import { implies, type TextTest } from './implied.ts'
import { isNoSuchMail } from './mails.ts'

/** The result: a value as the text of a cell, a proof that there is none, or neither. */
export type FoundText = { readonly text: string } | 'none' | 'unclear'

/** One address of every kind, for all that `is` can tell apart. */
export const EXAMPLE_MAIL: Readonly<Record<MailKind, string>> = {
  valid_email: 'name@company.example',
  business_mail: 'name@company.example',
  free_mail: 'name@gmail.com',
  disposable_mail: 'name@mailinator.com',
  role_mail: 'info@company.example',
}
const MAILS = [...new Set(Object.values(EXAMPLE_MAIL)), 'info@gmail.com', 'info@mailinator.com', 'no address']

/** Texts that hardly any rulebook asks for. */
const OTHERS = ['something else', 'other', 'zz 00', '~', 'xyzzy-7', '0']

/** How many alternatives of each wanted list are tried with each other. */
const MAX_ALTERNATIVES = 4
const MAX_CANDIDATES = 60

/**
 * Finds a text that meets the demands and is not an `impossible` one. `none` is proved: a wanted value implies a forbidden one, or a list allows
 * nothing else. Where tests look into texts in ways that constants do not show (`matches`), it can stay unclear.
 */
export function findText(
  constraints: readonly Constraint[],
  tester: Tester,
  impossible: ReadonlySet<string> = new Set(),
): FoundText {
  const isFitting = (text: string) => !impossible.has(fold(text)) && fits(fold(text), constraints, tester)
  const exact = constraints.find(({ test, holds }) => test.operator === 'equals' && holds)
  if (exact !== undefined && exact.test.operator === 'equals') {
    const text = exact.test.values.map(String).find(isFitting)
    return text === undefined ? 'none' : { text }
  }
  const left = wantedTexts(constraints)
  if (left === 'none' || !hasMail(constraints, tester) || isNoSuchMail(left, constraints)) return 'none'
  for (const text of candidates(left)) {
    // Such a text is a value only with more around it.
    const longer = impossible.has(fold(text)) ? [`${text} x`, `x ${text}`] : []
    const found = [text, ...longer].find(isFitting)
    if (found !== undefined) return { text: found }
  }
  return 'unclear'
}

/** A demand for a text, with the alternatives that no other demand forbids. */
export interface Wanted {
  readonly operator: TextTest['operator']
  readonly values: readonly string[]
}

function wantedTexts(constraints: readonly Constraint[]): Wanted[] | 'none' {
  const forbidden = constraints.flatMap(({ test, holds }) => (holds || !isTextTest(test) ? [] : [test]))
  const never = constraints.some(({ test, holds }) => test.operator === 'known' && test.value !== holds)
  const wanted = constraints.flatMap(({ test, holds }): Wanted[] => {
    if (!holds || !isTextTest(test)) return []
    const { operator, values } = test
    return [{ operator, values: values.filter(value => !forbidden.some(other => implies(operator, value, other))) }]
  })
  return never || wanted.some(({ values }) => values.length === 0) ? 'none' : wanted
}

function isTextTest(test: Test): test is TextTest {
  return 'values' in test && test.values.every(value => typeof value === 'string')
}

/** What `is` asks for can be decided by itself: there is an example of every combination of kinds. */
function hasMail(constraints: readonly Constraint[], tester: Tester): boolean {
  const ofMail = constraints.filter(({ test }) => test.operator === 'is')
  return ofMail.length === 0 || MAILS.some(mail => fits(mail, ofMail, tester))
}

function* candidates(wanted: readonly Wanted[]): Generator<string> {
  const alternatives = wanted.map(({ operator, values }) =>
    values.slice(0, MAX_ALTERNATIVES).map(value => piece(operator, value)),
  )
  const isMail = wanted.some(({ operator }) => operator === 'is')
  for (let nth = 0; nth < countOf(alternatives); nth += 1) {
    const pieces = choiceOf(alternatives, nth)
    const texts = isMail ? mailsOf(pieces) : [joined(pieces, ' '), joined(pieces, '')]
    yield* texts.filter(text => text !== '')
  }
  yield* OTHERS
  if (isMail) yield* MAILS
}

/** How many choices of one alternative of each are tried. */
function countOf(alternatives: readonly (readonly Piece[])[]): number {
  return alternatives.reduce((count, { length }) => Math.min(MAX_CANDIDATES, count * length), 1)
}

/** The choices in order, the last alternatives first. */
function choiceOf(alternatives: readonly (readonly Piece[])[], nth: number): Piece[] {
  let rest = nth
  const chosen: Piece[] = []
  for (const pieces of [...alternatives].reverse()) {
    const piece = pieces[rest % pieces.length]
    if (piece !== undefined) chosen.push(piece)
    rest = Math.floor(rest / pieces.length)
  }
  return chosen.reverse()
}

interface Piece {
  readonly at: 'start' | 'end' | 'anywhere' | 'whole'
  readonly text: string
}

function piece(operator: TextTest['operator'], value: string): Piece {
  switch (operator) {
    case 'starts_with':
      return { at: 'start', text: value }
    case 'ends_with':
      return { at: 'end', text: value }
    case 'contains':
      return { at: 'anywhere', text: value }
    case 'has_word':
      return { at: 'anywhere', text: value.replaceAll('*', '') }
    case 'matches':
      return { at: 'anywhere', text: literal(value) }
    case 'is':
      return { at: 'whole', text: value }
  }
}

/** A guess at a text that a pattern finds; it is tried like any other. */
function literal(pattern: string): string {
  return pattern
    .replace(/\(\?:/g, '(')
    .replace(/\[\^[^\]]*\]/g, '~')
    .replace(/\[(\\?.)[^\]]*\]/g, '$1')
    .replace(/\\d/g, '1')
    .replace(/\\w/g, 'x')
    .replace(/\\s/g, ' ')
    .replace(/\{[^}]*\}|[*+?^$]|\|[^)]*/g, '')
    .replace(/\\(.)|[()]/g, '$1')
    .replaceAll('.', 'x')
}

function joined(pieces: readonly Piece[], between: string): string {
  const at = (place: Piece['at']) => pieces.filter(each => each.at === place).map(({ text }) => text)
  const longest = (texts: readonly string[]) => [...texts].sort((a, b) => b.length - a.length).slice(0, 1)
  const middle = new Set(at('anywhere'))
  return [...longest(at('start')), ...middle, ...longest(at('end'))].join(between)
}

/** Addresses of a wanted kind, with the wanted beginnings and ends. */
function mailsOf(pieces: readonly Piece[]): string[] {
  const kind = MAILS.find(mail => pieces.some(({ at, text }) => at === 'whole' && exampleOf(text) === mail))
  const rest = pieces.filter(({ at }) => at !== 'whole')
  const [name = 'name', domain = 'company.example'] = (kind ?? '').split('@')
  const text = joined(rest, '')
  const tail = text.startsWith('@') ? text : text.includes('@') ? text.slice(text.indexOf('@')) : `@${text}`
  return [...(kind === undefined ? [] : [kind]), text, `${name}${tail}`, `${text}@${domain}`, `${text}${domain}`]
}

function exampleOf(kind: string): string | undefined {
  return Object.entries(EXAMPLE_MAIL).find(([name]) => name === kind)?.[1]
}
