import { Buffer } from 'node:buffer'
import { compileCells } from '../../../../engine/cells.ts'
import { createFastJudge } from '../../../../fast/engine.ts'
import type { Chunk } from '../../../../fast/job.ts'
import { csvRow } from '../../../../io/csv/csv-write.ts'
import { escaped } from './escapes.ts'
import { createGathered } from './gathered.ts'
import { packCounts } from './packed-counts.ts'
import { cellsIn, endOfRecord } from './records-of-spark.ts'
import { BETWEEN, LAST, type WorkerJob } from './worker-job.ts'

/** Judges the leads of one partition: bytes in, a line for each lead out. */
export interface PartitionJudge {
  feed(bytes: Uint8Array): void
  /** The last lines. */
  end(): void
}

const [LF, QUOTE, ESCAPE] = [0x0a, 0x22, 0x1a]

/**
 * Spark sends a record for each lead: its cells, between tabs and in quotes where they need them, and its seal. The answer
 * has the seal, leadq's columns, and on the last line what was counted of all leads.
 */
export function createPartitionJudge(job: WorkerJob, write: (bytes: Uint8Array) => void): PartitionJudge {
  const { plan, asOf, columns, width } = job
  const from = job.gathered?.from ?? width
  const further = Array.from({ length: width + 1 - from }, (_, index) => from + index)
  const bound = { ...job.bound, ownColumns: [...(job.bound.ownColumns ?? []), ...further] }
  const known = createGathered(job, bound)
  const cellsOf = compileCells(bound, columns)
  const judge = createFastJudge({
    plan,
    bound,
    asOf,
    columns,
    headings: Array.from({ length: width + 1 }, () => ''),
    width: width + 1,
    delimiter: BETWEEN,
    name: 'a partition',
    format: 'tsv',
    isOwn: true,
    form: { kind: 'delimited', delimiter: BETWEEN, lineEnd: '\n', escapeFormulas: false, kept: [width] },
    chosen: { isChosen: undefined, duplicates: false, split: false, items: undefined },
    render: ({ cells }, verdict) => `${csvRow([cells[width] ?? '', ...cellsOf(verdict)], BETWEEN)}\n`,
    identify: () => {},
    lose: known.lose,
    recalled: undefined,
    joined: undefined,
    verdicts: undefined,
    verify: undefined,
  })
  const { cutter } = judge
  /** The last line, as it may be that of the counts. */
  let held = Buffer.alloc(0)
  let line = 1
  cutter.begin({ text: '', line })

  function send(chunks: Iterable<Chunk>): void {
    for (const { bytes } of chunks) sendLines(bytes.includes(QUOTE) || bytes.includes(ESCAPE) ? inLines(bytes) : bytes)
  }

  function sendLines(lines: Buffer): void {
    if (held.length > 0) write(held)
    const last = lines.lastIndexOf(LF, -2) + 1
    write(lines.subarray(0, last))
    held = Buffer.from(lines.subarray(last))
  }

  function judgeCut(): void {
    send(judge.judge(known.of(judge.texts)))
  }

  /** Judges what was fed; a record that is too long to be cut is read as a text. */
  function judgeAll(isEnd: boolean): void {
    for (;;) {
      const stop = cutter.cut()
      if (cutter.hasRecords()) judgeCut()
      if (stop === 'more') break
      if (stop === 'odd' && !judgeText(isEnd)) break
    }
  }

  function judgeText(isEnd: boolean): boolean {
    line = cutter.line()
    const text = cutter.giveBack(cutter.waiting())
    const end = endOfRecord(text)
    const record = end < 0 ? undefined : text.slice(0, end)
    cutter.begin({ text: text.slice(record === undefined ? 0 : end + 1), line: line + 1 })
    if (record === undefined) {
      if (isEnd) throw new Error('the last record is cut off')
      return false
    }
    const cells = cellsIn(record)
    if (cells.length !== width + 1) throw new Error(`a record has ${cells.length} cells instead of ${width + 1}`)
    send(judge.judgeAlone({ line, cells, text: record }, cells, known.ofCells(cells)))
    return true
  }

  return {
    feed(bytes) {
      while (!cutter.feed(bytes)) judgeCut()
      judgeAll(false)
    },
    end() {
      judgeAll(true)
      if (cutter.waiting() > 0) throw new Error('the last record is cut off')
      if (held.length === 0) return
      const counts = judge.counts()
      // Only files have lines.
      for (const field of counts.fields) field.lines.length = 0
      write(held.subarray(0, -1))
      write(Buffer.from(`${BETWEEN}${escaped(packCounts({ verdicts: counts, ...known.counts() }))}${BETWEEN}${LAST}\n`))
    },
  }
}

/** Records with quotes as lines without. */
function inLines(bytes: Buffer): Buffer {
  const text = bytes.toString()
  let lines = ''
  for (let at = 0; at < text.length; ) {
    const end = endOfRecord(text, at)
    lines += `${cellsIn(text.slice(at, end)).map(escaped).join(BETWEEN)}\n`
    at = end + 1
  }
  return Buffer.from(lines)
}
