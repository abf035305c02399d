import { CODES, type Code, type Severity } from './codes.ts'
import { comparePlaces, type Place } from './place.ts'

/**
 * A problem with a lead, a file or a rulebook. Diagnostics are collected and reported; they are never thrown on their
 * own.
 */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  /** One sentence, without colour or line breaks. */
  readonly message: string
  readonly place?: Place
  readonly related?: readonly { readonly place: Place; readonly message: string }[]
  /** What to do next. */
  readonly hint?: string
}

export interface DiagnosticDetails {
  readonly place?: Place | undefined
  readonly related?: Diagnostic['related'] | undefined
  readonly hint?: string | undefined
}

/** Makes a diagnostic; its severity comes from the catalogue of codes. */
export function diagnose(code: Code, message: string, details: DiagnosticDetails = {}): Diagnostic {
  return {
    code,
    severity: CODES[code].severity,
    message,
    ...(details.place && { place: details.place }),
    ...(details.related && { related: details.related }),
    ...(details.hint && { hint: details.hint }),
  }
}

/** Sorted by place, then code; the same problem at the same place is kept once. */
export function arrange<T extends Diagnostic>(diagnostics: readonly T[]): T[] {
  const sorted = [...diagnostics].sort(
    (a, b) => comparePlaces(a.place, b.place) || (a.code < b.code ? -1 : Number(a.code > b.code)),
  )
  const seen = new Set<string>()
  return sorted.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, place])
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
