import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SNOWFLAKE } from '../../src/dialects/dialect/snowflake.ts'
import type { QueryEngine } from './engines.ts'
import { ROOT } from './program.ts'

const PYTHON = join(ROOT, '.snowflake', 'venv', 'bin', 'python')

/** Whether `scripts/snowflake-setup` has installed what stands in for Snowflake. */
export const HAS_SNOWFLAKE = existsSync(PYTHON)

/** What stands in for Snowflake, in a process of its own. */
export interface Emulator extends QueryEngine {
  /** Which of several matches regular expressions take from now on: the longest, or the first. */
  takeLongest(longest: boolean): void
}

export async function snowflake(): Promise<Emulator> {
  const child = spawn(PYTHON, [join(ROOT, 'test', 'support', 'snowflake', 'emulator.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the emulator of Snowflake has ended')
    return JSON.parse(value)
  }
  await answer()
  let longest = false
  const query = async (sql: string): Promise<(string | null)[][]> => {
    child.stdin.write(`${JSON.stringify({ sql, longest })}\n`)
    const { rows, error } = await answer()
    if (error !== undefined) throw new Error(error)
    return rows
  }
  return {
    dialect: SNOWFLAKE,
    functionName: name => `leadq_${name}`,
    query,
    run: async sql => {
      await query(sql)
    },
    takeLongest: is => {
      longest = is
    },
    close: async () => {
      child.stdin.end()
      await new Promise(resolve => child.once('close', resolve))
    },
  }
}
