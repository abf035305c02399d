import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { PageData } from '../../ir/results/page.ts'
import { RUN_FILES, RUNS } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import type { Host } from '../../leads/host.ts'
import { verdictsIn } from '../../leads/memory/verdict-table.ts'
import type { Files } from '../../leads/open-file.ts'
import { readRulebook } from '../../rulebook/index.ts'
import { bytesOf } from './bytes-of.ts'
import { bestIn, type ReportRequest } from './report-page.ts'
import { pageOfRun } from './run-page.ts'
import { manifestIn, nightsBefore, type ReadText } from './trend.ts'

/** The page of a run folder, or of the newest run in a folder of runs: from its own files, without scoring anything. */
export async function pageOfFolder(request: ReportRequest, host: Files): Promise<PageData> {
  const readText = textReader(host)
  const given = request.input.replace(/[/\\]+$/, '')
  const own = await manifestIn(given, readText)
  const latest = own === undefined ? await manifestIn(`${given}/${RUNS.latest}`, readText) : undefined
  const manifest = own ?? latest
  if (manifest === undefined) throw noRun(request.input)
  const folder = own === undefined ? `${given}/${RUNS.latest}` : given
  const runs = own === undefined ? given : `${given}/..`
  const summary = summaryIn(await readText(`${folder}/${RUN_FILES.summary}`))
  const rules = `${folder}/${RUN_FILES.rulebook}`
  const text = await readText(rules)
  const plan = text === undefined ? undefined : readRulebook({ file: rules, text }).plan
  if (summary === undefined || plan === undefined) throw incomplete(request.input, summary === undefined)
  const { previous } = manifest
  const before = previous === null ? undefined : await manifestIn(`${runs}/${previous.run}`, readText)
  const then = before && summaryIn(await readText(`${runs}/${before.run}/${RUN_FILES.summary}`))
  const place = `${folder}/${RUN_FILES.verdicts}`
  const verdicts = await bytesOf(place, host)
  const data = pageOfRun({
    title: manifest.job,
    run: manifest.run,
    summary,
    plan,
    verdicts: verdicts && verdictsIn(verdicts, place),
    before: before && { stages: before.stages, ...(then && { quality: then.quality }) },
    trend: [...(await nightsBefore(previous, runs, readText)), { day: manifest.as_of, stages: manifest.stages }],
  })
  if (request.leads === undefined) return data
  const outputs = summary.inputs.flatMap(({ outputs: [first] }) =>
    first === undefined ? [] : [`${folder}/${first.path}`],
  )
  return { ...data, best: await bestIn([...new Set(outputs)], { ...request, leads: request.leads }, host) }
}

function textReader(host: Pick<Host, 'read'>): ReadText {
  return async path => {
    const bytes = await bytesOf(path, host)
    return bytes && Buffer.from(bytes).toString('utf8')
  }
}

/** A summary as leadq writes it, as far as a page reads it. */
function summaryIn(text: string | undefined): Summary | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isSummary(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSummary(value: unknown): value is Summary {
  if (typeof value !== 'object' || value === null) return false
  const entries = new Map<string, unknown>(Object.entries(value))
  const isObject = (key: string) => typeof entries.get(key) === 'object' && entries.get(key) !== null
  return (
    ['tool', 'rulebook', 'counts', 'stages'].every(isObject) &&
    ['inputs', 'rules', 'quality', 'warnings'].every(key => Array.isArray(entries.get(key)))
  )
}

function noRun(path: string): Refusal {
  const message = `${path} is not the folder of a run: it has no ${RUN_FILES.manifest} and no ${RUNS.latest}`
  return new Refusal(
    diagnose('report/no-run', message, { hint: 'name a folder that `leadq run` wrote, or a scored file' }),
    'noInput',
  )
}

function incomplete(path: string, isSummary: boolean): Refusal {
  const file = isSummary ? RUN_FILES.summary : RUN_FILES.rulebook
  const message = `${path}: its ${file} is missing or damaged`
  return new Refusal(
    diagnose('report/no-run', message, { hint: '`leadq verify FOLDER` names the files that are not as they were' }),
    'data',
  )
}
