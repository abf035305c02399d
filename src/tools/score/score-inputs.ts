import { createVerdictCounter } from '../../engine/count-verdicts.ts'
import { startCounts } from '../../ir/results/counts.ts'
import type { Summary } from '../../ir/results/summary.ts'
import type { VerdictTaker } from '../../ir/results/verdict-file.ts'
import { type Background, withBackground } from '../../leads/background.ts'
import { readCompaniesOf } from '../../leads/companies.ts'
import { type Change, commit, type Host, withoutWriting } from '../../leads/host.ts'
import { chooseColumns } from '../../leads/leadq-columns.ts'
import { otherStages } from '../../leads/memory/other-stages.ts'
import type { MemoryReader } from '../../leads/memory/previous.ts'
import { createJoined } from '../../outputs/joined.ts'
import { isAboutRejects } from '../../outputs/rejects.ts'
import { createWriters } from '../../outputs/writers.ts'
import { engineRemarks } from './choose-engine.ts'
import { passedOverRemarks, refuseFew } from './choose-inputs.ts'
import type { openCosting } from './costs/costing.ts'
import type { Targets } from './input-job.ts'
import type { createVerdictFile, VerdictFile } from './keep-verdicts.ts'
import { quickReading } from './quick-reading.ts'
import { scoreInput } from './score-input.ts'
import type { Rulebook, ScoreRequest } from './score-request.ts'
import { type EventsReport, type Scored, summarise } from './score-summary.ts'
import { refuseChanged, stampsOf } from './unchanged.ts'

/** Parts of the job that others bring along. */
export interface ScoreParts {
  readonly readMemory?: MemoryReader
  /** Takes the verdicts, where the request names no file for them. */
  readonly verdicts?: VerdictTaker
}

/**
 * The main job: every input bound, judged and written, and what it came to. Throws a `Refusal` and leaves nothing
 * behind.
 */
export async function score(
  rulebook: Rulebook,
  request: ScoreRequest,
  host: Host,
  version: string,
  { readMemory = readPrevious, verdicts: taker }: ScoreParts = {},
): Promise<Summary> {
  const columns = chooseColumns(rulebook.plan, request.columns, request.prefix)
  const outside = request.dryRun ? withoutWriting(host) : host
  const writers = createWriters(outside)
  const rejectWriters = createWriters(outside)
  const stamps = await stampsOf(request, outside)
  const companies = await readCompaniesOf(request, rulebook.plan, outside)
  const quick = request.engine === 'stream' ? undefined : quickReading(request.verify)
  const memory = await readMemory(request, rulebook.plan, outside, { quick: quick?.previous })
  const costing =
    request.costs === undefined ? undefined : await costingOf(request.costs, rulebook.plan, request, outside)
  // What costs need to know of a lead is counted, and written nowhere.
  const plan = costing?.plan ?? rulebook.plan
  const counts = startCounts(plan)
  const targets: Targets = { writers, rejectWriters, joined: createJoined(request, outside), systems: new Map() }
  const counter = createVerdictCounter(plan, counts)
  const verdicts =
    request.verdicts === undefined ? undefined : await verdictFile(request.verdicts, rulebook.plan, outside)
  const isBuiltIn = rulebook.summary.source.startsWith('built-in')
  const shared = {
    plan,
    request,
    isBuiltIn,
    columns,
    targets,
    counter,
    verdicts: taker ?? verdicts?.taker,
  }
  const scored: Scored[] = []
  let seen: EventsReport | undefined
  try {
    const scoreAll = async (reread: Host, { survey, events: found }: Background) => {
      const leads = found?.pass()
      const events = found && leads && { ...found, leads }
      for (const [index, input] of request.inputs.entries()) {
        const isLast = index === request.inputs.length - 1
        const context = { ...shared, host: reread, beside: { companies, memory, survey, events } }
        scored.push(await scoreInput(input, isLast, context))
      }
      seen = events && { summary: events.summary(events.leads), diagnostics: events.diagnostics() }
    }
    await withBackground(plan, request, outside, companies, scoreAll, quick)
    const done = {
      engine: { name: 'stream' as const },
      scored,
      seen,
      remarks: [
        ...passedOverRemarks(request.passedOver),
        ...engineRemarks(request.engine),
        ...otherStages(memory, rulebook.plan),
      ],
      counted: counter.result,
    }
    const withoutCosts = summarise(rulebook, request, done, version)
    const summary = costing?.withCosts(withoutCosts, { counts, scored }) ?? withoutCosts
    await refuseChanged(stamps, outside)
    refuseFew(summary.counts.scored, request.minLeads)
    const stale = await staleOf(
      scored.flatMap(({ possible }) => possible),
      targets,
      outside,
    )
    const kept = verdicts === undefined ? [] : [await verdicts.end()]
    await commit([...(await writers.end(summary)), ...(await rejectWriters.end()), ...kept, ...stale])
    return summary
  } catch (error) {
    await writers.discard()
    // Rejects that ended the run are kept, so that somebody can look at them.
    if (isAboutRejects(error)) await commit(await rejectWriters.end())
    else await rejectWriters.discard()
    throw error
  } finally {
    await targets.joined.drop()
  }
}

/** What few runs need is loaded by those alone. */
const readPrevious: MemoryReader = async (request, ...rest) => {
  if (request.previous === undefined) return undefined
  const { readPrevious: read } = await import('../../leads/memory/previous.ts')
  return read(request, ...rest)
}

async function costingOf(...args: Parameters<typeof openCosting>): ReturnType<typeof openCosting> {
  const { openCosting: open } = await import('./costs/costing.ts')
  return open(...args)
}

async function verdictFile(...args: Parameters<typeof createVerdictFile>): Promise<VerdictFile> {
  const { createVerdictFile: create } = await import('./keep-verdicts.ts')
  return create(...args)
}

/** Files of an earlier run that this one did not write: its rejects, and stages that nobody is in any more. */
async function staleOf(
  possible: readonly string[],
  { writers, rejectWriters }: Targets,
  host: Pick<Host, 'remove'>,
): Promise<Change[]> {
  const written = new Set([...writers.written(), ...rejectWriters.written()])
  const stale = [...new Set(possible)].filter(path => !written.has(path))
  return (await Promise.all(stale.map(host.remove))).filter(change => change !== undefined)
}
