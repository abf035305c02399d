import { readFile, stat } from 'node:fs/promises'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { cannotRead } from './source.ts'

/** Rulebooks are written by hand; more than this is some other file. */
const LARGEST = 5_000_000

/** The text of a small file such as a rulebook. */
export async function readText(path: string, shown: string, hint?: string): Promise<string> {
  const found = await stat(path).catch(error => Promise.reject(unreadable(shown, error, hint)))
  if (found.isDirectory()) throw refuse('file/folder', `${shown} is a folder, not a rulebook`)
  if (found.size > LARGEST) throw refuse('file/unreadable', `${shown} is too large for a rulebook (over 5 MB)`)
  return readFile(path, 'utf8').catch(error => Promise.reject(unreadable(shown, error, hint)))
}

function unreadable(shown: string, error: NodeJS.ErrnoException, hint: string | undefined): Refusal {
  const { diagnostic, exit } = cannotRead(shown, error, 'rulebook')
  return new Refusal({ ...diagnostic, ...(hint && { hint }) }, exit)
}

function refuse(code: 'file/folder' | 'file/unreadable', message: string): Refusal {
  return new Refusal(diagnose(code, message), 'noInput')
}
