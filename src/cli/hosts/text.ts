import { readFileSync, statSync } from 'node:fs'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { cannotRead } from './source.ts'

/** Rulebooks are written by hand; more than this is some other file. */
const MAX_BYTES = 5_000_000

/** The text of a small file such as a rulebook. */
export function readText(path: string, shown: string, hint?: string): string {
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw refuse('file/folder', `${shown} is a folder, not a rulebook`)
    if (found.size > MAX_BYTES) throw refuse('file/unreadable', `${shown} is too large for a rulebook (over 5 MB)`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw isSystemError(error) ? unreadable(shown, error, hint) : error
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

function unreadable(shown: string, error: NodeJS.ErrnoException, hint: string | undefined): Refusal {
  const { diagnostic, exit } = cannotRead(shown, error, 'rulebook')
  return new Refusal({ ...diagnostic, ...(hint && { hint }) }, exit)
}

function refuse(code: 'file/folder' | 'file/unreadable', message: string): Refusal {
  return new Refusal(diagnose(code, message), 'noInput')
}
