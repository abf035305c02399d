import { createFastJudge } from '../../fast/engine.ts'
import { putInTurn } from '../../fast/input/door.ts'
import type { Chunk, FastJob } from '../../fast/job.ts'
import type { Row } from '../../io/records.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createInputKeeper } from './input-keeper.ts'
import { createLeadBackgrounds } from './lead-backgrounds.ts'
import { createLeadWriting } from './lead-writing.ts'
import { isOneByte } from './one-byte.ts'
import { readRecords } from './read-records.ts'
import { withThreads } from './threads/start-threads.ts'
import { createCheck } from './verify.ts'

/** Judges the leads of one input, batch by batch, and writes them. */
export async function scoreFast(job: InputJob, context: InputContext): Promise<Outcome> {
  const { opened, outputs } = job
  const { request, counter, plan, columns, beside, targets } = context
  const keeper = await createInputKeeper(job, context)
  const { renderer, rendering, writer } = keeper
  const { input, sample, own, complete, binding, name, remembered, join } = opened
  const { bound } = binding
  const ordering = targets.joined.orderingFor(outputs.scored)
  const writing = createLeadWriting(job, context, keeper, ordering)
  // What other files say is found by texts here, where the engine goes by hashes and numbers.
  const isAlone = remembered === undefined && join === undefined
  const again = isAlone ? undefined : (row: Row) => opened.again(row.cells)
  const check =
    request.verify === undefined
      ? undefined
      : createCheck(request.verify, keeper, { name, bound, importing: job.importing, complete: again }, context)
  const backgrounds = createLeadBackgrounds(bound, context)
  const fast: FastJob = {
    plan,
    bound,
    asOf: request.asOf,
    columns,
    headings: input.headings,
    width: isAlone
      ? Math.max(input.headings.length, ...bound.fields.flatMap(field => field.columns.map(at => at + 1)))
      : sample.headings.length,
    delimiter: [input.delimiter, rendering.spelling.delimiter].find(isOneByte) ?? ',',
    name,
    format: input.format,
    form: writing.form,
    chosen: writing.chosen,
    render: writing.render,
    identify: keeper.identifyAll,
    lose: backgrounds.lose,
    recalled: remembered?.recalled,
    joined: join?.joined,
    verdicts: context.verdicts,
    verify: check?.verifier,
  }
  const shared = { fast, spelling: rendering.spelling }
  const engine = createFastJudge(fast)
  const { judge, end } = await withThreads(engine, job, context, shared)
  const send = async (chunks: Iterable<Chunk>) => {
    for (const chunk of chunks) {
      if (chunk.items.length === 0) await writer.append(chunk)
      else await writer.write(await ordering.add(chunk.items))
    }
    await keeper.refuse(writing.refused())
  }
  const readAll = async () => {
    for await (const item of readRecords(opened, judge)) {
      if (item === 'plain') {
        const notes = await backgrounds.notes(judge.waiting())
        await send(judge.judge(await backgrounds.of(judge.leads, notes)))
        continue
      }
      await keeper.take(item)
      const { rows } = item
      const notes = await backgrounds.notes(rows.length)
      const all = rows.map(({ cells }) => own(cells))
      for (const { from, taken, row } of putInTurn(judge, rows, all)) {
        if (taken > 0) await send(judge.judge(await backgrounds.of(judge.leads, notes.slice(from, from + taken))))
        else {
          const completed = notes[from]?.kind === 'duplicate' ? row.cells : complete(row.cells)
          await send(judge.judgeAlone(row, completed, await backgrounds.ofCells(completed, notes[from])))
        }
      }
    }
  }
  try {
    await readAll()
  } finally {
    await end()
  }
  beside.survey?.close(name)
  check?.compare(engine.counts())
  counter.merge(judge.counts())
  await writing.finish()
  const formulas = rendering.format === 'parquet' ? 0 : judge.formulas() + renderer.formulas()
  return keeper.outcome({ scored: judge.scored(), duplicate: judge.duplicates(), formulas })
}
