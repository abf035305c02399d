import { compileCoercion } from '../engine/coerce.ts'
import { createVerdictCounter } from '../engine/count-verdicts.ts'
import { NOTHING, type Reading } from '../engine/lead.ts'
import { keyReader } from '../engine/owner.ts'
import type { Row } from '../io/records.ts'
import { nameOf, type Plan } from '../ir/plan/plan.ts'
import { MAX_SHOWN_LINES, rulesOfPlan, startCounts } from '../ir/results/counts.ts'
import { cellEnd, createCells, textsOf } from './cells.ts'
import { createColumns } from './columns.ts'
import { totalCounts } from './counts.ts'
import { createDoor } from './door.ts'
import type { FastJob, FastJudge, Labelled } from './job.ts'
import { createKeys } from './keys.ts'
import { createFragments, createMemory } from './memory.ts'
import { createParts } from './parts.ts'
import type { Piece } from './pieces.ts'
import { createReasons } from './reasons.ts'
import { markUnknown } from './scores.ts'
import { type Chunk, createWriter } from './writer.ts'

/**
 * Judges leads by what they have in common: a value is read once, and a combination of values is judged once, by the
 * reference; all else is looked up. What the tables have no room for, the reference judges lead by lead.
 */
export function createFastJudge(job: FastJob): FastJudge {
  const { plan, bound, asOf, headings, width, isChosen, split, verify } = job
  const memory = createMemory()
  const fragments = createFragments(memory.fragments)
  const cells = createCells(width)
  const batch = cells.size
  const door = createDoor(cells, memory, { delimiter: job.inputDelimiter, headings, name: job.name })
  const judging = createParts(bound, asOf, cells, memory)
  const { observed, making, found, slots, present, scores, outcomes, unknown } = judging
  const filledIds = new Int32Array(batch)
  const read = present.filter(({ field }) => field.read)
  const filled = { ids: filledIds, size: () => read.length + 2, hasUnknown: () => false }
  const { columns, parts } = createColumns(job.columns, making, outcomes, filled, job)
  const reasons = createReasons(scores, fragments)
  const slotOf = (name: string) => present.find(({ field }) => field.name === name)
  const [id, email] = [slotOf('id'), slotOf('email')]
  const readKey = keyReader(bound)
  const keys = createKeys(id?.field, email?.field, cells, memory)
  const writer = createWriter(cells, memory, fragments, reasons, {
    delimiter: job.delimiter,
    lineEnd: job.lineEnd,
    escapeFormulas: job.escapeFormulas,
    kept: job.kept,
    copies: !job.escapeFormulas && job.kept.length === width && job.delimiter === job.inputDelimiter,
    columns,
    plainReasons: hasPlainReasons(plan, job.delimiter),
    owners: outcomes.owners,
    keyOf: record =>
      readKey({
        ...identity(record),
        // Rarely needed.
        get cells() {
          return textsOf(cells, record, memory).slice(0, headings.length)
        },
      }),
  })
  const coerce = compileCoercion(bound)
  const askedCounts = startCounts(plan)
  const asked = createVerdictCounter(plan, askedCounts)
  const invalid = slots.map((): number[] => [])
  let leads = 0
  let askedLeads = 0

  /** The readings of a record that tell it from others. */
  function identity(record: number): { readonly readings: Reading[] } {
    const readings: Reading[] = []
    for (const slot of [id, email]) if (slot !== undefined) readings[slot.index] = slot.read(record)
    return { readings }
  }

  function judgeBatch(records: number): void {
    judging.classify(records)
    filledIds.fill(1, 0, records)
    for (const slot of read) addFilled(filledIds, slot.ids, slot.filled(), records)
    judging.run(records)
    for (const part of parts) {
      part.run(records)
      markUnknown(part.piece, records, unknown)
    }
    for (const slot of present) noteInvalid(slot.index, records)
    for (let record = 0; record < records; record += 1) if (unknown[record] === 1) discount(record)
    leads += records
  }

  /** Takes a record out of all counts; the reference counts it. */
  function discount(record: number): void {
    askedLeads += 1
    for (const slot of present) {
      const own = slot.ids[record] ?? 0
      slot.counts[own] = (slot.counts[own] ?? 0) - 1
    }
    for (const { part } of scores.clusters) part.piece.discount(record)
    for (const score of found.scores) score?.discount(record)
    for (const { piece } of outcomes.parts) piece.discount(record)
  }

  function identifyAll(records: number): void {
    keys.hash(records)
    for (let record = 0; record < records; record += 1) {
      const line = cells.lines[record] ?? 0
      if (keys.isPlain[record] === 1) job.identifyHashes(keys.hashes, record, line)
      else job.identify({ cells: [], ...identity(record) }, line)
    }
  }

  function noteInvalid(index: number, records: number): void {
    const slot = slots[index]
    const lines = invalid[index]
    if (slot === undefined || lines === undefined || !slot.hasInvalid()) return
    const isInvalid = slot.invalid()
    for (let record = 0; record < records && lines.length < MAX_SHOWN_LINES; record += 1) {
      const isAsked = unknown[record] === 1
      if (isInvalid[slot.ids[record] ?? 0] === 1 && !isAsked) lines.push(cells.lines[record] ?? 0)
    }
  }

  /** A lead that the reference judges and counts. */
  function ask(row: Row, all: readonly string[]): { readonly stage: string; readonly text: string | undefined } {
    const lead = coerce(all)
    const verdict = observed.judge(lead)
    asked.add(lead, verdict, row.line)
    const isWritten = isChosen === undefined || isChosen(verdict)
    return { stage: verdict.stage, text: isWritten ? job.render(row, verdict) : undefined }
  }

  /** The record as a row of the input, and all its cells. */
  function both(record: number): { readonly row: Row; readonly all: readonly string[] } {
    const all = textsOf(cells, record, memory)
    const text = memory.bytes.toString('utf8', cells.starts[record], cellEnd(cells, record, headings.length - 1))
    return { row: { line: cells.lines[record] ?? 0, cells: all.slice(0, headings.length), text }, all }
  }

  /** What a lead can be chosen by. */
  function labelsOf(record: number, stage: string): Labelled {
    const of = <T>({ values, ids }: Piece<T>) => values[ids[record] ?? 0]
    return {
      stage,
      grade: of(outcomes.grade),
      tags: outcomes.tags.map(tag => of(tag) === true),
      segments: outcomes.segments.map(segment => of(segment) ?? ''),
      owner: writer.ownerOf(record),
    }
  }

  /** Writes one record and gives its stage; undefined if it is not written. */
  function write(record: number): string | undefined {
    if (unknown[record] === 1) {
      const { row, all } = both(record)
      const { stage, text } = ask(row, all)
      if (text === undefined) return undefined
      writer.text(text)
      return stage
    }
    const stage = outcomes.stage.values[outcomes.stage.ids[record] ?? 0] ?? ''
    if (isChosen !== undefined && !isChosen(labelsOf(record, stage))) return undefined
    if (!writer.lead(record)) {
      const { row, all } = both(record)
      writer.text(job.render(row, observed.judge(coerce(all))))
    }
    return stage
  }

  function* judgeRecords(): Generator<Chunk> {
    const records = cells.records
    judgeBatch(records)
    identifyAll(records)
    writer.prepare()
    let stages = new Map<string, { parts: Buffer[]; leads: number }>()
    let written = 0
    writer.reset()
    for (let record = 0; record < records; record += 1) {
      const from = writer.written()
      const stage = write(record)
      if (verify?.wants()) {
        const { row, all } = both(record)
        verify.check(row, all, stage === undefined ? undefined : writer.since(from).toString())
      }
      if (stage === undefined) continue
      written += 1
      if (split && stage !== '') {
        const known = stages.get(stage) ?? { parts: [], leads: 0 }
        known.parts.push(writer.since(from))
        known.leads += 1
        stages.set(stage, known)
      }
      if (!writer.isFull()) continue
      yield { bytes: writer.since(0), leads: written, stages }
      writer.reset()
      written = 0
      stages = new Map()
    }
    if (written > 0) yield { bytes: writer.since(0), leads: written, stages }
    cells.records = 0
  }

  /** A row that there is no room for in memory. */
  function* judgeAlone(row: Row, all: readonly string[]): Generator<Chunk> {
    leads += 1
    askedLeads += 1
    const { readings } = coerce(all)
    const own: Reading[] = []
    for (const slot of [id, email]) if (slot !== undefined) own[slot.index] = readings[slot.index] ?? NOTHING
    job.identify({ cells: [], readings: own }, row.line)
    const { stage, text } = ask(row, all)
    if (text === undefined) return
    const bytes = Buffer.from(text)
    const stages = new Map(split && stage !== '' ? [[stage, { parts: [bytes], leads: 1 }]] : [])
    yield { bytes, leads: 1, stages }
  }

  return {
    cutter: door.cutter,
    judgeCut: judgeRecords,
    *judgeRows(rows, complete) {
      for (let from = 0; from < rows.length; ) {
        const taken = door.put(rows, from, complete)
        const row = rows[from]
        if (taken > 0) yield* judgeRecords()
        else if (row !== undefined) yield* judgeAlone(row, complete(row.cells))
        from += Math.max(1, taken)
      }
    },
    leads: () => leads,
    formulas: writer.formulas,
    counts: () =>
      totalCounts(plan, { slots, scores, outcomes, found, invalid, leads: leads - askedLeads }, askedCounts),
  }
}

function addFilled(sums: Int32Array, ids: Int32Array, filled: Uint8Array, records: number): void {
  for (let record = 0; record < records; record += 1)
    sums[record] = (sums[record] ?? 0) + (filled[ids[record] ?? 0] ?? 0)
}

/** Whether no text of a ledger entry needs quotes or begins a formula. */
function hasPlainReasons(plan: Plan, delimiter: string): boolean {
  const texts = [
    ...rulesOfPlan(plan).map(nameOf),
    ...plan.scores.flatMap(({ name, groups }) => [name, ...groups.map(group => `${group.name}`)]),
  ]
  const isRisky = (text: string) => text.includes(delimiter) || /["\r\n]|^[=@\t+-]/.test(text)
  return !isRisky('; +-0123456789 cap floor start') && !texts.some(isRisky)
}
