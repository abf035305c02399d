import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { summaryCountsOf } from '../../../engine/summary-counts.ts'
import type { BoundEvents } from '../../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { InputSummary, Summary } from '../../../ir/results/summary.ts'
import { boundEvents } from '../../../leads/events/bound-events.ts'
import { chooseColumns } from '../../../leads/leadq-columns.ts'
import { refuseRetired } from '../../../leads/retired.ts'
import { oneLine } from '../../compile/compile-query.ts'
import type { Rulebook } from '../../score/score-request.ts'
import { type EventsReport, summarise } from '../../score/score-summary.ts'
import { type BoundEventTable, bindEventTable } from './bind-event-table.ts'
import { bindMemoryTable, joinedColumns } from './bind-previous-table.ts'
import { type BindingRequest, type BoundTable, bindTable } from './bind-table.ts'
import { type JudgeTable, judgeByQuery } from './judge-table.ts'
import type { OnExists } from './on-exists.ts'
import type { LeadTable, Table } from './table.ts'

/** How leads in a table are scored, whatever engine they lie in. */
export interface TableRequest extends BindingRequest {
  /** The target: a table, or a path. */
  readonly out: string
  readonly columns?: readonly string[] | undefined
  readonly dryRun: boolean
  /** Replace a target that leadq did not write. */
  readonly force: boolean
  readonly onExists?: OnExists | undefined
}

/** What scoring a table came to; without a summary there is something that the dialect refuses. */
export interface ScoredTable {
  readonly summary?: Summary
  readonly diagnostics: readonly Diagnostic[]
}

/** What is read. */
export interface Tables {
  readonly leads: LeadTable
  /** The events of the leads. */
  readonly events: readonly Table[]
  /** What leadq wrote in the run before. */
  readonly previous?: Table | undefined
}

/** Scores a table inside its engine, by the printed query or in another way. The target appears whole, or not at all. */
export async function scoreTable(
  rulebook: Rulebook,
  { leads: table, events, previous }: Tables,
  request: TableRequest,
  version: string,
  judge: JudgeTable = judgeByQuery,
): Promise<ScoredTable> {
  const { plan, summary } = rulebook
  const columns = chooseColumns(plan, request.columns, request.prefix)
  const tables: BoundEventTable[] = []
  for (const each of events) tables.push(await bindEventTable(plan, each))
  const memory = await bindMemoryTable(plan, { leads: table, previous }, request)
  const { binding, dropped, diagnostics, filter, ...bound } = await bindTable(plan, table, request, {
    events: eventsOf(plan, tables),
    before: memory && joinedColumns(plan, table.columns.length),
  })
  const source = {
    ...bound.source,
    events: tables.map(({ relation }) => relation),
    ...(memory && { previous: memory }),
  }
  const called = oneLine(summary.version === undefined ? summary.name : `${summary.name} ${summary.version}`)
  const comment = [`${called}, by leadq ${version}`]
  const job = {
    ...{ plan, bound: binding.bound, table, source, events: tables, columns, comment, called },
    ...{ prefix: request.prefix, asOf: request.asOf, dryRun: request.dryRun },
  }
  const judged = await judge(job)
  if ('unsupported' in judged) return { diagnostics: judged.unsupported }
  const { verdictCounts, duplicates, seen, previous: remembered } = judged
  if (!request.dryRun) await judged.appear()
  const input: InputSummary = {
    ...inputSummary(table, binding, request.out, {
      scored: verdictCounts.leads,
      duplicates,
      leftOut: filter.leftOut(),
    }),
    ...(remembered && { previous: remembered.summary }),
  }
  refuseRetired(table.name, input.counts, filter.counted())
  const said = [...binding.diagnostics, ...diagnostics, ...remarks(table.name, dropped, input)]
  return {
    summary: summarise(
      rulebook,
      request,
      {
        engine: table.engine,
        scored: [{ summary: input, bound: withReplaced(binding.bound, seen), possible: [], diagnostics: said }],
        seen,
        remarks: remembered?.diagnostics ?? [],
        counted: (inputs, reachable) => summaryCountsOf(plan, verdictCounts, inputs, reachable),
      },
      version,
    ),
    diagnostics: [],
  }
}

function eventsOf(plan: Plan, tables: readonly BoundEventTable[]): BoundEvents | undefined {
  const sources = tables.map(({ binding }) => binding.source)
  return tables.length === 0 ? undefined : boundEvents(plan, sources)
}

/** Which rules events stand in for is known once they were counted. */
function withReplaced(bound: BoundPlan, seen: EventsReport | undefined): BoundPlan {
  if (bound.events === undefined || seen === undefined) return bound
  return { ...bound, events: { ...bound.events, replaced: seen.summary.instead_of } }
}

interface Counted {
  readonly scored: number
  readonly duplicates: number
  readonly leftOut: Record<string, number>
}

function inputSummary(
  { name, format, delimiter }: LeadTable,
  { system, columns, unused, unmatched }: BoundTable['binding'],
  out: string,
  { scored, duplicates, leftOut }: Counted,
): InputSummary {
  const left_out = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
  const written = scored + duplicates
  return {
    name,
    format,
    compressed: false,
    encoding: 'UTF-8',
    ...(delimiter !== undefined && { delimiter }),
    ...(system !== undefined && { system: system.title }),
    counts: { read: written + left_out, scored, rejected: 0, duplicate: duplicates, left_out },
    left_out: leftOut,
    skipped_rows: [],
    rejects: [],
    bound: columns,
    unused,
    unmatched,
    outputs: [{ path: out, leads: written }],
  }
}

function remarks(name: string, dropped: readonly string[], { counts }: InputSummary): Diagnostic[] {
  const replaced = `${name} has columns of an earlier run, they are replaced: ${dropped.join(', ')}`
  return [
    ...(counts.read === 0 ? [diagnose('file/header-only', `${name} holds no leads`)] : []),
    ...(dropped.length === 0 ? [] : [diagnose('file/own-columns', replaced)]),
  ]
}
