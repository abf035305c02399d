import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { UNKNOWN_SIDE } from '../ir/plan/grade-side.ts'
import type { GradeSide } from '../ir/plan/plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { compileChance } from './chance.ts'
import { compileCompleteness } from './completeness.ts'
import { type Condition, type ConditionContext, compileCondition, compileRows, type Findings } from './condition.ts'
import { compileEntry } from './entry.ts'
import { compileScores } from './judge-score.ts'
import type { Lead } from './lead.ts'
import { compileNext, dueOf } from './next.ts'
import { compileOwner } from './owner.ts'
import { compileTotal } from './total.ts'
import type { Part, Watching } from './watch.ts'

/**
 * The reference engine, right by definition. Compiles a bound plan to a function from lead to verdict, once;
 * things are computed in the order of the language: rules and scores, total, grade, criteria, exclusions, stage,
 * when it entered the stage, segments, tags, owner, next. `asOf` is a day number; `watching` is told what each part looks at.
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
  const entryOf = compileEntry(of({ kind: 'entry' }))
  const segments = bound.segments.map(({ rows }, index) => ({
    rows,
    rowOf: compileRows(rows, of({ kind: 'segment', index })),
  }))
  const tags = bound.tags.map(({ when }, index) => compileCondition(when, of({ kind: 'tag', index }), 'plain'))
  const ownerOf = compileOwner(of({ kind: 'owner' }))
  const nextOf = compileNext(of({ kind: 'next' }))
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
    const { since, stageBefore } = entryOf(lead, findings)
    findings.since = since
    findings.stageBefore = stageBefore
    for (const { rowOf, rows } of segments) findings.segments.push(rows[rowOf(lead, findings)]?.label ?? '')
    for (const tag of tags) findings.tags.push(tag(lead, findings) === true)
    findings.owner = ownerOf(lead, findings)
    const step = nextOf(lead, findings)
    findings.next = step.next
    findings.due = dueOf(step, since)
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
    stageBefore: '',
    due: undefined,
    completeness: 0,
  }
}

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
