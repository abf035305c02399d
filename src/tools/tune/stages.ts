import type { StageSummary } from '../../ir/results/tuning.ts'
import { wilson } from '../../learn/statistics/wilson.ts'
import { logOddsFor, scoreFor } from '../../learn/tune/calibrate.ts'
import type { Judged } from '../../learn/tune/learn.ts'
import { thresholdAt, thresholdFor, weeksOf } from '../../learn/tune/thresholds.ts'
import type { SettledCard } from '../../learn/writing/settled-card.ts'
import type { ClosedFile } from './read-closed.ts'
import type { SettleJob } from './settle-job.ts'

/** Leads with a day in the last half year count towards a week. */
const RECENT_DAYS = 182
const DEFAULT_WEEKS = 1

/** The requested thresholds of SQL and MQL, and the numbers of leads they give. */
export function stagesOf(
  scores: Float64Array,
  card: SettledCard,
  { learned, request, file, closed, won }: SettleJob,
  line: Parameters<typeof logOddsFor>[1],
  excludesWon: boolean,
): StageSummary[] {
  const { order } = file
  const recent = recentLeads(scores, order)
  const weeks = recent.days === undefined ? DEFAULT_WEEKS : Math.max(1, weeksOf(recent.days))
  const atChance = (chance: number) => Math.max(1, scoreFor(logOddsFor(chance, line), card.zero))
  const base = closed.reduce((sum, row) => sum + (won[row] ?? 0), 0) / closed.length
  const sql = ((): { readonly from: number; readonly why: string } => {
    switch (request.sql.by) {
      case 'capacity':
        return {
          from: thresholdFor(recent.scores, request.sql.perWeek * weeks),
          why: `nearest to ${request.sql.perWeek} a week`,
        }
      case 'value': {
        const chance = Math.min(0.99, Math.max(0.01, request.sql.cost / request.sql.value))
        return { from: atChance(chance), why: `a chance of ${Math.round(100 * chance)}% pays for the call` }
      }
      case 'share':
        return {
          from: thresholdFor(scores, request.sql.share * scores.length),
          why: `the best ${Math.round(100 * request.sql.share)}%`,
        }
    }
  })()
  const mql =
    request.mqlPerWeek === undefined
      ? { from: atChance(base), why: `a chance above that of all leads (${Math.round(100 * base)}%)` }
      : {
          from: thresholdFor(recent.scores, request.mqlPerWeek * weeks),
          why: `SQL and MQL together nearest to ${request.mqlPerWeek} a week`,
        }
  const wanted = [{ stage: 'SQL', ...sql }, ...(mql.from < sql.from ? [{ stage: 'MQL', ...mql }] : [])]
  const stages = wanted.map(({ stage, from, why }, at): StageSummary => {
    const upTo = at === 0 ? Infinity : (wanted[at - 1]?.from ?? Infinity)
    const inStage = (score: number) => score >= from && score < upTo
    const { weekly } = thresholdAt(from, recent.scores, recent.days)
    const leads = scores.reduce((count, score) => (inStage(score) ? count + 1 : count), 0)
    const wins = scores.reduce((count, score, lead) => (inStage(score) && won[lead] === 1 ? count + 1 : count), 0)
    return {
      stage,
      from,
      leads,
      ...(excludesWon && { not_won: leads - wins }),
      ...judgedRate(learned.judged, card.zero, from, upTo),
      why,
      ...(weekly && { weekly }),
    }
  })
  // A stage that no lead reaches would be a promise.
  return stages.filter(({ stage, leads }) => stage === 'SQL' || leads > 0)
}

/** How many of the leads that were not learned from and reach a span of scores were won. */
function judgedRate({ margins, won }: Judged, zero: number, from: number, upTo: number) {
  const inside = Int32Array.from(margins.keys()).filter(at => {
    const score = scoreFor(margins[at] ?? 0, zero)
    return score >= from && score < upTo
  })
  const wins = inside.reduce((sum, at) => sum + (won[at] ?? 0), 0)
  return { judged: inside.length, rate: inside.length === 0 ? 0 : wins / inside.length, ...wilson(wins, inside.length) }
}

function recentLeads(scores: Float64Array, order: ClosedFile['order']) {
  if (order === undefined || !order.isDay) return { scores, days: undefined }
  const last = order.values.reduce((high, day) => (day > high ? day : high), -Infinity)
  const kept = Int32Array.from(scores.keys()).filter(lead => (order.values[lead] ?? Number.NaN) > last - RECENT_DAYS)
  return {
    scores: Float64Array.from(kept, lead => scores[lead] ?? 0),
    days: Float64Array.from(kept, lead => order.values[lead] ?? 0),
  }
}
