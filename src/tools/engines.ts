import { countedOf } from '../engine/counted.ts'
import type { Summary } from '../ir/summary.ts'
import { addTallied, startTally } from '../ir/tallied.ts'
import { type Duckdb, HandOver } from './duckdb/duckdb.ts'
import { judgeByDuckdb } from './duckdb/judge.ts'
import { whyNotDuckdb } from './duckdb/why-not.ts'
import type { Host } from './host.ts'
import { type Rulebook, type ScoreRequest, score } from './score.ts'

/** What can judge files. */
export const ENGINES = ['auto', 'stream', 'duckdb'] as const

export type EngineName = (typeof ENGINES)[number]

export interface Engines {
  readonly wanted: EngineName
  /** Throws a `Refusal` if there is no DuckDB here. */
  duckdb(): Promise<Duckdb>
}

/** Scores files by the engine that was asked for. What DuckDB cannot do, the reference does, and the summary says why. */
export async function scoreFiles(
  rulebook: Rulebook,
  request: ScoreRequest,
  host: Host,
  engines: Engines,
  version: string,
): Promise<Summary> {
  const { wanted } = engines
  if (wanted === 'stream') return score(rulebook, request, host, version)
  if (wanted === 'auto') {
    // TODO
    return score(rulebook, request, host, version)
  }
  const byReference = (because: string) =>
    score(rulebook, request, host, version, { engine: { name: 'stream', because } })
  const reason = whyNotDuckdb(rulebook.plan, request)
  if (reason !== undefined) return byReference(reason)
  try {
    return await byDuckdb(rulebook, request, host, await engines.duckdb(), version)
  } catch (error) {
    if (error instanceof HandOver) return byReference(error.message)
    throw error
  }
}

async function byDuckdb(
  rulebook: Rulebook,
  request: ScoreRequest,
  host: Host,
  duckdb: Duckdb,
  version: string,
): Promise<Summary> {
  const { plan } = rulebook
  const tallied = startTally(plan)
  try {
    return await score(rulebook, request, host, version, {
      engine: { name: 'duckdb', version: duckdb.version, because: 'it was asked for' },
      judge: (opened, outputs, _, context) =>
        judgeByDuckdb(opened, outputs, context, duckdb, counted => addTallied(tallied, counted)),
      counted: (inputs, reachable) => countedOf(plan, tallied, inputs, reachable),
    })
  } finally {
    await duckdb.close()
  }
}
