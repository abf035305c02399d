import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { GuardResult } from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { printJson } from '../../report/json.ts'
import type { ScoreRequest } from '../score/score-request.ts'
import { checkClock, checkGuards } from './guards/check-guards.ts'
import { collectValues } from './guards/collect-values.ts'
import type { FieldValues } from './guards/finding.ts'
import { makeManifest, type RunInput } from './make-manifest.ts'
import type { EarlierRun } from './read-earlier.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'

/** What is looked at. */
export interface Guarded {
  readonly summary: Summary
  readonly inputs: readonly RunInput[]
  /** Absent where no guard watches values. */
  readonly values: FieldValues | undefined
}

/** Writes the values of the fields that are watched; undefined if there are none. */
export async function keepValues(
  { settings, rulebook }: RunJob,
  [request]: readonly ScoreRequest[],
  place: Workplace,
): Promise<FieldValues | undefined> {
  const watched = settings.guards.flatMap(each => (each.guard === 'new_values' ? each.value : []))
  if (watched.length === 0 || request === undefined) return undefined
  const fields = [...new Set(watched)].sort()
  const values = await collectValues(fields, request.inputs, {
    plan: rulebook.plan,
    reading: request,
    host: place.host,
  })
  await place.write(RUN_FILES.values, printJson(values))
  return values
}

/** What the guards say of a run. */
export function guardsOf(
  { settings, start }: RunJob,
  { summary, values, inputs }: Guarded,
  { before }: EarlierRun,
  host: RunHost,
): GuardResult[] {
  const seen = makeManifest(start, { status: 'published', exit_code: 0, finished_at: '', inputs, summary })
  const clock = checkClock(start.as_of, before?.manifest)
  const today = { summary, inputs: seen.inputs, now: host.now(), ...movesOf(summary), ...(values && { values }) }
  const results = checkGuards(settings.guards, today, before)
  if (clock.outcome !== 'trips') return results
  return [{ guard: 'clock', status: 'fail', message: clock.message }, ...results]
}

/** Of the leads of the run before: those that are there, and those of them in another stage. */
function movesOf({ since }: Summary): { readonly moves?: { readonly known: number; readonly moved: number } } {
  if (since === undefined) return {}
  let [known, moved] = [0, 0]
  for (const [from, row] of Object.entries(since.matrix)) {
    for (const [to, leads] of Object.entries(row)) {
      if (from === '' || to === '') continue
      known += leads
      if (from !== to) moved += leads
    }
  }
  return { moves: { known, moved } }
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
