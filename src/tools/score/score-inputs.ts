import type { Diagnostic } from '../../base/diagnostic.ts'
import { createTally } from '../../engine/count-verdicts.ts'
import type { Counted } from '../../engine/rule-counts.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import type { ImportName } from '../../ir/catalogue/imports.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { EngineSummary, RulebookSummary, Summary } from '../../ir/results/summary.ts'
import { withBackground } from '../../leads/background.ts'
import { readCompaniesOf } from '../../leads/companies.ts'
import { type Host, withoutWriting } from '../../leads/host.ts'
import { chooseColumns } from '../../leads/leadq-columns.ts'
import type { Ordering } from '../../outputs/order.ts'
import type { Format, TextFormat } from '../../outputs/outputs.ts'
import { isAboutRejects, type Limit } from '../../outputs/rejects.ts'
import { createWriters } from '../../outputs/writers.ts'
import { type JudgeInput, type OpenInput, scoreInput } from './score-input.ts'
import { type Scored, type SeenEvents, summarise } from './score-summary.ts'

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

/** Who judges the leads, if it is not the reference. */
export interface Judging {
  readonly judge?: JudgeInput
  readonly open?: OpenInput
  readonly engine: EngineSummary
  counted?(inputs: readonly BoundPlan[], reachable: readonly (number | null)[]): Counted
}

const REFERENCE: Judging = { engine: { name: 'stream' } }

/** The main job: every input bound, judged and written, and what it came to. Throws a `Refusal` and leaves nothing behind. */
export async function score(
  rulebook: Rulebook,
  request: ScoreRequest,
  host: Host,
  version: string,
  { judge, open, engine, counted }: Judging = REFERENCE,
): Promise<Summary> {
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
    ...(judge && { judge }),
    ...(open && { open }),
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
    const done = { engine, scored, seen, counted: counted ?? context.tally.result }
    const summary = summarise(rulebook, request, done, version)
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
