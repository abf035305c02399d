import { csvRow } from '../io/csv/csv-write.ts'
import { neutraliseFormula } from '../io/formula.ts'
import type { Batch } from '../io/records.ts'
import type { InputSummary } from '../ir/results/summary.ts'
import type { Writers } from './writers.ts'

/** Skipped rows that the summary lists, for each input; the file of `--skipped` has all of them. */
const MAX_LISTED = 100

export const SKIPPED_HEADINGS = ['file', 'line', 'kind', 'text']

/** Lists the rows of an input that are no leads, and writes them to a file if one was asked for. */
export interface SkipKeeper {
  take(batch: Pick<Batch, 'skippedLines' | 'skipped'>): Promise<void>
  listed(): InputSummary['skipped_rows']
}

/** The first of them, by line. */
function createSkipList() {
  const listed: { readonly line: number; readonly kind: string }[] = []
  return {
    add({ skippedLines = [] }: Pick<Batch, 'skippedLines'>) {
      for (const { line, kind } of skippedLines) if (listed.length < MAX_LISTED) listed.push({ line, kind })
    },
    listed: (): InputSummary['skipped_rows'] => [...listed].sort((a, b) => a.line - b.line),
  }
}

export async function createSkipKeeper(
  input: string,
  path: string | undefined,
  writers: Pick<Writers, 'open'>,
): Promise<SkipKeeper> {
  const list = createSkipList()
  // Made even if nothing is skipped, so that no list of an earlier run stays.
  const frame = { head: rowOf(SKIPPED_HEADINGS), joint: '', tail: '', input }
  const writer = path === undefined ? undefined : await writers.open(path, frame)
  return {
    async take({ skippedLines = [], skipped = [] }) {
      list.add({ skippedLines })
      if (writer === undefined) return
      const retired = skipped.map(({ row, mark }) => ({ line: row.line, kind: mark.reason, text: row.text }))
      const rows = [...skippedLines, ...retired].sort((a, b) => a.line - b.line)
      await writer.write(
        rows.map(({ line, kind, text }) => rowOf([input, String(line), kind, neutraliseFormula(text)])),
      )
    },
    listed: list.listed,
  }
}

function rowOf(cells: readonly string[]): string {
  return `${csvRow(cells, ',')}\n`
}
