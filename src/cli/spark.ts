import type { Summary } from '../ir/summary.ts'
import type { Rulebook } from '../tools/score.ts'
import { type SparkRequest, scoreInSpark } from '../tools/spark/score.ts'
import { stopped } from './hosts/outside.ts'
import { startSpark } from './hosts/spark.ts'
import { usage } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** What is asked of `leadq score --engine spark`. */
interface Flags extends Omit<SparkRequest, 'input' | 'out' | 'format' | 'force' | 'dryRun' | 'asOf'> {
  readonly format?: SparkRequest['format'] | 'xlsx'
  readonly out?: string
  readonly master?: string
  readonly force?: true
  readonly dryRun?: true
}

/** Flags of other engines, which Spark's has no answer to. */
const UNKNOWN = [
  'events',
  'companies',
  'split',
  'only',
  'sort',
  'top',
  'maxRejects',
  'escapeFormulas',
  'sheet',
  'for',
] as const

/** Starts Spark, scores a path or a table in it, and ends it. */
export async function scoreWithSpark(
  rulebook: Rulebook,
  inputs: readonly string[],
  flags: Flags & Readonly<Partial<Record<(typeof UNKNOWN)[number], unknown>>>,
  asOf: number,
  around: Surroundings,
): Promise<Summary> {
  const unknown = UNKNOWN.find(name => flags[name] !== undefined)
  if (unknown !== undefined) {
    const flag = unknown.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    throw usage(`--${flag}: Spark's engine has no such thing`, '`--engine stream` has')
  }
  const [input = '', ...others] = inputs
  if (others.length > 0) throw usage('`--engine spark` reads one path or table', 'a path can be a folder, or have a *')
  const { out } = flags
  if (out === undefined) throw usage('`--engine spark` writes a folder or a table: name it with `-o`')
  if (input === '-' || out === '-') throw usage('Spark reads no stdin and writes no stdout')
  const { format } = flags
  if (format === 'xlsx') throw usage('Spark writes no workbooks')
  const stop = new AbortController()
  around.onStop(signal => stop.abort(stopped(signal)))
  const spark = await startSpark({ master: flags.master, env: around.env, cwd: around.cwd, signal: stop.signal })
  try {
    const { inputFormat, from, columns, prefix, force = false, dryRun = false } = flags
    const request = { input, inputFormat, from, out, format, asOf, columns, prefix, force, dryRun }
    return await scoreInSpark(rulebook, request, spark, VERSION)
  } finally {
    await spark.close()
  }
}
