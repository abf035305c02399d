import type { Refusal } from '../../../base/refusal.ts'
import type { SparkError } from './session.ts'
import { refuse } from './spark-source.ts'

interface Failure {
  readonly pattern: RegExp
  message(found: string): string
  readonly hint: string
}

/** How judging on a worker can fail, by what Spark says then; `spark/leadq_worker.py` raises the first three. */
const FAILURES: readonly Failure[] = [
  {
    pattern: /leadq cannot start node: ([^\n]*)/,
    message: found => `a Spark worker cannot start node (${found})`,
    hint: '`--worker-node` names a node that is installed on every worker; `--engine spark-sql` needs none',
  },
  {
    pattern: /leadq ended with exit status -9/,
    message: () => 'a Spark worker stopped the process that judges leads, most likely for lack of memory',
    hint: 'raise spark.executor.memoryOverhead: each core of a worker needs 400 MB for leadq',
  },
  {
    pattern: /leadq ended with exit status (-?\d+)/,
    message: found => `the process that judges leads on a Spark worker ended with exit status ${found}`,
    hint: "the worker's stderr log says why; node 20 or newer has to run there: see `--worker-node`",
  },
  {
    pattern: /leadq failed: ([^\n]*)/,
    message: found => `leadq failed on a Spark worker: ${found}`,
    hint: '`--engine spark-sql` judges by a query',
  },
  {
    pattern: /(pyarrow|pandas)[^\n]* must be installed|No module named '(?:pyarrow|pandas)/i,
    message: () => 'leads reach leadq on the workers through pyarrow, and the Python of Spark has none',
    hint: '`pip install pyarrow pandas` for that Python (PYSPARK_PYTHON), on the workers too; `--engine spark-sql` needs none',
  },
  {
    pattern:
      /(\w+Type)\(\) is not supported in conversion to Arrow|Invalid return type in mapIn[^\n]*(CalendarIntervalType)/,
    message: found => `a column has a type that Spark cannot give to leadq: ${found}`,
    hint: 'leave the column out, or `--engine spark-sql` judges by a query',
  },
]

/** A failure on a worker in a sentence; undefined if the error is another one. */
export function workerFailure({ message }: SparkError): Refusal | undefined {
  for (const failure of FAILURES) {
    const found = failure.pattern.exec(message)
    if (found === null) continue
    return refuse('spark/ended', failure.message(found[1] ?? found[2] ?? ''), 'tryAgain', failure.hint)
  }
  return undefined
}
