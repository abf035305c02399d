import type { Place } from '../../base/place.ts'
import type { Report } from './report-problem.ts'

interface Row {
  readonly when?: unknown
  readonly broken: boolean
  readonly place: Place
}

/** First match wins, so rows below one without `when` never match. */
export function checkReachable(rows: readonly (Row | undefined)[], report: Report): void {
  const open = rows.findIndex(row => row !== undefined && isOpen(row))
  const last = rows[open]
  if (open === -1 || last === undefined) return
  for (const row of rows.slice(open + 1).filter(row => row !== undefined)) {
    report('rule/order', 'this row never matches: one above it has no `when`', row.place, {
      related: [{ place: last.place, message: 'this row always matches' }],
    })
  }
}

/** Where every lead must get something, the last row has no `when`, and only the last. */
export function checkLastRow(rows: readonly (Row | undefined)[], report: Report, example: string): void {
  checkReachable(rows, report)
  const last = rows.at(-1)
  if (last === undefined || last.broken || rows.some(row => row !== undefined && isOpen(row))) return
  report('rule/order', 'expected a last row without `when`, for all leads that match no other', last.place, {
    hint: `add \`${example}\``,
  })
}

function isOpen({ when, broken }: Row): boolean {
  return when === undefined && !broken
}
