import { arrange, type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import type { Backtest, NaiveOrder } from '../../ir/results/backtest.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Host } from '../../leads/host.ts'
import { type OpenedInput, openSampled } from '../../leads/open.ts'
import { clockedRules } from '../../learn/backtest/clocked-rules.ts'
import { compareOrders } from '../../learn/backtest/compare-orders.ts'
import { type LeadOrder, periodsOf } from '../../learn/backtest/periods.ts'
import { collectScored } from '../../learn/backtest/scored-leads.ts'
import { gainRows, separationOf, worthOf } from '../../learn/backtest/worth.ts'
import { type Outcome, type OutcomeRequest, outcomeColumns, outcomeText } from '../../learn/outcome/ending.ts'
import { rankScores } from '../../learn/statistics/ranked.ts'
import { createSide, type SidesRequest, type Surroundings, withSurroundings } from '../diff/side.ts'
import type { Rulebook } from '../score/score-request.ts'
import { type AskOutcome, resolveOrAsk } from './ask-outcome.ts'
import { bindTimes, type LeadTimes } from './lead-times.ts'
import { type Judging, type ReadLeads, readClosed } from './read-leads.ts'

export interface BacktestRequest extends Omit<SidesRequest, 'inputs'> {
  readonly data: string
  readonly outcome: OutcomeRequest
  /** The column that gives the order of the leads. */
  readonly date?: string | undefined
  /** The column of the day as of which each lead is scored. */
  readonly asOfColumn?: string | undefined
  /** Every so many verdicts are compared with the reference's. */
  readonly verify?: number | undefined
}

/** Depths (shares of all leads) at which the call lists of two rulebooks are compared. */
const LISTS = [0.05, 0.1, 0.2] as const

/** Measures one or two rulebooks on the closed leads of a file. `ask` is absent if the user cannot be asked. */
export async function backtest(
  rulebooks: readonly Rulebook[],
  request: BacktestRequest,
  ask: AskOutcome | undefined,
  host: Host,
  version: string,
): Promise<Backtest> {
  const plans = rulebooks.map(({ plan }) => plan)
  const sides = { ...request, inputs: [request.data] }
  return withSurroundings(plans, sides, host, async (reread, surroundings) => {
    const opened = await openSampled(request.data, request, reread)
    const outcome = await resolveOrAsk(request.outcome, opened.sample, ask)
    const times = bindTimes(request, opened)
    const judging = rulebooks.map((rulebook, index) =>
      createJudging(rulebook, opened, sides, outcome, surroundings[index]),
    )
    const read = await readClosed({ opened, outcome, times, judging, asOf: request.asOf, verify: request.verify })
    refuseOneSided(read, outcome, opened.name)
    const order = orderOf(times, read)
    const closed = { won: read.won, days: read.days, periods: order && periodsOf(order) }
    const [first, second] = judging
    return {
      format_version: '1.0',
      tool: { name: 'leadq', version },
      input: opened.name,
      as_of: printDay(request.asOf),
      ...(times.asOf && { as_of_column: times.asOf.column }),
      outcome: { won: outcomeText(outcome.won), lost: outcomeText(outcome.lost), found: outcome.found },
      counts: read.counts,
      ...(order && { order: spanOf(order) }),
      rulebooks: judging.map(({ rulebook, bound, scored }) => {
        const clocked = times.asOf === undefined ? clockedRules(bound) : NONE
        return { rulebook: rulebook.summary, ...worthOf(bound, scored.finish(), closed, clocked) }
      }),
      ...(first &&
        second && {
          comparison: compareOrders(first.scored.finish().totals, second.scored.finish().totals, read.won, LISTS),
        }),
      naive: naiveOrders(order, times, read),
      warnings: arrange([
        ...judging.flatMap(each => warningsOf(each, outcome, times, opened)),
        ...(read.counts.open === 0 ? [noOpenLeads(opened.name)] : []),
      ]),
    }
  })
}

const NONE: ReadonlySet<string> = new Set()

/** One rulebook bound to the leads. */
interface JudgingRulebook extends Judging {
  readonly rulebook: Rulebook
  readonly bound: BoundPlan
  readonly scored: ReturnType<typeof collectScored>
}

function createJudging(
  rulebook: Rulebook,
  opened: OpenedInput,
  request: SidesRequest,
  outcome: Outcome,
  around: Surroundings | undefined,
): JudgingRulebook {
  if (around === undefined) throw new Error('every plan has its surroundings')
  const side = createSide(opened, rulebook.plan, request, around, bound => bound)
  const { bound } = side.binding
  const said = outcomeColumns(outcome)
  const blanked = bound.fields.flatMap(({ read, columns }) => (read ? columns.filter(column => said.has(column)) : []))
  const isAlone = around.survey === undefined && around.events === undefined && around.companies === undefined
  return { rulebook, bound, side, scored: collectScored(bound), blanked: new Set(blanked), isAlone }
}

/** Without won and lost leads there is nothing to compare. */
function refuseOneSided({ counts }: ReadLeads, outcome: Outcome, name: string): void {
  const { closed, won } = counts
  if (won > 0 && won < closed) return
  const missing =
    won === 0
      ? `no lead of ${name} is won (${outcomeText(outcome.won)})`
      : `no lead of ${name} is lost (${outcomeText(outcome.lost)})`
  const message =
    closed === 0
      ? `no lead of ${name} is closed: none is won (${outcomeText(outcome.won)}) or lost (${outcomeText(outcome.lost)})`
      : missing
  const hint =
    'check the values that `--won` and `--lost` name; a backtest needs leads that were won and leads that were lost'
  throw new Refusal(diagnose('learn/outcome', message, { hint }), 'usage')
}

/** Most closed leads must have a place in time. */
const MIN_DATED = 0.8

function orderOf({ order }: LeadTimes, { order: values }: ReadLeads): LeadOrder | undefined {
  if (order === undefined) return undefined
  const known = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0)
  return known < MIN_DATED * values.length ? undefined : { ...order, values }
}

function spanOf({ column, isDay, values }: LeadOrder): NonNullable<Backtest['order']> {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const print = (value: number) => (isDay ? printDay(value) : String(value))
  return { column, from: print(low), to: print(high) }
}

/** Trivial orders, for comparison. */
function naiveOrders(order: LeadOrder | undefined, times: LeadTimes, { won, crmScores }: ReadLeads): NaiveOrder[] {
  const inFile = Float64Array.from(won, (_, lead) => -lead)
  const scored = crmScores.some(score => !Number.isNaN(score))
  const orders: readonly (readonly [string, Float64Array])[] = [
    ...(order === undefined ? [] : [['newest first', order.values] as const]),
    ['as in the file', inFile],
    ...(times.crmScore !== undefined && scored ? [[times.crmScore.column, crmScores] as const] : []),
  ]
  return orders.map(([name, values]) => {
    const ranked = rankScores(values)
    return { name, separation: separationOf(ranked, won), gains: gainRows(ranked, won) }
  })
}

function warningsOf(
  { rulebook, bound, blanked }: JudgingRulebook,
  outcome: Outcome,
  times: LeadTimes,
  { sample }: OpenedInput,
): Diagnostic[] {
  // An exclusion takes out who is won already, which gives no points.
  const giving = new Set(fieldsOfPlan({ ...rulebook.plan, exclude: [] }))
  const fields = bound.fields.filter(
    ({ name, columns }) => giving.has(name) && columns.some(column => blanked.has(column)),
  )
  const clocked = times.asOf === undefined ? clockedRules(bound) : NONE
  const source = rulebook.summary.source
  const knows = fields.map(({ name, columns }) => {
    const column = sample.headings[columns.find(each => blanked.has(each)) ?? -1] ?? ''
    const message = `${source} reads \`${column}\` (${name}), the column that says the outcome: it knows the answer`
    return diagnose('learn/knows-outcome', message, {
      hint: `\`${column}\` counts as empty here, as it was when the lead came in (${outcomeText(outcome.won)} was not known then)`,
    })
  })
  if (clocked.size === 0) return knows
  const message = `${source}: ${clocked.size === 1 ? '1 rule depends' : `${clocked.size} rules depend`} on the day of the run, and all leads are scored as of one day`
  const hint = `name the day a lead came in: \`--as-of-column COLUMN\`; the rules are ${[...clocked].slice(0, 8).join(', ')}`
  return [...knows, diagnose('learn/clock', message, { hint })]
}

function noOpenLeads(name: string): Diagnostic {
  return diagnose('learn/open', `${name} has no open leads`, {
    hint: 'export the open leads too: columns that are filled only for closed ones are then seen',
  })
}
