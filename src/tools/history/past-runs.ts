import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { type OpenTable, openTable } from '../../io/parquet/read-table.ts'
import type { HistoryHead } from '../../ir/results/history.ts'
import type { Manifest } from '../../ir/results/manifest.ts'
import { compareRunIds, isRunId, RUN_FILES, RUNS } from '../../ir/results/run-folder.ts'
import { dayOf } from '../../ir/values/calendar.ts'
import { parseManifest } from '../run/parse-manifest.ts'
import type { RunsHost } from './runs-host.ts'

/** A run that was published. */
export interface PastRun {
  readonly id: string
  readonly folder: string
  readonly manifest: Manifest
  /** The rulebook is another one than in the run before. */
  readonly rulesChanged: boolean
}

export interface PastRuns {
  readonly folder: string
  /** The oldest first. */
  readonly runs: readonly PastRun[]
  /** Runs that are no part of the history, and why. */
  readonly warnings: Diagnostic[]
}

/** Finds the runs in a folder. Throws a `Refusal` where there is none. */
export async function findRuns(folder: string, host: RunsHost): Promise<PastRuns> {
  const ids = (await host.names(folder)).filter(isRunId).toSorted(compareRunIds)
  const warnings: Diagnostic[] = []
  const runs: PastRun[] = []
  let rules: string | undefined
  for (const id of ids) {
    const path = `${folder}/${id}`
    const text = await host.readText(`${path}/${RUN_FILES.manifest}`)
    const parsed = text === undefined ? { problem: 'it has no manifest.json' } : parseManifest(text)
    if ('problem' in parsed) {
      warnings.push(lost(id, parsed.problem))
      continue
    }
    const { manifest } = parsed
    const own = manifest.rulebook?.sha256
    runs.push({ id, folder: path, manifest, rulesChanged: rules !== undefined && own !== rules })
    rules = own
  }
  const held = (await host.names(`${folder}/${RUNS.quarantine}`)).filter(isRunId)
  if (held.length > 0) {
    const message = `${held.length === 1 ? '1 run is' : `${held.length} runs are`} in quarantine and not part of the history: ${held.slice(0, MAX_NAMED).join(', ')}${held.length > MAX_NAMED ? ' ...' : ''}`
    warnings.push(diagnose('history/run', message))
  }
  if (runs.length === 0) {
    const [first] = warnings
    const message = first === undefined ? `${folder} holds no runs` : `${folder} holds no run that can be read`
    const hint = first?.message ?? 'name the folder that `leadq run` writes to (its `out`)'
    throw new Refusal(diagnose('history/none', message, { hint }), 'noInput')
  }
  return { folder, runs, warnings }
}

const MAX_NAMED = 3

function lost(id: string, why: string): Diagnostic {
  return diagnose('history/run', `run ${id} is left out: ${why}`)
}

/** Gives the verdicts of a run to `use`; a run whose verdicts are missing or damaged is a warning. */
export async function withVerdicts<T>(
  { id, folder }: PastRun,
  { warnings }: Pick<PastRuns, 'warnings'>,
  host: RunsHost,
  use: (table: OpenTable) => T,
): Promise<T | undefined> {
  const file = await host.open(`${folder}/${RUN_FILES.verdicts}`)
  if (file === undefined) {
    warnings.push(lost(id, `it has no ${RUN_FILES.verdicts}`))
    return undefined
  }
  try {
    return use(openTable(file))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    warnings.push(lost(id, `its ${RUN_FILES.verdicts} is damaged`))
    return undefined
  } finally {
    file.close()
  }
}

/** The day number by which its leads were judged. */
export function dayOfRun({ manifest }: PastRun): number {
  const [year, month, day] = manifest.as_of.split('-').map(Number)
  return dayOf(year ?? 0, month ?? 0, day ?? 0) ?? 0
}

/** What a document about a history begins with. */
export function headOf({ folder, runs, warnings }: PastRuns, version: string): HistoryHead {
  const [first, last] = [runs[0], runs.at(-1)]
  return {
    format_version: '1.0',
    tool: { name: 'leadq', version },
    folder,
    runs: { count: runs.length, from: first?.manifest.as_of ?? '', to: last?.manifest.as_of ?? '' },
    warnings,
  }
}
