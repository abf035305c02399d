import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead, Reading } from '../../engine/lead.ts'
import type { Batch, Reject, Row } from '../../io/records.ts'
import type { Note } from '../../leads/survey/note.ts'
import type { Item } from '../../outputs/order.ts'
import { createRejectKeeper } from '../../outputs/reject-keeper.ts'
import { createRenderer } from '../../outputs/render.ts'
import { createSkipKeeper } from '../../outputs/skip-keeper.ts'
import { createStageWriter, NO_STAGE } from '../../outputs/stage-writer.ts'
import { leadChooser } from './choose-leads.ts'
import { createDuplicateCounter } from './duplicate-counter.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createSharedEmailCounter } from './shared-email-counter.ts'

/** Takes the batches of one input: judges, counts and writes their leads, keeps their rejects. */
export interface Run {
  take(batch: Batch): Promise<void>
  /** Writes what was held back to be ordered, once the last input of an output was read. */
  finish(): Promise<Outcome>
}

export async function createRun(job: InputJob, context: InputContext): Promise<Run> {
  const { opened, outputs, isLast, importing } = job
  const { kept, complete } = opened
  const { bound } = opened.binding
  const { request, columns, counter, targets } = context
  const { survey, events } = context.beside
  const { joined } = targets
  const { prefix, escapeFormulas } = request
  const input = { ...opened.input, name: opened.name }
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const withEvents = events?.leads.giver(bound)
  const { format } = outputs
  const spelling = joined.spellingFor(outputs.scored, format, input)
  const rendering = { format, input, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = importing?.renderer ?? createRenderer(rendering, bound)
  const frame = { ...renderer, input: input.name }
  const writer = await createStageWriter(outputs, frame, request.split, targets.writers)
  const rejects = createRejectKeeper(input, outputs, targets)
  const skips = await createSkipKeeper(input.name, request.skipped, targets.rejectWriters)
  const repeats = createDuplicateCounter(bound)
  const sharing = createSharedEmailCounter()
  const slotOf = (wanted: string) =>
    bound.fields.findIndex(({ name, columns: taken }) => name === wanted && taken.length > 0)
  const [idSlot, emailSlot] = [slotOf('id'), slotOf('email')]
  const ordering = joined.orderingFor(outputs.scored)
  const isChosen = leadChooser(request.only, bound)
  const sortedBy = bound.scores.findIndex(({ name }) => name === request.sortBy)
  const leftOut: Record<string, number> = {}
  const refused: Reject[] = []
  let scored = 0
  let duplicate = 0

  /** With all that is known of them; duplicates are not judged, and so not read. */
  const leadsOf = async (rows: readonly Row[], notes: readonly (Note | undefined)[]) => {
    const read = rows.map(({ cells }, index) => {
      const note = notes[index]
      if (note?.kind === 'duplicate') return undefined
      const lead = coerce(complete(cells))
      return note === undefined ? lead : { ...lead, account: note.account }
    })
    if (withEvents === undefined) return read
    const full = (await withEvents(read.filter(lead => lead !== undefined))).values()
    return read.map(lead => lead && full.next().value)
  }

  const judgeRow = (row: Row, note: Note | undefined, lead: Lead | undefined): Item[] => {
    if (note?.kind === 'duplicate') return duplicateRow(row, note.of)
    if (lead === undefined) return []
    const verdict = judge(lead)
    scored += 1
    counter.add(lead, verdict, row.line)
    repeats.add(lead, row.line)
    if (idSlot >= 0 && emailSlot >= 0) {
      const [id, email] = [lead.readings[idSlot], lead.readings[emailSlot]]
      sharing.add(textIn(id), textIn(email), row.line)
    }
    if (!isChosen(verdict)) return []
    const refusal = importing?.refuse(row, verdict)
    if (refusal !== undefined) {
      refused.push(refusal)
      return []
    }
    const score = (sortedBy < 0 ? verdict.total : verdict.scores[sortedBy]) ?? Number.NEGATIVE_INFINITY
    return [{ stage: verdict.stage, score, text: renderer.lead(row, verdict) }]
  }

  /** Duplicates have no stage and no score: they are written where all leads are, when sorted at the end, and never back. */
  const duplicateRow = (row: Row, of: string): Item[] => {
    duplicate += 1
    if (request.only !== undefined || request.top !== undefined || importing !== undefined) return []
    return [{ stage: NO_STAGE, score: Number.NEGATIVE_INFINITY, text: renderer.lead(row, { duplicateOf: of }) }]
  }

  return {
    async take(batch) {
      const notes = (await survey?.next(batch.rows.length)) ?? []
      for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
      await rejects.take(batch)
      await skips.take(batch)
      const leads = await leadsOf(batch.rows, notes)
      const judged = batch.rows.flatMap((row, index) => judgeRow(row, notes[index], leads[index]))
      await writer.write(await ordering.add(judged))
      await rejects.refuse(refused.splice(0))
    },
    async finish() {
      const isJoined = !outputs.own || outputs.isStream
      if (isLast || !isJoined) {
        for await (const item of ordering.rest()) await writer.write([item])
        await joined.closeOrdering(outputs.scored)
      }
      const left_out = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
      const rejected = rejects.count()
      const counts = { read: scored + rejected + duplicate + left_out, scored, rejected, duplicate, left_out }
      return {
        input,
        counts,
        leftOut,
        skippedRows: skips.listed(),
        rejects: rejects.groups(),
        refused: rejects.refused(),
        outputs: [...writer.outputs(), ...rejects.outputs()],
        formulas: renderer.formulas(),
        cut: renderer.cut?.() ?? 0,
        duplicateKeys: repeats.result(),
        sharedEmails: sharing.result(),
        damaged: repeats.damaged(),
      }
    },
  }
}

/** The text of a cell that reads as its field's type. */
function textIn(reading: Reading | undefined): string | undefined {
  return reading?.value === undefined ? undefined : reading.text
}
