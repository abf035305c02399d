import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { FieldQuality } from '../../ir/results/summary.ts'
import type { RunSettings } from '../../ir/run/run-settings.ts'
import type { Before } from './guards/finding.ts'
import type { RunStart } from './make-manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import type { RunHost } from './run-host.ts'

/** The run before, as far as there is one that can be read. */
export interface EarlierRun {
  readonly before: Before | undefined
  /** Its folder. */
  readonly folder: string | undefined
  readonly warnings: readonly Diagnostic[]
}

/** Reads the run that `latest` leads to. One that is missing or damaged is a warning: the run goes on without it. */
export async function readEarlier(
  { previous }: RunSettings,
  host: RunHost,
  { rulebook }: RunStart,
): Promise<EarlierRun> {
  const folder = previous === 'none' ? undefined : await host.earlier(previous)
  if (folder === undefined) return { before: undefined, folder: undefined, warnings: [] }
  const lost = (why: string) => {
    const hint = 'every lead is taken for new; `previous: FOLDER` names another run'
    return { before: undefined, folder: undefined, warnings: [diagnose('run/previous', `${folder}: ${why}`, { hint })] }
  }
  const text = await host.readText(`${folder}/${RUN_FILES.manifest}`)
  if (text === undefined) return lost('it has no manifest.json')
  const parsed = parseManifest(text)
  if ('problem' in parsed) return lost(`its manifest.json cannot be read: ${parsed.problem}`)
  const { manifest } = parsed
  const quality = await qualityIn(folder, host)
  const warnings =
    rulebook !== null && manifest.rulebook !== null && manifest.rulebook.sha256 !== rulebook.sha256
      ? [diagnose('run/other-rulebook', `run ${manifest.run} was made by another version of the rulebook`)]
      : []
  return { before: { manifest, ...(quality && { quality }) }, folder, warnings }
}

/** How full the fields were. */
async function qualityIn(folder: string, host: RunHost): Promise<FieldQuality[] | undefined> {
  const text = await host.readText(`${folder}/${RUN_FILES.summary}`)
  if (text === undefined) return undefined
  try {
    const { quality }: { readonly quality?: unknown } = JSON.parse(text)
    return Array.isArray(quality) && quality.every(isQuality) ? quality : undefined
  } catch {
    return undefined
  }
}

function isQuality(value: unknown): value is FieldQuality {
  if (typeof value !== 'object' || value === null) return false
  const entries = new Map<string, unknown>(Object.entries(value))
  const counts = ['filled', 'empty', 'invalid'].every(key => typeof entries.get(key) === 'number')
  return typeof entries.get('field') === 'string' && counts
}
