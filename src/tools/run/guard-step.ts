import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { GuardResult } from '../../ir/results/manifest.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { checkClock, checkGuards } from './guards/check-guards.ts'
import { makeManifest, type RunInput } from './make-manifest.ts'
import type { EarlierRun } from './read-earlier.ts'
import type { RunHost } from './run-host.ts'
import type { RunJob } from './run-job.ts'

/** What the guards say of a run. */
export function guardsOf(
  { settings, start }: RunJob,
  summary: Summary,
  inputs: readonly RunInput[],
  { before }: EarlierRun,
  host: RunHost,
): GuardResult[] {
  const seen = makeManifest(start, { status: 'published', exit_code: 0, finished_at: '', inputs, summary })
  const clock = checkClock(start.as_of, before?.manifest)
  const today = { summary, inputs: seen.inputs, now: host.now() }
  const results = checkGuards(settings.guards, today, before)
  if (clock.outcome !== 'trips') return results
  return [{ guard: 'clock', status: 'fail', message: clock.message }, ...results]
}

export function warningsOf(guards: readonly GuardResult[]): Diagnostic[] {
  return guards
    .filter(({ status }) => status === 'warn')
    .map(({ guard, message }) => diagnose('run/guard', `${guard}: ${message}`))
}

/** Why a run is in quarantine, for a person. */
export function reasonText(failed: readonly GuardResult[]): string {
  const reasons = failed.map(({ guard, message }) => `- ${guard}: ${message}\n`).join('')
  return `This run was not published:\n\n${reasons}\nWhen a person has looked at it and it is right, publish it with \`leadq run --release FOLDER\`.\n`
}
