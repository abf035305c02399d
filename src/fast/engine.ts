import { compileCoercion } from '../engine/coerce.ts'
import { createVerdictCounter } from '../engine/count-verdicts.ts'
import type { Reading } from '../engine/lead.ts'
import type { Row } from '../io/records.ts'
import { nameOf, type Plan } from '../ir/plan/plan.ts'
import { MAX_SHOWN_LINES, rulesOfPlan, startCounts } from '../ir/results/counts.ts'
import type { Known } from './background.ts'
import { cellEnd, cellStart, createCells, keepRecords, textAt, textsOf } from './input/cells.ts'
import { createDoor } from './input/door.ts'
import type { FastJob, FastJudge, Labelled } from './job.ts'
import { createKeys, dropKeys, emptyKeys, readKeys } from './keys.ts'
import { createFragments, createMemory } from './memory.ts'
import { createColumns } from './output/columns.ts'
import { spell } from './output/forms.ts'
import { createReasons } from './output/reasons.ts'
import { createSending, NO_STAGE, type Sent } from './output/sending.ts'
import { createWriter } from './output/writer.ts'
import { createSharing } from './owners.ts'
import { countedPieces, countsSince, totalCounts } from './pieces/counts.ts'
import { createParts } from './pieces/parts.ts'
import type { Piece } from './pieces/pieces.ts'
import { markUnknown } from './pieces/scores.ts'
import { createVerdictPlaces } from './verdict-places.ts'

/**
 * Judges leads by what they have in common: a value is read once, and a combination of values is judged once, by the
 * reference; all else is looked up. What the tables have no room for, the reference judges lead by lead.
 */
export function createFastJudge(job: FastJob): FastJudge {
  const { plan, bound, asOf, headings, width, chosen, form, delimiter, verify } = job
  const { isChosen, items } = chosen
  const memory = createMemory()
  const fragments = createFragments(memory.fragments)
  const cells = createCells(width)
  const batch = cells.size
  const { format, name, isOwn } = job
  const isCopied = form.kind === 'delimited'
  const door = createDoor(cells, memory, { format, delimiter, headings, name, isCopied, isOwn })
  const { rowOf, bodyOf } = door
  const judging = createParts(bound, asOf, cells, memory, { recalled: job.recalled, joined: job.joined })
  const { observed, making, found, slots, present, scores, outcomes, unknown, complete } = judging
  const { backgrounds } = found
  const filledIds = new Int32Array(batch)
  const read = present.filter(({ field }) => field.read)
  const filled = { ids: filledIds, size: () => read.length + 2, hasUnknown: () => false }
  const spelled = spell(form, job.columns, bound)
  const { columns, parts } = createColumns(spelled.columns, making, outcomes, { filled, ownerOf })
  const reasons = createReasons(scores, fragments, spelled.entry)
  const slotOf = (name: string) => present.find(({ field }) => field.name === name)
  const [id, email] = [slotOf('id'), slotOf('email')]
  const sharing = createSharing(bound, present, { cells, memory, width: headings.length })
  const counted = countedPieces(judging)
  const keys = createKeys(id, email, cells, memory)
  const plainReasons = form.kind === 'delimited' && hasPlainReasons(plan, form.delimiter)
  const writing = { form, spelled, columns, delimiter, plainReasons, rowOf, bodyOf }
  const writer = createWriter(cells, memory, fragments, reasons, writing)
  const coerce = compileCoercion(bound)
  const askedCounts = startCounts(plan)
  const asked = createVerdictCounter(plan, askedCounts)
  const invalid = slots.map((): number[] => [])
  const sending = createSending(writer, chosen)
  const kept = job.verdicts && createVerdictPlaces(job.verdicts, bound, judging, { keys, cells, memory, ownerOf })
  let [records, askedRecords, duplicates, passed] = [0, 0, 0, 0]
  let taken = startCounts(plan)

  /** All cells of a record, with those of its company and those that say what it was. */
  function allOf(record: number): readonly string[] {
    return complete(textsOf(cells, record, memory), record)
  }

  /** A record with the readings of some fields alone. */
  function leadWith(wanted: readonly (typeof id)[], record: number) {
    const readings: Reading[] = []
    for (const slot of wanted) if (slot !== undefined) readings[slot.index] = slot.read(record)
    return { cells: [], readings }
  }

  function ownerOf(record: number): string {
    const { values, ids } = outcomes.owners
    return sharing(values[ids[record] ?? 0] ?? [], record)
  }

  function judgeBatch(known: readonly Known[] | undefined): void {
    const count = cells.records
    judging.classify(count, known)
    if (known !== undefined)
      for (let record = 0; record < count; record += 1)
        if (backgrounds.duplicateOf(record) !== undefined) unknown[record] = 1
    filledIds.fill(1, 0, count)
    for (const slot of read) addFilled(filledIds, slot.ids, slot.filled(), count)
    judging.run(count)
    for (const part of parts) {
      part.run(count)
      markUnknown(part.piece, count, unknown)
    }
    for (const piece of counted) piece.count(count)
    for (const slot of present) noteInvalid(slot.index, count)
    for (let record = 0; record < count; record += 1) if (unknown[record] === 1) discount(record)
    records += count
  }

  /** Takes a record out of all counts: the reference counts it, or it is a duplicate. */
  function discount(record: number): void {
    askedRecords += 1
    if (backgrounds.duplicateOf(record) !== undefined) duplicates += 1
    for (const slot of present) {
      const own = slot.ids[record] ?? 0
      slot.counts[own] = (slot.counts[own] ?? 0) - 1
    }
    for (const score of found.scores) score?.discount(record)
    for (const piece of counted) piece.discount(record)
  }

  function identifyAll(hasKnown: boolean): void {
    const found = keys.find(cells.records)
    for (let record = 0; record < cells.records && hasKnown; record += 1) {
      if (backgrounds.duplicateOf(record) !== undefined) dropKeys(found, record)
      else if (job.lose !== undefined && (backgrounds.of(record)?.events ?? []).length === 0)
        job.lose(coerce(allOf(record)))
    }
    job.identify(found)
  }

  /** Leaves records alone whose verdicts nobody asks for: then nothing of them is written, and nobody looks at the counts. */
  function passOver(): void {
    const wants = kept?.wants
    if (wants === undefined || verify !== undefined || job.lose !== undefined) return
    if (!door.isDelimited()) return
    const before = cells.records
    keys.find(before)
    keepRecords(cells, wants)
    passed += before - cells.records
  }

  function noteInvalid(index: number, count: number): void {
    const slot = slots[index]
    const lines = invalid[index]
    if (slot === undefined || lines === undefined || !slot.hasInvalid()) return
    const isInvalid = slot.invalid()
    for (let record = 0; record < count && lines.length < MAX_SHOWN_LINES; record += 1) {
      const isAsked = unknown[record] === 1
      if (isInvalid[slot.ids[record] ?? 0] === 1 && !isAsked) lines.push(cells.lines[record] ?? 0)
    }
  }

  /** A lead that the reference judges and counts. */
  function ask(row: Row, all: readonly string[], known: Known | undefined): Sent {
    const lead = { ...coerce(all), ...known }
    const verdict = observed.judge(lead)
    asked.add(lead, verdict, row.line)
    kept?.addJudged(lead, verdict)
    const isWritten = isChosen === undefined || isChosen(verdict)
    const of = items?.score === undefined ? verdict.total : verdict.scores[items.score]
    const text = isWritten ? job.render(row, verdict) : undefined
    if (text !== undefined) writer.text(text)
    return { isWritten: text !== undefined, stage: verdict.stage, score: of ?? Number.NEGATIVE_INFINITY }
  }

  function repeat(row: Row, duplicateOf: string): Sent {
    const text = chosen.duplicates ? job.render(row, { duplicateOf }) : undefined
    if (text !== undefined) writer.text(text)
    return { isWritten: text !== undefined, stage: NO_STAGE, score: Number.NEGATIVE_INFINITY }
  }

  /** What a lead can be chosen by. */
  function labelsOf(record: number, stage: string): Labelled {
    const of = <T>({ values, ids }: Piece<T>) => values[ids[record] ?? 0]
    return {
      stage,
      grade: of(outcomes.grade),
      tags: outcomes.tags.map(tag => of(tag) === true),
      segments: outcomes.segments.map(segment => of(segment) ?? ''),
      owner: ownerOf(record),
    }
  }

  function scoreOf(record: number): number {
    const numbers = items?.score === undefined ? outcomes.total : found.scores[items.score]
    return numbers?.value(numbers.ids[record] ?? 0) ?? Number.NEGATIVE_INFINITY
  }

  /** Writes one record. */
  function write(record: number): Sent {
    const duplicateOf = backgrounds.duplicateOf(record)
    if (duplicateOf !== undefined) return repeat(rowOf(record), duplicateOf)
    if (unknown[record] === 1) return ask(rowOf(record), allOf(record), backgrounds.of(record))
    const stage = outcomes.stage.values[outcomes.stage.ids[record] ?? 0] ?? ''
    const score = items === undefined ? 0 : scoreOf(record)
    const isWanted = items === undefined || items.mayCount(score)
    const isWritten = isWanted && (isChosen === undefined || isChosen(labelsOf(record, stage)))
    if (!isWritten) return { isWritten, stage, score }
    const outcome = writer.lead(record)
    if (outcome !== 'unknown') return { isWritten: outcome === 'written', stage, score }
    const lead = { ...coerce(allOf(record)), ...backgrounds.of(record) }
    const text = job.render(rowOf(record), observed.judge(lead))
    if (text !== undefined) writer.text(text)
    return { isWritten: text !== undefined, stage, score }
  }

  const counts = () =>
    totalCounts(plan, { slots, scores, outcomes, found, invalid, leads: records - askedRecords }, askedCounts)

  return {
    cutter: door.cutter,
    put: door.put,
    waiting: () => cells.records,
    leads(wanted) {
      const asked = wanted.map(index => slots[index])
      return Array.from({ length: cells.records }, (_, record) => leadWith(asked, record))
    },
    texts: column =>
      Array.from({ length: cells.records }, (_, record) =>
        textAt(memory, cellStart(cells, record, column), cellEnd(cells, record, column)),
      ),
    *judge(known) {
      if (known === undefined) passOver()
      judgeBatch(known)
      identifyAll(known !== undefined || job.lose !== undefined)
      writer.prepare(cells.records)
      for (let record = 0; record < cells.records; record += 1) {
        const from = writer.written()
        const sent = write(record)
        if (unknown[record] !== 1) kept?.add(record)
        if (verify?.wants()) {
          const isOut = items !== undefined && !items.mayCount(sent.score)
          const written = { text: sent.isWritten ? writer.since(from).toString() : undefined }
          verify.check(rowOf(record), allOf(record), known?.[record], isOut ? 'not asked' : written)
        }
        sending.add(sent, from)
        if (sending.isFull()) yield* sending.flush()
      }
      yield* sending.flush()
      cells.records = 0
    },
    *judgeAlone(row, all, known) {
      records += 1
      askedRecords += 1
      const from = writer.written()
      if (known !== undefined && 'duplicateOf' in known) {
        duplicates += 1
        sending.add(repeat(row, known.duplicateOf), from)
      } else {
        const lead = coerce(all)
        const alone = { ...emptyKeys(1, Int32Array.of(row.line)), records: 1 }
        readKeys(alone, 0, id && lead.readings[id.index], email && lead.readings[email.index])
        job.identify(alone)
        if (job.lose !== undefined && (known?.events ?? []).length === 0) job.lose(lead)
        sending.add(ask(row, all, known), from)
      }
      yield* sending.flush()
    },
    scored: () => records + passed - duplicates,
    duplicates: () => duplicates,
    formulas: writer.formulas,
    counts,
    takeCounts() {
      const all = counts()
      const own = countsSince(plan, all, taken)
      taken = all
      for (const lines of [...invalid, ...askedCounts.fields.map(field => field.lines)]) lines.length = 0
      return own
    },
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
