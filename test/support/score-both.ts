import { expect } from 'vitest'
import type { ThreadHost } from '../../src/leads/host.ts'
import type { FileEngine } from '../../src/tools/score/choose-engine.ts'
import { score } from '../../src/tools/score/score-inputs.ts'
import type { ScoreRequest } from '../../src/tools/score/score-request.ts'
import { memoryHost } from './memory-host.ts'
import { planOf } from './plans.ts'
import { PLAIN_REQUEST } from './score-request.ts'

/** Inputs of a run, and what is asked for. */
export interface Scoring {
  readonly rules: object | string
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly request?: Partial<ScoreRequest>
}

/** What a run writes and says; with threads if there are any. */
export async function scored({ rules, files: inputs, request }: Scoring, engine: FileEngine, threads?: ThreadHost) {
  const files = new Map<string, string | Uint8Array>(inputs)
  const rulebook = {
    plan: planOf(rules),
    diagnostics: [],
    summary: { name: 'drawn', source: 'rules.yaml', sha256: '' },
  }
  const asked = { ...PLAIN_REQUEST, engine, verify: 1, verdicts: 'verdicts.parquet', ...request }
  try {
    const summary = await score(rulebook, asked, { ...memoryHost(files), ...(threads && { threads }) }, '0')
    return { summary, files: [...files].map(([path, content]) => [path, String(content)]) }
  } catch (error) {
    return { error }
  }
}

/** The same files and the same summary, by classes and lead by lead. */
export async function expectSame(scoring: Scoring): Promise<void> {
  expect(await scored(scoring, 'auto')).toEqual(await scored(scoring, 'stream'))
}
