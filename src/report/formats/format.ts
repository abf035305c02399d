import type { Place } from '../../base/place.ts'
import type { Check, CheckReport } from '../../ir/results/check-report.ts'
import { clean } from '../terminal/terminal-text.ts'

/** The context of a format beside the results. */
export interface FormatContext {
  readonly version: string
  /**
   * A file as the repository names it, with slashes, or as it was given if it lies elsewhere; undefined for what is no
   * file, such as a built-in rulebook: no reader could show a line of that.
   */
  readonly inRepository: (file: string) => string | undefined
}

export type Format = (report: CheckReport, context: FormatContext) => string

/** Where a reader can show a check. */
export interface Location {
  readonly path: string
  readonly place: Place
}

/** The place of a check, else the beginning of the file that was checked; undefined if neither is in the repository. */
export function locationOf(check: Check, { inRepository }: FormatContext): Location | undefined {
  const path = check.place && inRepository(check.place.file)
  if (check.place !== undefined && path !== undefined) return { path, place: check.place }
  const file = inRepository(check.file)
  return file === undefined ? undefined : { path: file, place: { file: check.file, line: 1, col: 1 } }
}

/** What is said of a check: where that is, if no reader could show the place; the sentence; the hint. */
export function linesOf(check: Check, context: FormatContext): string[] {
  const { place, message, details = [], hint } = check
  const hidden = place !== undefined && context.inRepository(place.file) === undefined
  const where = hidden ? `${clean(place.file)}:${place.line}: ` : ''
  return [`${where}${message}`, ...details, ...(hint === undefined ? [] : [`hint: ${hint}`])]
}
