import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type ChanceBands, nameOf } from '../../ir/plan/plan.ts'
import type {
  CalibrationRow,
  GainRow,
  PeriodWorth,
  RulebookWorth,
  RuleWorth,
  Separation,
  StageWorth,
} from '../../ir/results/backtest.ts'
import { aucWithInterval, compareAuc } from '../statistics/auc.ts'
import { bandsOf } from '../statistics/bands.ts'
import { gains } from '../statistics/gain.ts'
import { quantileOf } from '../statistics/quantile.ts'
import { type Ranked, rankScores } from '../statistics/ranked.ts'
import { trendOf } from '../statistics/trend.ts'
import { type Interval, wilson } from '../statistics/wilson.ts'
import type { Periods } from './periods.ts'
import type { ScoredLeads } from './scored-leads.ts'
import { compileWithoutRule } from './without-rule.ts'

/** Facts about closed leads besides their scores. */
export interface ClosedLeads {
  readonly won: Uint8Array
  /** From the day the lead came in to the day it was won; `NaN` where one of them is not known. */
  readonly days: Float64Array
  readonly periods: Periods | undefined
}

/** Depths at which an order is measured. */
const TOPS = [0.05, 0.1, 0.2, 0.3, 0.5] as const

export function separationOf(ranked: Ranked, won: Uint8Array): Separation {
  const { auc, low, high } = aucWithInterval(ranked, won)
  return { auc, low, high }
}

export function gainRows(ranked: Ranked, won: Uint8Array): GainRow[] {
  return gains(ranked, won, TOPS)
}

/** Measures one rulebook on closed leads. `clocked`: rules whose points depend on the day of the run. */
export function worthOf(
  bound: BoundPlan,
  leads: ScoredLeads,
  closed: ClosedLeads,
  clocked: ReadonlySet<string>,
): Omit<RulebookWorth, 'rulebook'> {
  const ranked = rankScores(leads.totals)
  const periods = closed.periods === undefined ? [] : periodRows(closed.periods, leads.totals, closed.won)
  const trend = trendOf(periods.flatMap(({ period }) => period))
  return {
    separation: separationOf(ranked, closed.won),
    stages: stageRows(leads, closed),
    gains: gainRows(ranked, closed.won),
    rules: ruleRows(bound, leads, ranked, closed.won, clocked),
    periods: periods.map(({ row }) => row),
    ...(trend !== undefined && { trend }),
    calibration: calibrationRows(leads.totals, closed.won, bound.chance),
  }
}

function stageRows({ stages, stageNames }: ScoredLeads, { won, days }: ClosedLeads): StageWorth[] {
  const allWon = won.reduce((sum, each) => sum + each, 0)
  const rows = stageNames.map((stage, index) => {
    const inStage = Int32Array.from(stages.keys()).filter(lead => stages[lead] === index)
    const wonHere = inStage.filter(lead => won[lead] === 1)
    const median = quantileOf(
      Float64Array.from(wonHere, lead => days[lead] ?? Number.NaN),
      0.5,
    )
    const rate = inStage.length === 0 ? 0 : wonHere.length / inStage.length
    const share = allWon === 0 ? 0 : wonHere.length / allWon
    const row = {
      stage,
      leads: inStage.length,
      won: wonHere.length,
      rate,
      share,
      ...wilson(wonHere.length, inStage.length),
    }
    return median === undefined ? row : { ...row, days: median }
  })
  return rows.map((row, index) => {
    const next = rows[index + 1]
    if (next === undefined || row.leads === 0 || next.leads === 0) return row
    return { ...row, differs: row.low > next.high || row.high < next.low }
  })
}

/** Rules that gave points to some of the leads, those that order them most first. */
function ruleRows(
  bound: BoundPlan,
  leads: ScoredLeads,
  ranked: Ranked,
  won: Uint8Array,
  clocked: ReadonlySet<string>,
): RuleWorth[] {
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const totalsWithout = compileWithoutRule(bound, leads)
  const rows = rules.flatMap((rule, index): RuleWorth[] => {
    const points = leads.points[index]
    if (points === undefined) return []
    const with_ = { leads: 0, won: 0 }
    const without = { leads: 0, won: 0 }
    for (let lead = 0; lead < won.length; lead += 1) {
      const side = (points[lead] ?? 0) === 0 ? without : with_
      side.leads += 1
      side.won += won[lead] ?? 0
    }
    if (with_.leads === 0) return []
    const { difference, low, high } = compareAuc(rankScores(totalsWithout(index)), ranked, won)
    const [wonWith, wonWithout] = [ratio(with_.won, with_.leads), ratio(without.won, without.leads)]
    return [
      {
        id: rule.id,
        label: nameOf(rule),
        leads: with_.leads,
        won_with: wonWith,
        won_without: wonWithout,
        lift: ratio(wonWith, ratio(with_.won + without.won, won.length)),
        change: difference,
        low,
        high,
        effect: effectOf({ low, high }),
        ...(clocked.has(rule.id) && { clock: true }),
      },
    ]
  })
  return rows.sort((a, b) => a.change - b.change)
}

/** A negligible change of the AUC. */
const NO_CHANGE = 0.005

function effectOf({ low, high }: Interval): RuleWorth['effect'] {
  if (high < 0) return 'helps'
  if (low > 0) return 'hurts'
  return low > -NO_CHANGE && high < NO_CHANGE ? 'none' : 'unclear'
}

interface PeriodRow {
  readonly row: PeriodWorth
  /** Its separation as a point of a line; absent where it has none. */
  readonly period: readonly { readonly value: number; readonly error: number }[]
}

function periodRows({ names, of }: Periods, totals: Float64Array, won: Uint8Array): PeriodRow[] {
  return names.map((period, index) => {
    const inside = Int32Array.from(of.keys()).filter(lead => of[lead] === index)
    const wonInside = Uint8Array.from(inside, lead => won[lead] ?? 0)
    const count = wonInside.reduce((sum, each) => sum + each, 0)
    const row = { period, leads: inside.length, won: count, rate: ratio(count, inside.length) }
    if (count < 2 || inside.length - count < 2) return { row, period: [] }
    const scores = Float64Array.from(inside, lead => totals[lead] ?? Number.NaN)
    const { auc, low, high, error } = aucWithInterval(rankScores(scores), wonInside)
    return { row: { ...row, separation: { auc, low, high } }, period: [{ value: auc, error }] }
  })
}

/** Scores in bands, and how many of each were won. Leads without a score are in none. */
function calibrationRows(totals: Float64Array, won: Uint8Array, stated: ChanceBands | undefined): CalibrationRow[] {
  const known = Int32Array.from(totals.keys()).filter(lead => !Number.isNaN(totals[lead] ?? Number.NaN))
  const scores = Float64Array.from(known, lead => totals[lead] ?? 0)
  const bands = bandsOf(
    scores,
    Uint8Array.from(known, lead => won[lead] ?? 0),
  )
  return bands
    .map(band => ({
      from: band.low,
      ...statedChance(band.low, stated),
      leads: band.leads,
      won: band.won,
      rate: ratio(band.won, band.leads),
      ...wilson(band.won, band.leads),
    }))
    .reverse()
}

/** The chance that the rulebook states for a total. */
function statedChance(score: number, stated: ChanceBands | undefined): { readonly chance?: number } {
  if (stated === undefined || stated.of !== undefined) return {}
  const band = stated.bands.find(({ from }) => score >= from)
  return band === undefined ? {} : { chance: band.percent / 100 }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
