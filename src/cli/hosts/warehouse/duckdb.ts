import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { Duckdb, Part } from '../../../leads/parquet/duckdb.ts'
import type { Surroundings } from '../../surroundings.ts'
import { reasonOf } from '../disk/reasons.ts'
import { removeFolder, temporaryFolder } from '../disk/run-name.ts'
import { createPercentage } from '../progress.ts'
import { stopped } from '../stopped.ts'
import { failureOf } from './duckdb-errors.ts'

/** Bytes that DuckDB itself takes at most, unless told otherwise; the process needs a third of a gigabyte beside it. */
const MEMORY = 1_000_000_000

const SETTINGS = [
  // No network access, whatever a query or a file asks for.
  'autoinstall_known_extensions = false',
  'autoload_known_extensions = false',
  'preserve_insertion_order = true',
  'enable_progress_bar = true',
  'enable_progress_bar_print = false',
  'progress_bar_time = 0',
]

const READ_AT_ONCE = 1024 * 1024
const PACE = 100

export interface DuckdbOptions {
  /** Bytes that DuckDB may take. */
  readonly memory?: number | undefined
  readonly progress: boolean
}

/** A DuckDB in this process, with a folder for what it keeps on disk. Whoever opens it closes it. */
export async function openDuckdb(around: Surroundings, { memory, progress }: DuckdbOptions): Promise<Duckdb> {
  const { DuckDBInstance } = await load()
  const folder = await temporaryFolder().catch(error => Promise.reject(cannotKeep(error)))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const stop = new AbortController()
  const open = new Set([connection])
  around.onStop(signal => {
    stop.abort(stopped(signal))
    for (const each of open) each.interrupt()
  })
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    stop.signal.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      stop.signal.throwIfAborted()
      throw failureOf(error, folder)
    }
  }
  const run = (sql: string) => guarded(() => connection.run(sql))
  for (const setting of SETTINGS) await run(`SET ${setting}`)
  await run(`SET memory_limit = '${memory ?? usualMemory()}B'`)
  await run(`SET temp_directory = ${DUCKDB.text(folder)}`)
  await run('SET lock_configuration = true')
  return {
    fileOf: path => resolve(around.cwd, path).replace(/[*?[]/g, '[$&]'),
    query: sql => guarded(async () => textsOf(await (await connection.run(sql)).getRows())),
    async *rows(sql) {
      // A connection has one result at a time.
      const own = await instance.connect()
      open.add(own)
      try {
        const result = await guarded(() => own.stream(sql))
        for (;;) {
          const chunk = await guarded(() => result.fetchChunk())
          if (chunk === null || chunk.rowCount === 0) break
          const columns = chunk.getColumns()
          yield Array.from({ length: chunk.rowCount }, (_, row) => columns.map(cells => textOf(cells[row])))
        }
      } finally {
        open.delete(own)
        own.closeSync()
      }
    },
    async copy(sql) {
      const shown = progress ? showProgress(connection, around) : () => {}
      try {
        return (await run(sql)).rowsChanged
      } finally {
        shown()
      }
    },
    create: () => createPart(join(folder, randomUUID()), stop.signal),
    read: path => createReadStream(path, { highWaterMark: READ_AT_ONCE }),
    async close() {
      connection.closeSync()
      instance.closeSync()
      await removeFolder(folder)
    },
  }
}

/** Half of the available memory of the machine or container, if that is less. */
function usualMemory(): number {
  return Math.floor(Math.min(MEMORY, totalmem() / 2, process.constrainedMemory() / 2))
}

async function load() {
  return import('@duckdb/node-api').catch(() => {
    const message = 'Parquet needs DuckDB, which is not installed, or not for this machine'
    const hint = 'install it: `npm install @duckdb/node-api`; CSV, JSON and workbooks do not need it'
    throw new Refusal(diagnose('engine/missing', message, { hint }), 'usage')
  })
}

async function createPart(path: string, signal: AbortSignal): Promise<Part> {
  const handle = await open(path, 'wx').catch(error => Promise.reject(cannotKeep(error)))
  return {
    path,
    async write(bytes) {
      signal.throwIfAborted()
      await handle.writeFile(bytes).catch(error => Promise.reject(cannotKeep(error)))
    },
    end: () => handle.close(),
  }
}

/** How far a query has come, in percent; gives what ends it. */
function showProgress(connection: DuckDBConnection, around: Surroundings): () => void {
  const bar = createPercentage('DuckDB', around)
  let done = 0
  const timer = setInterval(() => {
    const { percentage } = connection.progress
    bar.advance(Math.max(0, percentage - done))
    done = Math.max(done, percentage)
  }, PACE)
  timer.unref()
  return () => {
    clearInterval(timer)
    bar.end()
  }
}

function textsOf(rows: readonly (readonly unknown[])[]): (string | null)[][] {
  return rows.map(row => row.map(textOf))
}

function textOf(cell: unknown): string | null {
  return cell === null ? null : String(cell)
}

function cannotKeep(error: NodeJS.ErrnoException): Refusal {
  const message = `cannot keep leads on disk in ${tmpdir()}: ${reasonOf(error)}`
  const hint = 'name a folder with more room in TMPDIR'
  return new Refusal(diagnose('engine/disk', message, { hint }), 'cannotWrite')
}
