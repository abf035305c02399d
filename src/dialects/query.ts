import type { Diagnostic } from '../base/diagnostic.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Dialect } from './dialect/dialect.ts'
import { unsupportedParts } from './dialect/unsupported.ts'
import { type PrintedStatement, printStatement, type StatementRequest } from './statement.ts'

/** The statement is absent if the dialect does not support a part of the plan. */
export interface Printed extends Partial<PrintedStatement> {
  readonly diagnostics: readonly Diagnostic[]
}

/** A bound plan as one statement, or a diagnostic for every part that the dialect does not support. */
export function printQuery(bound: BoundPlan, request: StatementRequest, dialect: Dialect): Printed {
  const diagnostics = unsupportedParts(bound, request, dialect)
  return diagnostics.length > 0 ? { diagnostics } : { diagnostics, ...printStatement(bound, request, dialect) }
}
