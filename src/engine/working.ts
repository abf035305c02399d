import type { BoundPlan, BoundScore } from '../ir/plan/bound-plan.ts'
import type { Expr } from '../ir/plan/expr.ts'
import type { Group, Rule } from '../ir/plan/plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { Truth } from '../ir/values/value.ts'
import { type ConditionContext, compileCondition, type Mode } from './condition.ts'
import { keepWithin } from './events/share.ts'
import { compileRule, type Earned } from './judge-rule.ts'
import { compileGate } from './judge-score.ts'
import type { Lead } from './lead.ts'

/** The computation of one lead's verdict, step by step, by the functions that judge it. */
export interface Working {
  readonly scores: readonly ScoreWorking[]
  /** The truth of any condition of the plan, for this lead as judged. */
  truth(expr: Expr, mode: Mode): Truth
}

export interface ScoreWorking {
  readonly score: BoundScore
  readonly open: boolean
  readonly start: number
  readonly groups: readonly GroupWorking[]
  readonly sum: number
  readonly points: number
}

export interface GroupWorking {
  readonly group: Group
  readonly open: boolean
  /** The points of each rule as if its gates were met. */
  readonly rules: readonly RuleWorking[]
  readonly sum: number
  readonly points: number
}

export interface RuleWorking {
  readonly rule: Rule
  readonly earned: Earned
  /** The event rule that replaces it; it then gives no points. */
  readonly replacedBy?: string
}

export function workOut(bound: BoundPlan, asOf: number, lead: Lead, verdict: Verdict): Working {
  const context: ConditionContext = { bound, asOf }
  return {
    scores: bound.scores.map(score => scoreWorking(score, context, lead, verdict)),
    truth: (expr, mode) => compileCondition(expr, context, mode)(lead, verdict),
  }
}

function scoreWorking(score: BoundScore, context: ConditionContext, lead: Lead, findings: Verdict): ScoreWorking {
  const open = compileGate(score, context)(lead, findings)
  const start = open ? score.start : 0
  const groups = score.groups.map(group => groupWorking(group, open, context, lead, findings))
  const sum = groups.reduce((total, { points }) => total + points, start)
  return { score, open, start, groups, sum, points: open ? keepWithin(sum, score) : 0 }
}

function groupWorking(
  group: Group,
  scoreOpen: boolean,
  context: ConditionContext,
  lead: Lead,
  findings: Verdict,
): GroupWorking {
  const open = compileGate(group, context)(lead, findings)
  const rules = group.rules.map(rule => ruleWorking(rule, context, lead, findings))
  const counted = rules.filter(({ replacedBy }) => replacedBy === undefined)
  const sum = open && scoreOpen ? counted.reduce((total, { earned }) => total + earned.points, 0) : 0
  return { group, open, rules, sum, points: open && scoreOpen ? keepWithin(sum, group) : 0 }
}

function ruleWorking(rule: Rule, context: ConditionContext, lead: Lead, findings: Verdict): RuleWorking {
  const { events, ...bound } = context.bound
  const replacedBy = events?.replaced[rule.id]
  if (replacedBy === undefined) return { rule, earned: compileRule(rule, context)(lead, findings) }
  return { rule, earned: compileRule(rule, { ...context, bound })(lead, findings), replacedBy }
}
