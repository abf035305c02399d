import { realpath } from 'node:fs/promises'
import type { Worker } from '../../../tools/warehouse/spark/session.ts'
import { packageFile } from '../../package-files.ts'

/** This node and this leadq, to judge leads on the workers of a Spark. `node`: where it is installed on each of them. */
export async function sparkWorker(node: string | undefined): Promise<Worker> {
  const carried = node === undefined ? [[await realpath(process.execPath), 'node'] as const] : []
  return {
    files: [...carried, [packageFile('package.json'), 'package.json'], [packageFile('dist'), 'dist']],
    script: 'dist/worker.js',
    node: node ?? null,
  }
}
