import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { FieldQuality } from '../../ir/results/summary.ts'
import type { RunSettings } from '../../ir/run/run-settings.ts'
import type { Before, FieldValues } from './guards/finding.ts'
import type { RunStart } from './make-manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import type { RunHost } from './run-host.ts'

/** The run before, as far as there is one that can be read. */
export interface EarlierRun {
  readonly before: Before | undefined
  /** Its folder, or a file that says what the leads were before. */
  readonly folder: string | undefined
  readonly warnings: readonly Diagnostic[]
}

type Tried = { readonly before: Before } | { readonly problem: string; readonly isRun: boolean }

/** How many runs are looked at before all leads are taken for new. */
const MAX_TRIED = 10

/**
 * Reads the run before: the one that `latest` leads to, or the newest one before it that is whole. One that is missing or
 * damaged is a warning: the run goes on without it. With a day that was given, runs of later days are passed over.
 */
export async function readEarlier(
  { previous }: RunSettings,
  host: RunHost,
  { rulebook, as_of }: Pick<RunStart, 'rulebook' | 'as_of'>,
  isDayGiven: boolean,
): Promise<EarlierRun> {
  if (previous === 'none') return { before: undefined, folder: undefined, warnings: [] }
  if (previous !== 'latest') return readNamed(host.shown(previous), host)
  const warnings: Diagnostic[] = []
  for (const folder of (await host.runs()).slice(0, MAX_TRIED)) {
    const tried = await tryRun(folder, host)
    if ('problem' in tried) {
      const hint = 'the newest run before it is compared with, if there is one'
      warnings.push(diagnose('run/previous', `${folder}: ${tried.problem}`, { hint }))
      continue
    }
    const { manifest } = tried.before
    if (isDayGiven && manifest.as_of > as_of) continue
    if (manifest.rulebook?.sha256 !== rulebook?.sha256) {
      warnings.push(diagnose('run/other-rulebook', `run ${manifest.run} was made by another version of the rulebook`))
    }
    return { before: tried.before, folder, warnings }
  }
  return { before: undefined, folder: undefined, warnings }
}

/** A run folder, or an output of leadq, which says nothing but what its leads were. */
async function readNamed(path: string, host: RunHost): Promise<EarlierRun> {
  const tried = await tryRun(path, host)
  if ('before' in tried) return { before: tried.before, folder: path, warnings: [] }
  const code = tried.isRun ? 'run/previous' : 'run/previous-file'
  const message = `${path} says only what the leads were: ${tried.problem}`
  const hint = 'moves with their causes, and guards against the run before, need a whole run'
  return { before: undefined, folder: path, warnings: [diagnose(code, message, { hint })] }
}

/** A run that can be compared with: its manifest can be read, and what it says of its leads is as it was written. */
async function tryRun(folder: string, host: RunHost): Promise<Tried> {
  const text = await host.readText(`${folder}/${RUN_FILES.manifest}`)
  if (text === undefined) return { problem: 'it has no manifest.json', isRun: false }
  const parsed = parseManifest(text)
  if ('problem' in parsed) return { problem: `its manifest.json cannot be read: ${parsed.problem}`, isRun: true }
  const { manifest } = parsed
  const verdicts = manifest.outputs.find(({ path }) => path === RUN_FILES.verdicts)
  if (verdicts !== undefined) {
    const path = `${folder}/${RUN_FILES.verdicts}`
    const now = await host.hash(path).catch((error: unknown) => refusalIn(error))
    if (now === undefined) return { problem: `its ${RUN_FILES.verdicts} is missing`, isRun: true }
    if (now.sha256 !== verdicts.sha256)
      return { problem: `its ${RUN_FILES.verdicts} is not as it was written`, isRun: true }
  }
  const quality = await qualityIn(folder, host)
  const values = await valuesIn(folder, host)
  return { before: { manifest, ...(quality && { quality }), ...(values && { values }) } }
}

/** A file that cannot be read is no reason to end the run, a signal is. */
function refusalIn(error: unknown): undefined {
  if (error instanceof Refusal && error.exit === 'noInput') return undefined
  throw error
}

/** The values that were kept of fields. */
async function valuesIn(folder: string, host: RunHost): Promise<FieldValues | undefined> {
  const found = jsonIn(await host.readText(`${folder}/${RUN_FILES.values}`))
  return isValues(found) ? found : undefined
}

function isValues(found: unknown): found is FieldValues {
  if (typeof found !== 'object' || found === null) return false
  const isList = (each: unknown) => Array.isArray(each) && each.every(value => typeof value === 'string')
  return Object.values(found).every(each => each === null || isList(each))
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How full the fields were. */
async function qualityIn(folder: string, host: RunHost): Promise<FieldQuality[] | undefined> {
  const summary = jsonIn(await host.readText(`${folder}/${RUN_FILES.summary}`))
  if (typeof summary !== 'object' || summary === null || !('quality' in summary)) return undefined
  const { quality } = summary
  return Array.isArray(quality) && quality.every(isQuality) ? quality : undefined
}

function isQuality(value: unknown): value is FieldQuality {
  if (typeof value !== 'object' || value === null) return false
  const entries = new Map<string, unknown>(Object.entries(value))
  const counts = ['filled', 'empty', 'invalid'].every(key => typeof entries.get(key) === 'number')
  return typeof entries.get('field') === 'string' && counts
}
