import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import type { RunStart } from '../../../tools/run/make-manifest.ts'
import type { RunJob } from '../../../tools/run/run-job.ts'
import { commitOf } from '../../hosts/git.ts'
import { createLibrary } from '../../hosts/library.ts'
import { absolutePath, shownPath } from '../../hosts/run/run-outside.ts'
import { dayOfRun } from '../../options.ts'
import { type FoundRulebook, findRulebook, textsOf, usable } from '../../rulebook.ts'
import type { Surroundings } from '../../surroundings.ts'
import { VERSION } from '../../version.ts'
import type { Night } from './night.ts'
import { requestsOf } from './run-requests.ts'

/** What is known before the rulebook is read. */
export function startOf({ settings, runFile, asOf }: Night, run: string, around: Surroundings): RunStart {
  return {
    tool: { name: 'leadq', version: VERSION },
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    run,
    job: settings.job,
    started_at: new Date(around.now()).toISOString(),
    run_file: runFile,
    as_of: printDay(dayOfRun(asOf, around, 'UTC')),
    timezone: 'UTC',
    cwd: around.cwd,
    rulebook: null,
  }
}

/** The rulebook of a night, and what is to be done with it. */
export interface FoundJob {
  readonly start: RunStart
  /** Undefined if the rulebook gives no plan. */
  readonly job: RunJob | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}

export async function findJob(night: Night, first: RunStart, around: Surroundings): Promise<FoundJob> {
  const { settings } = night
  const found = await findRunRulebook(night, around)
  const { diagnostics } = found
  const sources = textsOf(found)
  const rulebook = usable(found)
  if (rulebook === undefined) return { start: first, job: undefined, diagnostics, sources }
  const { timezone } = rulebook.plan.locale
  const asOf = dayOfRun(night.asOf, around, timezone)
  const git =
    existsSync(found.path) && !found.name.startsWith('built-in') ? commitOf(dirname(found.path), found.path) : null
  const start = { ...first, as_of: printDay(asOf), timezone, rulebook: { ...rulebook.summary, git } }
  const job: RunJob = {
    settings,
    rulebook,
    settingsText: night.settingsText,
    rulebookText: await mergedTextOf(found, around.cwd),
    start,
    isDayGiven: night.asOf !== undefined,
    requestsOf: (files, folder) => requestsOf(settings, rulebook, asOf, { files, folder }),
    version: VERSION,
  }
  return { start, job, diagnostics, sources }
}

/** A path counts from the run file; without one the nearest `leadq.yaml` above it counts. */
async function findRunRulebook({ settings, home }: Night, { cwd }: Surroundings): Promise<FoundRulebook> {
  const { rules } = settings
  if (rules === undefined) return findRulebook(undefined, home)
  const path = absolutePath(rules, home, cwd)
  return findRulebook(existsSync(path) ? shownPath(path, cwd) : rules.path, cwd)
}

export function unusable({ diagnostics }: Pick<FoundJob, 'diagnostics'>): Refusal {
  const first: Diagnostic =
    diagnostics.find(({ severity }) => severity === 'error') ?? diagnose('rule/shape', 'the rulebook gives no plan')
  return new Refusal(first, 'usage')
}

/** What the rulebook came to when it was run, as one file. */
async function mergedTextOf({ path, name, text }: FoundRulebook, cwd: string): Promise<string> {
  const { mergedText } = await import('../../../rulebook/index.ts')
  return mergedText({ file: name, text }, createLibrary({ path: resolve(path), name, cwd })) ?? text
}
