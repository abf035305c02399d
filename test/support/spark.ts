import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSpark } from '../../src/cli/hosts/warehouse/spark.ts'
import type { Spark } from '../../src/tools/warehouse/spark/session.ts'
import { ROOT } from './program.ts'

const INSTALLED = join(ROOT, '.spark', 'home')

/** The Spark that `scripts/spark-setup` has installed, or that of the environment; undefined if there is none. */
export const SPARK_HOME = existsSync(INSTALLED) ? INSTALLED : process.env.SPARK_HOME

const PYTHON = join(ROOT, '.spark', 'venv', 'bin', 'python')

/** The Python that has what Spark needs to give leads to leadq. */
const PYSPARK_PYTHON = process.env.PYSPARK_PYTHON ?? (existsSync(PYTHON) ? PYTHON : undefined)

/** The environment in which Spark is two workers on this machine. */
export const SPARK_ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  SPARK_HOME,
  PYSPARK_PYTHON,
  SPARK_CONF_DIR: join(ROOT, 'test', 'support', 'spark'),
  SPARK_LOCAL_IP: '127.0.0.1',
}

/** In a folder of its own, where it keeps its tables. */
export async function startedSpark(): Promise<Spark> {
  const cwd = mkdtempSync(join(tmpdir(), 'leadq-spark-test-'))
  const { ask, close } = await startSpark({ env: SPARK_ENVIRONMENT, cwd, signal: new AbortController().signal })
  return {
    ask,
    async close() {
      await close()
      rmSync(cwd, { recursive: true, force: true })
    },
  }
}
