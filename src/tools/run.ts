import { compileCoercion } from '../engine/coerce.ts'
import { compileJudge } from '../engine/judge.ts'
import type { Lead } from '../engine/lead.ts'
import type { Batch, Input, Row } from '../io/records.ts'
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
import type { Frame, Writer } from './writers.ts'

/** What judging one input came to. */
export interface Outcome {
  readonly counts: Counts
  readonly leftOut: Readonly<Record<string, number>>
  readonly rejects: InputSummary['rejects']
  readonly outputs: InputSummary['outputs']
  readonly formulas: number
  readonly repeated: Repeated
}

/** Leads whose key came before. */
interface Repeated {
  readonly field: 'id' | 'email'
  readonly count: number
  readonly line: number
}

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
): Promise<Run> {
  const { request, columns, tally, events } = context
  const { prefix, escapeFormulas } = request
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const withEvents = events?.leads.giver(bound)
  const { format } = outputs
  const spelling = spellingFor(outputs.scored, format, input, context)
  const rendering = { format, input, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = createRenderer(rendering, bound)
  const writer = await createStageWriter(outputs, { ...renderer, input: input.name }, context)
  const rejects = createRejectKeeper(input, outputs, context)
  const repeats = createRepeatCounter(bound)
  const ordering = orderingFor(outputs.scored, context)
  const only = request.only && new Set(request.only)
  const leftOut: Record<string, number> = {}
  let scored = 0

  const judgeRow = (row: Row, lead: Lead): Item[] => {
    const verdict = judge(lead)
    tally.add(lead, verdict, row.line)
    repeats.add(lead, row.line)
    if (only !== undefined && !only.has(verdict.stage)) return []
    const score = verdict.total ?? Number.NEGATIVE_INFINITY
    return [{ stage: verdict.stage, score, text: renderer.lead(row, verdict) }]
  }

  return {
    async take(batch) {
      scored += batch.rows.length
      for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
      await rejects.take(batch)
      const read = batch.rows.map(({ cells }) => coerce(cells))
      const leads = withEvents === undefined ? read : await withEvents(read)
      const judged = batch.rows.flatMap((row, index) => judgeRow(row, leads[index] ?? coerce(row.cells)))
      await writer.write(await ordering.add(judged))
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
      const counts = { read: scored + rejected + left_out, scored, rejected, duplicate: 0, left_out }
      return {
        counts,
        leftOut,
        rejects: rejects.groups(),
        outputs: [...writer.outputs(), ...rejects.outputs()],
        formulas: renderer.formulas(),
        repeated: repeats.result(),
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
      for (const [stage, texts] of byStage(items)) await (await open(outputs.ofStage(stage))).write(texts)
    },
    outputs: () => [...before].map(([path, { writer, leads }]) => ({ path, leads: writer.count() - leads })),
  }
}

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
  const frame = { head: bom + rejectsHead(delimiter, lineEnd), joint: '', tail: '', input: input.name }
  let count = 0
  return {
    async take({ rejects }: Batch) {
      if (rejects.length === 0) return
      count += rejects.length
      for (const reject of rejects) grouped.add(reject)
      if (path === undefined) return
      const writer = await rejectWriters.open(path, own, frame)
      await writer.write(rejects.map(reject => rejectRow(reject, delimiter, lineEnd)))
    },
    count: () => count,
    groups: grouped.groups,
    outputs: () => (count > 0 && path !== undefined ? [{ path, leads: count }] : []),
  }
}

function createRepeatCounter({ fields }: BoundPlan) {
  const slotOf = (name: string) => fields.findIndex(field => field.name === name && field.columns.length > 0)
  const field = slotOf('id') >= 0 ? 'id' : 'email'
  const slot = slotOf(field)
  const repeats = createRepeats()
  let count = 0
  let first = 0
  return {
    add({ readings }: Lead, line: number) {
      const reading = readings[slot]
      if (reading?.value === undefined || !repeats.seen(leadKey(reading.text))) return
      if (count === 0) first = line
      count += 1
    },
    result: (): Repeated => ({ field, count, line: first }),
  }
}
