import { type Diagnostic, diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCoercion } from '../engine/coerce.ts'
import { compileCondition } from '../engine/condition.ts'
import { emptyFindings } from '../engine/judge.ts'
import type { Sample } from '../io/bind/sampled-columns.ts'
import type { Batch, Row, SkippedRow } from '../io/records.ts'
import type { Retired, RetiredMark } from '../ir/plan/retired.ts'
import type { Counts } from '../ir/results/summary.ts'

/** Records that their system calls deleted, archived, merged or historic: they are skipped, counted and named. */
export interface RetiredFilter {
  /** The mark of a record that is not live; undefined for live ones. */
  markOf(cells: readonly string[]): RetiredMark | undefined
  /** A batch without such records, which are counted and kept beside it. */
  live(batch: Batch): Batch
  /** Takes the counts of a query: positions of marks, from 0, and their numbers of records. */
  count(rows: readonly (readonly (string | null)[])[]): void
  /** Records skipped so far, by mark and reason. */
  counted(): ReadonlyMap<RetiredMark, number>
  leftOut(): Record<string, number>
}

/** `expand` returns the cells inside JSON cells, which may contain the mark. */
export function createRetiredFilter(
  retired: Retired | undefined,
  expand: (cells: readonly string[]) => readonly string[] = cells => cells,
): RetiredFilter {
  const counts = new Map<RetiredMark, number>()
  const markOf = retired === undefined ? () => undefined : compileMarks(retired)
  return {
    markOf,
    counted: () => counts,
    count(rows) {
      for (const [place, count] of rows) {
        const mark = retired?.marks[Number(place)]
        if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + Number(count))
      }
    },
    leftOut: () => Object.fromEntries(byReason(counts)),
    live(batch) {
      if (retired === undefined) return batch
      const rows: Row[] = []
      const skipped: SkippedRow[] = []
      const leftOut = { ...batch.leftOut }
      for (const row of batch.rows) {
        const mark = markOf(expand(row.cells))
        if (mark === undefined) rows.push(row)
        else {
          skipped.push({ row, mark })
          counts.set(mark, (counts.get(mark) ?? 0) + 1)
          leftOut[mark.reason] = (leftOut[mark.reason] ?? 0) + 1
        }
      }
      return skipped.length === 0 ? batch : { ...batch, rows, leftOut, skipped }
    },
  }
}

/** A sample as plans are bound to it: its live records, and none of the columns that say which these are. */
export function liveSample(sample: Sample, retired: Retired | undefined, filter: RetiredFilter): Sample {
  if (retired === undefined) return sample
  const apart = new Set(retired.bound.fields.flatMap(({ columns }) => columns))
  return { ...sample, rows: sample.rows.filter(cells => filter.markOf(cells) === undefined), apart }
}

/** The skipped records by marking column. */
export function retiredRemarks(name: string, counted: ReadonlyMap<RetiredMark, number>): Diagnostic[] {
  if (counted.size === 0) return []
  const message = `${name}: skipped ${reasonsOf(counted)} (${columnsOf(counted)})`
  return [diagnose('lead/retired', message, { hint: '`--with-deleted` keeps them' })]
}

/** Refuses an input of which no record is live: more likely its column means something else. */
export function refuseRetired(name: string, { scored }: Counts, counted: ReadonlyMap<RetiredMark, number>): void {
  if (scored > 0 || counted.size === 0) return
  const message = `${name} has no live record: ${reasonsOf(counted)} (${columnsOf(counted)})`
  const hint = 'if these are the leads to score, keep them: `--with-deleted`'
  throw new Refusal(diagnose('file/all-retired', message, { hint }), 'data')
}

function byReason(counted: ReadonlyMap<RetiredMark, number>): Map<string, number> {
  const reasons = new Map<string, number>()
  for (const [{ reason }, count] of counted) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  return reasons
}

function reasonsOf(counted: ReadonlyMap<RetiredMark, number>): string {
  return [...byReason(counted)].map(([reason, count]) => `${count} ${reason}${count === 1 ? '' : 's'}`).join(', ')
}

function columnsOf(counted: ReadonlyMap<RetiredMark, number>): string {
  const columns = [...new Set([...counted.keys()].map(({ heading }) => `\`${heading}\``))]
  return `column${columns.length === 1 ? '' : 's'} ${columns.join(', ')}`
}

function compileMarks({ bound, marks }: Retired): RetiredFilter['markOf'] {
  const coerce = compileCoercion(bound)
  const conditions = marks.map(mark => ({ mark, holds: compileCondition(mark.when, { bound, asOf: 0 }, 'exclude') }))
  const nothing = emptyFindings(0, undefined)
  return cells => {
    const lead = coerce(cells)
    return conditions.find(({ holds }) => holds(lead, nothing) === true)?.mark
  }
}
