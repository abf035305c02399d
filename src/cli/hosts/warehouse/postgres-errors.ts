import { diagnose } from '../../../base/diagnostic.ts'
import type { Exit } from '../../../base/exit.ts'
import { Refusal } from '../../../base/refusal.ts'

/** Messages by error code: of the network, or PostgreSQL's five-character codes. */

interface PostgresProblem {
  readonly message: string
  readonly exit: Exit
  readonly hint?: string
}

const ADDRESS = 'its address comes from the URL, else from PGHOST and PGPORT'
const WHO = 'user and password come from the URL, else from PGUSER and PGPASSWORD or ~/.pgpass'

const CONNECT: Readonly<Record<string, PostgresProblem>> = {
  ECONNREFUSED: { message: 'nobody answers there', exit: 'noInput', hint: `is the server running? ${ADDRESS}` },
  ENOTFOUND: { message: 'there is no such host', exit: 'noInput', hint: ADDRESS },
  EAI_AGAIN: { message: 'its name cannot be looked up', exit: 'tryAgain', hint: ADDRESS },
  ENOENT: { message: 'there is no such socket', exit: 'noInput', hint: ADDRESS },
  ETIMEDOUT: { message: 'it does not answer in time', exit: 'tryAgain', hint: ADDRESS },
  '28P01': { message: 'the password is wrong', exit: 'noInput', hint: WHO },
  '28000': { message: 'this user may not connect', exit: 'noInput', hint: WHO },
  '3D000': {
    message: 'there is no such database',
    exit: 'noInput',
    hint: 'it comes from the URL, else from PGDATABASE',
  },
  '53300': { message: 'it has too many connections', exit: 'tryAgain' },
  '57P03': { message: 'it is starting or stopping', exit: 'tryAgain' },
}

const QUERY: Readonly<Record<string, PostgresProblem>> = {
  '42501': {
    message: 'this user may not do that',
    exit: 'cannotCreate',
    hint: 'it has to read the table and to create one',
  },
  '25006': { message: 'it can only be read', exit: 'cannotCreate', hint: 'a copy of a server cannot be written to' },
  '2BP01': {
    message: 'something depends on the table that would be replaced',
    exit: 'cannotCreate',
    hint: 'a view, say: choose another path for `-o`, or make the view read that one',
  },
  '53100': { message: 'its disk is full', exit: 'cannotWrite' },
  '53200': { message: 'it has too little memory', exit: 'cannotWrite' },
  '55P03': { message: 'the table is locked', exit: 'tryAgain' },
  '40001': { message: 'somebody else changed the table that would be replaced', exit: 'tryAgain' },
  '40P01': { message: 'a deadlock with another session', exit: 'tryAgain' },
  '57014': { message: 'it took longer than the server allows', exit: 'tryAgain', hint: 'see its statement_timeout' },
}

export function connectRefusal(error: unknown, at: string): Refusal {
  const { code, message } = asError(error)
  const problem = CONNECT[code] ?? withoutCode(message)
  return new Refusal(
    diagnose('database/connect', `cannot connect to ${at}: ${problem.message}`, { hint: problem.hint }),
    problem.exit,
  )
}

/** `isWritingDown`: the transaction was about to end, so that nobody here knows whether it did. */
export function queryRefusal(error: unknown, at: string, isWritingDown: boolean): unknown {
  const { code, message } = asError(error)
  if (isLost(code, message)) {
    const hint = isWritingDown
      ? 'check whether the table exists: if it does, it is complete'
      : 'nothing was written, try again'
    return new Refusal(diagnose('database/lost', `${at}: the connection was lost`, { hint }), 'tryAgain')
  }
  if (!/^[0-9A-Z]{5}$/.test(code)) return error
  const { message: what, exit, hint } = QUERY[code] ?? { message, exit: 'cannotCreate' as const }
  const shown = withoutValue(code, message)
  const said = what === message ? shown : `${what} (${shown})`
  return new Refusal(diagnose('database/refused', `${at}: ${said}`, { hint: hint ?? 'nothing was written' }), exit)
}

/** Of an error about a value of a row (class 22) not the value: it may tell who a lead is. */
function withoutValue(code: string, message: string): string {
  return code.startsWith('22') ? message.replace(/: "[\s\S]*$/, '') : message
}

function isLost(code: string, message: string): boolean {
  return (
    /^(?:08|57P0)/.test(code) || /^E[A-Z]+$/.test(code) || /Connection terminated|not queryable|closed/i.test(message)
  )
}

/** Errors of the client itself, which has no codes. */
function withoutCode(message: string): PostgresProblem {
  if (/timeout/i.test(message)) return CONNECT.ETIMEDOUT ?? { message, exit: 'tryAgain' }
  if (/password must be a/.test(message)) return { message: 'it asks for a password', exit: 'noInput', hint: WHO }
  if (/does not support SSL/.test(message)) {
    return { message: 'it does not speak TLS', exit: 'noInput', hint: '`?sslmode=disable`, if the way there is safe' }
  }
  return { message, exit: 'noInput' }
}

/** An attempt at several addresses fails with all their errors, of which the first one says it. */
function asError(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof AggregateError) return asError(error.errors[0])
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code, message: error.message }
}
