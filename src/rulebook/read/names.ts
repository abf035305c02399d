import type { Place } from '../../base/place.ts'
import type { Subject } from '../../ir/plan/expr.ts'
import type { OperatorName } from '../../ir/plan/operators.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { ScalarNode } from '../yaml/node.ts'
import type { Report } from './report-problem.ts'

/** The order of computation. A condition can use everything computed before it. */
export const MOMENTS = [
  'fields',
  'rules and scores',
  'grade',
  'account',
  'before',
  'criteria',
  'exclude',
  'stages',
  'segments',
  'tags',
  'owners',
  'next',
] as const

export type Moment = (typeof MOMENTS)[number]

/** A name that conditions can use, with its type and operators. */
export interface Known {
  readonly subject: Subject
  readonly type: FieldType
  readonly operators: readonly OperatorName[]
  readonly moment: Moment
  /** Its row among those of its moment, from 0; a segment or tag may use those above it. Absent: none may. */
  readonly row?: number
  /** The only texts it can be, as they are written. */
  readonly labels?: readonly string[] | undefined
  /** The hint for an operator that does not fit its type. */
  readonly advice?: string
  /** Of a field whose type the rulebook says: where. */
  readonly declared?: Place
  /** Of a rule: whether it reads events. */
  readonly readsEvents?: boolean
}

/** Everything a rulebook gives a name to. Keys are spelled as in conditions: `employees`, `score.fit`, `stage`. */
export interface Names {
  readonly known: ReadonlyMap<string, Known>
  /** Undefined for a list that could not be read. */
  readonly lists: ReadonlyMap<string, readonly ScalarNode[] | undefined>
  /**
   * Names that could not be read, or whole families of them (`score`, `rule`, `fields` ...): nothing more is reported
   * about them, or one mistake would be reported wherever the name is used.
   */
  readonly unsure: ReadonlySet<string>
  /** Names that were dropped by `enabled: false`. */
  readonly dropped: ReadonlySet<string>
  /** The meaning of unlisted names, if they are allowed: events have the columns of their file. */
  readonly unlisted?: (name: string) => Known | undefined
}

/** Where a condition stands: which names it may use, and where its problems go. */
export interface Scope {
  readonly names: Names
  readonly report: Report
  readonly moment: Moment
  readonly row?: number
  /** The names that conditions on events can use. */
  readonly events?: Names
  /** The files that the rulebook was merged from, those that are extended first. */
  readonly files?: readonly string[]
}

/** Whether something is computed before the conditions of a scope. */
export function isUsable(known: Known, { moment, row }: Scope): boolean {
  if (known.moment !== moment) return MOMENTS.indexOf(known.moment) < MOMENTS.indexOf(moment)
  return known.row !== undefined && row !== undefined && known.row < row
}
