import { CODES } from '../base/codes.ts'
import type { Spelling } from '../ir/plan/spelled.ts'
import type { Finding, Witness } from '../ir/results/finding.ts'
import { valuesBetween } from './checks/between.ts'
import { clock } from './checks/clock.ts'
import { exactNumbers } from './checks/exact-numbers.ts'
import { grades } from './checks/grades.ts'
import { constantMaxima, idleMaxima } from './checks/maxima.ts'
import { idleMemory } from './checks/memory.ts'
import { neverOrAlways } from './checks/never-or-always.ts'
import { blocksNot } from './checks/not-of-empty.ts'
import { nullValues } from './checks/null-values.ts'
import { pairsOfRules } from './checks/pairs.ts'
import { patterns } from './checks/pattern.ts'
import { foldedRows, gaps, shadowedRows } from './checks/rows.ts'
import { sentences } from './checks/sentences.ts'
import { singleRules } from './checks/single-rule.ts'
import { hiddenNeedles } from './checks/substring.ts'
import { impliedThresholds } from './checks/thresholds.ts'
import { unusedFields, unusedLists, unusedTags } from './checks/unused.ts'
import { createCounter, fingerprintOf } from './findings/fingerprint.ts'
import { printEvents } from './judging/events.ts'
import type { Examination } from './judging/examination.ts'
import { textsOf } from './judging/judged.ts'
import type { Check, Observation } from './judging/observation.ts'
import type { Sight } from './judging/sight.ts'

const CHECKS: readonly Check[] = [
  neverOrAlways,
  impliedThresholds,
  shadowedRows,
  foldedRows,
  grades,
  exactNumbers,
  sentences,
  nullValues,
  gaps,
  valuesBetween,
  pairsOfRules,
  singleRules,
  idleMaxima,
  constantMaxima,
  idleMemory,
  unusedFields,
  unusedLists,
  unusedTags,
  blocksNot,
  clock,
  patterns,
  hiddenNeedles,
]

/** All checks that need no leads. */
export function observe(examination: Examination): Observation[] {
  return CHECKS.flatMap(check => check(examination))
}

/** Observations as plain data, each with the lead on which it can be seen. */
export function findingsOf(observations: readonly Observation[], examination: Examination): Finding[] {
  const count = createCounter()
  return observations.map(({ code, about, message, place, related, hint, sight }) => {
    const witness = sight && witnessOf(sight, examination)
    return {
      code,
      severity: CODES[code].severity,
      message,
      ...(place && { place }),
      ...(related && related.length > 0 && { related }),
      ...(hint !== undefined && { hint }),
      ...(witness && { witness }),
      fingerprint: fingerprintOf(code, place, about, count(`${code} ${place?.file} ${about}`)),
    }
  })
}

/** The example for a finding; undefined if the engine confirms none. */
function witnessOf(sight: Sight, examination: Examination): Witness | undefined {
  const seen = examination.see(sight)
  if (seen === undefined) return undefined
  const did = printEvents(sight.events ?? [])
  const shows = sight.shows(seen)
  return {
    lead: spelled(textsOf(seen.lead, examination.bound), examination.spell),
    shows: did === '' ? shows : `${shows}, after ${did}`,
  }
}

/** Values that the rulebook names, as it writes them. */
function spelled(lead: Record<string, string>, spell: Spelling): Record<string, string> {
  return Object.fromEntries(Object.entries(lead).map(([field, text]) => [field, spell(text)]))
}
