import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { BandSummary, LearnedRule, StageSummary } from '../../ir/results/tuning.ts'
import { fold } from '../../ir/values/fold.ts'
import { SLOPE, wholePoints } from '../../learn/card/points.ts'
import { compareAuc } from '../../learn/statistics/auc.ts'
import { fitLogistic } from '../../learn/statistics/logistic.ts'
import { rankScores } from '../../learn/statistics/ranked.ts'
import { wilson } from '../../learn/statistics/wilson.ts'
import { calibrate, scoreFor } from '../../learn/tune/calibrate.ts'
import type { Judged } from '../../learn/tune/learn.ts'
import { lastThird, ratesOverTime } from '../../learn/tune/rates.ts'
import type { Screened } from '../../learn/tune/screen-columns.ts'
import { bestRow } from '../../learn/writing/best-row.ts'
import { pointsOf, type SettledCard, type SettledTable, settle } from '../../learn/writing/settled-card.ts'
import { evidenceText, type TunedRule, tunedDocument } from '../../learn/writing/tuned-rulebook.ts'
import { gateConditions, writeRule } from '../../learn/writing/write-rule.ts'
import { plural, thousands } from '../../report/numbers.ts'
import { inlineYaml, readRulebook, writeYaml } from '../../rulebook/index.ts'
import { pairs } from '../../rulebook/yaml/building.ts'
import { generateTests } from '../test/generate/generate.ts'
import { alreadyWon } from './already-won.ts'
import { headOf } from './head.ts'
import { closedGates, joinStanding, pointsOfBefore } from './join-standing.ts'
import { commentsGone } from './lost-comments.ts'
import { writtenNames } from './names.ts'
import type { SettleJob } from './settle-job.ts'
import { stagesOf } from './stages.ts'
import type { Standing } from './standing.ts'

/** The learned rulebook and its report. */
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
  const { learned, screened, file, request, closed, standing } = job
  const bins = screened.used
  const card = settle(
    wholePoints(learned.fit, request.maxPoints),
    bins,
    closed,
    file.places,
    file.points?.ranges ?? new Map(),
  )
  const scores = scoresOf(card, job)
  const ruled = rulesOf(card, scores, job)
  const { judged, changed } = judgedForChances(job)
  const { line, bands } = calibrate(judged)
  const steps = bandsOf(bands, card.zero)
  const winners = alreadyWon(file, job.outcome.won)
  const stages = stagesOf(scores, card, job, line, winners !== undefined && standing?.stays !== 'all')
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
    stages: stages.map(each => ({ stage: each.stage, from: each.from, found: stageFound(each) })),
    bands: steps.map(({ from, rate, leads, low, high }) => ({
      from,
      chance: Math.round(100 * rate),
      found: `${plural(leads, 'lead')}, ${Math.round(100 * low)}-${Math.round(100 * high)}%`,
    })),
  })
  const { text, plan } = writtenBy(job, writeYaml(document, { head: headOf(job, rules) }), card, rules)
  const thresholds = stages.map(({ from }) => from)
  const tests = plan === undefined ? '' : generateTests(plan, baseName(request.rulebook), request.asOf)
  return {
    text,
    tests: { text: tests, count: (tests.match(/^ *- name: /gm) ?? []).length },
    card,
    rules,
    rows: rules.reduce((sum, { rows }) => sum + rows, 0),
    bands: steps,
    slope: line.slope,
    stages,
    warnings: [
      ...(changed ? [changedWarning(job)] : []),
      ...(plan === undefined || standing === undefined ? [] : pointsOfBefore(plan, standing, thresholds)),
      ...(plan !== undefined && standing?.stays === 'all' ? commentsGone(standing.source, text) : []),
      ...standingWeight(job),
      ...(standing === undefined ? [] : closedGates(standing, file.points?.open ?? [])),
    ],
  }
}

/** `the best 20%: 242 leads here (96 not won), 61% won (49-71%)` */
function stageFound({ why, leads, not_won: notWon, judged, rate, low, high }: StageSummary): string {
  const percent = (share: number) => Math.round(100 * share)
  const rest = notWon === undefined ? '' : ` (${thousands(notWon)} not won)`
  const won = judged === 0 ? 'none held back to measure' : `${percent(rate)}% won (${percent(low)}-${percent(high)}%)`
  return `${why}: ${plural(leads, 'lead')} here${rest}, ${won}`
}

/** The text, with what stays of another rulebook, and its plan; there is none if nothing was learned. */
function writtenBy(
  { request, standing, file }: SettleJob,
  fresh: string,
  card: SettledCard,
  rules: readonly LearnedRule[],
): { readonly text: string; readonly plan?: Plan } {
  if (card.tables.length === 0) return { text: fresh }
  if (standing !== undefined) {
    const placed = rules.map(({ id, field, label }) => ({ id, field, heading: label }))
    const { places } = file
    return joinStanding(fresh, standing, placed, { places, starts: card.start, file: request.rulebook })
  }
  const { plan, diagnostics } = readRulebook({ file: request.rulebook, text: fresh })
  if (diagnostics.length > 0 || plan === undefined) {
    const problems = diagnostics.map(({ message }) => message).join('; ')
    throw new Error(`the learned rulebook cannot be read: ${problems}\n${fresh}`)
  }
  return { text: fresh, plan }
}

/** A warning is given when kept rules would need more than twice or less than half of their points. */
const [TOO_TIMID, TOO_BOLD] = [2, 0.5]

function standingWeight({ file: { points }, standing, closed, won }: SettleJob): Diagnostic[] {
  if (points === undefined || standing === undefined || standing.kept.size === 0) return []
  const margins = Float64Array.from(closed, row => SLOPE * (points.totals[row] ?? 0))
  if (margins.every(margin => margin === margins[0])) return []
  const { slope } = fitLogistic(
    margins,
    Uint8Array.from(closed, row => won[row] ?? 0),
  )
  if (slope <= TOO_TIMID && slope >= TOO_BOLD) return []
  const message =
    slope <= 0
      ? 'leads that earn points by the rules that stay were won less often than others'
      : `the rules that stay would be right with ${slope.toFixed(1)} times their points`
  return [
    diagnose('learn/points', message, {
      hint: `they are ${[...standing.kept].slice(0, 8).join(', ')}; ten points double the odds`,
    }),
  ]
}

/** The score of every lead of the file, by learned and by kept rules. */
export function scoresOf(card: SettledCard, { file, screened }: Pick<SettleJob, 'file' | 'screened'>): Float64Array {
  const starts = [...card.start.values()].reduce((sum, each) => sum + each, 0)
  const scores = Float64Array.from(file.endings, (_, lead) => starts + (file.points?.totals[lead] ?? 0))
  for (const table of card.tables) {
    const points = pointsOf(table, screened.used)
    for (let lead = 0; lead < scores.length; lead += 1) scores[lead] = (scores[lead] ?? 0) + (points[lead] ?? 0)
  }
  return scores
}

/** The rules in the order of their contribution to the separation. */
function rulesOf(card: SettledCard, scores: Float64Array, job: SettleJob): Ruled[] {
  const { closed, won, screened } = job
  const bins = screened.used
  const ownWon = Uint8Array.from(closed, row => won[row] ?? 0)
  const all = rankScores(Float64Array.from(closed, row => scores[row] ?? 0))
  const base = ownWon.reduce((sum, each) => sum + each, 0) / ownWon.length
  const names = writtenNames(card.tables, bins, takenBy(job.standing))
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
        field: table.bins.column.field,
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

/** Ids that learned rules cannot have. */
function takenBy(standing: Standing | undefined): ReadonlySet<string> {
  if (standing === undefined) return new Set()
  const { plan, kept, stays } = standing
  if (stays === 'rules') return kept
  return new Set([...kept, ...[...plan.exclude, ...plan.stages].flatMap(({ id }) => id ?? [])])
}

function isBehind({ gate }: SettledTable, bins: Screened['used'], lead: number): boolean {
  return gate === undefined || gate.set[bins[gate.bins]?.codes[lead] ?? 0] === 1
}

function gateText({ gate }: SettledTable, bins: Screened['used']): string {
  return gate === undefined ? '' : inlineYaml(pairs(...gateConditions(gate, bins)))
}

/** Rows as a person counts them: runs of equal points. */
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
