import { Buffer } from 'node:buffer'
import { compileCells } from '../../../../engine/cells.ts'
import { createFastJudge } from '../../../../fast/engine.ts'
import type { Chunk } from '../../../../fast/job.ts'
import { csvRow } from '../../../../io/csv/csv-write.ts'
import { createGathered } from './gathered.ts'
import { packCounts } from './packed-counts.ts'
import { cellsIn, endOfRecord } from './records-of-spark.ts'
import { BETWEEN, type WorkerJob } from './worker-job.ts'

/** Judges the leads of one partition after the other. */
export interface BatchJudge {
  /** Lines of leads to lines of verdicts. */
  judge(lines: Uint8Array, leads: number): readonly Buffer[]
  /** What was counted since the last call. */
  counts(): string
}

/**
 * A lead is a line: its cells, between tabs and in quotes where they need them. So is a verdict, whose line begins with a tab:
 * the place of the lead's own columns, none of which is written.
 */
export function createBatchJudge(job: WorkerJob): BatchJudge {
  const { plan, asOf, columns, width } = job
  const from = job.gathered?.from ?? width
  const further = Array.from({ length: width - from }, (_, index) => from + index)
  const bound = { ...job.bound, ownColumns: [...(job.bound.ownColumns ?? []), ...further] }
  const known = createGathered(job, bound)
  const cellsOf = compileCells(bound, columns)
  const judge = createFastJudge({
    plan,
    bound,
    asOf,
    columns,
    headings: Array.from({ length: width }, () => ''),
    width,
    delimiter: BETWEEN,
    name: 'a batch',
    format: 'tsv',
    isOwn: true,
    form: { kind: 'delimited', delimiter: BETWEEN, lineEnd: '\n', escapeFormulas: false, kept: [] },
    chosen: { isChosen: undefined, duplicates: false, split: false, items: undefined },
    render: (_, verdict) => `${csvRow(['', ...cellsOf(verdict)], BETWEEN)}\n`,
    identify: () => {},
    lose: known.lose,
    recalled: undefined,
    joined: undefined,
    verdicts: undefined,
    verify: undefined,
  })
  const { cutter } = judge
  cutter.begin({ text: '', line: 1 })

  function* judgeAll(): Generator<Chunk> {
    for (;;) {
      const stop = cutter.cut()
      if (cutter.hasRecords()) yield* judge.judge(known.of(judge.texts))
      if (stop === 'more') return
      if (stop === 'odd') yield* judgeText()
    }
  }

  /** A record that is too long to be cut is read as a text. */
  function* judgeText(): Generator<Chunk> {
    const line = cutter.line()
    let text = ''
    let end = -1
    while (end < 0) {
      if (cutter.waiting() === 0) throw new Error('the last record is cut off')
      text += cutter.giveBack(cutter.waiting())
      end = endOfRecord(text)
    }
    cutter.begin({ text: text.slice(end + 1), line: line + 1 })
    const record = text.slice(0, end)
    const cells = cellsIn(record)
    if (cells.length !== width) throw new Error(`a record has ${cells.length} cells instead of ${width}`)
    yield* judge.judgeAlone({ line, cells, text: record }, cells, known.ofCells(cells))
  }

  return {
    judge(lines, leads) {
      const before = judge.scored()
      cutter.feed(lines)
      const verdicts = Array.from(judgeAll(), ({ bytes }) => Buffer.from(bytes))
      if (cutter.waiting() > 0) throw new Error('the last record is cut off')
      const judged = judge.scored() - before
      if (judged !== leads) throw new Error(`${leads} leads were sent, and ${judged} were judged`)
      return verdicts
    },
    counts() {
      const counts = judge.takeCounts()
      // Only files have lines.
      for (const field of counts.fields) field.lines.length = 0
      return packCounts({ verdicts: counts, ...known.takeCounts() })
    },
  }
}
