import type { Refusal } from '../../../base/refusal.ts'
import type { SparkError } from './session.ts'
import { refuse } from './spark-source.ts'

interface Failure {
  readonly pattern: RegExp
  message(found: string): string
  readonly hint: string
}

/** How judging on a worker can fail, by what Spark says then; `spark/leadq_driver.py` raises the first two. */
const FAILURES: readonly Failure[] = [
  {
    pattern: /leadq failed: ([^\n]*?)(?: SQLSTATE|\n|$)/,
    message: found => `leadq failed on a Spark worker: ${found}`,
    hint: '`--engine spark-sql` judges by a query',
  },
  {
    pattern: /(leadq answered for another row|Can only zip RDDs|Can't zip RDDs)/,
    message: () => 'the leads changed while they were read, so that their results could not be put beside them',
    hint: 'run it again; read a copy if others write to this table all the time',
  },
  {
    pattern: /Cannot run program "([^"]*)"/,
    message: found => `a Spark worker cannot start node (${found})`,
    hint: '`--worker-node` names a node that is installed on every worker; `--engine spark-sql` needs none',
  },
  {
    pattern: /Subprocess exited with status 137/,
    message: () => 'a Spark worker stopped the process that judges leads, most likely for lack of memory',
    hint: 'raise spark.executor.memoryOverhead: each core of a worker needs 300 MB for leadq',
  },
  {
    pattern: /Subprocess exited with status (\d+)/,
    message: found => `the process that judges leads on a Spark worker ended with exit status ${found}`,
    hint: "the worker's stderr log says why; node 20 or newer has to run there: see `--worker-node`",
  },
]

/** A failure on a worker in a sentence; undefined if the error is another one. */
export function workerFailure({ message }: SparkError): Refusal | undefined {
  for (const failure of FAILURES) {
    const found = failure.pattern.exec(message)
    if (found !== null) return refuse('spark/ended', failure.message(found[1] ?? ''), 'tryAgain', failure.hint)
  }
  return undefined
}
