import type { Manifest } from '../../ir/results/manifest.ts'
import { RUNS } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { log } from './log-steps.ts'
import { makeManifest, type RunInput } from './make-manifest.ts'
import { prepareRun } from './prepare-run.ts'
import type { RunHost, Staging } from './run-host.ts'
import type { RunJob } from './run-job.ts'

/** What a run came to. */
export interface RunResult {
  readonly manifest: Manifest
  /** The manifest of the run before; undefined for the first one. */
  readonly before: Manifest | undefined
  readonly summary: Summary
  /** The folder, as people know it. */
  readonly folder: string
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
