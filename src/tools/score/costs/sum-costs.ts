import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { CostSummary, CostsSummary } from '../../../ir/results/costs.ts'
import { MEDIUM, readWay } from '../../../ir/results/ways.ts'
import { printDay } from '../../../ir/values/calendar.ts'
import { CREATED, OUTCOME_FIELDS, OUTSIDE, UNDATED, WON } from './cost-plan.ts'
import type { Costs } from './costs.ts'

/** Leads and costs of a channel, a medium, or all. */
interface Sums {
  cost: number
  hasCosts: boolean
  leads: number
  percents: number
  won: number
  readonly stages: Map<string, number>
  medium: string | undefined
}

/** What the costs come to beside the leads that were counted. `plan`: as the rulebook has it. */
export function sumCosts(
  { file, rows, cuts, currency }: Costs,
  plan: Plan,
  ways: ReadonlyMap<string, number>,
  bounds: readonly BoundPlan[],
): { readonly summary: CostsSummary; readonly diagnostics: readonly Diagnostic[] } {
  const hasField = (name: string) =>
    bounds.some(({ fields }) => fields.some(field => field.name === name && field.columns.length > 0))
  const isDated = hasField(CREATED)
  const hasWon = OUTCOME_FIELDS.some(hasField)
  const hasMedium = plan.segments.some(({ name }) => name === MEDIUM)
  const channels = new Map<string, Sums>()
  const media = new Map<string, Sums>()
  const total = startSums()
  const sumsOf = (map: Map<string, Sums>, name: string) => {
    const sums = map.get(name) ?? startSums()
    map.set(name, sums)
    return sums
  }
  const spans = new Map<string, Set<number>>()
  for (const { channel, medium, cost, from, to } of rows) {
    const sums = sumsOf(channels, channel)
    sums.medium ??= medium
    const own = spans.get(channel) ?? new Set()
    spans.set(channel, own)
    for (const [index, cut] of cuts.entries()) if (cut >= from && cut <= to) own.add(index)
    for (const each of [sums, sumsOf(media, medium ?? UNKNOWN), total]) {
      each.cost += cost
      each.hasCosts = true
    }
  }
  let [undated, outside] = [0, 0]
  for (const [key, leads] of ways) {
    const { channel, medium, hidden, stage, chance = 0 } = readWay(key)
    const [period = OUTSIDE, outcome] = hidden
    const own = spans.get(channel)
    if (isDated && period === UNDATED) undated += leads
    else if (isDated && (period === OUTSIDE || (own !== undefined && !own.has(Number(period))))) outside += leads
    else {
      const sums = sumsOf(channels, channel)
      sums.medium ??= medium
      for (const each of [sums, sumsOf(media, medium), total]) {
        each.leads += leads
        each.percents += chance * leads
        if (outcome === WON) each.won += leads
        each.stages.set(stage, (each.stages.get(stage) ?? 0) + leads)
      }
    }
  }
  const ladder = [...new Set(plan.stages.map(({ stage }) => stage))].slice(0, -1)
  const print = (name: string, sums: Sums): CostSummary => summaryOf(name, sums, { ladder, hasWon, hasMedium, plan })
  const sorted = [...channels].sort(([, a], [, b]) => b.cost - a.cost || b.leads - a.leads)
  return {
    summary: {
      file,
      ...(currency !== undefined && { currency }),
      from: printDay(cuts[0] ?? 0),
      to: printDay((cuts.at(-1) ?? 1) - 1),
      rows: rows.length,
      channels: sorted.map(([name, sums]) => print(name, sums)),
      media: hasMedium ? inOrder(media, plan).map(([name, sums]) => print(name, sums)) : [],
      total: print('total', total),
      undated,
      outside,
      without_leads: sorted.flatMap(([name, { hasCosts, leads }]) => (hasCosts && leads === 0 ? [name] : [])),
      without_costs: sorted.flatMap(([name, { hasCosts }]) => (hasCosts ? [] : [name])),
    },
    diagnostics: isDated ? [] : [noDate(file)],
  }
}

const UNKNOWN = 'unknown'

/** As the rulebook lists the media. */
function inOrder(media: ReadonlyMap<string, Sums>, { segments }: Plan): [string, Sums][] {
  const rows = segments.find(({ name }) => name === MEDIUM)?.rows.map(({ label }) => label) ?? []
  const place = (name: string) => (rows.includes(name) ? rows.indexOf(name) : rows.length)
  return [...media].sort(([a], [b]) => place(a) - place(b))
}

function startSums(): Sums {
  return { cost: 0, hasCosts: false, leads: 0, percents: 0, won: 0, stages: new Map(), medium: undefined }
}

interface Kinds {
  /** The stages that can be reached, best first. */
  readonly ladder: readonly string[]
  readonly hasWon: boolean
  readonly hasMedium: boolean
  readonly plan: Plan
}

function summaryOf(name: string, sums: Sums, { ladder, hasWon, hasMedium, plan }: Kinds): CostSummary {
  const per = (count: number) => (count === 0 || !sums.hasCosts ? null : cents(sums.cost / count))
  let better = 0
  const reached = ladder.map((stage): [string, number] => {
    better += sums.stages.get(stage) ?? 0
    return [stage, better]
  })
  const wins = sums.percents / 100
  return {
    name,
    ...(hasMedium && sums.medium !== undefined && { medium: sums.medium }),
    cost: cents(sums.cost),
    leads: sums.leads,
    reached: Object.fromEntries(reached),
    ...(hasWon && { won: sums.won }),
    ...(plan.chance !== undefined && { expected_wins: wins }),
    per_lead: per(sums.leads),
    per_stage: Object.fromEntries(reached.map(([stage, leads]) => [stage, per(leads)])),
    ...(hasWon && { per_won: per(sums.won) }),
    ...(plan.chance !== undefined && { per_expected_win: per(wins) }),
  }
}

/** Sums of decimal fractions are rounded where they are shown. */
function cents(value: number): number {
  return Math.round(value * 100) / 100
}

function noDate(file: string): Diagnostic {
  const message = `${file}: the leads have no date of creation, so all of them are counted, whatever the periods of the costs`
  const hint = 'export the date of creation, or name its column: `fields: { created_date: { from: Angelegt } }`'
  return diagnose('costs/no-date', message, { hint })
}
