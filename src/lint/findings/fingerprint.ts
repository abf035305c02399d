import type { Code } from '../../base/codes.ts'
import { sha256 } from '../../base/hash.ts'
import type { Place } from '../../base/place.ts'

/** Hexadecimal digits that are kept: enough that no two findings of a project share them. */
const LENGTH = 12

/**
 * Identifies a finding from run to run: its code, file, subject, and number among identical ones. Lines and the wording
 * of messages may change.
 */
export function fingerprintOf(code: Code, place: Place | undefined, about: string, ordinal = 1): string {
  const file = place?.file.replaceAll('\\', '/').replace(/^\.\//, '') ?? ''
  return sha256(JSON.stringify([code, file, about, ordinal])).slice(0, LENGTH)
}

/** Numbers identical items: 1 for the first, 2 for the second. */
export function createCounter(): (key: string) => number {
  const seen = new Map<string, number>()
  return key => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count
  }
}
