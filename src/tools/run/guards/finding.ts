import type { Manifest, ManifestInput } from '../../../ir/results/manifest.ts'
import type { Summary } from '../../../ir/results/summary.ts'
import type { Amount } from '../../../ir/run/guard.ts'

/** What guards look at. */
export interface Today {
  readonly summary: Summary
  readonly inputs: readonly ManifestInput[]
  /** Milliseconds since 1970. */
  readonly now: number
  /** Of the leads of yesterday: those that are there today, and those that have another stage; absent if nobody compared. */
  readonly moves?: { readonly known: number; readonly moved: number }
  /** The values of the fields that are watched. */
  readonly values?: FieldValues
}

/** Field -> its values, folded and in order; null where there are too many to keep. */
export type FieldValues = Readonly<Record<string, readonly string[] | null>>

/** The run before. */
export interface Before {
  readonly manifest: Manifest
  readonly quality?: Summary['quality']
  readonly values?: FieldValues
}

/** `unknown`: there is nothing to compare with. */
export interface Finding {
  readonly outcome: 'passes' | 'trips' | 'unknown'
  /** One sentence. */
  readonly message: string
}

export const pass = (message: string): Finding => ({ outcome: 'passes', message })
export const unknown = (message: string): Finding => ({ outcome: 'unknown', message })
export const judge = (trips: boolean, message: string): Finding => ({ outcome: trips ? 'trips' : 'passes', message })

export const FIRST_RUN = unknown('there is no earlier run to compare with')

/** Whether so many of all are more than an amount. */
export function exceeds(count: number, all: number, limit: Amount): boolean {
  return 'count' in limit ? count > limit.count : count * 100 > limit.percent * all
}

export function amountText(limit: Amount): string {
  return 'count' in limit ? numberText(limit.count) : `${limit.percent}%`
}

export function numberText(count: number): string {
  return count.toLocaleString('en-US')
}

/** A share in percent, to a tenth. */
export function shareText(part: number, all: number): string {
  return all === 0 ? '0%' : `${(Math.round((part / all) * 1000) / 10).toFixed(1)}%`
}
