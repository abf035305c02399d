import { plural } from '../base/counts.ts'
import { type Diagnostic, diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { neutraliseFormula } from '../io/formula.ts'
import type { Reject } from '../io/records.ts'
import type { Counts, InputSummary } from '../ir/results/summary.ts'

/** The most rejects that are accepted: a number, or a share of what was read in percent. */
export type Limit = { readonly count: number } | { readonly percent: number }

export const REJECT_HEADINGS = ['line', 'code', 'message', 'text']

export function rejectsHead(delimiter: string, lineEnd: string): string {
  return csvRow(REJECT_HEADINGS, delimiter) + lineEnd
}

/** A rejected record as a row: where it stands, what is wrong with it, and its own first line. */
export function rejectRow({ line, code, message, text }: Reject, delimiter: string, lineEnd: string): string {
  return csvRow([String(line), code, message, neutraliseFormula(text)], delimiter) + lineEnd
}

/** Rejects by code and message, most frequent first. */
export function groupRejects(): { add(reject: Reject): void; groups(): InputSummary['rejects'] } {
  const groups = new Map<string, { code: Reject['code']; count: number; first_line: number; message: string }>()
  return {
    add({ code, message, line }) {
      const group = groups.get(code)
      if (group === undefined) groups.set(code, { code, count: 1, first_line: line, message })
      else group.count += 1
    },
    groups: () => [...groups.values()].sort((a, b) => b.count - a.count),
  }
}

/** Whether a run ended because of its rejects; the reject file is then kept. */
export function isAboutRejects(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false
  const { code } = error.diagnostic
  return code === 'file/all-rejected' || code === 'file/too-many-rejects' || code === 'import/all-refused'
}

/** Refuses data with no readable record, or with too many rejects. `where` names the reject file. */
export function refuseRejects(
  { read, rejected, scored }: Counts,
  limit: Limit | undefined,
  name: string,
  where: string | undefined,
): void {
  const refuse = (problem: Diagnostic): never => {
    throw new Refusal(problem, 'data')
  }
  if (rejected > 0 && scored === 0) {
    refuse(diagnose('file/all-rejected', `${name}: none of ${plural(read, 'record')} could be read`, { hint: where }))
  }
  if (limit === undefined) return
  const allowed = 'count' in limit ? limit.count : (limit.percent * read) / 100
  if (rejected <= allowed) return
  const bound = 'count' in limit ? String(limit.count) : `${limit.percent} %`
  refuse(
    diagnose('file/too-many-rejects', `${name}: ${rejected} of ${read} records rejected; the limit is ${bound}`, {
      hint: where,
    }),
  )
}
