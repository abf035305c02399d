import { arrange, type Diagnostic } from '../../base/diagnostic.ts'
import type { SummaryCounts } from '../../engine/summary-counts.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Counts, EngineSummary, EventsSummary, InputSummary, Summary } from '../../ir/results/summary.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { type Reach, reachOf } from '../../lint/reach.ts'
import type { Rulebook } from './score-request.ts'

/** The result of one input. */
export interface Scored {
  readonly summary: InputSummary
  readonly bound: BoundPlan
  /** Files that an earlier run can have written and that are stale if this one did not. */
  readonly possible: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The report on the event files. */
export interface EventsReport {
  readonly summary: EventsSummary
  readonly diagnostics: readonly Diagnostic[]
}

/** The results of a run. */
export interface Done {
  readonly engine: EngineSummary
  readonly scored: readonly Scored[]
  readonly seen: EventsReport | undefined
  /** About the run as a whole. */
  readonly remarks?: readonly Diagnostic[]
  /** `reachable`: the highest points of each score, in rulebook order. */
  counted(inputs: readonly BoundPlan[], reachable: readonly (number | null)[]): SummaryCounts
}

/** The summary of a run as one document. */
export function summarise(
  rulebook: Rulebook,
  { asOf, dryRun }: { readonly asOf: number; readonly dryRun: boolean },
  { engine, scored, seen, remarks = [], counted }: Done,
  version: string,
): Summary {
  const bounds = scored.map(({ bound }) => bound)
  const reaches = bounds.map(bound => reachOf(bound, rulebook.plan))
  // Without leads, missing columns are not reported.
  const telling = scored.some(({ summary }) => summary.counts.scored > 0) ? reaches : []
  return {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    rulebook: rulebook.summary,
    as_of: printDay(asOf),
    engine,
    ...(dryRun && { dry_run: true }),
    inputs: scored.map(({ summary }) => summary),
    counts: addCounts(scored.map(({ summary }) => summary.counts)),
    ...(seen && { events: seen.summary }),
    ...counted(bounds, highestOf(rulebook.plan, bounds, reaches)),
    advice: {
      unreachable: inAll(
        telling.map(({ advice }) => advice.unreachable),
        stage => stage,
      ),
      get wanted() {
        return inAll(
          telling.map(({ advice }) => advice.wanted),
          ({ field }) => field,
        )
      },
    },
    warnings: arrange([
      ...rulebook.diagnostics,
      ...remarks,
      ...(seen?.diagnostics ?? []),
      ...scored.flatMap(({ diagnostics }) => diagnostics),
    ]),
  }
}

/** Of each score the most points that any of the inputs could give; null as soon as one that knows it has no bound. */
function highestOf({ scores }: Plan, bounds: readonly BoundPlan[], reaches: readonly Reach[]): (number | null)[] {
  return scores.map((_, index) => {
    const known = reaches.filter((_, input) => bounds[input]?.scores[index]?.known)
    const highest = known.map(reach => reach.highest[index] ?? null).filter(points => points !== null)
    return known.length === 0 || highest.length < known.length ? null : Math.max(...highest)
  })
}

function addCounts(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0)
  return {
    read: sum('read'),
    scored: sum('scored'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    left_out: sum('left_out'),
  }
}

/** The items that all lists contain. */
function inAll<T>(lists: readonly (readonly T[])[], keyOf: (item: T) => string): T[] {
  const [first = [], ...others] = lists
  return first.filter(item => others.every(list => list.some(other => keyOf(other) === keyOf(item))))
}
