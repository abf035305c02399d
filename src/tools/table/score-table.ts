import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { printQuery } from '../../dialects/query.ts'
import { printTally } from '../../dialects/tally.ts'
import { countedOf } from '../../engine/counted.ts'
import type { InputSummary, Summary } from '../../ir/summary.ts'
import { chooseColumns } from '../columns.ts'
import { oneLine } from '../compile.ts'
import type { Rulebook } from '../score.ts'
import { summarise } from '../summary.ts'
import { type BindingRequest, type BoundTable, bindTable } from './bind-table.ts'
import type { LeadTable } from './table.ts'

/** How leads in a table are scored, whatever engine they lie in. */
export interface TableRequest extends BindingRequest {
  /** What is made: a table, or a path. */
  readonly out: string
  readonly columns?: readonly string[] | undefined
  readonly dryRun: boolean
  /** Replace what leadq may not replace without being told to. */
  readonly force: boolean
}

/** What scoring a table came to; without a summary there is something that the dialect refuses. */
export interface ScoredTable {
  readonly summary?: Summary
  readonly diagnostics: readonly Diagnostic[]
}

/** Scores a table by the printed query, inside its engine. The target appears whole, or not at all. */
export async function scoreTable(
  rulebook: Rulebook,
  table: LeadTable,
  request: TableRequest,
  version: string,
): Promise<ScoredTable> {
  const { plan, summary } = rulebook
  const columns = chooseColumns(plan, request.columns, request.prefix)
  const { binding, source, dropped, diagnostics } = await bindTable(plan, table, request)
  const called = oneLine(summary.version === undefined ? summary.name : `${summary.name} ${summary.version}`)
  const comment = [`${called}, by leadq ${version}`]
  const asked = { ...source, columns, prefix: request.prefix, comment }
  const printed = printQuery(binding.bound, asked, table.dialect)
  if (printed.statement === undefined) return { diagnostics: printed.diagnostics }
  const target = await table.prepareTarget(called)
  if (!request.dryRun) await target.write(printed.statement)
  const tally = printTally(plan, binding.bound, source, table.dialect)
  const { tallied, duplicates } = tally.read(await table.query(tally.sql))
  if (!request.dryRun) await target.appear()
  const input = inputSummary(table, binding, request.out, { scored: tallied.leads, duplicates })
  const said = [...binding.diagnostics, ...diagnostics, ...remarks(table.name, dropped, input)]
  return {
    summary: summarise(
      rulebook,
      request,
      {
        engine: table.engine,
        scored: [{ summary: input, bound: binding.bound, diagnostics: said }],
        seen: undefined,
        counted: (inputs, reachable) => countedOf(plan, tallied, inputs, reachable),
      },
      version,
    ),
    diagnostics: [],
  }
}

interface Counted {
  readonly scored: number
  readonly duplicates: number
}

function inputSummary(
  { name, format, delimiter }: LeadTable,
  { system, columns, unmatched }: BoundTable['binding'],
  out: string,
  { scored, duplicates }: Counted,
): InputSummary {
  const read = scored + duplicates
  return {
    name,
    format,
    compressed: false,
    encoding: 'UTF-8',
    ...(delimiter !== undefined && { delimiter }),
    ...(system !== undefined && { system: system.title }),
    counts: { read, scored, rejected: 0, duplicate: duplicates, left_out: 0 },
    left_out: {},
    rejects: [],
    bound: columns,
    unmatched,
    outputs: [{ path: out, leads: read }],
  }
}

function remarks(name: string, dropped: readonly string[], { counts }: InputSummary): Diagnostic[] {
  const replaced = `${name} has columns of an earlier run, they are replaced: ${dropped.join(', ')}`
  return [
    ...(counts.read === 0 ? [diagnose('file/header-only', `${name} holds no leads`)] : []),
    ...(dropped.length === 0 ? [] : [diagnose('file/own-columns', replaced)]),
  ]
}
