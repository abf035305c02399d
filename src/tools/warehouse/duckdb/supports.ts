import type { Plan } from '../../../ir/plan/plan.ts'
import { STDIO } from '../../../leads/host.ts'
import type { ScoreRequest } from '../../score/score-request.ts'

/** The part of a job that DuckDB does not support, if any. Properties of the inputs are checked when they are read. */
export function unsupportedByDuckdb(plan: Plan, request: ScoreRequest): string | undefined {
  return REASONS.find(([holds]) => holds(request, plan))?.[1]
}

export const ONCE = 'what comes through a pipe can be read only once'

const REASONS: readonly (readonly [(request: ScoreRequest, plan: Plan) => boolean, string])[] = [
  [({ inputs }) => inputs.includes(STDIO), ONCE],
  [
    ({ inputs }, { dedupe, account }) => inputs.length > 1 && (dedupe ?? account) !== undefined,
    'leads of several inputs are compared',
  ],
  [({ skipped }) => skipped !== undefined, '--skipped lists rows that the reference reads'],
  [({ verdicts }) => verdicts !== undefined, '--verdicts is written by the reference'],
  [({ only = [] }) => only.some(({ kind }) => kind !== 'stage'), '--only asks for more than stages'],
  [({ sortBy }) => sortBy !== undefined, '--sort names another score than the total'],
  [({ target }) => target !== undefined, '--for asks every lead whether the importer takes it'],
  [({ companies }) => companies !== undefined, '--companies completes leads as they are read'],
  [({ events }) => events.length > 0, 'it does not read --events'],
]
