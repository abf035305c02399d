import { arrange, type Diagnostic } from '../base/diagnostic.ts'
import { createTally, type Tally } from '../engine/tally.ts'
import type { From } from '../io/bind/sample.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { printDay } from '../ir/calendar.ts'
import type { ImportName } from '../ir/catalogue/imports.ts'
import type { Plan } from '../ir/plan.ts'
import type { Counts, EventsSummary, InputSummary, RulebookSummary, Summary } from '../ir/summary.ts'
import { type Reach, reachOf } from '../lint/reach.ts'
import { withBackground } from './background.ts'
import { chooseColumns } from './columns.ts'
import { readCompaniesOf } from './companies.ts'
import { type Host, withoutWriting } from './host.ts'
import type { Ordering } from './order.ts'
import type { Format, TextFormat } from './outputs.ts'
import { isAboutRejects, type Limit } from './rejects.ts'
import { scoreInput } from './score-input.ts'

import { createWriters } from './writers.ts'

export interface ScoreRequest {
  /** Paths, `-` for stdin. */
  readonly inputs: readonly string[]
  /** Event files, `-` for stdin. */
  readonly events: readonly string[]
  readonly inputFormat?: TextFormat | undefined
  /** Of a workbook: the name of a sheet, or its number. */
  readonly sheet?: string | undefined
  /** A file of companies that completes the leads. */
  readonly companies?: string | undefined
  /** The system that is said to have written the inputs. */
  readonly from?: From | undefined
  readonly out?: string | undefined
  readonly format?: Format | undefined
  /** Day number. */
  readonly asOf: number
  /** One more file per stage. */
  readonly split: boolean
  readonly columns?: readonly string[] | undefined
  readonly prefix: string
  /** Written for the importer of this system. */
  readonly target?: ImportName | undefined
  /** Only leads of these stages are written. */
  readonly only?: readonly string[] | undefined
  readonly sort: boolean
  /** Only so many leads, the best. */
  readonly top?: number | undefined
  readonly dryRun: boolean
  readonly maxRejects?: Limit | undefined
  readonly escapeFormulas: boolean
}

export interface Rulebook {
  readonly plan: Plan
  readonly summary: RulebookSummary
  /** What reading it had to say. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What one input came to. */
export interface Scored {
  readonly summary: InputSummary
  readonly bound: BoundPlan
  readonly diagnostics: readonly Diagnostic[]
}

/** The main job: every input bound, judged and written, and what it came to. Throws a `Refusal` and leaves nothing behind. */
export async function score(rulebook: Rulebook, request: ScoreRequest, host: Host, version: string): Promise<Summary> {
  const columns = chooseColumns(rulebook.plan, request.columns, request.prefix)
  const outside = request.dryRun ? withoutWriting(host) : host
  const writers = createWriters(outside)
  const rejectWriters = createWriters(outside)
  const companies = await readCompaniesOf(request, rulebook.plan, outside)
  const context = {
    plan: rulebook.plan,
    request,
    columns,
    writers,
    rejectWriters,
    tally: createTally(rulebook.plan),
    spellings: new Map(),
    systems: new Map(),
    companies,
    orderings: new Map<string, Ordering>(),
  }
  const scored: Scored[] = []
  let seen: SeenEvents | undefined
  try {
    await withBackground(rulebook.plan, request, outside, companies, async (reread, { survey, events: found }) => {
      const leads = found?.pass()
      const events = found && leads && { ...found, leads }
      for (const [index, input] of request.inputs.entries()) {
        const isLast = index === request.inputs.length - 1
        scored.push(await scoreInput(input, isLast, { ...context, host: reread, survey, events }))
      }
      seen = events && { summary: events.summary(events.leads), diagnostics: events.diagnostics() }
    })
    const summary = summarise(rulebook, request, { scored, seen, tally: context.tally }, version)
    await writers.commit(summary)
    await rejectWriters.commit()
    return summary
  } catch (error) {
    await writers.discard()
    await (isAboutRejects(error) ? rejectWriters.commit() : rejectWriters.discard())
    throw error
  } finally {
    for (const ordering of context.orderings.values()) await ordering.drop()
  }
}

/** What is to be said of the event files. */
interface SeenEvents {
  readonly summary: EventsSummary
  readonly diagnostics: readonly Diagnostic[]
}

interface Done {
  readonly scored: readonly Scored[]
  readonly seen: SeenEvents | undefined
  readonly tally: Tally
}

function summarise(
  rulebook: Rulebook,
  { asOf, dryRun }: ScoreRequest,
  { scored, seen, tally }: Done,
  version: string,
): Summary {
  const bounds = scored.map(({ bound }) => bound)
  const reaches = bounds.map(bound => reachOf(bound, rulebook.plan))
  // A list without leads says nothing about what its columns lack.
  const telling = scored.some(({ summary }) => summary.counts.scored > 0) ? reaches : []
  return {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    rulebook: rulebook.summary,
    as_of: printDay(asOf),
    engine: { name: 'stream' },
    ...(dryRun && { dry_run: true }),
    inputs: scored.map(({ summary }) => summary),
    counts: addCounts(scored.map(({ summary }) => summary.counts)),
    ...(seen && { events: seen.summary }),
    ...tally.result(bounds, highestOf(rulebook.plan, bounds, reaches)),
    advice: {
      unreachable: inAll(
        telling.map(({ advice }) => advice.unreachable),
        stage => stage,
      ),
      wanted: inAll(
        telling.map(({ advice }) => advice.wanted),
        ({ field }) => field,
      ),
    },
    warnings: arrange([
      ...rulebook.diagnostics,
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

export function addCounts(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0)
  return {
    read: sum('read'),
    scored: sum('scored'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    left_out: sum('left_out'),
  }
}

/** What every one of the lists holds. */
function inAll<T>(lists: readonly (readonly T[])[], keyOf: (item: T) => string): T[] {
  const [first = [], ...others] = lists
  return first.filter(item => others.every(list => list.some(other => keyOf(other) === keyOf(item))))
}
