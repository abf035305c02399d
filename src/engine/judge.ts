import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Expr } from '../ir/plan/expr.ts'
import { UNKNOWN_SIDE } from '../ir/plan/grade-side.ts'
import type { GradeSide, NextRow } from '../ir/plan/plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { toWorkday } from '../ir/values/calendar.ts'
import { compileChance } from './chance.ts'
import { compileCompleteness } from './completeness.ts'
import { type Condition, type ConditionContext, compileCondition, type Findings } from './condition.ts'
import { compileScores } from './judge-score.ts'
import type { Lead, Reading } from './lead.ts'
import { compileOwner } from './owner.ts'
import { compileTotal } from './total.ts'
import { type Part, VALUE, type Watching } from './watch.ts'

/**
 * The reference engine, right by definition. Compiles a bound plan to a function from lead to verdict, once;
 * things are computed in the order of the language: rules and scores, total, grade, criteria, exclusions, stage,
 * segments, tags, owner, next. `asOf` is a day number; `watching` is told what each part looks at.
 */
export function compileJudge(bound: BoundPlan, asOf: number, watching?: Watching): (lead: Lead) => Verdict {
  const context: ConditionContext = { bound, asOf }
  const of = (part: Part): ConditionContext => ({ ...context, watch: watching?.(part) })
  const scores = compileScores(bound.scores, context, watching)
  const totalOf = compileTotal(bound)
  const gradeOf = compileGrade(bound)
  const chanceOf = compileChance(bound)
  const criteria = bound.criteria.map(({ when }, index) =>
    compileCondition(when, of({ kind: 'criterion', index }), 'criteria'),
  )
  const exclusions = bound.exclude.map(({ when }, index) =>
    compileCondition(when, of({ kind: 'exclusion', index }), 'exclude'),
  )
  const stages = compileRows(bound.stages, of({ kind: 'stage' }))
  const segments = bound.segments.map(({ rows }, index) => ({
    rows,
    rowOf: compileRows(rows, of({ kind: 'segment', index })),
  }))
  const tags = bound.tags.map(({ when }, index) => compileCondition(when, of({ kind: 'tag', index }), 'plain'))
  const ownerOf = compileOwner(of({ kind: 'owner' }))
  const next = compileRows(bound.next, of({ kind: 'next' }))
  const dues = bound.next.map(row => compileDue(row, of({ kind: 'next' })))
  const completenessOf = compileCompleteness(bound)

  return lead => {
    const findings = emptyFindings(asOf, lead.account)
    for (const score of scores) score(lead, findings)
    findings.total = totalOf(findings.scores)
    findings.grade = gradeOf(findings.scores)
    findings.chance = chanceOf(findings)
    findings.criteria = criteria.map(criterion => criterion(lead, findings))
    findings.excluded = matching(exclusions, lead, findings)
    if (findings.excluded.length === 0) findings.stageRow = stages(lead, findings)
    findings.stage = bound.exclude[findings.excluded[0] ?? -1]?.stage ?? bound.stages[findings.stageRow]?.stage ?? ''
    for (const { rowOf, rows } of segments) findings.segments.push(rows[rowOf(lead, findings)]?.label ?? '')
    for (const tag of tags) findings.tags.push(tag(lead, findings) === true)
    findings.owner = ownerOf(lead, findings)
    const step = next(lead, findings)
    findings.next = bound.next[step]?.do ?? ''
    findings.due = dues[step]?.(lead, asOf)
    findings.completeness = completenessOf(lead)
    return findings
  }
}

/** What is found of a lead before anything was looked at. */
export function emptyFindings(asOf: number, account: Lead['account']): Findings {
  return {
    scores: [],
    total: undefined,
    grade: undefined,
    chance: undefined,
    account,
    points: [],
    ledger: [],
    criteria: [],
    excluded: [],
    stage: '',
    stageRow: -1,
    segments: [],
    tags: [],
    owner: '',
    next: '',
    since: asOf,
    due: undefined,
    completeness: 0,
  }
}

/** The first row whose condition holds, by position, or -1. A row without a condition always matches. */
function compileRows(
  rows: readonly { readonly when?: Expr }[],
  context: ConditionContext,
): (...lead: Parameters<Condition>) => number {
  const conditions = rows.map(({ when }) => (when === undefined ? always : compileCondition(when, context, 'plain')))
  return (lead, findings) => {
    for (let index = 0; index < conditions.length; index += 1) {
      if (conditions[index]?.(lead, findings) === true) return index
    }
    return -1
  }
}

const always: Condition = () => true

/** The positions of all conditions that hold. Most leads have no exclusion, so they share one empty list. */
function matching(conditions: readonly Condition[], lead: Lead, findings: Verdict): readonly number[] {
  let found: number[] | undefined
  for (let index = 0; index < conditions.length; index += 1) {
    if (conditions[index]?.(lead, findings) !== true) continue
    if (found === undefined) found = [index]
    else found.push(index)
  }
  return found ?? NONE
}

const NONE: readonly number[] = []

/** The highest threshold reached on each side; below all of them the lowest; `?` for a score that is not known. */
export function compileGrade({ grade, scores }: BoundPlan): (points: Findings['scores']) => string | undefined {
  if (grade === undefined) return () => undefined
  const sides = grade.map(({ score, bands }) => ({ bands, index: scores.findIndex(({ name }) => name === score) }))
  return points => {
    let text = ''
    for (const { bands, index } of sides) text += bandOf(bands, points[index])
    return text
  }
}

export function bandOf(bands: GradeSide['bands'], points: number | undefined): string {
  if (points === undefined) return UNKNOWN_SIDE
  for (const { from, label } of bands) if (points >= from) return label
  return bands.at(-1)?.label ?? UNKNOWN_SIDE
}

/** The day of `from`, where known, else of the stage, plus `due`; a weekend moves to Monday. */
function compileDue(
  { due, from }: NextRow,
  { bound, watch }: ConditionContext,
): (lead: Lead, since: number) => number | undefined {
  if (due === undefined) return () => undefined
  const slot = bound.fields.findIndex(({ name }) => name === from)
  const see = (reading: Reading | undefined) => (typeof reading?.value === 'number' ? reading.value : undefined)
  watch?.field(slot, { see, basis: VALUE })
  return ({ readings }, since) => toWorkday((see(readings[slot]) ?? since) + due)
}
