import { plural } from '../../base/counts.ts'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { keyText } from '../../io/parquet/table.ts'
import { leadKey } from '../../ir/plan/lead-key.ts'
import { openSampled, type Reading } from '../../leads/open.ts'
import type { Files } from '../../leads/open-file.ts'
import { type OutcomeRequest, outcomeColumns } from '../../learn/outcome/ending.ts'
import { type AskOutcome, resolveOrAsk } from '../backtest/ask-outcome.ts'
import { keysOfLeads } from './keyed-leads.ts'
import { type PastRun, type PastRuns, withVerdicts } from './past-runs.ts'
import type { RunsHost } from './runs-host.ts'

/** The column with the day of the first run that had a lead. */
export const FIRST_SEEN = 'first seen'

export interface ThenRequest extends Reading {
  /** Today's export, which says what became of the leads. */
  readonly data: string
  readonly outcome: OutcomeRequest
}

/** Leads as they were in the first run that had them, and what became of them. */
export interface LeadsThen {
  /** CSV: the columns as they were then, the day, and the columns of today's export that say the outcome. */
  readonly content: string
  readonly remarks: readonly Diagnostic[]
}

/**
 * Joins two times: each lead of today's export with the cells that it had when a run first saw it, so that nothing can be
 * learned from what only became known when it was won or lost.
 */
export async function leadsThen(
  request: ThenRequest,
  past: PastRuns,
  ask: AskOutcome | undefined,
  host: Files & RunsHost,
): Promise<LeadsThen> {
  const today = await readToday(request, ask, host)
  const seen = await readThen(today.outcomes, request, past, host)
  const headings = [...new Set(seen.flatMap(({ cells }) => [...cells.keys()]))].filter(
    heading => !today.headings.includes(heading),
  )
  const rows = seen.map(({ key, day, cells }) => [
    ...headings.map(heading => cells.get(heading) ?? ''),
    day,
    ...(today.outcomes.get(key) ?? []),
  ])
  if (rows.length === 0) {
    const hint =
      'runs know leads by the id or the e-mail address of their exports: the columns have to be the same ones'
    throw new Refusal(
      diagnose('history/no-lead', `no lead of ${request.data} is in a run in ${past.folder}`, { hint }),
      'data',
    )
  }
  const lines = [[...headings, FIRST_SEEN, ...today.headings], ...rows].map(cells => `${csvRow(cells, ',')}\n`)
  const missing = today.outcomes.size - rows.length
  const left = missing === 0 ? '' : `; ${plural(missing, 'lead')} that no run had left out`
  const message = `${request.data}: ${plural(rows.length, 'lead')} as the first run had them${left}`
  return { content: lines.join(''), remarks: [...past.warnings, diagnose('history/then', message)] }
}

/** The cells that say the outcome, by lead. */
async function readToday(request: ThenRequest, ask: AskOutcome | undefined, host: Files) {
  const opened = await openSampled(request.data, request, host)
  const outcome = await resolveOrAsk(request.outcome, opened.sample, ask)
  const columns = [...outcomeColumns(outcome)]
  const keyOf = keysOfLeads(opened, request)
  const outcomes = new Map<string, string[]>()
  for await (const { rows } of opened.batches) {
    for (const { cells } of rows) {
      const key = keyOf(cells)
      if (key !== undefined && !outcomes.has(key))
        outcomes.set(
          key,
          columns.map(column => cells[column] ?? ''),
        )
    }
  }
  return { outcomes, headings: columns.map(column => opened.sample.headings[column] ?? '') }
}

interface SeenLead {
  readonly key: string
  /** Of the run. */
  readonly day: string
  readonly cells: ReadonlyMap<string, string>
}

async function readThen(
  wanted: ReadonlyMap<string, unknown>,
  reading: Reading,
  past: PastRuns,
  host: Files & RunsHost,
): Promise<SeenLead[]> {
  const seen = new Map<string, SeenLead>()
  for (const run of past.runs) {
    const fresh = await withVerdicts(run, past, host, table => {
      const keys = table.keys().map(key => leadKey(keyText(key)))
      return new Set(keys.filter(key => wanted.has(key) && !seen.has(key)))
    })
    if (fresh === undefined || fresh.size === 0) continue
    for (const path of annotatedIn(run)) await readLeads(path, run, { fresh, seen }, reading, host)
  }
  return [...seen.values()]
}

async function readLeads(
  path: string,
  { manifest }: PastRun,
  { fresh, seen }: { readonly fresh: ReadonlySet<string>; readonly seen: Map<string, SeenLead> },
  { prefix, from }: Reading,
  host: Files,
): Promise<void> {
  const opened = await openSampled(path, { prefix, from, withDeleted: true }, host)
  const keyOf = keysOfLeads(opened, { prefix, from })
  const { headings } = opened.sample
  for await (const { rows } of opened.batches) {
    for (const { cells } of rows) {
      const key = keyOf(cells)
      if (key === undefined || !fresh.has(key) || seen.has(key)) continue
      const named = opened.kept.map(column => [headings[column] ?? '', cells[column] ?? ''] as const)
      seen.set(key, { key, day: manifest.as_of, cells: new Map(named.filter(([heading]) => heading !== '')) })
    }
  }
}

/** The annotated leads of a run: they have all columns of the export. */
function annotatedIn({ folder, manifest }: PastRun): string[] {
  const names = manifest.outputs.map(({ path }) => path)
  return names.filter(name => /^[^/]+\.scored\.[a-z]+$/i.test(name)).map(name => `${folder}/${name}`)
}
