import type { Plan } from '../../ir/plan.ts'
import { STDIO } from '../outputs.ts'
import type { ScoreRequest } from '../score.ts'

/** What of a job DuckDB does not do, if there is anything. What only the inputs can tell is found when they are read. */
export function whyNotDuckdb(plan: Plan, request: ScoreRequest): string | undefined {
  return REASONS.find(([holds]) => holds(request, plan))?.[1]
}

const REASONS: readonly (readonly [(request: ScoreRequest, plan: Plan) => boolean, string])[] = [
  [({ inputs }) => inputs.includes(STDIO), 'what comes through a pipe can be read only once'],
  [({ inputs }) => inputs.length > 1, 'there are several inputs'],
  [({ target }) => target !== undefined, '--for checks every lead against the importer'],
  [({ companies }) => companies !== undefined, '--companies joins them as they are read'],
  [({ events }) => events.length > 0, 'of --events'],
  [({ format }) => format !== undefined && format !== 'csv' && format !== 'tsv', 'of --format'],
  [
    ({ split, only, sort, top, escapeFormulas }) =>
      split || only !== undefined || sort || top !== undefined || escapeFormulas,
    'of how it is to be written',
  ],
  [({ dryRun }) => dryRun, 'of --dry-run'],
  [(_, { dedupe, account }) => dedupe !== undefined || account !== undefined, 'leads are compared'],
]
