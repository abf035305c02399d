import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { printEventTally, readEventTally } from '../../dialects/events/tally.ts'
import { POSTGRES } from '../../dialects/postgres.ts'
import { SESSION } from '../../dialects/postgres-types.ts'
import { printQuery } from '../../dialects/query.ts'
import type { Source } from '../../dialects/statement.ts'
import { printTally, readTally } from '../../dialects/tally.ts'
import { countedOf } from '../../engine/counted.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Column } from '../../ir/columns.ts'
import type { InputSummary, Summary } from '../../ir/summary.ts'
import { chooseColumns } from '../columns.ts'
import { oneLine } from '../compile.ts'
import { boundEvents } from '../events/bound-events.ts'
import type { Rulebook } from '../score.ts'
import { type SeenEvents, summarise } from '../summary.ts'
import { type BoundEventTable, bindEventTable } from './bind-event-table.ts'
import { type BoundTable, bindTable, type TableRequest } from './bind-table.ts'
import type { Database } from './database.ts'
import { type Relation, requireRelation } from './describe.ts'
import { seenEvents } from './tally-events.ts'
import { prepareTarget } from './target.ts'

export interface ScoreTableRequest extends Omit<TableRequest, 'events'> {
  /** Tables with what the leads did. */
  readonly events: readonly string[]
  /** The table that is made. */
  readonly out: string
  readonly columns?: readonly string[] | undefined
  readonly dryRun: boolean
  /** Replace a table that leadq did not write. */
  readonly force: boolean
}

/** What scoring a table came to; without a summary there is something that the dialect refuses. */
export interface ScoredTable {
  readonly summary?: Summary
  readonly diagnostics: readonly Diagnostic[]
}

/** Scores a table by the printed query, inside its database. The target appears whole, or not at all. */
export async function scoreTable(
  rulebook: Rulebook,
  request: ScoreTableRequest,
  database: Database,
  version: string,
): Promise<ScoredTable> {
  const columns = chooseColumns(rulebook.plan, request.columns, request.prefix)
  for (const setting of SESSION) await database.query(setting)
  return database.transaction(async () => {
    const relation = await requireRelation(request.table, database)
    const tables: BoundEventTable[] = []
    for (const table of request.events) tables.push(await bindEventTable(rulebook.plan, table, database))
    const sources = tables.map(({ binding }) => binding.source)
    const events = tables.length === 0 ? undefined : boundEvents(rulebook.plan, sources)
    const bound = await bindTable(rulebook.plan, relation, { ...request, events }, database)
    return scoreBound(bound, relation, { rulebook, request, columns, tables, database, version })
  })
}

interface Context {
  readonly rulebook: Rulebook
  readonly request: ScoreTableRequest
  readonly columns: readonly Column[]
  /** Those of events. */
  readonly tables: readonly BoundEventTable[]
  readonly database: Database
  readonly version: string
}

async function scoreBound(table: BoundTable, relation: Relation, context: Context): Promise<ScoredTable> {
  const { rulebook, request, columns, tables, database, version } = context
  const source = { ...table.source, events: tables.map(({ relation: events }) => events) }
  const { bound } = table.binding
  const { name, version: ofRulebook } = rulebook.summary
  const called = oneLine(ofRulebook === undefined ? name : `${name} ${ofRulebook}`)
  const comment = [`${called}, by leadq ${version}`]
  const printed = printQuery(bound, { ...source, columns, prefix: request.prefix, comment }, POSTGRES)
  if (printed.statement === undefined) return { diagnostics: printed.diagnostics }
  const target = await prepareTarget({ ...request, rulebook: called, version }, relation, database)
  if (!request.dryRun) await target.write(printed.statement)
  const { tallied, duplicates } = readTally(rulebook.plan, await database.query(printTally(bound, source, POSTGRES)))
  const seen = await eventsSeen(bound, source, context)
  if (!request.dryRun) await target.appear()
  const input = inputSummary(table, request, { scored: tallied.leads, duplicates })
  const diagnostics = [...table.binding.diagnostics, ...table.diagnostics, ...remarks(table, request.table, input)]
  return {
    summary: summarise(
      rulebook,
      request,
      {
        engine: { name: 'postgres', version: database.version, at: database.at },
        scored: [{ summary: input, bound: withReplaced(bound, seen), diagnostics }],
        seen,
        counted: (inputs, reachable) => countedOf(rulebook.plan, tallied, inputs, reachable),
      },
      version,
    ),
    diagnostics: [],
  }
}

/** What became of the events; absent where no table of them was given. */
async function eventsSeen(
  { events, ...bound }: BoundPlan,
  source: Source,
  { rulebook, tables, database }: Context,
): Promise<SeenEvents | undefined> {
  if (events === undefined) return undefined
  const rows = await database.query(printEventTally({ ...bound, events }, source, POSTGRES))
  return seenEvents(rulebook.plan, tables, readEventTally(rows, tables.length))
}

/** Which rules events stand in for is known once they were counted. */
function withReplaced(bound: BoundPlan, seen: SeenEvents | undefined): BoundPlan {
  if (bound.events === undefined || seen === undefined) return bound
  return { ...bound, events: { ...bound.events, replaced: seen.summary.instead_of } }
}

interface Counted {
  readonly scored: number
  readonly duplicates: number
}

function inputSummary(
  { binding }: BoundTable,
  { table, out }: ScoreTableRequest,
  { scored, duplicates }: Counted,
): InputSummary {
  const { system, columns, unmatched } = binding
  const read = scored + duplicates
  return {
    name: table,
    format: 'table',
    compressed: false,
    encoding: 'UTF-8',
    ...(system !== undefined && { system: system.title }),
    counts: { read, scored, rejected: 0, duplicate: duplicates, left_out: 0 },
    left_out: {},
    rejects: [],
    bound: columns,
    unmatched,
    outputs: [{ path: out, leads: read }],
  }
}

function remarks({ dropped }: BoundTable, table: string, { counts }: InputSummary): Diagnostic[] {
  const replaced = `${table} has columns of an earlier run, they are replaced: ${dropped.join(', ')}`
  return [
    ...(counts.read === 0 ? [diagnose('file/header-only', `${table} holds no leads`)] : []),
    ...(dropped.length === 0 ? [] : [diagnose('file/own-columns', replaced)]),
  ]
}
