import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { HashedFile, InputRole, Manifest } from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { Rerun } from '../../ir/results/verification.ts'
import type { FileChoice, RunSettings } from '../../ir/run/run-settings.ts'
import { prepareRun } from './prepare-run.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'
import { compareFiles } from './verify-run.ts'

/** What guards say may be how old a file was at that moment, and a trend shows the runs that are there. */
const DEPENDS_ON_CLOCK: ReadonlySet<string> = new Set([RUN_FILES.reason, RUN_FILES.markdown, RUN_FILES.page])

/** The same settings for exactly the files, and the earlier run, that a run had. */
export function settingsOfRerun(settings: RunSettings, { inputs, previous }: Manifest, runs: string): RunSettings {
  const choices = (role: InputRole): FileChoice[] =>
    inputs.filter(input => input.role === role).map(({ path }) => ({ path, of: 'flag', newest: false }))
  const [companies] = choices('companies')
  const [costs] = choices('costs')
  const { companies: _, costs: __, ...others } = settings
  return {
    ...others,
    inputs: choices('leads'),
    events: choices('events'),
    ...(companies && { companies }),
    ...(costs && { costs }),
    previous: previous === null ? 'none' : { path: `${runs}/${previous.run}`, of: 'flag' },
  }
}

/** Refuses a run whose inputs are not there as they were, or that leads were removed from. */
export async function refuseOtherInputs(manifest: Manifest, host: Pick<RunHost, 'hash' | 'readText'>, runs: string) {
  const lost: string[] = []
  for (const { path, sha256 } of manifest.inputs) {
    const now = await host.hash(path).catch((error: unknown) => (error instanceof Refusal ? undefined : error))
    if (now === undefined) lost.push(`${path} is not there any more`)
    else if (isHashed(now) && now.sha256 !== sha256) lost.push(`${path} is another file than it was`)
  }
  const [forgotten] = manifest.forgotten?.slice(-1) ?? []
  if (forgotten !== undefined) lost.push(`leads were removed from it (\`leadq forget\`, ${forgotten.at.slice(0, 10)})`)
  const { previous } = manifest
  if (previous !== null && (await host.readText(`${runs}/${previous.run}/${RUN_FILES.manifest}`)) === undefined) {
    lost.push(`run ${previous.run}, with which it was compared, is not there any more`)
  }
  if (lost.length === 0) return
  const hint = 'keep exports for as long as runs shall be repeatable; without `--rerun` the outputs are verified'
  const message = `run ${manifest.run} cannot be run again: ${lost.join('; ')}`
  throw new Refusal(diagnose('run/not-repeatable', message, { hint }), 'noInput')
}

function isHashed(value: unknown): value is HashedFile {
  return typeof value === 'object' && value !== null && 'sha256' in value
}

/** Scores the inputs of a run again, and compares the outputs with those of its manifest. */
export async function rerun(job: RunJob, manifest: Manifest, host: RunHost, place: Workplace): Promise<Rerun> {
  const { outputs } = await prepareRun(job, host, place, [])
  const then = manifest.outputs.filter(({ path }) => !DEPENDS_ON_CLOCK.has(path))
  return {
    outputs: then.length,
    differences: compareFiles(then, outputs),
    ...(manifest.tool.version !== job.version && { made_by: manifest.tool.version }),
  }
}
