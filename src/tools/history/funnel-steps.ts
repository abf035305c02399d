import { RUN_FILES } from '../../ir/results/run-folder.ts'
import { readRulebook } from '../../rulebook/index.ts'
import type { PastRuns } from './past-runs.ts'
import type { RunsHost } from './runs-host.ts'

/**
 * The stages of the newest rulebook, the lowest first: rulebooks write the best one first. Stages that only exclusions
 * give are no steps.
 */
export async function funnelSteps({ runs }: PastRuns, host: RunsHost): Promise<string[]> {
  const newest = runs.at(-1)
  if (newest === undefined) return []
  const file = `${newest.folder}/${RUN_FILES.rulebook}`
  const text = await host.readText(file)
  const plan = text === undefined ? undefined : readRulebook({ file, text }).plan
  const stages = plan?.stages.map(({ stage }) => stage) ?? Object.keys(newest.manifest.stages).filter(isStep)
  return [...new Set(stages)].toReversed()
}

/** The stage of exclusions, unless they name another one. */
function isStep(stage: string): boolean {
  return stage !== 'disqualified'
}
