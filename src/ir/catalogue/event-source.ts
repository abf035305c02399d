import type { Expr } from '../plan/expr.ts'
import { fold } from '../values/fold.ts'
import type { EVENT_FIELDS } from './event-fields.ts'
import type { SignalName } from './signals.ts'

/** One kind of event file that a system writes, as data: how to know it, where things stand in it, what they mean. */
export interface EventSource {
  readonly title: string
  /** A file is of this kind if it holds every heading of one of these; the largest one wins. */
  readonly signatures: readonly (readonly string[])[]
  /**
   * Headings, best first. Of `lead` each is tried, of the others the first filled one counts, record by record. Further
   * names are for the conditions below.
   */
  readonly columns: Readonly<Partial<Record<EventColumn, readonly string[]>> & Record<string, readonly string[]>>
  /** Files without a column for the event are all of this one. */
  readonly name?: string
  /** Cut off event names (a regular expression), as a further name. */
  readonly affix?: string
  /** Its names are its own: what files of unknown origin mean by them does not hold here. */
  readonly closed?: true
  readonly signals: readonly SourceSignal[]
  /** Records of which this holds are not events that happened: they are planned, or were deleted. */
  readonly unless?: Expr
}

export type EventColumn = keyof typeof EVENT_FIELDS | 'lead'

/** Event names that mean a standard signal, or a readable name for a number. */
export interface SourceSignal {
  readonly signal: SignalName | { readonly called: string }
  readonly names: readonly string[]
  /** What must hold, too. */
  readonly where?: Expr
}

export function means(signal: SourceSignal['signal'], names: readonly string[], where?: Expr): SourceSignal {
  return { signal, names, ...(where && { where }) }
}

/** The field is one of these texts. */
export function fieldIs(field: string, ...texts: readonly string[]): Expr {
  return {
    kind: 'test',
    subject: { kind: 'field', name: field },
    test: { operator: 'equals', values: texts.map(fold) },
  }
}

/** The field holds one of these texts. */
export function fieldContains(field: string, ...texts: readonly string[]): Expr {
  return {
    kind: 'test',
    subject: { kind: 'field', name: field },
    test: { operator: 'contains', values: texts.map(fold) },
  }
}

export function allOf(...of: readonly Expr[]): Expr {
  return { kind: 'all', of }
}

export function either(...of: readonly Expr[]): Expr {
  return { kind: 'any', of }
}

export function negated(of: Expr): Expr {
  return { kind: 'not', of }
}
