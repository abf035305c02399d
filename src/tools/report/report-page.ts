import type { Row } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { PageData, PageOwner } from '../../ir/results/page.ts'
import type { RulebookSummary, TextFormat } from '../../ir/results/summary.ts'
import { type Files, openFile } from '../../leads/open-file.ts'
import { type BestLeads, createBestLeads, leadNamer } from './best-leads.ts'
import { findOwnColumns, type OwnColumns } from './own-columns.ts'
import { createRowCounter } from './row-counter.ts'

export interface ReportRequest {
  /** A file that leadq has scored, `-` for stdin. */
  readonly input: string
  readonly inputFormat?: TextFormat | undefined
  readonly sheet?: string | undefined
  readonly prefix: string
  /** So many of the best leads of each owner are shown; absent: no persons. */
  readonly leads?: number | undefined
}

/** A rulebook as far as a page needs it. */
export interface ReportRulebook {
  readonly plan: Plan
  readonly summary: Pick<RulebookSummary, 'name' | 'version'>
}

/** Reads a scored file once and counts all that its page shows. */
export async function pageOfScored(
  request: ReportRequest,
  rulebook: ReportRulebook | undefined,
  host: Files,
  version: string,
): Promise<PageData> {
  const { name, columns, rows } = await openScored(request.input, request, host)
  const counter = createRowCounter(columns, rulebook?.plan)
  const best = request.leads === undefined ? undefined : createBestLeads(request.leads, columns, leadNamer(columns))
  for await (const row of rows) {
    counter.add(row)
    best?.add(row)
  }
  return {
    title: name.split(/[/\\]/).at(-1) ?? name,
    version,
    ...(rulebook && { rulebook: rulebook.summary }),
    ...counter.result(),
    trend: [],
    ...(best && { best: best.result() }),
    inputs: [],
    warnings: [],
  }
}

/** The best leads of each owner in some scored files. */
export async function bestIn(
  paths: readonly string[],
  request: ReportRequest & { readonly leads: number },
  host: Files,
): Promise<PageOwner[]> {
  let best: BestLeads | undefined
  for (const path of paths) {
    const { columns, rows } = await openScored(path, request, host)
    const own: BestLeads = createBestLeads(request.leads, columns, leadNamer(columns), best)
    for await (const row of rows) own.add(row)
    best = own
  }
  return best?.result() ?? []
}

async function openScored(
  path: string,
  { inputFormat, sheet, prefix }: ReportRequest,
  host: Files,
): Promise<{ readonly name: string; readonly columns: OwnColumns; readonly rows: AsyncIterable<Row> }> {
  const name = path === '-' ? 'stdin' : path
  const input = await openFile(path, { format: inputFormat, sheet }, host)
  const batches = input.batches[Symbol.asyncIterator]()
  const first = await batches.next()
  const ahead = first.done === true ? [] : first.value.rows
  async function* rowsOf(): AsyncGenerator<Row> {
    yield* ahead
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) yield* next.value.rows
  }
  return { name, columns: findOwnColumns(name, input.headings, ahead, prefix), rows: rowsOf() }
}
