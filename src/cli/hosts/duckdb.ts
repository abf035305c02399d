import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import { type Duckdb, HandOver, type Rows } from '../../tools/duckdb/duckdb.ts'
import type { Surroundings } from '../surroundings.ts'
import { reasonOf } from './disk.ts'
import { stopped } from './outside.ts'

/** Of DuckDB's own memory; the process takes a third of a gigabyte beside it. */
const MEMORY = '1GB'

const SETTINGS = [
  `memory_limit = '${MEMORY}'`,
  // Lists of values become joins otherwise, which give rows in any order.
  "disabled_optimizers = 'in_clause'",

  'preserve_insertion_order = true',
  'enable_progress_bar = true',
  'enable_progress_bar_print = false',
]

/** A DuckDB in this process, with a folder for what does not fit in its memory. Whoever opens it closes it. */
export async function openDuckdb(around: Surroundings): Promise<Duckdb> {
  const { DuckDBInstance, version } = await load()
  const folder = await mkdtemp(join(tmpdir(), 'leadq-'))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const stop = new AbortController()
  around.onStop(signal => {
    stop.abort(stopped(signal))
    connection.interrupt()
  })
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    stop.signal.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      stop.signal.throwIfAborted()
      throw troubleOf(error)
    }
  }
  const run = async (sql: string) => {
    const t = performance.now()
    const r = await guarded(() => connection.run(sql))
    if (around.env.LEADQ_SQL) console.error((performance.now() - t).toFixed(0), 'ms', sql.length, sql.slice(0, 60))
    return r
  }
  for (const setting of SETTINGS) await run(`SET ${setting}`)
  await run(`SET temp_directory = ${DUCKDB.text(folder)}`)
  return {
    version: version().replace(/^v/, ''),
    query: async sql => {
      const t = performance.now()
      const r = await guarded(() => rowsOf(connection, sql))
      if (around.env.LEADQ_SQL)
        console.error((performance.now() - t).toFixed(0), 'ms', sql.length, sql.slice(0, 60).replaceAll('\n', ' '))
      return r
    },
    async *rows(sql) {
      const result = await guarded(() => connection.stream(sql))
      const rows = result.yieldRowsJson()
      for (let next = await guarded(() => rows.next()); !next.done; next = await guarded(() => rows.next())) {
        yield next.value.map(row => row.map(cell => (cell === null ? null : String(cell))))
      }
    },
    copy: async sql => (await run(sql)).rowsChanged,
    async create() {
      const path = join(folder, `${randomUUID()}.csv`)
      const handle = await open(path, 'wx')
      return {
        path,
        write: async bytes => {
          stop.signal.throwIfAborted()
          await handle.writeFile(bytes).catch(error => Promise.reject(full(error)))
        },
        end: () => handle.close(),
      }
    },
    read: path => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    remove: path => rm(path, { force: true }),
    async close() {
      connection.closeSync()
      instance.closeSync()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function load() {
  return import('@duckdb/node-api').catch(error => {
    throw new Refusal(
      diagnose('engine/missing', `DuckDB cannot be loaded: ${error.message}`, {
        hint: 'install it: `npm install @duckdb/node-api`, or leave out `--engine`',
      }),
      'usage',
    )
  })
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Rows> {
  const rows = await (await connection.run(sql)).getRowsJson()
  return rows.map(row => row.map(cell => (cell === null ? null : String(cell))))
}

function troubleOf(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  return new HandOver(`DuckDB says: ${message.split('\n')[0]}`)
}

function full(error: NodeJS.ErrnoException): Refusal {
  return new Refusal(diagnose('file/cannot-write', `cannot write in ${tmpdir()}: ${reasonOf(error)}`), 'cannotWrite')
}
