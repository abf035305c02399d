import { compileCoercion } from '../engine/coerce.ts'
import { compileJudge } from '../engine/judge.ts'
import type { Lead } from '../engine/lead.ts'
import type { Batch, Input, Reject, Row } from '../io/records.ts'
import type { BoundPlan } from '../ir/bound-plan.ts'
import { leadKey } from '../ir/lead-key.ts'
import type { Counts, InputSummary } from '../ir/summary.ts'
import { asTheyCome, bestOf, type Item, type Ordering, sortedByScore } from './order.ts'
import type { Outputs } from './outputs.ts'
import { groupRejects, rejectRow, rejectsHead } from './rejects.ts'
import { createRenderer, type Spelling, spellingOf } from './render.ts'
import { createRepeats } from './repeats.ts'
import type { ScoreRequest } from './score.ts'
import type { InputContext } from './score-input.ts'
import type { Note } from './survey/note.ts'
import type { Frame, Writer } from './writers.ts'

/** What judging one input came to. */
export interface Outcome {
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

/** Leads whose key came before. */
interface Repeated {
  readonly field: 'id' | 'email'
  readonly count: number
  readonly line: number
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

/** An output is spelled like the first input that goes into it. */
function spellingFor(path: string, format: Outputs['format'], input: Input, { spellings }: InputContext): Spelling {
  const spelling = spellings.get(path) ?? spellingOf({ format, input })
  spellings.set(path, spelling)
  return spelling
}

/** Inputs that are joined are ordered as one. */
function orderingFor(path: string, { request, host, orderings }: InputContext): Ordering {
  const ordering = orderings.get(path) ?? orderingOf(request, host)
  orderings.set(path, ordering)
  return ordering
}

function orderingOf({ sort, top }: ScoreRequest, host: InputContext['host']): Ordering {
  if (top !== undefined) return bestOf(top)
  return sort ? sortedByScore(host) : asTheyCome()
}

interface StageWriter {
  write(items: readonly Item[]): Promise<void>
  outputs(): InputSummary['outputs']
}

/** Writes leads into the one annotated file, and with `--split` into one per stage too. */
async function createStageWriter(
  outputs: Outputs,
  frame: Frame,
  { request, writers }: InputContext,
): Promise<StageWriter> {
  const before = new Map<string, { readonly writer: Writer; readonly leads: number }>()
  const open = async (path: string) => {
    const known = before.get(path)
    if (known !== undefined) return known.writer
    const writer = await writers.open(path, outputs.own, frame)
    before.set(path, { writer, leads: writer.count() })
    return writer
  }
  const main = await open(outputs.scored)
  return {
    async write(items) {
      await main.write(items.map(({ text }) => text))
      if (!request.split) return
      for (const [stage, texts] of byStage(items.filter(item => item.stage !== NO_STAGE))) {
        await (await open(outputs.ofStage(stage))).write(texts)
      }
    },
    outputs: () => [...before].map(([path, { writer, leads }]) => ({ path, leads: writer.count() - leads })),
  }
}

/** Of leads that are not scored, and of all where the rulebook has no stages: they have no file of their own. */
const NO_STAGE = ''

function byStage(items: readonly Item[]): Map<string, string[]> {
  const stages = new Map<string, string[]>()
  for (const { stage, text } of items) {
    const texts = stages.get(stage)
    if (texts === undefined) stages.set(stage, [text])
    else texts.push(text)
  }
  return stages
}

/** Counts rejected records by what is wrong with them and writes them to a file of their own, made when the first one comes. */
function createRejectKeeper(
  input: Input & { readonly name: string },
  { rejects: path, format, own }: Outputs,
  context: InputContext,
) {
  const { rejectWriters } = context
  const { delimiter, lineEnd, bom } = spellingFor(path ?? '', format === 'tsv' ? 'tsv' : 'csv', input, context)
  const grouped = groupRejects()
  const refused = groupRejects()
  const frame = { head: bom + rejectsHead(delimiter, lineEnd), joint: '', tail: '', input: input.name }
  let count = 0
  let written = 0
  const write = async (rejects: readonly Reject[]) => {
    written += rejects.length
    if (path === undefined || rejects.length === 0) return
    const writer = await rejectWriters.open(path, own, frame)
    await writer.write(rejects.map(reject => rejectRow(reject, delimiter, lineEnd)))
  }
  return {
    async take({ rejects }: Batch) {
      count += rejects.length
      for (const reject of rejects) grouped.add(reject)
      await write(rejects)
    },
    /** Leads that were read and scored, and are left out for whom the output is. */
    async refuse(leads: readonly Reject[]) {
      for (const lead of leads) refused.add(lead)
      await write(leads)
    },
    count: () => count,
    groups: grouped.groups,
    refused: refused.groups,
    outputs: () => (written > 0 && path !== undefined ? [{ path, leads: written }] : []),
  }
}

function createRepeatCounter({ fields }: BoundPlan) {
  const slotOf = (name: string) => fields.findIndex(field => field.name === name && field.columns.length > 0)
  const field = slotOf('id') >= 0 ? 'id' : 'email'
  const slot = slotOf(field)
  const email = slotOf('email')
  const repeats = createRepeats()
  let by: Repeated['field'] = field
  let count = 0
  let first = 0
  let damaged = 0
  let firstDamaged = 0
  return {
    add({ readings }: Lead, line: number) {
      const isDamaged = readings[slot]?.state === 'invalid'
      if (isDamaged) {
        if (damaged === 0) firstDamaged = line
        damaged += 1
      }
      const reading = readings[isDamaged ? email : slot]
      if (reading?.value === undefined || !repeats.seen(leadKey(reading.text))) return
      if (count === 0) {
        first = line
        by = isDamaged ? 'email' : field
      }
      count += 1
    },
    result: (): Repeated => ({ field: by, count, line: first }),
    damaged: () => ({ count: damaged, line: firstDamaged }),
  }
}
