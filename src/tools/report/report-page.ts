import { openInput } from '../../io/read.ts'
import type { Row } from '../../io/records.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { PageData } from '../../ir/results/page.ts'
import type { RulebookSummary, TextFormat } from '../../ir/results/summary.ts'
import type { Host } from '../../leads/host.ts'
import { createBestLeads, leadNamer } from './best-leads.ts'
import { findOwnColumns } from './own-columns.ts'
import { createTally } from './tally.ts'

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
  { input: path, inputFormat, sheet, prefix, leads }: ReportRequest,
  rulebook: ReportRulebook | undefined,
  host: Pick<Host, 'read'>,
  version: string,
): Promise<PageData> {
  const name = path === '-' ? 'stdin' : path
  const input = await openInput(await host.read(path), { name, format: inputFormat, sheet })
  const first: Row[] = []
  const batches = input.batches[Symbol.asyncIterator]()
  let next = await batches.next()
  if (next.done !== true) first.push(...next.value.rows)
  const columns = findOwnColumns(name, input.headings, first, prefix)
  const tally = createTally(columns, rulebook?.plan)
  const best = leads === undefined ? undefined : createBestLeads(leads, columns, leadNamer(columns))
  for (; next.done !== true; next = await batches.next()) {
    for (const row of next.value.rows) {
      tally.add(row)
      best?.add(row)
    }
  }
  return {
    title: name.split(/[/\\]/).at(-1) ?? name,
    version,
    ...(rulebook && { rulebook: rulebook.summary }),
    ...tally.result(),
    trend: [],
    ...(best && { best: best.result() }),
    inputs: [],
    warnings: [],
  }
}
