import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The only use of the network: addresses that the user has put into a file. A failure is never one of the run. */

const TRIES = 3
const PAUSE = 500
const PATIENCE = 10_000
const MAX_ADDRESS = 4_096

/** The address in a file, which is a secret: it is never shown. Undefined if there is none in it. */
export async function readAddress(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_ADDRESS), 0, MAX_ADDRESS, 0)
    const text = buffer.toString('utf8', 0, bytesRead).trim()
    return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined
  } catch {
    return undefined
  } finally {
    await file.close()
  }
}

/** Posts a text; undefined if it was taken, else why not, without the address. */
export async function send(
  address: string,
  body: string,
  type: 'application/json' | 'text/plain',
): Promise<string | undefined> {
  let problem = ''
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (tries > 1) await sleep(PAUSE * tries)
    const answer = await post(address, body, type)
    if (answer === undefined) return undefined
    problem = answer
  }
  return problem
}

async function post(address: string, body: string, type: string): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': `${type}; charset=utf-8` },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return ok ? undefined : `the answer was ${status}`
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
    return code ?? (error instanceof Error && error.name === 'TimeoutError' ? 'no answer within 10 s' : 'no connection')
  }
}

/** `/start`, `/fail`, `/75` behind the path of an address, and the id by which both pings of a run belong together. */
export function pingAddress(address: string, signal: string, run: string): string {
  const url = new URL(address)
  if (signal !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}/${signal}`
  url.searchParams.set('rid', uuidOf(run))
  return url.href
}

/** The id of a run in the form of a UUID (version 8, RFC 9562). */
function uuidOf(run: string): string {
  const hex = createHash('sha256').update(run).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
