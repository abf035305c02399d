import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { NO_CELLS } from '../../fast/values/slots.ts'
import { createFastVerdicts } from '../../fast/verdicts.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Backtest } from '../../ir/results/backtest.ts'
import type { JudgedLead } from '../../ir/results/verdict.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { createGrowing, createGrowingIntegers } from '../../learn/columns/growing.ts'
import { endingOf, type Outcome, outcomeColumns, outcomeText } from '../../learn/outcome/ending.ts'
import type { Side } from '../diff/side.ts'
import { isOneByte } from '../score/one-byte.ts'
import { readPlain } from '../score/read-records.ts'
import { judgeByDay } from './judge-by-day.ts'
import type { LeadTimes, Times } from './lead-times.ts'

/** A rulebook beside the leads, and where its verdicts go. */
export interface Judging {
  readonly side: Side
  /** Columns of the outcome that the rulebook reads: they are emptied before judging. */
  readonly blanked: ReadonlySet<number>
  /** Whether no lead depends on another one, or on what stands outside their file. */
  readonly isAlone: boolean
  readonly scored: { add(lead: JudgedLead): void }
}

/** The result of reading; the columns are parallel. */
export interface ReadLeads {
  readonly won: Uint8Array
  readonly order: Float64Array
  readonly days: Float64Array
  readonly crmScores: Float64Array
  readonly counts: Backtest['counts']
}

/** The leads, how they ended, and whom they are judged by. */
export interface ReadingJob {
  readonly opened: OpenedInput
  readonly outcome: Outcome
  readonly times: LeadTimes
  readonly judging: readonly Judging[]
  readonly asOf: number
  /** Every so many verdicts are compared with the reference's. */
  readonly verify: number | undefined
}

/** Reads all leads, and has those that are closed judged by every rulebook. */
export async function readClosed(job: ReadingJob): Promise<ReadLeads> {
  const collector = collectLeads(job.opened.name, job.outcome, job.times)
  if (!(await readFast(job, collector))) await readEach(job, collector)
  for (const { side } of job.judging) side.close()
  return collector.finish()
}

/** Takes leads one by one. */
interface LeadCollector {
  /** When a closed lead came in and was won; undefined for all others. */
  add(cells: readonly string[], line: number): Times | undefined
  finish(): ReadLeads
}

function collectLeads(name: string, outcome: Outcome, times: LeadTimes): LeadCollector {
  const [order, days, crmScores] = [createGrowing(), createGrowing(), createGrowing()]
  const won = createGrowingIntegers()
  let [leads, open, both, firstBoth] = [0, 0, 0, 0]
  return {
    add(cells, line) {
      leads += 1
      const ending = endingOf(cells, outcome)
      if (ending === 'both') {
        firstBoth ||= line
        both += 1
      }
      if (ending === 'open') open += 1
      if (ending !== 'won' && ending !== 'lost') return undefined
      const time = times.read(cells)
      won.push(ending === 'won' ? 1 : 0)
      order.push(time.order)
      days.push(time.days)
      crmScores.push(time.crmScore)
      return time
    },
    finish() {
      if (both > 0) throw refuseBoth(name, both, firstBoth, outcome)
      const closed = Uint8Array.from(won.values())
      const wonCount = closed.reduce((sum, each) => sum + each, 0)
      return {
        won: closed,
        order: order.values(),
        days: days.values(),
        crmScores: crmScores.values(),
        counts: { leads, closed: closed.length, won: wonCount, open },
      }
    },
  }
}

function refuseBoth(name: string, count: number, line: number, outcome: Outcome): Refusal {
  const leads = count === 1 ? '1 lead is' : `${count} leads are`
  const message = `${name}: ${leads} both won (${outcomeText(outcome.won)}) and lost (${outcomeText(outcome.lost)}), first on line ${line}`
  const hint = 'choose values that no lead has together with `--won` and `--lost`'
  return new Refusal(diagnose('learn/outcome', message, { hint }), 'usage')
}

/** Lead by lead, each as of its own day, beside its events, companies, duplicates and accounts. */
async function readEach({ opened: { batches }, judging, asOf }: ReadingJob, collector: LeadCollector): Promise<void> {
  const judges = judging.map(({ side }) => judgeByDay(withoutRouting(side.binding.bound)))
  for await (const { rows } of batches) {
    const read = await Promise.all(judging.map(({ side, blanked }) => side.read(withoutCells(rows, blanked))))
    for (const [index, row] of rows.entries()) {
      // A duplicate counts as one lead with the kept one.
      if (read.some(side => side[index] === undefined)) continue
      const time = collector.add(row.cells, row.line)
      if (time === undefined) continue
      for (const [place, { scored }] of judging.entries()) {
        const [lead, judge] = [read[place]?.[index], judges[place]]
        if (lead !== undefined && judge !== undefined) scored.add(judge(lead, time.asOf ?? asOf))
      }
    }
  }
}

function withoutCells(rows: readonly Row[], blanked: ReadonlySet<number>): readonly Row[] {
  if (blanked.size === 0) return rows
  return rows.map(row => ({ ...row, cells: row.cells.map((cell, position) => (blanked.has(position) ? '' : cell)) }))
}

/** Nobody asks who calls a lead, and what happens next. */
function withoutRouting(bound: BoundPlan): BoundPlan {
  return { ...bound, owners: [], next: [] }
}

/** Leads from which on it is quicker to judge them by what they have in common, as `score` does. */
const WORTHWHILE = 5_000

/** The same for leads that stand alone and are all judged as of one day; false if these are others. */
async function readFast(
  { opened, outcome, times, judging, asOf, verify }: ReadingJob,
  collector: LeadCollector,
): Promise<boolean> {
  const { mixed, inside, sample, input, name } = opened
  const isAlone = times.asOf === undefined && judging.every(each => each.isAlone)
  const isWorthwhile = sample.rows.length >= WORTHWHILE || verify !== undefined
  if (inside.length > 0 || !isAlone || !isWorthwhile) return false
  const verdicts = createFastVerdicts({
    bounds: judging.map(({ side, blanked }) => withoutColumns(withoutRouting(side.binding.bound), blanked)),
    asOf,
    format: input.format,
    headings: input.headings,
    inputDelimiter: isOneByte(input.delimiter) ? input.delimiter : ',',
    name,
    verify,
    wanted: [...new Set([...outcomeColumns(outcome), ...times.columns])],
  })
  const items = readPlain(input, mixed, verdicts)
  if (items === undefined) return false
  const take: Parameters<typeof verdicts.judgeCut>[0] = (cells, line, scoredBy) => {
    if (collector.add(cells, line) === undefined) return
    for (const [place, { scored }] of judging.entries()) scored.add(scoredBy(place))
  }
  for await (const item of items) {
    if (item === 'plain') verdicts.judgeCut(take)
    else verdicts.judgeRows(item.rows, take)
  }
  return true
}

function withoutColumns(bound: BoundPlan, blanked: ReadonlySet<number>): BoundPlan {
  if (blanked.size === 0) return bound
  return {
    ...bound,
    fields: bound.fields.map(field => ({
      ...field,
      columns: field.columns.map(column => (blanked.has(column) ? NO_CELLS : column)),
    })),
  }
}
