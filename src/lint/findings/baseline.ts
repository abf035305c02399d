import type { Finding } from '../../ir/results/finding.ts'
import { isLintCode } from './catalogue.ts'

/** The known findings by their fingerprints: they are not reported, and are removed from the file once fixed. */
export interface Baseline {
  readonly format_version: '1.0'
  readonly findings: readonly Accepted[]
}

export interface Accepted {
  readonly fingerprint: string
  readonly id: string
  /** The rulebook, as it was named. */
  readonly file: string
  /** For those who read the file. */
  readonly message: string
}

export interface Compared {
  /** Not in the baseline. */
  readonly fresh: readonly Finding[]
  /** How many are. */
  readonly known: number
  /** Entries of this rulebook that are not found any more. */
  readonly gone: readonly Accepted[]
}

export const NO_BASELINE: Baseline = { format_version: '1.0', findings: [] }

export function compareWith({ findings }: Baseline, file: string, told: readonly Finding[]): Compared {
  const own = findings.filter(each => each.file === file)
  const accepted = new Set(own.map(({ fingerprint }) => fingerprint))
  const found = new Set(told.map(({ fingerprint }) => fingerprint))
  const fresh = told.filter(({ fingerprint }) => !accepted.has(fingerprint))
  return { fresh, known: told.length - fresh.length, gone: own.filter(({ fingerprint }) => !found.has(fingerprint)) }
}

/** The baseline in which a rulebook has exactly these findings. */
export function withFindings(baseline: Baseline, file: string, told: readonly Finding[]): Baseline {
  const others = baseline.findings.filter(each => each.file !== file)
  // Errors that prevent a plan cannot be ignored.
  const accepted = told.filter(({ code }) => isLintCode(code))
  const own = accepted.map(({ fingerprint, code, message }) => ({ fingerprint, id: code, file, message }))
  const findings = [...others, ...own].sort(
    (a, b) => compare(a.file, b.file) || compare(a.id, b.id) || compare(a.fingerprint, b.fingerprint),
  )
  return { ...baseline, findings }
}

export function without(baseline: Baseline, gone: readonly Accepted[]): Baseline {
  return { ...baseline, findings: baseline.findings.filter(each => !gone.includes(each)) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Parses a baseline file; undefined if it is not one. */
export function parseBaseline(text: string): Baseline | undefined {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(document) || document.format_version !== '1.0' || !Array.isArray(document.findings)) return undefined
  const findings: readonly unknown[] = document.findings
  return findings.every(isAccepted) ? { format_version: '1.0', findings } : undefined
}

function isAccepted(item: unknown): item is Accepted {
  return isRecord(item) && ['fingerprint', 'id', 'file', 'message'].every(key => typeof item[key] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

export function printBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`
}
