import { expect } from 'vitest'
import { type FileEngine, scoreFiles } from '../../src/tools/score/choose-engine.ts'
import type { ScoreRequest } from '../../src/tools/score/score-request.ts'
import { memoryHost } from './memory-host.ts'
import { planOf } from './plans.ts'
import { PLAIN_REQUEST } from './score-request.ts'

/** Inputs of a run, and what is asked for. */
export interface Scoring {
  readonly rules: object
  readonly files: ReadonlyMap<string, string>
  readonly request?: Partial<ScoreRequest>
}

async function scored({ rules, files: inputs, request }: Scoring, wanted: FileEngine) {
  const files = new Map<string, string | Uint8Array>(inputs)
  const rulebook = {
    plan: planOf(rules),
    diagnostics: [],
    summary: { name: 'drawn', source: 'rules.yaml', sha256: '' },
  }
  const asked = { ...PLAIN_REQUEST, verify: 1, verdicts: 'verdicts.parquet', ...request }
  const job = { rulebook, request: asked, host: memoryHost(files), version: '0' }
  try {
    const summary = await scoreFiles(job, { wanted, openDuckdb: () => Promise.reject(new TypeError('not needed')) })
    return { summary, files: [...files].map(([path, content]) => [path, String(content)]) }
  } catch (error) {
    return { error }
  }
}

/** The same files and the same summary, by classes and lead by lead. */
export async function expectSame(scoring: Scoring): Promise<void> {
  expect(await scored(scoring, 'auto')).toEqual(await scored(scoring, 'stream'))
}
