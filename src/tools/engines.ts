import type { Code } from '../base/codes.ts'
import { Refusal } from '../base/refusal.ts'
import { countedOf } from '../engine/counted.ts'
import type { EngineSummary, Summary } from '../ir/summary.ts'
import { addTallied, startTally } from '../ir/tallied.ts'
import { type Duckdb, HandOver } from './duckdb/duckdb.ts'
import { judgeByDuckdb } from './duckdb/judge.ts'
import { whyNotDuckdb } from './duckdb/why-not.ts'
import type { Host } from './host.ts'
import { type Rulebook, type ScoreRequest, score } from './score.ts'

/** What can judge files. */
export const FILE_ENGINES = ['auto', 'stream', 'duckdb'] as const

export type FileEngine = (typeof FILE_ENGINES)[number]

/** Bytes of input from which on DuckDB is faster, its start included; measured with `bench/`. */
const LARGE = 30_000_000

export interface Engines {
  readonly wanted: FileEngine
  /** A DuckDB for this run; a `Refusal` if it cannot be had here. */
  openDuckdb(): Promise<Duckdb>
}

interface Job {
  readonly rulebook: Rulebook
  readonly request: ScoreRequest
  readonly host: Host
  readonly version: string
}

/** Scores files by the engine that was asked for. What DuckDB cannot do, the reference does, and the summary says why. */
export async function scoreFiles(job: Job, engines: Engines): Promise<Summary> {
  const { rulebook, request, host } = job
  if (engines.wanted === 'stream') return byReference(job)
  const size = await sizeOf(request.inputs, host)
  if (engines.wanted === 'auto' && size < LARGE) return byReference(job)
  const reason = whyNotDuckdb(rulebook.plan, request)
  if (reason !== undefined) return byReference(job, reason)
  const duckdb = await engines.openDuckdb().catch(error => reasonIn(error, engines))
  if (typeof duckdb === 'string') return byReference(job, duckdb)
  const because = engines.wanted === 'auto' ? `of ${megabytes(size)} MB of input` : 'it was asked for'
  const done = await byDuckdb(job, duckdb, because)
    .catch(error => reasonIn(error, engines))
    .finally(duckdb.close)
  return typeof done === 'string' ? byReference(job, done) : done
}

/** Why the reference has to do it; what is wrong with DuckDB here is told to those who asked for it. */
function reasonIn(error: unknown, { wanted }: Engines): string {
  if (error instanceof HandOver) return error.message
  if (wanted === 'auto' && error instanceof Refusal && ENGINE_TROUBLE.has(error.diagnostic.code)) return error.message
  throw error
}

const ENGINE_TROUBLE: ReadonlySet<Code> = new Set(['engine/missing', 'engine/memory', 'engine/disk'])

/** Of pipes and what is not there nobody knows the size. */
async function sizeOf(inputs: readonly string[], host: Host): Promise<number> {
  const sizes = await Promise.all(inputs.map(path => host.sizeOf(path)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function byReference({ rulebook, request, host, version }: Job, because?: string): Promise<Summary> {
  const engine: EngineSummary = { name: 'stream', ...(because !== undefined && { because }) }
  return score(rulebook, request, host, version, { engine })
}

function byDuckdb({ rulebook, request, host, version }: Job, duckdb: Duckdb, because: string): Promise<Summary> {
  const { plan } = rulebook
  const tallied = startTally(plan)
  return score(rulebook, request, host, version, {
    engine: { name: 'duckdb', version: duckdb.version, because },
    judge: (opened, outputs, _, context) =>
      judgeByDuckdb(opened, outputs, context, duckdb, counted => addTallied(tallied, counted)),
    counted: (inputs, reachable) => countedOf(plan, tallied, inputs, reachable),
  })
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0)
}
