import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import pg from 'pg'
import { DIALECTS } from '../../src/dialects/dialect/dialects.ts'
import type { QueryEngine } from './engines.ts'

/** A PostgreSQL server for leadq, which tests can query, too. */
export interface Server extends QueryEngine {
  readonly url: string
  /** Environment variables: PGHOST and the like. */
  readonly env: Readonly<Record<string, string>>
  /** Many statements, no answer. */
  run(sql: string): Promise<void>
  /** An empty schema `public`. */
  clear(): Promise<void>
}

const CLEAR = 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public'

/** PostgreSQL inside this process, behind a port of its own. It asks nobody for a password. */
export async function inProcess(): Promise<Server> {
  const database = await PGlite.create()
  const socket = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 4 })
  await socket.start()
  const url = `postgres://postgres:secret@${socket.getServerConn()}/postgres`
  const run = async (sql: string) => {
    await database.exec(sql)
  }
  return {
    dialect: DIALECTS.postgres,
    url,
    env: environment(url),
    run,
    clear: () => run(CLEAR),
    async query(sql) {
      const { rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' })
      return rows.map(row => row.map(value => (value === null ? null : String(value))))
    },
    async close() {
      await socket.stop()
      await database.close()
    },
  }
}

/** The server that `.ci/run` has started. */
export async function started(url: string): Promise<Server> {
  const name = `leadq_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${name}`)
  await admin.query(`CREATE DATABASE ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const types = { getTypeParser: () => (text: string) => text }
  const client = new pg.Client({ connectionString: own.href, types })
  client.on('error', () => {})
  await client.connect()
  const run = async (sql: string) => {
    await client.query(sql)
  }
  return {
    dialect: DIALECTS.postgres,
    url: own.href,
    env: environment(own.href),
    run,
    clear: () => run(CLEAR),
    async query(sql) {
      return (await client.query<(string | null)[]>({ text: sql, rowMode: 'array' })).rows
    },
    async close() {
      await client.end()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

function environment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  }
}
