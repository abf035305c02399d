import type { BoundPlan } from '../ir/bound-plan.ts'
import { toWorkday } from '../ir/calendar.ts'
import type { Expr } from '../ir/expr.ts'
import type { GradeSide, NextRow } from '../ir/plan.ts'
import type { LedgerEntry, Verdict } from '../ir/verdict.ts'
import { type Condition, type ConditionContext, compileCondition, type Findings } from './condition.ts'
import type { Lead } from './lead.ts'
import { compileOwner } from './owner.ts'
import { compileScores } from './score.ts'
import { compileTotal } from './total.ts'

/**
 * The reference: what it answers is right by definition. A bound plan becomes a function from lead to verdict, once;
 * things are computed in the order of the language: rules and scores, total, grade, criteria, exclusions, stage,
 * segments, tags, owner, next. `asOf` is a day number.
 */
export function compileJudge(bound: BoundPlan, asOf: number): (lead: Lead) => Verdict {
  const context: ConditionContext = { bound, asOf }
  const scores = compileScores(bound.scores, context)
  const totalOf = compileTotal(bound)
  const criteria = bound.criteria.map(({ when }) => compileCondition(when, context, 'criteria'))
  const exclusions = bound.exclude.map(({ when }) => compileCondition(when, context, 'exclude'))
  const stages = compileRows(bound.stages, context)
  const segments = bound.segments.map(({ rows }) => compileRows(rows, context))
  const tags = bound.tags.map(({ when }) => compileCondition(when, context, 'plain'))
  const ownerOf = compileOwner(context)
  const next = compileRows(bound.next, context)
  const dueOf = compileDue(bound)
  const completenessOf = compileCompleteness(bound)

  return lead => {
    const ledger: LedgerEntry[] = []
    const findings: Findings = {
      points: [],
      scores: [],
      total: undefined,
      grade: undefined,
      criteria: [],
      stage: '',
      segments: [],
      tags: [],
    }
    for (const score of scores) score(lead, findings, ledger)
    findings.total = totalOf(findings.scores)
    findings.grade = bound.grade && gradeOf(bound.grade, bound, findings.scores)
    for (const criterion of criteria) findings.criteria.push(criterion(lead, findings))
    const excluded = matching(exclusions, lead, findings)
    const stageRow = excluded.length > 0 ? -1 : stages(lead, findings)
    findings.stage = bound.exclude[excluded[0] ?? -1]?.stage ?? bound.stages[stageRow]?.stage ?? ''
    for (const [index, segment] of segments.entries()) {
      findings.segments.push(bound.segments[index]?.rows[segment(lead, findings)]?.label ?? '')
    }
    for (const tag of tags) findings.tags.push(tag(lead, findings) === true)
    const owner = ownerOf(lead, findings)
    const step = bound.next[next(lead, findings)]
    return {
      ...findings,
      ledger: ledger.sort(bySize),
      excluded,
      stageRow,
      owner,
      next: step?.do ?? '',
      since: asOf,
      due: step && dueOf(step, lead, asOf),
      completeness: completenessOf(lead),
    }
  }
}

/** The first row whose condition holds, by position, or -1. A row without a condition always matches. */
function compileRows(
  rows: readonly { readonly when?: Expr }[],
  context: ConditionContext,
): (...lead: Parameters<Condition>) => number {
  const conditions = rows.map(({ when }) =>
    when === undefined ? () => true : compileCondition(when, context, 'plain'),
  )
  return (lead, findings) => conditions.findIndex(holds => holds(lead, findings) === true)
}

function matching(conditions: readonly Condition[], lead: Lead, findings: Findings): number[] {
  return conditions.flatMap((holds, index) => (holds(lead, findings) === true ? [index] : []))
}

/** The highest threshold reached on each side; below all of them the lowest; `-` for a score that is not known. */
function gradeOf(sides: readonly GradeSide[], bound: BoundPlan, scores: Findings['scores']): string {
  return sides
    .map(side => {
      const points = scores[bound.scores.findIndex(({ name }) => name === side.score)]
      if (points === undefined) return '-'
      return (side.bands.find(({ from }) => points >= from) ?? side.bands.at(-1))?.label ?? '-'
    })
    .join('')
}

/** The day of `from`, where known, else of the stage, plus `due`; a weekend moves to Monday. */
function compileDue({ fields }: BoundPlan): (step: NextRow, lead: Lead, since: number) => number | undefined {
  return ({ due, from }, lead, since) => {
    if (due === undefined) return undefined
    const day = lead.values[fields.findIndex(({ name }) => name === from)]
    return toWorkday((typeof day === 'number' ? day : since) + due)
  }
}

/** The share of the rulebook's fields that are filled, whole percent, rounded half up. */
function compileCompleteness({ fields }: BoundPlan): (lead: Lead) => number {
  const slots = fields.flatMap(({ read }, slot) => (read ? [slot] : []))
  return ({ states }) => {
    let filled = 0
    for (const slot of slots) if (states[slot] === 'filled' || states[slot] === 'range') filled += 1
    return slots.length === 0 ? 100 : Math.floor((200 * filled + slots.length) / (2 * slots.length))
  }
}

function bySize(a: LedgerEntry, b: LedgerEntry): number {
  return Math.abs(b.points) - Math.abs(a.points) || a.order - b.order
}
