import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { EXIT } from '../../base/exit.ts'
import { Refusal } from '../../base/refusal.ts'
import type { GuardResult, HashedFile, Manifest } from '../../ir/results/manifest.ts'
import { RUN_FILES, RUNS } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import type { RunSettings } from '../../ir/run/run-settings.ts'
import { readVerdicts } from '../../leads/memory/verdict-table.ts'
import { runMarkdown } from '../../report/run/run-markdown.ts'
import { score } from '../score/score-inputs.ts'
import type { Rulebook, ScoreRequest } from '../score/score-request.ts'
import { refuseChanged } from '../score/unchanged.ts'
import { chooseFiles, type RunFiles } from './choose-files.ts'
import { checkClock, checkGuards } from './guards/check-guards.ts'
import { makeManifest, type RunEnd, type RunInput, type RunStart } from './make-manifest.ts'
import { type EarlierRun, readEarlier } from './read-earlier.ts'
import type { LogLine, RunHost, Staging, Workplace } from './run-host.ts'
import type { Compared } from './since/as-it-was.ts'
import { type SinceJob, type SinceResult, writeSince } from './since/write-since.ts'
import { type RunTexts, writeRunFiles } from './write-run-files.ts'

/** One night: what is to be done, by what. */
export interface RunJob extends RunTexts {
  readonly settings: RunSettings
  readonly rulebook: Rulebook
  readonly start: RunStart
  /** The day was given, and not read from the clock. */
  readonly isDayGiven: boolean
  /** What is scored into a folder: the first one is the annotated leads. */
  requestsOf(files: RunFiles, folder: string): readonly ScoreRequest[]
  readonly version: string
}

/** What a run came to. */
export interface RunResult {
  readonly manifest: Manifest
  /** The manifest of the run before; undefined for the first one. */
  readonly before: Manifest | undefined
  readonly summary: Summary
  /** The folder, as people know it. */
  readonly folder: string
}

/** The steps of a run, in this order: each is a line of the log when it is done. */
export const STEPS = [
  'begin',
  'inputs',
  'previous',
  'scored',
  'since',
  'written',
  'guards',
  'hashed',
  'placed',
  'published',
] as const

type Step = (typeof STEPS)[number]

/** A run before it has its place: everything is in the folder but the manifest. */
export interface PreparedRun {
  readonly summary: Summary
  readonly outputs: readonly HashedFile[]
  readonly before: Manifest | undefined
  readonly end: RunEnd
}

/**
 * Scores the inputs into the staging, compares them with the run before and gives the folder its name: `latest` leads to
 * it, or it is in quarantine. What is thrown on the way leaves everything as it was.
 */
export async function runLeads(job: RunJob, host: RunHost, staging: Staging, inputs: RunInput[]): Promise<RunResult> {
  const { summary, outputs, before, end } = await prepareRun(job, host, staging, inputs)
  const finished_at = new Date(host.now()).toISOString()
  const manifest = makeManifest(job.start, { ...end, outputs, finished_at })
  const isPublished = manifest.status === 'published'
  const folder = await staging.place(manifest, isPublished ? 'published' : 'quarantine')
  const result = { manifest, before, summary, folder }
  if (!isPublished) return result
  log(host, 'placed', folder)
  await staging.link()
  log(host, 'published', `${RUNS.latest} leads to ${folder}`)
  return result
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
  log(host, 'previous', earlier.before === undefined ? 'no earlier run' : `run ${earlier.before.manifest.run}`)
  const memory = await memoryIn(earlier, place, host)
  const requests = job.requestsOf(files, place.folder).map(request => ({ ...request, previous: memory?.folder }))
  const scored = await scoreAll(job, requests, place)
  // What was hashed is what was scored.
  await refuseChanged(stamps, place.host)
  const { counts } = scored
  log(host, 'scored', `${countText(counts.scored, 'lead')} of ${countText(counts.read, 'record')}`, { ...counts })
  const compared = memory && comparedOf(job, requests, { inputs, memory, place, host })
  const moves = await writeSince(sinceJob(job, requests, compared), place)
  const summary = { ...scored, ...moves }
  log(host, 'since', sinceText(moves))
  await writeRunFiles(job, summary, place)
  log(host, 'written', 'summary and rulebook')
  const guards = guardsOf(job, summary, inputs, earlier, host)
  warn(warningsOf(guards), host)
  const failed = guards.filter(({ status }) => status === 'fail')
  const before = earlier.before?.manifest
  const isPublished = failed.length === 0
  const end: RunEnd = {
    status: isPublished ? 'published' : 'quarantined',
    exit_code: EXIT[isPublished ? 'done' : 'data'],
    finished_at: start.started_at,
    inputs,
    summary,
    previous: before === undefined ? null : { run: before.run, as_of: before.as_of },
    guards,
    warnings: [...earlier.warnings, ...warningsOf(guards)],
  }
  if (!isPublished) await place.write(RUN_FILES.reason, reasonText(failed))
  await place.write(RUN_FILES.markdown, runMarkdown(makeManifest(start, end), before))
  log(host, 'guards', `${failed.length} of ${countText(guards.length, 'guard')} failed`, { failed: failed.length })
  const outputs = await place.files()
  log(host, 'hashed', countText(outputs.length, 'output'), { outputs: outputs.length })
  return { summary, outputs, before, end }
}

function log(host: RunHost, event: Step, message: string, data: LogLine['data'] = {}): void {
  host.log({ level: 'info', event, message, data })
}

function warn(warnings: readonly Diagnostic[], host: RunHost): void {
  for (const { severity, code, message } of warnings) {
    host.log({ level: severity, event: 'warning', message, data: { code } })
  }
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

/** All outputs; the summary is that of the first. */
async function scoreAll(
  { rulebook, version }: RunJob,
  [first, ...others]: readonly ScoreRequest[],
  place: Workplace,
): Promise<Summary> {
  if (first === undefined) throw new TypeError('a run has an output')
  const summary = await score(rulebook, first, place.host, version)
  for (const request of others) await score(rulebook, request, place.host, version)
  return summary
}

/** The run before, if its verdicts can be read: they say what the leads were. */
interface EarlierVerdicts {
  readonly folder: string
  readonly manifest: Manifest
}

async function memoryIn(
  { folder, before }: EarlierRun,
  { host: files }: Workplace,
  host: RunHost,
): Promise<EarlierVerdicts | undefined> {
  if (folder === undefined || before === undefined) return undefined
  try {
    await readVerdicts(`${folder}/${RUN_FILES.verdicts}`, files)
    return { folder, manifest: before.manifest }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const hint = 'every lead is taken for new'
    warn([diagnose('run/previous', error.message, { hint })], host)
    return undefined
  }
}

function comparedOf(
  { rulebook, version }: RunJob,
  [request]: readonly ScoreRequest[],
  beside: {
    readonly inputs: readonly RunInput[]
    readonly memory: EarlierVerdicts
    readonly place: Workplace
    readonly host: RunHost
  },
): Compared | undefined {
  const { inputs, memory, place, host } = beside
  const { folder, manifest } = memory
  return request && { rulebook, request, inputs, before: manifest, folder, host: place.host, files: host, version }
}

function sinceJob(
  { rulebook, settings }: RunJob,
  [request]: readonly ScoreRequest[],
  compared: Compared | undefined,
): SinceJob {
  const { asOf = 0, verdicts = '' } = request ?? {}
  return { plan: rulebook.plan, asOf, verdicts, byOwner: settings.byOwner, compared }
}

function sinceText({ since, due }: SinceResult): string {
  const moves =
    since === undefined ? [] : [`${since.new} new`, `${since.moved} moved`, `${since.gone} gone`, `${since.back} back`]
  return [...moves, `${due.due_today} due today`, `${due.overdue} overdue`].join(', ')
}

function guardsOf(
  { settings, start }: RunJob,
  summary: Summary,
  inputs: readonly RunInput[],
  { before }: EarlierRun,
  host: RunHost,
): GuardResult[] {
  const seen = makeManifest(start, { status: 'published', exit_code: 0, finished_at: '', inputs, summary })
  const clock = checkClock(start.as_of, before?.manifest)
  const today = { summary, inputs: seen.inputs, now: host.now() }
  const results = checkGuards(settings.guards, today, before)
  if (clock.outcome !== 'trips') return results
  return [{ guard: 'clock', status: 'fail', message: clock.message }, ...results]
}

function warningsOf(guards: readonly GuardResult[]): Diagnostic[] {
  return guards
    .filter(({ status }) => status === 'warn')
    .map(({ guard, message }) => diagnose('run/guard', `${guard}: ${message}`))
}

function reasonText(failed: readonly GuardResult[]): string {
  const reasons = failed.map(({ guard, message }) => `- ${guard}: ${message}\n`).join('')
  return `This run was not published:\n\n${reasons}\nWhen a person has looked at it and it is right, publish it with \`leadq run --release FOLDER\`.\n`
}

function countText(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}
