import { plural } from '../../base/counts.ts'
import type { Place } from '../../base/place.ts'
import type { Mode } from '../../engine/condition.ts'
import { workOut } from '../../engine/working.ts'
import { BEFORE } from '../../ir/plan/before.ts'
import { type Expr, leavesOf, type Subject } from '../../ir/plan/expr.ts'
import type { Aspect, Wanted } from '../../ir/plan/lead-test.ts'
import { nameOf, type Rule, type StageRow } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import { hasLeft } from '../../ir/plan/stage-memory.ts'
import type { ExplainedCondition } from '../../ir/results/explanation.ts'
import type { TestReason } from '../../ir/results/test-report.ts'
import { fold } from '../../ir/values/fold.ts'
import { type ConditionExplainer, conditionExplainer, textReader } from '../explain/explain-conditions.ts'
import { matchedReader } from '../explain/matched.ts'
import { namesIn, pointsOf, rulesOf } from './actual.ts'
import type { JudgedTest } from './score-test-lead.ts'

/** Lines of the rulebook that are shown for one failure. */
const MAX_REASONS = 3
/** Entries of the ledger that are shown for a score. */
const MAX_ENTRIES = 8

/** The parts of the rulebook that decided a failed expectation. */
export function reasonsFor(of: Aspect, wanted: Wanted, judged: JudgedTest): TestReason[] {
  const { test, bound, lead, verdict } = judged
  const explain = conditionExplainer(
    judged,
    workOut(bound, test.asOf, lead, verdict),
    textReader(bound, lead),
    matchedReader(bound, test.asOf, lead, verdict),
  )
  const wantedText = wanted.kind === 'text' ? wanted.text : ''
  return findReasons(of, wantedText, judged, explain).slice(0, MAX_REASONS)
}

function findReasons(of: Aspect, wanted: string, judged: JudgedTest, explain: ConditionExplainer): TestReason[] {
  const { bound, verdict } = judged
  const because = (what: string, row: Row | undefined, mode: Mode = 'plain') => reason(what, row, explain, mode)
  switch (of.kind) {
    case 'stage':
      return stageReasons(wanted, judged, explain)
    case 'total':
    case 'score':
      return [{ what: ledgerText(of, judged), place: null, conditions: [] }]
    case 'grade':
    case 'chance':
      return [
        {
          what: bound.scores.map(({ name }, at) => `${name} ${verdict.scores[at] ?? '-'}`).join(', '),
          place: null,
          conditions: [],
        },
      ]
    case 'points':
    case 'rule':
      return ruleReasons(of.name, judged, explain)
    case 'segment': {
      const segment = bound.segments.find(({ name }) => name === of.name)
      const row = segment?.rows.find(({ label }) => label === wanted)
      return [because(`${of.name}: ${wanted}`, segment && { ...row, place: segment.place })]
    }
    case 'criterion':
      return [
        because(
          `criterion ${of.name}`,
          bound.criteria.find(({ name }) => name === of.name),
          'criteria',
        ),
      ]
    case 'tag':
      return [
        because(
          `tag ${of.name}`,
          bound.tags.find(({ name }) => name === of.name),
        ),
      ]
    case 'exclusion':
      return [
        because(
          `exclusion ${of.name}`,
          bound.exclude.find(({ id }) => id === of.name),
          'exclude',
        ),
      ]
    case 'none':
      return reasonsOfNames(of.name, judged, explain)
    case 'condition':
      return [...leavesOf(of.when)].flatMap(({ subject }) => {
        const about = aspectOf(subject)
        return about === undefined ? [] : findReasons(about, '', judged, explain)
      })
    case 'next':
      return bound.next.filter(row => row.do === wanted).map(row => because(`next: ${row.do}`, row))
    case 'owner':
      return bound.owners
        .filter(row => 'to' in row && row.to.includes(wanted))
        .map(row => because(`owners: ${wanted}`, row))
  }
}

/** The tags, rules or exclusions that a lead has although none were expected. */
function reasonsOfNames(
  list: Extract<Aspect, { kind: 'none' }>['name'],
  judged: JudgedTest,
  explain: ConditionExplainer,
): TestReason[] {
  const kind = ({ tags: 'tag', fired: 'points', missing: 'criterion', excluded: 'exclusion' } as const)[list]
  const names = namesIn(list, judged.bound, judged.verdict)
  return names.flatMap(name => findReasons({ kind, name }, '', judged, explain))
}

/** The reasons for the value of a subject in a condition. */
function aspectOf(subject: Subject): Aspect | undefined {
  switch (subject.kind) {
    case 'rule':
      return { kind: 'points', name: subject.id }
    case 'score':
    case 'criterion':
    case 'tag':
      return { kind: subject.kind, name: subject.name }
    case 'total':
    case 'grade':
      return { kind: subject.kind }
    default:
      return undefined
  }
}

interface Row {
  readonly when?: Expr | undefined
  readonly place?: Place | undefined
}

function reason(what: string, row: Row | undefined, explain: ConditionExplainer, mode: Mode): TestReason {
  return { what, place: row?.place ?? null, conditions: explain(row?.when, mode) }
}

/** Why the wanted stage was not reached, or what excluded the lead; the row that was, where the stage has none of its own. */
function stageReasons(wanted: string, { bound, lead, verdict }: JudgedTest, explain: ConditionExplainer): TestReason[] {
  const excluded = verdict.excluded.flatMap(index => bound.exclude[index] ?? [])
  if (excluded.length > 0) return excluded.map(row => reason(`excluded: ${nameOf(row)}`, row, explain, 'exclude'))
  const named = bound.stages.map((row, index) => ({
    row,
    what: `${row.stage}, ${row.id ?? `row ${index + 1} of the stages`}`,
  }))
  const reached = named[verdict.stageRow]
  const exclusions = bound.exclude.filter(({ stage }) => stage === wanted)
  const missed = named.filter(({ row }) => row.stage === wanted)
  // Rows below the matching one are not evaluated: then the matching one is the reason.
  const above = missed.filter(({ row }) => bound.stages.indexOf(row) < verdict.stageRow)
  const shown = above.length > 0 || reached === undefined ? above : [reached]
  return [
    ...shown.flatMap(({ row, what }) => rowReasons(what, row, { bound, lead }, explain)),
    ...exclusions.map(row => reason(`exclusion ${nameOf(row)}`, row, explain, 'exclude')),
  ]
}

/** Why a row matches or does not; what it remembers is a reason of its own, where it is about this lead. */
function rowReasons(
  what: string,
  row: StageRow,
  { bound, lead }: Pick<JudgedTest, 'bound' | 'lead'>,
  explain: ConditionExplainer,
): TestReason[] {
  const { memory, stage, place } = row
  if (memory === undefined) return [reason(what, row, explain, 'plain')]
  const { when, keepWhile, coolDown } = memory
  const textOf = textReader(bound, lead)
  const was = (field: string) => fold(textOf(field)) === fold(stage)
  const left = coolDown === undefined || !was(BEFORE.stageBefore) ? undefined : hasLeft(stage, coolDown)
  const kept = was(BEFORE.stage) ? keepWhile : undefined
  return [
    reason(what, { when, place }, explain, 'plain'),
    ...(kept ? [reason(`keep_while of ${what}`, { when: kept, place }, explain, 'plain')] : []),
    ...(left ? [reason(`cool_down of ${what}`, { when: left, place }, explain, 'plain')] : []),
  ]
}

/** The rule's own condition and those of its group and score, and what it read. */
function ruleReasons(id: string, { bound, verdict, lead }: JudgedTest, explain: ConditionExplainer): TestReason[] {
  const points = pointsOf(id, bound, verdict)
  const textOf = textReader(bound, lead)
  return bound.scores.flatMap(score =>
    score.groups.flatMap(group =>
      group.rules
        .filter(rule => rule.id === id)
        .flatMap(rule => [
          {
            what: `rule ${id}: ${plural(points, 'point')}${readText(rule, textOf)}`,
            place: rule.place ?? null,
            conditions: [...explain(rule.when, 'plain'), ...casesOf(rule, explain)],
          },
          ...[group, score]
            .filter(({ when }) => when !== undefined)
            .map(gate => reason(`the gate of ${gate.name ?? 'the score'}`, gate, explain, 'plain')),
        ]),
    ),
  )
}

function casesOf({ earns }: Rule, explain: ConditionExplainer): ExplainedCondition[] {
  return earns.kind === 'cases' ? earns.rows.flatMap(({ when }) => explain(when, 'plain')) : []
}

function readText(rule: Rule, textOf: (field: string) => string): string {
  if (rule.earns.kind === 'once' || rule.earns.kind === 'cases' || rule.earns.kind === 'events') return ''
  const own = new Set([rule.earns.field, ...(rule.since === undefined ? [] : [rule.since])])
  const fields = fieldsOfRule(rule).filter(field => own.has(field))
  return `, ${[...new Set(fields)].map(field => `${field} = ${textOf(field) || '(empty)'}`).join(', ')}`
}

/** The entries that make a score, or all of them. */
function ledgerText(of: Aspect, { bound, verdict }: JudgedTest): string {
  const index = of.kind === 'score' ? bound.scores.findIndex(({ name }) => name === of.name) : -1
  const entries = index < 0 ? totalEntries(bound.scores, verdict.scores) : entriesOf(index, bound, verdict.points)
  if (entries.length === 0) return 'no rule gave points'
  const shown = entries.slice(0, MAX_ENTRIES).join('; ')
  return entries.length > MAX_ENTRIES ? `${shown}; and ${entries.length - MAX_ENTRIES} more` : shown
}

function totalEntries(scores: JudgedTest['bound']['scores'], points: readonly (number | undefined)[]): string[] {
  return scores.map(({ name }, index) => `${name} ${points[index] ?? 'not known'}`)
}

function entriesOf(index: number, { scores }: JudgedTest['bound'], points: readonly number[]): string[] {
  const before = scores.slice(0, index).reduce((sum, score) => sum + rulesOf({ scores: [score] }).length, 0)
  const score = scores[index]
  if (score === undefined) return []
  const rules = rulesOf({ scores: [score] }).map((rule, at) => ({ rule, points: points[before + at] ?? 0 }))
  return rules
    .filter(entry => entry.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(entry => `${entry.rule.id} ${entry.points > 0 ? '+' : ''}${entry.points}`)
}
