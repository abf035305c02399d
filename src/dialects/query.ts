import type { Diagnostic } from '../base/diagnostic.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { unsupportedParts } from './dialect/unsupported.ts'
import { printStatement, type StatementRequest } from './statement.ts'

export interface Printed {
  /** Absent if the dialect does not support a part of the plan. */
  readonly statement?: Sql
  readonly diagnostics: readonly Diagnostic[]
}

/** A bound plan as one statement, or a diagnostic for every part that the dialect does not support. */
export function printQuery(bound: BoundPlan, request: StatementRequest, dialect: Dialect): Printed {
  const diagnostics = unsupportedParts(bound, dialect)
  return diagnostics.length > 0 ? { diagnostics } : { diagnostics, statement: printStatement(bound, request, dialect) }
}
