import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import { compileLostCounters } from '../../engine/lost-counters.ts'
import { compileKeys } from '../../engine/verdict-keys.ts'
import { NO_STAGE } from '../../fast/output/sending.ts'
import type { Batch, Reject, Row } from '../../io/records.ts'
import { verdictGiver } from '../../ir/results/verdict-file.ts'
import type { Note } from '../../leads/survey/note.ts'
import type { Item } from '../../outputs/order.ts'
import { leadChooser } from './choose-leads.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createInputKeeper } from './input-keeper.ts'

/** Takes the batches of one input: judges, counts and writes their leads, keeps their rejects. */
export interface Run {
  take(batch: Batch): Promise<void>
  /** Writes what was held back to be ordered, once the last input of an output was read. */
  finish(): Promise<Outcome>
}

export async function createRun(job: InputJob, context: InputContext): Promise<Run> {
  const { opened, outputs, isLast, importing } = job
  const { complete } = opened
  const { bound } = opened.binding
  const { request, counter, targets } = context
  const { survey, events } = context.beside
  const { joined } = targets
  const keeper = await createInputKeeper(job, context)
  const { renderer, writer } = keeper
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const withEvents = events?.leads.giver(bound)
  const losesCounters = compileLostCounters(bound, request.asOf)
  const ordering = joined.orderingFor(outputs.scored)
  const isChosen = leadChooser(request.only, bound)
  const sortedBy = bound.scores.findIndex(({ name }) => name === request.sortBy)
  const give = context.verdicts && verdictGiver(context.verdicts)
  const keysOf = compileKeys(bound, context.verdicts?.keyFields ?? [])
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
    if (note?.kind === 'duplicate') return duplicateRow(row, note.duplicateOf)
    if (lead === undefined) return []
    const verdict = judge(lead)
    scored += 1
    counter.add(lead, verdict, row.line)
    give?.(keysOf(lead), verdict)
    if (losesCounters?.(lead) === true) events?.leads.addLosing()
    keeper.identify(lead, row.line)
    if (!isChosen(verdict)) return []
    const refusal = importing?.refuse(row, importing.textsOf(verdict))
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
      await keeper.take(batch)
      const leads = await leadsOf(batch.rows, notes)
      const judged = batch.rows.flatMap((row, index) => judgeRow(row, notes[index], leads[index]))
      await writer.write(await ordering.add(judged))
      await keeper.refuse(refused.splice(0))
    },
    async finish() {
      const isJoined = !outputs.own || outputs.isStream
      if (isLast || !isJoined) {
        for await (const item of ordering.rest()) await writer.write([item])
        await joined.closeOrdering(outputs.scored)
      }
      return keeper.outcome({ scored, duplicate, formulas: renderer.formulas() })
    },
  }
}
