import type { Place } from '../../base/place.ts'
import type { AccountFigure } from '../results/account.ts'
import type { Expr } from './expr.ts'

/** The tests of a rulebook, read and checked against its plan. */
export interface TestFile {
  readonly file: string
  readonly tests: readonly LeadTest[]
}

/** A lead and the expected result of the rulebook. Each row of a table is a test of its own. */
export interface LeadTest {
  readonly name: string
  readonly place: Place
  /** Expected to fail for now, with the reason (may be empty). */
  readonly todo?: string
  /** Day number. */
  readonly asOf: number
  /** The cells that the test names; all other fields have no value. */
  readonly lead: readonly NamedCell[]
  /** The figures of the lead's account, as far as the test gives them. */
  readonly account?: Readonly<Partial<Record<AccountFigure, number>>>
  /** The lead's events; absent: there is no event file. */
  readonly events?: readonly LeadEventCells[]
  /** `named`: the file has no other columns than those that the lead names. */
  readonly columns: 'all' | 'named'
  readonly expect: readonly Expectation[]
}

export interface NamedCell {
  readonly name: string
  /** The empty text is an empty cell. */
  readonly text: string
  readonly place: Place
}

export interface LeadEventCells {
  readonly cells: readonly NamedCell[]
  readonly place: Place
}

/** One expectation. */
export interface Expectation {
  readonly of: Aspect
  readonly wanted: Wanted
  /** Place of the expected value. */
  readonly place: Place
  /** Where the value stands in a cell of a table, or is one of a list. */
  readonly within?: 'cell' | 'list' | 'list-in-cell'
}

/** One part of a verdict that a test can check. */
export type Aspect =
  | { readonly kind: 'stage' | 'total' | 'grade' | 'chance' | 'owner' | 'next' }
  | {
      readonly kind: 'score' | 'points' | 'segment' | 'criterion' | 'tag' | 'rule' | 'exclusion'
      readonly name: string
    }
  /** All tags, rules with points, unknown criteria or exclusions of a lead: a test expects that there are none. */
  | { readonly kind: 'none'; readonly name: 'tags' | 'fired' | 'missing' | 'excluded' }
  /** Whether a condition in the language of rulebooks holds. */
  | { readonly kind: 'condition'; readonly when: Expr }

/** A text, or a number within two inclusive bounds. */
export type Wanted =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly low: number; readonly high: number }

/** Parts that a verdict has or does not have. */
export const FIRED = 'fired'
export const NOT_FIRED = 'not fired'
export const SET = 'set'
export const NOT_SET = 'not set'
/** What is expected of a condition. */
export const HOLDS: Wanted = { kind: 'text', text: 'holds' }
/** A score that no rule could compute. */
export const UNKNOWN = 'unknown'

/** As the test file spells it: `scores.fit`. */
export function printAspect(of: Aspect): string {
  switch (of.kind) {
    case 'stage':
    case 'grade':
    case 'chance':
    case 'owner':
    case 'next':
      return of.kind
    case 'total':
      return 'score'
    case 'score':
      return `scores.${of.name}`
    case 'points':
      return `points.${of.name}`
    case 'segment':
      return `segments.${of.name}`
    case 'criterion':
      return `criteria.${of.name}`
    case 'tag':
      return `tag ${of.name}`
    case 'rule':
      return `rule ${of.name}`
    case 'exclusion':
      return `exclusion ${of.name}`
    case 'none':
      return of.name
    case 'condition':
      return 'condition'
  }
}

/** `82`, `70..90`, `70..`. */
export function printWanted(wanted: Wanted): string {
  if (wanted.kind === 'text') return wanted.text
  const { low, high } = wanted
  if (low === high) return String(low)
  return `${Number.isFinite(low) ? low : ''}..${Number.isFinite(high) ? high : ''}`
}
