import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Batch, Input, Reject, Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Counts, InputSummary } from '../../ir/results/summary.ts'
import type { Note } from '../../leads/survey/note.ts'
import { orderingFor, spellingFor } from '../../outputs/joined.ts'
import type { Item } from '../../outputs/order.ts'
import type { Outputs } from '../../outputs/outputs.ts'
import { createRejectKeeper } from '../../outputs/reject-keeper.ts'
import { createRenderer } from '../../outputs/render.ts'
import { createStageWriter, NO_STAGE } from '../../outputs/stage-writer.ts'
import { createRepeatCounter, type Repeated } from './duplicate-counter.ts'
import type { InputContext } from './score-input.ts'

/** What judging one input came to. */
export interface Outcome {
  /** The input when all of it was read. */
  readonly input: Input
  readonly counts: Counts
  readonly leftOut: Readonly<Record<string, number>>
  readonly rejects: InputSummary['rejects']
  /** Leads that the importer they are written for would not take. */
  readonly refused: InputSummary['rejects']
  readonly outputs: InputSummary['outputs']
  readonly formulas: number
  /** Texts that a workbook cannot hold as a whole. */
  readonly cut: number
  readonly repeated: Repeated
  /** Ids that a spreadsheet has rounded. */
  readonly damaged: { readonly count: number; readonly line: number }
}

/** Adds to the cells of a lead what other files say about it. */
export type Complete = (cells: readonly string[]) => readonly string[]

/** Takes the batches of one input: judges, counts and writes their leads, keeps their rejects. */
export interface Run {
  take(batch: Batch): Promise<void>
  /** `isLast`: no input comes after this one, so that what was held back of joined inputs can be written. */
  finish(isLast: boolean): Promise<Outcome>
}

export async function createRun(
  bound: BoundPlan,
  input: Input & { readonly name: string },
  outputs: Outputs,
  kept: readonly number[],
  context: InputContext,
  complete: Complete = cells => cells,
): Promise<Run> {
  const { request, columns, tally, survey, events } = context
  const { prefix, escapeFormulas } = request
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const withEvents = events?.leads.giver(bound)
  const { format } = outputs
  const spelling = spellingFor(outputs.scored, format, input, context)
  const rendering = { format, input, kept, columns, prefix, escapeFormulas, spelling }
  const importing = context.importing
  const renderer = importing?.renderer ?? createRenderer(rendering, bound)
  const writer = await createStageWriter(outputs, { ...renderer, input: input.name }, context)
  const rejects = createRejectKeeper(input, outputs, context)
  const repeats = createRepeatCounter(bound)
  const ordering = orderingFor(outputs.scored, context)
  const only = request.only && new Set(request.only)
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
    tally.add(lead, verdict, row.line)
    repeats.add(lead, row.line)
    if (only !== undefined && !only.has(verdict.stage)) return []
    const refusal = importing?.refuse(row, verdict)
    if (refusal !== undefined) {
      refused.push(refusal)
      return []
    }
    const score = verdict.total ?? Number.NEGATIVE_INFINITY
    return [{ stage: verdict.stage, score, text: renderer.lead(row, verdict) }]
  }

  /** Duplicates have no stage and no score: they are written where all leads are, when sorted at the end, and never back. */
  const duplicateRow = (row: Row, of: string): Item[] => {
    duplicate += 1
    if (only !== undefined || request.top !== undefined || importing !== undefined) return []
    return [{ stage: NO_STAGE, score: Number.NEGATIVE_INFINITY, text: renderer.lead(row, { duplicateOf: of }) }]
  }

  return {
    async take(batch) {
      const notes = (await survey?.next(batch.rows.length)) ?? []
      for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
      await rejects.take(batch)
      const leads = await leadsOf(batch.rows, notes)
      const judged = batch.rows.flatMap((row, index) => judgeRow(row, notes[index], leads[index]))
      await writer.write(await ordering.add(judged))
      await rejects.refuse(refused.splice(0))
    },
    async finish(isLast) {
      const isJoined = !outputs.own || outputs.isStream
      if (isLast || !isJoined) {
        for await (const item of ordering.rest()) await writer.write([item])
        await ordering.drop()
        context.orderings.delete(outputs.scored)
      }
      const left_out = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
      const rejected = rejects.count()
      const counts = { read: scored + rejected + duplicate + left_out, scored, rejected, duplicate, left_out }
      return {
        input,
        counts,
        leftOut,
        rejects: rejects.groups(),
        refused: rejects.refused(),
        outputs: [...writer.outputs(), ...rejects.outputs()],
        formulas: renderer.formulas(),
        cut: renderer.cut?.() ?? 0,
        repeated: repeats.result(),
        damaged: repeats.damaged(),
      }
    },
  }
}
