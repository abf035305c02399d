import type { Code } from '../../base/codes.ts'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { summaryCountsOf } from '../../engine/summary-counts.ts'
import { addCounts, startCounts } from '../../ir/results/counts.ts'
import type { EngineSummary, Summary } from '../../ir/results/summary.ts'
import type { Host } from '../../leads/host.ts'
import { formatOfName } from '../../outputs/outputs.ts'
import { type Duckdb, HandOver } from '../warehouse/duckdb/duckdb-engine.ts'
import { ONCE, unsupportedByDuckdb } from '../warehouse/duckdb/supports.ts'
import { score } from './score-inputs.ts'
import type { Rulebook, ScoreRequest } from './score-request.ts'

/** The engines for files. */
export const FILE_ENGINES = ['auto', 'stream', 'duckdb'] as const

export type FileEngine = (typeof FILE_ENGINES)[number]

/** Bytes of input from which on DuckDB is faster, its start included; measured with `bench/`. */
const LARGE = 20_000_000

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

/**
 * Scores files by the engine that was asked for. What DuckDB cannot do, the reference does, and the summary says why.
 */
export async function scoreFiles(job: Job, engines: Engines): Promise<Summary> {
  if (engines.wanted === 'stream') return byReference(job, undefined, true)
  if (engines.wanted === 'duckdb') return preferDuckdb(job, engines, 'it was asked for')
  if (mayBeFast(job.request)) return byReference(job)
  const size = await sizeOf(job.request.inputs, job.host)
  if (size >= LARGE) return preferDuckdb(job, engines, `of ${(size / 1_000_000).toFixed(0)} MB of input`)
  try {
    return await byReference(job)
  } catch (error) {
    if (isNeed(error)) return preferDuckdb(job, engines, 'of Parquet')
    throw error
  }
}

/** By DuckDB if it can; else by the reference, if that can. */
async function preferDuckdb(job: Job, engines: Engines, because: string): Promise<Summary> {
  try {
    return await byDuckdb(job, engines, because)
  } catch (error) {
    const reason = reasonIn(error, engines)
    if (reason === undefined) throw error
    return byReference(job, reason).catch(other => Promise.reject(isNeed(other) ? unmet(other, error) : other))
  }
}

/** Why the reference engine takes over. A problem of DuckDB itself is an error if the user asked for DuckDB. */
function reasonIn(error: unknown, { wanted }: Engines): string | undefined {
  if (error instanceof HandOver) return error.message
  const isTrouble = error instanceof Refusal && ENGINE_PROBLEMS.has(error.diagnostic.code)
  return wanted === 'auto' && isTrouble ? error.message : undefined
}

const ENGINE_PROBLEMS: ReadonlySet<Code> = new Set(['engine/missing', 'engine/memory', 'engine/disk'])

function isNeed(error: unknown): error is Refusal {
  return error instanceof Refusal && error.diagnostic.code === 'engine/needed'
}

/** A job that needs DuckDB, where DuckDB cannot run. */
function unmet(need: Refusal, error: unknown): unknown {
  if (!(error instanceof HandOver)) return error
  const message = `${need.message}, and DuckDB cannot run this job: ${error.message}`
  return new Refusal(diagnose('engine/needed', message, { hint: 'read and write CSV or JSON' }), need.exit)
}

/** Whether no Parquet is named, which DuckDB reads and writes. */
function mayBeFast({ inputs, format, out }: ScoreRequest): boolean {
  const isParquet = (path: string) => formatOfName(path) === 'parquet'
  return format !== 'parquet' && (out === undefined || !isParquet(out)) && !inputs.some(isParquet)
}

/** The total size of the inputs; pipes and missing files count as 0. */
async function sizeOf(inputs: readonly string[], host: Host): Promise<number> {
  const sizes = await Promise.all(inputs.map(path => host.sizeOf(path)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** `isReference`: lead by lead, whatever could be done in a quicker way. */
function byReference(
  { rulebook, request, host, version }: Job,
  because?: string,
  isReference = false,
): Promise<Summary> {
  const engine: EngineSummary = { name: 'stream', ...(because !== undefined && { because }) }
  return score(rulebook, request, host, version, { engine, isReference })
}

async function byDuckdb(
  { rulebook, request, host, version }: Job,
  engines: Engines,
  because: string,
): Promise<Summary> {
  const { plan } = rulebook
  const reason = unsupportedByDuckdb(plan, request)
  if (reason !== undefined) throw new HandOver(reason)
  const kinds = await Promise.all(request.inputs.map(path => host.kindOf(path)))
  if (kinds.includes('stream')) throw new HandOver(ONCE)
  const duckdb = await engines.openDuckdb()
  // Loaded on demand: loading takes longer than scoring a small file.
  const [{ judgeByDuckdb }, { openParquet }] = await Promise.all([
    import('../warehouse/duckdb/score-duckdb.ts'),
    import('../warehouse/duckdb/parquet.ts'),
  ])
  const verdictCounts = startCounts(plan)
  try {
    return await score(rulebook, request, host, version, {
      engine: { name: 'duckdb', version: duckdb.version, because },
      open: (path, context) => openParquet(path, context, duckdb),
      judge: (job, context) => judgeByDuckdb(job, context, duckdb, counted => addCounts(verdictCounts, counted)),
      counted: (inputs, reachable) => summaryCountsOf(plan, verdictCounts, inputs, reachable),
    })
  } finally {
    await duckdb.close()
  }
}
