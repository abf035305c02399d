import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { BandSummary, LearnedRule, StageSummary } from '../../ir/results/tuning.ts'
import { fold } from '../../ir/values/fold.ts'
import { wholePoints } from '../../learn/card/points.ts'
import type { Outcome } from '../../learn/outcome/ending.ts'
import { compareAuc } from '../../learn/statistics/auc.ts'
import { rankScores } from '../../learn/statistics/ranked.ts'
import { wilson } from '../../learn/statistics/wilson.ts'
import { calibrate, logOddsFor, scoreFor } from '../../learn/tune/calibrate.ts'
import type { Judged, Learned } from '../../learn/tune/learn.ts'
import { lastThird, ratesOverTime } from '../../learn/tune/rates.ts'
import type { Screened } from '../../learn/tune/screen-columns.ts'
import { thresholdAt, thresholdFor, weeksOf } from '../../learn/tune/thresholds.ts'
import { bestRow } from '../../learn/writing/best-row.ts'
import { pointsOf, type SettledCard, type SettledTable, settle } from '../../learn/writing/settled-card.ts'
import { evidenceText, type TunedRule, tunedDocument } from '../../learn/writing/tuned-rulebook.ts'
import { gateConditions, writeRule } from '../../learn/writing/write-rule.ts'
import { inlineYaml, readRulebook, writeYaml } from '../../rulebook/index.ts'
import { pairs } from '../../rulebook/yaml/building.ts'
import { generateTests } from '../test/generate/generate.ts'
import { alreadyWon } from './already-won.ts'
import { headOf } from './head.ts'
import { writtenNames } from './names.ts'
import type { ClosedFile } from './read-closed.ts'
import type { TuneRequest } from './tune-rulebook.ts'

export interface SettleJob {
  readonly learned: Learned
  readonly screened: Screened
  readonly file: ClosedFile
  readonly request: TuneRequest
  readonly closed: Int32Array
  readonly won: Uint8Array
  readonly source: string
  readonly outcome: Outcome
}

/** The rulebook that was learned, and all that is said of it. */
export interface Settled {
  readonly text: string
  readonly tests: { readonly text: string; readonly count: number }
  readonly card: SettledCard
  readonly rules: readonly LearnedRule[]
  readonly rows: number
  readonly bands: readonly BandSummary[]
  readonly slope: number
  readonly stages: readonly StageSummary[]
  readonly warnings: readonly Diagnostic[]
}

interface Ruled {
  readonly rule: LearnedRule
  readonly written: TunedRule
  readonly lists: ReturnType<typeof writeRule>['lists']
}

export function settleRulebook(job: SettleJob): Settled {
  const { learned, screened, file, request, closed } = job
  const bins = screened.used
  const card = settle(wholePoints(learned.fit, request.maxPoints), bins, closed)
  const scores = scoresOf(card, job)
  const ruled = rulesOf(card, scores, job)
  const { judged, changed } = judgedForChances(job)
  const { line, bands } = calibrate(judged)
  const steps = bandsOf(bands, card.zero)
  const stages = stagesOf(scores, steps, card, job, line)
  const winners = alreadyWon(file, job.outcome.won)
  const rules = ruled.map(({ rule }) => rule)
  const declared = new Set([
    ...ruled.flatMap(each => each.written.entries.flatMap(([, value]) => namesIn(value))),
    ...(winners?.fields ?? []),
  ])
  const document = tunedDocument({
    name: nameOf(job.source),
    nulls: file.nulls,
    fields: file.own.filter(({ name }) => declared.has(name)),
    known: new Set(file.binding.bound.fields.flatMap(({ name, columns }) => (columns.length > 0 ? [name] : []))),
    lists: ruled.flatMap(({ lists }) => lists),
    rules: ruled.map(({ written }) => written),
    start: card.start,
    highest: card.highest,
    alreadyWon: winners?.when,
    stages: stages.map(({ stage, from, leads, rate, low, high, why }) => ({
      stage,
      from,
      found: `${why}: ${leads} leads here, ${Math.round(100 * rate)}% won (${Math.round(100 * low)}-${Math.round(100 * high)}%)`,
    })),
    bands: steps.map(({ from, rate, leads, low, high }) => ({
      from,
      chance: Math.round(100 * rate),
      found: `${leads} leads, ${Math.round(100 * low)}-${Math.round(100 * high)}%`,
    })),
  })
  const text = writeYaml(document, { head: headOf(job, rules) })
  const { plan, diagnostics } = readRulebook({ file: request.rulebook, text })
  if (plan === undefined || diagnostics.length > 0) {
    throw new Error(
      `the learned rulebook cannot be read: ${diagnostics.map(({ message }) => message).join('; ')}\n${text}`,
    )
  }
  const tests = generateTests(plan, baseName(request.rulebook), request.asOf)
  return {
    text,
    tests: { text: tests, count: (tests.match(/^ *- name: /gm) ?? []).length },
    card,
    rules,
    rows: rules.reduce((sum, { rows }) => sum + rows, 0),
    bands: steps,
    slope: line.slope,
    stages,
    warnings: changed ? [changedWarning(job)] : [],
  }
}

/** What every lead of the file scores. */
export function scoresOf(card: SettledCard, { file, screened }: Pick<SettleJob, 'file' | 'screened'>): Float64Array {
  const scores = new Float64Array(file.endings.length).fill(card.start.fit + card.start.engagement)
  for (const table of card.tables) {
    const points = pointsOf(table, screened.used)
    for (let lead = 0; lead < scores.length; lead += 1) scores[lead] = (scores[lead] ?? 0) + (points[lead] ?? 0)
  }
  return scores
}

/** The rules in the order of what they do for the separation. */
function rulesOf(card: SettledCard, scores: Float64Array, job: SettleJob): Ruled[] {
  const { closed, won, screened } = job
  const bins = screened.used
  const ownWon = Uint8Array.from(closed, row => won[row] ?? 0)
  const all = rankScores(Float64Array.from(closed, row => scores[row] ?? 0))
  const base = ownWon.reduce((sum, each) => sum + each, 0) / ownWon.length
  const names = writtenNames(card.tables, bins)
  const found = card.tables.map((table, at): Ruled => {
    const { id, label } = names[at] ?? { id: `rule-${at + 1}`, label: '' }
    const points = pointsOf(table, bins)
    const without = rankScores(Float64Array.from(closed, row => (scores[row] ?? 0) - (points[row] ?? 0)))
    const { difference } = compareAuc(without, all, ownWon)
    const row = bestRow(table)
    const inRow = closed.filter(lead => row.bins.has(table.bins.codes[lead] ?? 0) && isBehind(table, bins, lead))
    const wins = inRow.reduce((sum, lead) => sum + (won[lead] ?? 0), 0)
    const rate = inRow.length === 0 ? 0 : wins / inRow.length
    const { entries, lists } = writeRule(id, label, table, bins)
    const behind = table.gate === undefined ? '' : `where ${gateText(table, bins)}: `
    return {
      rule: {
        id,
        label,
        score: table.score,
        rows: rowsIn(table),
        leads: inRow.length,
        rate,
        lift: rate / base,
        change: difference,
      },
      written: {
        score: table.score,
        entries,
        evidence: `${behind}${evidenceText(row.text, inRow.length, wins, rate / base, difference)}`,
      },
      lists,
    }
  })
  return found.sort((a, b) => a.rule.change - b.rule.change)
}

function isBehind({ gate }: SettledTable, bins: Screened['used'], lead: number): boolean {
  return gate === undefined || gate.set[bins[gate.bins]?.codes[lead] ?? 0] === 1
}

function gateText({ gate }: SettledTable, bins: Screened['used']): string {
  return gate === undefined ? '' : inlineYaml(pairs(...gateConditions(gate, bins)))
}

/** Rows that a person reads: different points in a row. */
function rowsIn({ points, ordered }: SettledTable): number {
  if (!ordered) return Math.max(1, new Set(points).size - 1)
  return Math.max(1, points.filter((each, bin) => bin > 0 && each !== (points[bin - 1] ?? 0)).length)
}

/** Where the rate of all leads has changed, chances are those of the last third. */
function judgedForChances({ learned: { judged }, file, closed, won }: SettleJob): {
  readonly judged: Judged
  readonly changed: boolean
} {
  const order = file.order?.values
  if (order === undefined || !ratesOverTime(closed, won, order).changed) return { judged, changed: false }
  const late = lastThird(closed, order)
  const kept = Int32Array.from(judged.rows.keys()).filter(at => late.has(judged.rows[at] ?? -1))
  return {
    judged: {
      rows: Int32Array.from(kept, at => judged.rows[at] ?? 0),
      margins: Float64Array.from(kept, at => judged.margins[at] ?? 0),
      won: Uint8Array.from(kept, at => judged.won[at] ?? 0),
    },
    changed: true,
  }
}

function changedWarning({ file, closed, won, source }: SettleJob): Diagnostic {
  const { first, last } = ratesOverTime(closed, won, file.order?.values ?? new Float64Array(0))
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`
  const message = `${source}: of the first third ${percent(first)} were won, of the last third ${percent(last)}`
  return diagnose('learn/drift', message, { hint: 'chances are those of the last third only; learn again soon' })
}

/** Bands by whole scores, lowest first; two that begin at the same score are one. */
function bandsOf(bands: ReturnType<typeof calibrate>['bands'], zero: number): BandSummary[] {
  const found: BandSummary[] = []
  for (const [at, band] of bands.entries()) {
    const from = at === 0 ? 0 : Math.max(0, scoreFor(band.from, zero))
    const last = found.at(-1)
    if (last === undefined || from > last.from) {
      found.push({ from, leads: band.leads, won: band.won, rate: band.rate, low: band.low, high: band.high })
      continue
    }
    const [leads, won] = [last.leads + band.leads, last.won + band.won]
    found[found.length - 1] = { from: last.from, leads, won, rate: won / leads, ...wilson(won, leads) }
  }
  return found
}

/** Leads with a day in the last half year count towards a week. */
const RECENT_DAYS = 182
const DEFAULT_WEEKS = 1

function stagesOf(
  scores: Float64Array,
  bands: readonly BandSummary[],
  card: SettledCard,
  { request, file, closed, won }: SettleJob,
  line: Parameters<typeof logOddsFor>[1],
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
  return wanted.map(({ stage, from, why }, at) => {
    const upTo = at === 0 ? Infinity : (wanted[at - 1]?.from ?? Infinity)
    const inStage = (score: number) => score >= from && score < upTo
    const inside = closed.filter(row => inStage(scores[row] ?? 0))
    const wins = inside.reduce((sum, row) => sum + (won[row] ?? 0), 0)
    const { weekly } = thresholdAt(from, recent.scores, recent.days)
    const leads = scores.reduce((count, score) => (inStage(score) ? count + 1 : count), 0)
    const rate = bandRate(bands, from, upTo)
    return {
      stage,
      from,
      leads,
      rate: rate?.rate ?? (inside.length === 0 ? 0 : wins / inside.length),
      low: rate?.low ?? wilson(wins, inside.length).low,
      high: rate?.high ?? wilson(wins, inside.length).high,
      why,
      ...(weekly && { weekly }),
    }
  })
}

/** Won of the bands that lie in a span of scores: of leads that were not learned from. */
function bandRate(bands: readonly BandSummary[], from: number, upTo: number) {
  const inside = bands.filter(band => band.from >= from && band.from < upTo)
  const leads = inside.reduce((sum, band) => sum + band.leads, 0)
  const won = inside.reduce((sum, band) => sum + band.won, 0)
  return leads === 0 ? undefined : { rate: won / leads, ...wilson(won, leads) }
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

/** Every text in a rule that could be the name of a field. */
function namesIn(value: unknown): string[] {
  if (value instanceof Map) return [...value].flatMap(([key, part]) => [String(key), ...namesIn(part)])
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return typeof value === 'string' ? [value] : []
}

function nameOf(source: string): string {
  const base = baseName(source).replace(/\.[a-z0-9.]+$/i, '')
  return `Learned from ${fold(base) === '' || source === 'stdin' ? 'leads' : base}`
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
