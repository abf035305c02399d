import { CODES } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { sha256 } from '../../base/hash.ts'
import type { Check } from '../../ir/results/check-report.ts'
import type { Finding } from '../../ir/results/finding.ts'
import { clean } from '../terminal/terminal-text.ts'
import { printWitness } from '../witness.ts'

/** A check that may not have a fingerprint yet. */
export type Unmarked = Omit<Check, 'fingerprint'> & Partial<Pick<Check, 'fingerprint'>>

/** A diagnostic as a check of its file. */
export function problem(
  file: string,
  diagnostic: Diagnostic & Partial<Pick<Finding, 'fingerprint' | 'witness'>>,
): Unmarked {
  const { code, severity, message, place, related, hint, fingerprint, witness } = diagnostic
  return {
    id: code,
    title: CODES[code].title,
    file,
    name: `${code}: ${message}`,
    outcome: severity,
    message,
    ...(witness && { details: [`e.g. ${printWitness(witness)}`], witness }),
    ...(place && { place }),
    ...(related && { related }),
    ...(hint !== undefined && { hint }),
    ...(fingerprint !== undefined && { fingerprint }),
  }
}

/** Text of rulebooks and leads in a check is one line each: nothing in it begins a line of a log or moves a cursor. */
function visible(check: Unmarked): Unmarked {
  const { name, message, details, related, hint } = check
  return {
    ...check,
    name: clean(name),
    message: clean(message),
    ...(details && { details: details.map(clean) }),
    ...(related && { related: related.map(each => ({ ...each, message: clean(each.message) })) }),
    ...(hint !== undefined && { hint: clean(hint) }),
  }
}

/** Hexadecimal digits that are kept: enough that no two findings of a project share them. */
const LENGTH = 12

/**
 * Lines may move and it stays the same finding: it is known by its kind, its file, its name, and which one of several
 * alike.
 */
export function fingerprinted(checks: readonly Unmarked[]): Check[] {
  const seen = new Map<string, number>()
  return checks.map(check => {
    const key = JSON.stringify([check.id, (check.place?.file ?? check.file).replace(/^\.\//, ''), check.name])
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const fingerprint = sha256(`${key}${nth}`).slice(0, LENGTH)
    return { ...visible(check), fingerprint: check.fingerprint ?? fingerprint }
  })
}
