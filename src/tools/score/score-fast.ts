import { isDeepStrictEqual } from 'node:util'
import { compileCoercion } from '../../engine/coerce.ts'
import { createVerdictCounter } from '../../engine/count-verdicts.ts'
import { compileJudge } from '../../engine/judge.ts'
import { createFastJudge } from '../../fast/engine.ts'
import type { FastJudge, Verifier } from '../../fast/job.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { startCounts, type VerdictCounts } from '../../ir/results/counts.ts'
import { type Format, formatOfName } from '../../outputs/outputs.ts'
import { createRenderer } from '../../outputs/render.ts'
import { leadChooser } from './choose-leads.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createInputKeeper, type InputKeeper } from './input-keeper.ts'
import type { ScoreRequest } from './score-request.ts'

/**
 * Whether the leads of an input can be judged by what they have in common. What depends on other leads or on events, and
 * what is not written in the order of the input as delimited text, the reference judges lead by lead.
 */
export function isFast({ opened, outputs, importing }: InputJob, context: InputContext): boolean {
  const { request, beside, columns } = context
  const isText = outputs.format === 'csv' || outputs.format === 'tsv'
  const isInOrder = !request.sort && request.top === undefined
  const isAlone = beside.survey === undefined && beside.events === undefined && importing === undefined
  const { input, sample } = opened
  // Until values come again, looking them up costs more than it saves.
  const isWorthwhile = sample.rows.length >= WORTHWHILE || request.verify !== undefined
  return isWorthwhile && isText && isInOrder && isAlone && columns.length > 0 && isOneByte(input.delimiter ?? ',')
}

/** Leads from which on it is quicker. */
const WORTHWHILE = 5_000

/** The same of a whole run, as far as that is known before its inputs are open. */
export function mayBeFast({ dedupe, account }: Plan, request: ScoreRequest): boolean {
  const { inputs, inputFormat, events, format, out, sort, top, target } = request
  const written = format ?? (out === undefined ? undefined : formatOfName(out))
  const isRead = inputs.every(path => isDelimited(inputFormat ?? formatOfName(path.replace(/\.gz$/i, ''))))
  const isAlone = events.length === 0 && dedupe === undefined && account === undefined && target === undefined
  return isRead && isDelimited(written) && isAlone && !sort && top === undefined
}

/** Whether a format is delimited text; what has no name may well be. */
function isDelimited(format: Format | undefined): boolean {
  return format === undefined || format === 'csv' || format === 'tsv'
}

function isOneByte(delimiter: string): boolean {
  return delimiter.length === 1 && delimiter < '\u{80}'
}

/** Judges the leads of one input, batch by batch, and writes them. */
export async function scoreFast(job: InputJob, context: InputContext): Promise<Outcome> {
  const { opened } = job
  const { request, counter, plan, columns } = context
  const keeper = await createInputKeeper(job, context)
  const { renderer, rendering, writer } = keeper
  const { input, complete, binding, kept } = opened
  const check = request.verify === undefined ? undefined : createCheck(request.verify, keeper, job, context)
  const judge = createFastJudge({
    plan,
    bound: binding.bound,
    asOf: request.asOf,
    columns,
    headings: input.headings,
    width: Math.max(input.headings.length, ...binding.bound.fields.flatMap(field => field.columns.map(at => at + 1))),
    inputDelimiter: input.delimiter ?? rendering.spelling.delimiter,
    name: opened.name,
    kept,
    isChosen: request.only && leadChooser(request.only, binding.bound),
    split: request.split,
    ...rendering.spelling,
    escapeFormulas: request.escapeFormulas,
    render: renderer.lead,
    identify: keeper.identify,
    identifyHashes: keeper.identifyHashes,
    verify: check?.verifier,
  })
  for await (const item of readAll(job, judge)) {
    if (item !== 'plain') await keeper.take(item)
    for (const chunk of item === 'plain' ? judge.judgeCut() : judge.judgeRows(item.rows, complete)) {
      await writer.append(chunk)
    }
  }
  const counts = judge.counts()
  check?.compare(counts)
  counter.merge(counts)
  return keeper.outcome({ scored: judge.leads(), duplicate: 0, formulas: judge.formulas() + renderer.formulas() })
}

/** Plain records are cut from bytes where records have nothing behind their own cells. */
function readAll({ opened: { mixed, batches, join, inside } }: InputJob, { cutter }: FastJudge) {
  return mixed !== undefined && join === undefined && inside.length === 0 ? mixed(cutter) : batches
}

/** Judges every so many leads by the reference as well; where the two differ there is a bug in leadq. */
function createCheck(every: number, { rendering }: InputKeeper, { opened }: InputJob, context: InputContext) {
  const { bound } = opened.binding
  const { plan, request } = context
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const renderer = createRenderer(rendering, bound)
  const own = startCounts(plan)
  const counter = createVerdictCounter(plan, own)
  const isChosen = leadChooser(request.only, bound)
  let leads = 0
  const verifier: Verifier = {
    wants() {
      leads += 1
      return leads % every === 0
    },
    check(row, cells, written) {
      const lead = coerce(cells)
      const verdict = judge(lead)
      counter.add(lead, verdict, row.line)
      const expected = isChosen(verdict) ? renderer.lead(row, verdict) : undefined
      if (written === Buffer.from(expected ?? '').toString() || (written === undefined && expected === undefined))
        return
      throw new TypeError(`line ${row.line}: the reference writes another lead than the fast engine`)
    },
  }
  return {
    verifier,
    compare(counts: VerdictCounts) {
      if (every !== 1 || isDeepStrictEqual(sorted(counts), sorted(own))) return
      throw new TypeError(`${opened.name}: the reference counts other verdicts than the fast engine`)
    },
  }
}

/** Without the order in which things came up. */
function sorted(counts: VerdictCounts): unknown {
  return JSON.parse(
    JSON.stringify(counts, (_, value: unknown) =>
      value instanceof Map ? [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) : value,
    ),
  )
}
