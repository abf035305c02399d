import { diagnose } from '../../base/diagnostic.ts'
import { EXIT, type Exit } from '../../base/exit.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Manifest } from '../../ir/results/manifest.ts'
import { makeManifest, type RunInput, type RunStart } from './make-manifest.ts'

/** The manifest of a run that something ended. */
export function makeFailedManifest(
  start: RunStart,
  inputs: readonly RunInput[],
  error: unknown,
  now: number,
): Manifest {
  const { problem, exit } = problemOf(error)
  return makeManifest(start, {
    status: isInterruption(exit, problem.code) ? 'interrupted' : 'failed',
    exit_code: EXIT[exit],
    finished_at: new Date(now).toISOString(),
    inputs,
    problem,
  })
}

function problemOf(error: unknown) {
  if (error instanceof Refusal) return { problem: error.diagnostic, exit: error.exit }
  const message = error instanceof Error ? error.message : String(error)
  return { problem: diagnose('cli/bug', message), exit: 'bug' as const }
}

function isInterruption(exit: Exit, code: string): boolean {
  return code === 'run/too-long' || exit === 'hungUp' || exit === 'interrupted' || exit === 'terminated'
}
