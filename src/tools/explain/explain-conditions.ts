import { criterionState, type Mode } from '../../engine/condition.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Working } from '../../engine/working.ts'
import { scoreBefore, TOTAL } from '../../ir/plan/before.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Subject } from '../../ir/plan/expr.ts'
import { printExpr, printSubject } from '../../ir/plan/print-expr.ts'
import { type Spelling, spelledOut } from '../../ir/plan/spelled.ts'
import type { ExplainedCondition, SeenValue } from '../../ir/results/explanation.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { MatchedOf } from './matched.ts'

/** The text behind a field of a lead. */
export type TextOf = (field: string) => string

export function textReader({ fields }: BoundPlan, { readings }: Lead): TextOf {
  return name => readings[fields.findIndex(field => field.name === name)]?.text ?? ''
}

/** Explains a condition of a plan for one lead. */
export type ConditionExplainer = (expr: Expr | undefined, mode: Mode) => ExplainedCondition[]

/** A condition as its parts: those of an `all` separately, each with its state and the values it read. */
export function conditionExplainer(
  { bound, verdict, spell }: { readonly bound: BoundPlan; readonly verdict: Verdict; readonly spell?: Spelling },
  working: Pick<Working, 'truth'>,
  textOf: TextOf,
  matchedOf: MatchedOf,
): ConditionExplainer {
  return (expr, mode) => {
    if (expr === undefined) return []
    const parts = expr.kind === 'all' ? expr.of : [expr]
    return parts.map(part => {
      const truth = working.truth(part, mode)
      return {
        text: printCondition(part, bound, spell),
        state: truth === undefined ? 'unknown' : truth ? 'holds' : 'fails',
        saw: withMatched(seenIn(part, { bound, verdict }, textOf), matchedOf(part)),
      }
    })
  }
}

/** The values read, with those of long lists that matched. */
export function withMatched(saw: readonly SeenValue[], found: ReturnType<MatchedOf>): SeenValue[] {
  return saw.map(value => {
    const matched = found.get(value.name)
    return matched === undefined ? value : { ...value, matched }
  })
}

/** Every subject of a condition, once each, with its value. */
export function seenIn(
  expr: Expr,
  { bound, verdict }: { readonly bound: BoundPlan; readonly verdict: Verdict },
  textOf: TextOf,
): SeenValue[] {
  const subjects = new Map([...leavesOf(expr)].map(({ subject }) => [printSubject(subject), subject]))
  return [...subjects].map(([name, subject]) => ({ name, text: seenText(subject, bound, verdict, textOf) }))
}

function seenText(subject: Subject, bound: BoundPlan, verdict: Verdict, textOf: TextOf): string {
  const indexOf = (list: readonly { readonly name: string }[], name: string) =>
    list.findIndex(item => item.name === name)
  switch (subject.kind) {
    case 'field':
      return textOf(subject.name)
    case 'change': {
      const [now, before] = [
        seenNow(subject.name, bound, verdict),
        Number(textOf(scoreBefore(subject.name)) || Number.NaN),
      ]
      return now === undefined || Number.isNaN(before) ? '' : String(now - before)
    }
    case 'rule': {
      const rules = bound.scores.flatMap(score => score.groups.flatMap(group => group.rules))
      return String(verdict.points[rules.findIndex(({ id }) => id === subject.id)] ?? '')
    }
    case 'score':
      return String(verdict.scores[indexOf(bound.scores, subject.name)] ?? '')
    case 'total':
      return String(verdict.total ?? '')
    case 'grade':
      return verdict.grade ?? ''
    case 'chance':
      return String(verdict.chance ?? '')
    case 'account':
      return String(verdict.account?.[subject.figure] ?? '')
    case 'criterion':
      return criterionState(verdict.criteria[indexOf(bound.criteria, subject.name)])
    case 'criteria': {
      const counted = subject.count === 'met' ? true : undefined
      return String(verdict.criteria.filter(truth => truth === counted).length)
    }
    case 'stage':
      return verdict.stage
    case 'segment':
      return verdict.segments[indexOf(bound.segments, subject.name)] ?? ''
    case 'tag':
      return verdict.tags[indexOf(bound.tags, subject.name)] ? 'yes' : 'no'
  }
}

function seenNow(name: string, bound: BoundPlan, { scores, total }: Verdict): number | undefined {
  return name === TOTAL ? total : scores[bound.scores.findIndex(score => score.name === name)]
}

/** A condition as text for people, its values as `spell` writes them. */
export function printCondition(expr: Expr, bound: BoundPlan, spell: Spelling = folded => folded): string {
  const isDate = (name: string) => bound.fields.some(field => field.name === name && field.type === 'date')
  return printExpr(spelledOut(expr, spell), subject =>
    subject.kind === 'field' && isDate(subject.name) ? 'date' : 'other',
  )
}
