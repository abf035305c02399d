import type { GuardResult } from '../../../ir/results/manifest.ts'
import type { Guard, GuardName, GuardValues } from '../../../ir/run/guard.ts'
import { type Before, type Finding, pass, type Today } from './finding.ts'
import { checkAge, checkColumns, checkSameFile } from './input-guards.ts'
import { checkGrow, checkMoved, checkRejects, checkRows, checkShares, checkShrink } from './lead-guards.ts'
import { checkEmptier, checkValues } from './value-guards.ts'

type Check<N extends GuardName> = (value: GuardValues[N], today: Today, before: Before | undefined) => Finding

const CHECKS: { readonly [N in GuardName]: Check<N> } = {
  min_rows: checkRows,
  max_shrink: checkShrink,
  max_grow: checkGrow,
  max_moved: checkMoved,
  max_rejects: checkRejects,
  max_age: checkAge,
  same_file: checkSameFile,
  required_columns: checkColumns,
  max_emptier: checkEmptier,
  new_values: checkValues,
  stage_share: checkShares,
}

/** Today against the limits of the run file and against yesterday. Where a guard fails it is not asked whether it warns. */
export function checkGuards(guards: readonly Guard[], today: Today, before: Before | undefined): GuardResult[] {
  const failed = new Set<GuardName>()
  return guards.flatMap(guard => {
    if (failed.has(guard.guard)) return []
    const found = check(guard, today, before)
    const isTripped = found.outcome === 'trips'
    if (isTripped && guard.action === 'fail') failed.add(guard.guard)
    const status = isTripped ? guard.action : found.outcome === 'unknown' ? 'skipped' : 'pass'
    return [{ guard: guard.guard, status, message: found.message }]
  })
}

function check<N extends GuardName>(
  { guard, value }: { readonly guard: N; readonly value: GuardValues[N] },
  today: Today,
  before: Before | undefined,
): Finding {
  const run: Check<N> = CHECKS[guard]
  return run(value, today, before)
}

/** A clock that went back: the last run was for a later day. */
export function checkClock(
  asOf: string,
  before: { readonly run: string; readonly as_of: string } | undefined,
): Finding {
  if (before === undefined || before.as_of <= asOf) return pass('')
  const message = `this run is for ${asOf}, and run ${before.run} was for ${before.as_of}: the clock of this machine may be wrong`
  return { outcome: 'trips', message }
}
