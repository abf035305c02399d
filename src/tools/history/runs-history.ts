import type { RunsHistory } from '../../ir/results/history.ts'
import { headOf, type PastRuns } from './past-runs.ts'

/** The runs themselves. */
export function runsHistory(past: PastRuns, version: string): RunsHistory {
  return {
    ...headOf(past, version),
    nights: past.runs.map(({ id, manifest, rulesChanged }) => ({
      run: id,
      as_of: manifest.as_of,
      leads: manifest.counts?.scored ?? null,
      stages: manifest.stages,
      rejected: manifest.counts?.rejected ?? null,
      rulebook: [manifest.rulebook?.name, manifest.rulebook?.version].filter(text => text !== undefined).join(' '),
      rules_changed: rulesChanged,
    })),
  }
}
