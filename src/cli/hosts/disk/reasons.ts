import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file grows too large',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
}

/** A system error as a reason in plain words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? error.message
}

export function cannotCreate(shown: string, reason: string): Refusal {
  return new Refusal(diagnose('file/cannot-create', `cannot create ${shown}: ${reason}`), 'cannotCreate')
}

export function cannotWrite(shown: string, error: NodeJS.ErrnoException): Refusal {
  return new Refusal(
    diagnose('file/cannot-write', `cannot write ${shown}: ${reasonOf(error)}`, { hint: 'nothing was left behind' }),
    'cannotWrite',
  )
}
