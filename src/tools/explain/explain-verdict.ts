import { criterionState } from '../../engine/condition.ts'
import type { CountedEvents } from '../../engine/events/event-rule.ts'
import { type GroupWorking, type RuleWorking, type ScoreWorking, type Working, workOut } from '../../engine/working.ts'
import { isGiven } from '../../ir/catalogue/given.ts'
import { BEFORE, isBefore } from '../../ir/plan/before.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, fieldsOf } from '../../ir/plan/expr.ts'
import { nameOf, type Rule, type StageRow, WEIGHT_UNIT } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import type { Spelling } from '../../ir/plan/spelled.ts'
import { hasLeft } from '../../ir/plan/stage-memory.ts'
import type {
  ExplainedAccount,
  ExplainedGroup,
  ExplainedRule,
  ExplainedScore,
  Explanation,
  MissingForStage,
} from '../../ir/results/explanation.ts'
import type { RulebookSummary } from '../../ir/results/summary.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Representative } from '../../lint/judging/representatives.ts'
import { type Way, waysTo } from '../../lint/judging/ways.ts'
import {
  type ConditionExplainer,
  conditionExplainer,
  printCondition,
  type TextOf,
  textReader,
  withMatched,
} from './explain-conditions.ts'
import type { FoundLead } from './found-lead.ts'
import { type MatchedOf, matchedReader } from './matched.ts'

export interface ExplainedLead extends FoundLead {
  readonly verdict: Verdict
  readonly bound: BoundPlan
  readonly asOf: number
  readonly file: string
  readonly rulebook: RulebookSummary
  /** The spelling of texts in the rulebook. */
  readonly spell: Spelling
}

/** A judged lead as data for people: the working of its scores, the conditions that decided, what is missing. */
export function explainVerdict(judged: ExplainedLead): Explanation {
  const { bound, verdict, lead, row, asOf, file, rulebook, spell } = judged
  const working = workOut(bound, asOf, lead, verdict)
  const textOf = textReader(bound, lead)
  const matchedOf = matchedReader(bound, asOf, lead, verdict, spell)
  const conditions = conditionExplainer(judged, working, textOf, matchedOf)
  const { sha256: _, ...source } = rulebook
  return {
    format_version: '1.0',
    lead: { file, line: row.line, id: textOf('id'), email: textOf('email') },
    duplicate_of: judged.duplicateOf ?? null,
    rulebook: source,
    as_of: printDay(asOf),
    scores: working.scores.map(score =>
      explainScore(score, { textOf, matchedOf, print: expr => printCondition(expr, bound, spell) }),
    ),
    total: { points: verdict.total ?? null, formula: totalFormula(bound, verdict) },
    grade: verdict.grade ?? null,
    chance: verdict.chance ?? null,
    account: explainAccount(verdict),
    stage: { name: verdict.stage, ...explainEntry(judged, working), ...explainStage(judged, working, conditions) },
    excluded: verdict.excluded.flatMap(index => {
      const exclusion = bound.exclude[index]
      return exclusion ? [{ name: nameOf(exclusion), conditions: conditions(exclusion.when, 'exclude') }] : []
    }),
    criteria: bound.criteria.map(({ name, when, ask }, index) => ({
      name,
      state: criterionState(verdict.criteria[index]),
      ask: ask ?? null,
      conditions: conditions(when, 'criteria'),
    })),
    segments: Object.fromEntries(bound.segments.map(({ name }, index) => [name, verdict.segments[index] ?? ''])),
    tags: bound.tags.flatMap(({ name }, index) => (verdict.tags[index] ? [name] : [])),
    owner: verdict.owner,
    next: verdict.next,
    due: verdict.due === undefined ? null : printDay(verdict.due),
    completeness: verdict.completeness,
    missing: missingForNext(judged),
  }
}

function explainAccount({ account }: Verdict): ExplainedAccount | null {
  if (account === undefined) return null
  const { best = null, sum = null, engaged = null } = account
  return { ...account, best, sum, engaged }
}

/** The texts of the lead's cells, the values of long lists they match, and conditions as text. */
interface Readers {
  readonly textOf: TextOf
  readonly print: (expr: Expr) => string
  readonly matchedOf: MatchedOf
}

function explainScore({ score, open, start, groups, sum, points }: ScoreWorking, readers: Readers): ExplainedScore {
  return {
    name: score.name,
    points: score.known ? points : null,
    start,
    groups: score.known ? groups.map(group => explainGroup(group, open, readers)) : [],
    bound: points - sum,
    max: score.max ?? null,
    closed: open || score.when === undefined ? null : readers.print(score.when),
  }
}

function explainGroup(
  { group, open, rules, sum, points }: GroupWorking,
  scoreOpen: boolean,
  readers: Readers,
): ExplainedGroup {
  const shown = rules.filter(({ earned }) => earned.earned !== 0 || (earned.events?.before ?? 0) > 0)
  return {
    name: group.name ?? '',
    points,
    bound: points - sum,
    max: group.max ?? null,
    closed: open || group.when === undefined ? null : readers.print(group.when),
    rules: shown.map(working => explainRule(working, open && scoreOpen, readers)),
    silent: rules.length - shown.length,
  }
}

function explainRule(
  { rule, earned, replacedBy }: RuleWorking,
  isOpen: boolean,
  { textOf, matchedOf }: Readers,
): ExplainedRule {
  const fields = rule.earns.kind === 'events' ? fieldsOf(rule.when) : fieldsOfRule(rule)
  return {
    id: rule.id,
    label: nameOf(rule),
    saw: withMatched(
      [...new Set(fields)].map(name => ({ name, text: textOf(name) })).filter(({ text }) => text !== ''),
      rule.when === undefined ? new Map() : matchedOf(rule.when),
    ),
    earned: earned.earned,
    age: rule.fade.kind === 'none' && rule.within === undefined ? null : (earned.age ?? null),
    faded: earned.faded,
    points: isOpen && replacedBy === undefined ? earned.points : 0,
    ...(earned.events && { events: explainEvents(earned.events, rule, textOf) }),
    ...(replacedBy !== undefined && { replaced_by: replacedBy }),
  }
}

function explainEvents(
  { counted, newest, before }: CountedEvents,
  { earns }: Rule,
  textOf: TextOf,
): NonNullable<ExplainedRule['events']> {
  const after = earns.kind === 'events' ? earns.after : undefined
  const isCut = before > 0 && after !== undefined
  return {
    counted,
    newest: newest === undefined ? null : printDay(newest),
    before: isCut ? { events: before, field: after, day: textOf(after) } : null,
  }
}

type ExplainedStage = Explanation['stage']

/** What the lead was before, and what that does to its stage. */
function explainEntry(
  { bound, lead, verdict, asOf }: ExplainedLead,
  { truth }: Pick<Working, 'truth'>,
): Pick<ExplainedStage, 'since' | 'before' | 'kept' | 'held_back'> {
  const reading = (name: string) => lead.readings[bound.fields.findIndex(field => field.name === name)]
  const [stage, since] = [reading(BEFORE.stage), reading(BEFORE.since)?.value]
  const entered = typeof since === 'number' ? since : undefined
  const row = bound.stages[verdict.stageRow]
  const holds = (expr: Expr) => truth(expr, 'plain') === true
  return {
    since: printDay(verdict.since),
    before:
      stage?.value === undefined
        ? null
        : { stage: stage.text, since: entered === undefined ? null : printDay(entered) },
    kept: row?.memory !== undefined && isKept(row, holds),
    held_back: bound.stages.slice(0, Math.max(verdict.stageRow, 0)).flatMap(({ stage: better, memory }) => {
      const days = memory?.coolDown
      const isHeld = memory !== undefined && days !== undefined && holds(memory.when) && holds(hasLeft(better, days))
      return isHeld ? [{ stage: better, until: printDay((entered ?? asOf) + days) }] : []
    }),
  }
}

/** Whether a lead is in a row only because it was in it before. */
function isKept({ stage, memory }: StageRow, holds: (expr: Expr) => boolean): boolean {
  if (memory === undefined) return false
  const { when, coolDown } = memory
  return !holds(when) || (coolDown !== undefined && holds(hasLeft(stage, coolDown)))
}

function explainStage(
  { bound, verdict }: ExplainedLead,
  { truth }: Pick<Working, 'truth'>,
  conditions: ConditionExplainer,
): Pick<ExplainedStage, 'because' | 'conditions'> {
  if (verdict.excluded.length > 0) {
    const names = verdict.excluded.flatMap(index => bound.exclude[index] ?? []).map(nameOf)
    return { because: `excluded: ${names.join(', ')}`, conditions: [] }
  }
  const row = bound.stages[verdict.stageRow]
  if (row === undefined) return { because: 'the rulebook has no stages', conditions: [] }
  if (row.when === undefined) return { because: 'default: no earlier row matched', conditions: [] }
  const because = row.id ?? `row ${verdict.stageRow + 1} of the stages`
  const kept = isKept(row, expr => truth(expr, 'plain') === true)
  const deciding = kept ? row.memory?.keepWhile : (row.memory?.when ?? row.when)
  return { because, conditions: conditions(deciding, 'plain') }
}

/** `0.5 x fit 70 + 0.5 x engagement 40`, over the known scores. */
function totalFormula({ scores, total }: BoundPlan, verdict: Verdict): string {
  const known = scores.flatMap(({ name }, index) => {
    const points = verdict.scores[index]
    return points === undefined ? [] : [{ name, points }]
  })
  if (total === undefined) return known.map(({ name, points }) => `${name} ${points}`).join(' + ')
  const weightOf = (name: string) => (total.find(({ score }) => score === name)?.weight ?? 0) / WEIGHT_UNIT
  const terms = known.map(({ name, points }) => `${weightOf(name)} x ${name} ${points}`).join(' + ')
  return known.length === scores.length ? terms : `${terms}, weighted over the scores that are known`
}

/** The next better stage and the smallest changes that reach it, of columns that the file has. */
function missingForNext({ bound, verdict, asOf, lead }: ExplainedLead): MissingForStage | null {
  if (verdict.stageRow < 0) return null
  const better = bound.stages.slice(0, verdict.stageRow).findLast(({ stage }) => stage !== verdict.stage)
  if (better === undefined) return null
  const isInFile = ({ slot, field }: Representative) =>
    (bound.fields[slot]?.columns.length ?? 0) > 0 && !isBefore(field)
  const isDoable = ({ slot, field }: Representative) => !isGiven(field) || lead.readings[slot]?.value === undefined
  const doable = waysTo(better.stage, bound, asOf, lead, change => isInFile(change) && isDoable(change))
  const ways = [...doable, ...waysTo(better.stage, bound, asOf, lead, isInFile)]
  const keyOf = ({ changes }: Way) => changes.map(({ field, text }) => `${field} ${text}`).join()
  const unique = [...new Map(ways.map(way => [keyOf(way), way])).values()].slice(0, MAX_WAYS)
  return { stage: better.stage, ways: unique.map(way => describeWay(way, { bound, lead, verdict })) }
}

const MAX_WAYS = 3

function describeWay(
  { changes, verdict }: Way,
  { bound, lead, verdict: now }: Pick<ExplainedLead, 'bound' | 'lead' | 'verdict'>,
): MissingForStage['ways'][number] {
  const differing = bound.scores.flatMap(({ name }, index) => {
    const points = verdict.scores[index]
    return points === undefined || points === now.scores[index] ? [] : [[name, points] as const]
  })
  return {
    changes: changes.map(({ field, slot, text }) => ({
      field,
      from: lead.readings[slot]?.text ?? '',
      to: text,
      in_file: (bound.fields[slot]?.columns.length ?? 0) > 0,
    })),
    scores: Object.fromEntries(differing),
  }
}
