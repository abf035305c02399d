import { EXIT } from '../../base/exit.ts'
import type { HashedFile, Manifest } from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { createMemoryReader, type MemoryReader } from '../../leads/memory/previous.ts'
import { readVerdicts } from '../../leads/memory/verdict-table.ts'
import { runMarkdown } from '../../report/run/run-markdown.ts'
import { score } from '../score/score-inputs.ts'
import type { ScoreRequest } from '../score/score-request.ts'
import { refuseChanged } from '../score/unchanged.ts'
import { chooseFiles, type RunFiles } from './choose-files.ts'
import { comparedOf, scoreBeside, sinceJob, sinceText } from './compare-step.ts'
import { guardsOf, keepValues, reasonText, warningsOf } from './guard-step.ts'
import { countText, log, warn } from './log-steps.ts'
import { makeManifest, type RunEnd, type RunInput } from './make-manifest.ts'
import { type EarlierRun, readEarlier } from './read-earlier.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'
import { writeSince } from './since/write-since.ts'
import { writePage } from './write-page.ts'
import { withOwnPaths, writeRunFiles } from './write-run-files.ts'

/** A run before it has its place: everything is in the folder but the manifest. */
export interface PreparedRun {
  readonly summary: Summary
  readonly outputs: readonly HashedFile[]
  readonly before: Manifest | undefined
  readonly end: RunEnd
}

/** All of a run up to its place. */
export async function prepareRun(
  job: RunJob,
  host: RunHost,
  place: Workplace,
  inputs: RunInput[],
): Promise<PreparedRun> {
  const { settings, start, rulebook } = job
  log(host, 'begin', `leadq ${job.version}, ${rulebook.summary.name}, as of ${start.as_of}`, { as_of: start.as_of })
  const files = await chooseFiles(settings, host)
  const stamps = await stampsOfAll(files, place)
  inputs.push(...(await hashAll(files, host)))
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0)
  log(host, 'inputs', `${countText(inputs.length, 'file')}, ${countText(bytes, 'byte')}`, {
    files: inputs.length,
    bytes,
  })
  const earlier = await readEarlier(settings, host, start, job.isDayGiven)
  warn(earlier.warnings, host)
  log(host, 'previous', earlierText(earlier))
  const readMemory = createMemoryReader()
  const { requests, memory, ...beside } = await scoreBeside(job, job.requestsOf(files, place.folder), earlier, wanted =>
    scoreAll(job, wanted, place, readMemory),
  )
  const scored = beside.summary
  warn(beside.warnings, host)
  // What was hashed is what was scored.
  await refuseChanged(stamps, place.host)
  const { counts } = scored
  log(host, 'scored', `${countText(counts.scored, 'lead')} of ${countText(counts.read, 'record')}`, { ...counts })
  const compared = memory && comparedOf(job, requests, { inputs, memory, place, host, readMemory })
  const verdicts = await readVerdicts(`${place.folder}/${RUN_FILES.verdicts}`, place.host)
  const moves = await writeSince(sinceJob(job, requests, compared, verdicts), place)
  const summary = { ...scored, ...moves }
  log(host, 'since', sinceText(moves))
  await writeRunFiles(job, summary, place)
  await writePage(job, { summary, verdicts }, earlier, place, host)
  const values = await keepValues(job, requests, place)
  log(host, 'written', 'summary, rulebook and page')
  const guards = guardsOf(job, { summary, inputs, values }, earlier, host)
  warn(warningsOf(guards), host)
  const failed = guards.filter(({ status }) => status === 'fail')
  const before = earlier.before?.manifest
  const isPublished = failed.length === 0
  const end: RunEnd = {
    status: isPublished ? 'published' : 'quarantined',
    exit_code: EXIT[isPublished ? 'done' : 'data'],
    finished_at: start.started_at,
    inputs,
    summary: withOwnPaths(summary, place.folder),
    previous: before === undefined ? null : { run: before.run, as_of: before.as_of },
    guards,
    warnings: [...earlier.warnings, ...beside.warnings, ...warningsOf(guards)],
  }
  if (!isPublished) await place.write(RUN_FILES.reason, reasonText(failed))
  await place.write(RUN_FILES.markdown, runMarkdown(makeManifest(start, end), before))
  log(host, 'guards', `${failed.length} of ${countText(guards.length, 'guard')} failed`, { failed: failed.length })
  const outputs = await place.files()
  log(host, 'hashed', countText(outputs.length, 'output'), { outputs: outputs.length })
  return { summary, outputs, before, end }
}

async function stampsOfAll(files: RunFiles, { host }: Workplace): Promise<Map<string, string | undefined>> {
  const paths = Object.values(files).flatMap(found => found.map(({ path }) => path))
  return new Map(await Promise.all(paths.map(async path => [path, await host.stampOf(path)] as const)))
}

async function hashAll(files: RunFiles, host: RunHost): Promise<RunInput[]> {
  const inputs: RunInput[] = []
  for (const role of ['leads', 'events', 'companies', 'costs'] as const) {
    for (const { path, modified } of files[role]) {
      inputs.push({ ...(await host.hash(path)), role, modified_at: new Date(modified).toISOString() })
    }
  }
  return inputs
}

/** A summary that also names what was written for the same inputs by others. */
function withOutputsOf(summary: Summary, others: readonly Summary[]): Summary {
  if (others.length === 0) return summary
  const outputsFor = (name: string) =>
    others.flatMap(({ inputs }) => inputs.find(input => input.name === name)?.outputs ?? [])
  const inputs = summary.inputs.map(input => ({ ...input, outputs: [...input.outputs, ...outputsFor(input.name)] }))
  return { ...summary, inputs }
}

/** All outputs; the summary is that of the first. */
async function scoreAll(
  { rulebook, version }: RunJob,
  [first, ...others]: readonly ScoreRequest[],
  place: Workplace,
  readMemory: MemoryReader,
): Promise<Summary> {
  if (first === undefined) throw new TypeError('a run has an output')
  const summary = await score(rulebook, first, place.host, version, { readMemory })
  const further: Summary[] = []
  for (const request of others) further.push(await score(rulebook, request, place.host, version, { readMemory }))
  return withOutputsOf(summary, further)
}

function earlierText({ before, folder }: EarlierRun): string {
  return before === undefined ? (folder ?? 'no earlier run') : `run ${before.manifest.run}`
}
