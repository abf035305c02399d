import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import type { Verdicts } from '../../leads/memory/verdict-table.ts'
import { printPage } from '../../report/page/page.ts'
import { pageOfRun } from '../report/run-page.ts'
import { nightsBefore } from '../report/trend.ts'
import type { EarlierRun } from './read-earlier.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'

/** Writes the page to look at. It shows no persons. */
export async function writePage(
  { start, settings, rulebook }: Pick<RunJob, 'start' | 'settings' | 'rulebook'>,
  { summary, verdicts }: { readonly summary: Summary; readonly verdicts: Verdicts },
  { folder, before }: EarlierRun,
  place: Workplace,
  { readText }: Pick<RunHost, 'readText'>,
): Promise<void> {
  const previous = before === undefined ? null : { run: before.manifest.run, as_of: before.manifest.as_of }
  const stages = Object.fromEntries(Object.entries(summary.stages).map(([stage, { leads }]) => [stage, leads]))
  const data = pageOfRun({
    title: start.job,
    run: start.run,
    summary,
    plan: rulebook.plan,
    verdicts,
    before: before && { stages: before.manifest.stages, ...(before.quality && { quality: before.quality }) },
    trend: [
      ...(folder === undefined ? [] : await nightsBefore(previous, `${folder}/..`, readText)),
      { day: start.as_of, stages },
    ],
  })
  await place.write(RUN_FILES.page, printPage(data, settings.language))
}
