import { CODES } from '../base/codes.ts'
import type { Finding, Witness } from '../ir/finding.ts'
import type { Plan } from '../ir/plan.ts'
import { neverOrAlways } from './checks/never-or-always.ts'
import { type Examination, examine } from './examination.ts'
import { fingerprinted } from './fingerprint.ts'
import { textsOf } from './judged.ts'
import type { Check, Observation, Sight } from './observation.ts'

const CHECKS: readonly Check[] = [neverOrAlways]

/** Everything that can be found out about a plan without any lead, in the order of the checks. `asOf` is a day number. */
export function lintPlan(plan: Plan, asOf: number): Finding[] {
  const examination = examine(plan, asOf)
  return fingerprinted(observe(examination)).map(({ observation, fingerprint }) => ({
    ...finding(observation, examination),
    fingerprint,
  }))
}

export function observe(examination: Examination): Observation[] {
  return CHECKS.flatMap(check => check(examination))
}

function finding(
  { code, message, place, related, hint, sight }: Observation,
  examination: Examination,
): Omit<Finding, 'fingerprint'> {
  const witness = sight && witnessOf(sight, examination)
  return {
    code,
    severity: CODES[code].severity,
    message,
    ...(place && { place }),
    ...(related && { related }),
    ...(hint !== undefined && { hint }),
    ...(witness && { witness }),
  }
}

/** The first lead on which the engine sees what is claimed. */
export function witnessOf(sight: Sight, examination: Examination): Witness | undefined {
  for (const facts of sight.leads) {
    const seen = examination.judged(facts)
    if (sight.isSeen(seen)) return { lead: textsOf(seen.lead, examination.bound), shows: sight.shows(seen) }
  }
  return undefined
}
