import { Refusal } from '../../base/refusal.ts'
import type { Tuning } from '../../ir/results/tuning.ts'
import type { Host } from '../../leads/host.ts'
import { tune } from '../tune/tune-rulebook.ts'
import type { InitRequest } from './init-rulebook.ts'

/** A first rulebook learned from what was won, or why there is none. */
export type FromOutcome = { readonly tuning: Tuning } | { readonly without: string }

/** Few rules, and none behind a condition: a first rulebook is read before it is trusted. */
const MAX_RULES = 8
const MAX_POINTS = 40
const SQL_SHARE = 0.2

/** Learns a first rulebook if the file plainly says which leads were won and lost, and there is something to learn. */
export async function initFromOutcome(
  request: InitRequest,
  command: string,
  host: Host,
  version: string,
): Promise<FromOutcome> {
  const learning = {
    ...request,
    events: [],
    outcome: { won: [], lost: [] },
    wishes: { use: new Set<string>(), never: new Set<string>(), only: new Set<string>() },
    directions: new Map<string, 1 | -1>(),
    maxRules: MAX_RULES,
    maxPoints: MAX_POINTS,
    gates: false,
    sql: { by: 'share', share: SQL_SHARE } as const,
    mqlPerWeek: undefined,
    seed: 1,
    dryRun: false,
    command,
  }
  try {
    const tuning = await tune(learning, {}, host, version)
    return tuning.accepted
      ? { tuning }
      : { without: 'the outcome cannot be told from the other columns: points are a first guess' }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.diagnostic.code.startsWith('learn/')) throw error
    const isMissing = error.diagnostic.code === 'learn/no-outcome'
    return {
      without: isMissing ? 'no outcome found: points are a first guess' : `${error.message}: points are a first guess`,
    }
  }
}
