import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DIALECTS } from '../../src/dialects/dialect/dialects.ts'
import type { QueryEngine } from './engines.ts'
import { ROOT } from './program.ts'

const FOLDER = join(ROOT, '.bigquery')
const EVALUATOR = join(ROOT, 'test', 'support', 'bigquery', 'evaluator.py')

/** Whether `scripts/bigquery-setup` has installed ZetaSQL. */
export const HAS_ZETASQL = existsSync(join(FOLDER, 'version'))

interface Answer {
  readonly rows?: (string | null)[][]
  readonly error?: string
}

export interface ZetaSql extends QueryEngine {
  /** Parses a statement and checks its types. */
  check(statement: string): Promise<void>
}

/** Google's own evaluator of BigQuery's SQL in a process of its own, which answers one question after the other. */
export function zetasql(): ZetaSql {
  const python = spawn(join(FOLDER, 'venv', 'bin', 'python'), [EVALUATOR, join(FOLDER, 'zetasql.module')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()
  const ask = (question: object): Promise<(string | null)[][]> => {
    const answer = last.then(async () => {
      python.stdin.write(`${JSON.stringify(question)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error('the evaluator has ended')
      const { rows, error }: Answer = JSON.parse(value)
      if (rows === undefined) throw new Error(error)
      return rows
    })
    last = answer.catch(() => undefined)
    return answer
  }
  return {
    dialect: DIALECTS.bigquery,
    // BigQuery has no such names; the evaluator keeps them for columns of its own.
    takesColumn: name => !name.startsWith('$'),
    query: sql => ask({ sql }),
    run: async sql => {
      await ask({ function: sql })
    },
    check: async statement => {
      await ask({ statement })
    },
    close: async () => {
      python.stdin.end()
      await new Promise(resolve => python.once('close', resolve))
    },
  }
}
