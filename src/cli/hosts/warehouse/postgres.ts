import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Database } from '../../../tools/warehouse/postgres/database.ts'
import type { Surroundings } from '../../surroundings.ts'
import { stopped } from '../stopped.ts'
import { connectRefusal, queryRefusal } from './postgres-errors.ts'
import { fromUrl } from './postgres-url.ts'

const OLDEST = 150_000
const PATIENCE = 10_000

/** A connection to a PostgreSQL server. Whoever opens it closes it. */
export interface OpenDatabase extends Database {
  close(): Promise<void>
}

/** Connects; what the URL leaves out says the environment (PGHOST, PGUSER, PGPASSWORD ...), as everywhere. */
export async function openPostgres(url: string, around: Surroundings): Promise<OpenDatabase> {
  const { Client } = (await import('pg')).default
  const config = {
    ...fromUrl(url),
    application_name: 'leadq',
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
    types: { getTypeParser: () => (text: string) => text },
  }
  const client = new Client(config)
  const at = `${client.host}:${client.port}/${client.database ?? client.user ?? ''}`
  // Of a connection that breaks, the query that runs hears too; without a listener the process would end.
  client.on('error', () => {})
  await client.connect().catch(error => {
    // Else the server keeps the process waiting for the password that it asked for.
    client.end().catch(() => {})
    throw connectRefusal(error, at)
  })

  const stop = new AbortController()
  around.onStop(signal => {
    stop.abort(stopped(signal))
    void cancel()
  })
  /** Only another connection can end a query that runs. */
  const cancel = async () => {
    const second = new Client(config)
    second.on('error', () => {})
    try {
      await second.connect()
      await second.query('SELECT pg_cancel_backend($1)', [process])
      await second.end()
    } catch {
      await client.end()
    }
  }
  let isWritingDown = false
  const query: Database['query'] = async (text, parameters = []) => {
    stop.signal.throwIfAborted()
    try {
      const { rows } = await client.query<(string | null)[]>({ text, values: [...parameters], rowMode: 'array' })
      return rows
    } catch (error) {
      stop.signal.throwIfAborted()
      throw queryRefusal(error, at, isWritingDown)
    }
  }
  const close = () => client.end().catch(() => {})
  let process: string
  let version: string
  try {
    const [[number, name, encoding, pid] = []] = await query(
      `SELECT current_setting('server_version_num'), current_setting('server_version'),
        current_setting('server_encoding'), pg_backend_pid()`,
    )
    process = pid ?? ''
    version = name?.split(' ')[0] ?? ''
    refuseUnfit(Number(number), version, encoding ?? '', at)
    // If leadq is killed the server notices, and ends the query. Not every platform can.
    await client.query('SET client_connection_check_interval = 2000').catch(() => {})
  } catch (error) {
    await close()
    throw error
  }

  return {
    version,
    at,
    query,
    close,
    async transaction(work) {
      await query('BEGIN ISOLATION LEVEL REPEATABLE READ')
      try {
        const result = await work()
        isWritingDown = true
        await query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      } finally {
        isWritingDown = false
      }
    },
  }
}

function refuseUnfit(number: number, version: string, encoding: string, at: string): void {
  const refuse = (message: string, hint: string) =>
    new Refusal(diagnose('database/refused', `${at} ${message}`, { hint }), 'noInput')
  if (number < OLDEST) throw refuse(`is PostgreSQL ${version}`, 'leadq needs 15 or newer')
  if (encoding !== 'UTF8') throw refuse(`is written in ${encoding}`, 'leadq needs a database in UTF8')
}
