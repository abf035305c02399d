import { scoreBefore } from '../../ir/plan/before.ts'
import type { BoundScore } from '../../ir/plan/bound-plan.ts'
import type { Expr, Subject } from '../../ir/plan/expr.ts'
import { lacksAccount } from '../../ir/plan/key-fields.ts'
import type { Earning, Group, Plan } from '../../ir/plan/plan.ts'
import { canRead } from '../../ir/plan/plan-fields.ts'

/** What an input has no data for: fields without a column, and rules on events if there are no events. */
export interface Unreadable {
  readonly fields: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
}

/** Removes what the input has no data for from a plan: such a comparison drops out of its `any` if others remain. */
export function prunePlan(plan: Plan, { fields, rules }: Unreadable): Plan {
  const noAccount = lacksAccount(plan, fields)
  const isMissing: IsMissing = subject => {
    if (subject.kind === 'field') return fields.has(subject.name)
    if (subject.kind === 'change') return fields.has(scoreBefore(subject.name))
    if (subject.kind === 'rule') return rules.has(subject.id)
    return subject.kind === 'account' && noAccount
  }
  const prune = (expr: Expr) => pruneExpr(expr, isMissing)
  const pruned = <T extends { readonly when?: Expr }>(item: T): T => withCondition(item, prune)
  return {
    ...plan,
    scores: plan.scores.map(score => ({
      ...pruned(score),
      groups: score.groups.map(group => pruneGroup(group, prune)),
    })),
    criteria: plan.criteria.map(pruned),
    exclude: plan.exclude.map(pruned),
    stages: plan.stages.map(pruned),
    segments: plan.segments.map(segment => ({ ...segment, rows: segment.rows.map(pruned) })),
    tags: plan.tags.map(pruned),
    owners: plan.owners.map(pruned),
    next: plan.next.map(pruned),
  }
}

/** The scores, each marked whether any of its rules can read anything in the input. */
export function markKnown(scores: Plan['scores'], missing: ReadonlySet<string>, hasEvents: boolean): BoundScore[] {
  return scores.map(score => {
    const rules = score.groups.flatMap(group => group.rules)
    return { ...score, known: rules.some(rule => canRead(rule, missing, hasEvents)) }
  })
}

function pruneGroup(group: Group, prune: (expr: Expr) => Expr): Group {
  const rules = group.rules.map(rule => ({ ...withCondition(rule, prune), earns: pruneEarning(rule.earns, prune) }))
  return { ...withCondition(group, prune), rules }
}

function pruneEarning(earns: Earning, prune: (expr: Expr) => Expr): Earning {
  return earns.kind === 'cases' ? { ...earns, rows: earns.rows.map(row => withCondition(row, prune)) } : earns
}

function withCondition<T extends { readonly when?: Expr }>(item: T, prune: (expr: Expr) => Expr): T {
  return item.when === undefined ? item : { ...item, when: prune(item.when) }
}

type IsMissing = (subject: Subject) => boolean

function pruneExpr(expr: Expr, isMissing: IsMissing): Expr {
  const prune = (part: Expr) => pruneExpr(part, isMissing)
  switch (expr.kind) {
    case 'any': {
      const kept = expr.of.filter(part => (part.kind !== 'test' && part.kind !== 'except') || !isMissing(part.subject))
      return { ...expr, of: (kept.length > 0 ? kept : expr.of).map(prune) }
    }
    case 'all':
    case 'some':
      return { ...expr, of: expr.of.map(prune) }
    case 'not':
      return { ...expr, of: prune(expr.of) }
    case 'test':
    case 'except':
      return expr
  }
}
