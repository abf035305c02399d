import { STDIO } from '../../../leads/host.ts'
import type { Rulebook } from '../../../tools/score/score-request.ts'
import { type SparkRequest, scoreInSpark } from '../../../tools/warehouse/spark/score-spark.ts'
import type { ScoredTable } from '../../../tools/warehouse/table/score-table.ts'
import { stopped } from '../../hosts/stopped.ts'
import { startSpark } from '../../hosts/warehouse/spark.ts'
import { sparkWorker } from '../../hosts/warehouse/spark-worker.ts'
import { type EngineName, usage } from '../../options.ts'
import type { Surroundings } from '../../surroundings.ts'
import { VERSION } from '../../version.ts'
import { type FlagsOfTables, refuseFlagsOfFiles, tableRequest } from './score-table-flags.ts'

interface Flags extends FlagsOfTables {
  readonly format?: SparkRequest['format'] | 'xlsx'
  readonly inputFormat?: SparkRequest['inputFormat']
  readonly engine?: EngineName
  readonly master?: string
  readonly workerNode?: string
}

/** `leadq score --engine spark`, or `spark-sql`: starts Spark, scores a path or a table in it, and ends it. */
export async function scoreSpark(
  rulebook: Rulebook,
  inputs: readonly string[],
  flags: Flags,
  asOf: number,
  around: Surroundings,
): Promise<ScoredTable> {
  const [input = '', ...others] = inputs
  const { out, events = [], format, inputFormat, master, previous, workerNode } = flags
  refuseFlagsOfFiles(flags, { others: ['table'], where: 'inside Spark', hint: '`--engine stream` supports it' })
  if (others.length > 0) throw usage('`--engine spark` reads one path or table', 'a path can be a folder')
  if (out === undefined) throw usage('`--engine spark` writes a folder or a table: name it with `-o`')
  if ([input, out, ...events].includes(STDIO)) throw usage('Spark cannot read stdin or write stdout')
  if (format === 'xlsx') throw usage('Spark cannot write workbooks')
  const isQuery = flags.engine === 'spark-sql'
  if (isQuery && workerNode !== undefined) throw usage('`--engine spark-sql` starts no node on workers')
  const worker = isQuery ? undefined : await sparkWorker(workerNode)
  const stop = new AbortController()
  around.onStop(signal => stop.abort(stopped(signal)))
  const spark = await startSpark({ master, env: around.env, cwd: around.cwd, signal: stop.signal })
  try {
    const request = { ...tableRequest(flags, asOf, out), input, events, inputFormat, format, previous, worker }
    return await scoreInSpark(rulebook, request, spark, VERSION)
  } finally {
    await spark.close()
  }
}
