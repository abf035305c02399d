import { scoreBefore, TOTAL } from '../ir/plan/before.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Expr, Subject, Test } from '../ir/plan/expr.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { fold } from '../ir/values/fold.ts'
import type { Constant, Truth } from '../ir/values/value.ts'
import { compileTest, type Holds } from './comparison.ts'
import { elementsOf, type Lead, type Reading } from './lead.ts'
import { basisOf, type Finding, VALUE, type Watch } from './watch.ts'

/** A partial verdict: the values computed so far for a lead. */
export type Findings = Growing<Omit<Verdict, 'excluded'>> & { excluded: Verdict['excluded'] }

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** Conditions read earlier values and never write. */
export type Condition = (lead: Lead, findings: Verdict) => Truth

/**
 * How a comparison with no value is treated. Criteria keep it unknown, also `known: true` of no value;
 * exclusions keep it unknown and take only what is true; everywhere else it is false at once.
 */
export type Mode = 'criteria' | 'exclude' | 'plain'

export interface ConditionContext {
  readonly bound: BoundPlan
  readonly asOf: number
  /** Is told what the compiled function looks at. */
  readonly watch?: Watch | undefined
}

/** A condition as a function. `all`, `any`, `not` and `some` follow Kleene's logic of true, false and unknown. */
export function compileCondition(expr: Expr, context: ConditionContext, mode: Mode): Condition {
  const compiled = (part: Expr) => compileCondition(part, context, mode)
  switch (expr.kind) {
    case 'all':
      return all(expr.of.map(compiled))
    case 'any':
      return any(expr.of.map(compiled))
    case 'some':
      return some(expr.atLeast, expr.of.map(compiled))
    case 'not':
      return not(compiled(expr.of))
    case 'test':
      return comparison(expr.subject, expr.test, context, mode)
    case 'except':
      return exception(expr.subject, expr.of, context)
  }
}

/** The first row whose condition holds, by position, or -1. A row without a condition always matches. */
export function compileRows(
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

function all(parts: readonly Condition[]): Condition {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (lead, findings) => {
    let outcome: Truth = true
    for (const part of parts) {
      const truth = part(lead, findings)
      if (truth === false) return false
      if (truth === undefined) outcome = undefined
    }
    return outcome
  }
}

function any(parts: readonly Condition[]): Condition {
  return (lead, findings) => {
    let outcome: Truth = false
    for (const part of parts) {
      const truth = part(lead, findings)
      if (truth === true) return true
      if (truth === undefined) outcome = undefined
    }
    return outcome
  }
}

function some(atLeast: number, parts: readonly Condition[]): Condition {
  return (lead, findings) => {
    let held = 0
    let open = 0
    for (const part of parts) {
      const truth = part(lead, findings)
      if (truth === true) held += 1
      if (truth === undefined) open += 1
    }
    if (held >= atLeast) return true
    return held + open >= atLeast ? undefined : false
  }
}

function not(part: Condition): Condition {
  return (lead, findings) => {
    const truth = part(lead, findings)
    return truth === undefined ? undefined : !truth
  }
}

function comparison(subject: Subject, test: Test, context: ConditionContext, mode: Mode): Condition {
  const holds = compileHolds(subject, test, context)
  const ofNothing = truthOfNothing(test, mode)
  return (lead, findings) => holds(lead, findings) ?? ofNothing
}

/** The result of a comparison with no value. */
export function truthOfNothing(test: Test, mode: Mode): Truth {
  if (test.operator === 'known') return test.value === false || (mode === 'criteria' ? undefined : false)
  return mode === 'plain' ? false : undefined
}

/** The `not` under a field needs a value: without one it is false, everywhere. */
function exception(subject: Subject, tests: readonly Test[], context: ConditionContext): Condition {
  const parts = tests.map(test => compileHolds(subject, test, context))
  return (lead, findings) => {
    let allHold = true
    for (const holds of parts) {
      const truth = holds(lead, findings)
      if (truth === undefined) return false
      allHold &&= truth
    }
    return !allHold
  }
}

/** Whether a test holds of its subject; undefined if there is nothing to test. */
function compileHolds(subject: Subject, test: Test, context: ConditionContext): Condition {
  const holds = compileTest(test, context.asOf)
  if (subject.kind === 'field') return fieldTest(subject.name, test, holds, context)
  if (subject.kind === 'change') return changeTest(subject.name, holds, context)
  const read = findingReader(subject, context.bound)
  const see = (findings: Verdict) => {
    const value = read(findings)
    return value === undefined ? undefined : holds(value, undefined)
  }
  context.watch?.finding(subject, see)
  return (_, findings) => see(findings)
}

function fieldTest(name: string, test: Test, holds: Holds, { bound, asOf, watch }: ConditionContext): Condition {
  const slot = bound.fields.findIndex(field => field.name === name)
  const see = (reading: Reading | undefined) => {
    const value = reading?.value
    if (reading === undefined || value === undefined) return undefined
    if (typeof value !== 'object') return holds(value, reading)
    return elementsOf(reading, value).some(element => holds(String(element.value), element))
  }
  watch?.field(slot, { see, basis: basisOf(test, asOf) })
  return lead => see(lead.readings[slot])
}

/** Points now less points then; nothing if one of them is not known. */
function changeTest(name: string, holds: Holds, { bound, watch }: ConditionContext): Condition {
  const slot = bound.fields.findIndex(field => field.name === scoreBefore(name))
  const before = (reading: Reading | undefined) => (typeof reading?.value === 'number' ? reading.value : undefined)
  const subject: Finding = name === TOTAL ? { kind: 'total' } : { kind: 'score', name }
  const now = findingReader(subject, bound)
  watch?.field(slot, { see: before, basis: VALUE })
  watch?.finding(subject, now)
  return ({ readings }, findings) => {
    const [points, then] = [now(findings), before(readings[slot])]
    return typeof points === 'number' && then !== undefined ? holds(points - then, undefined) : undefined
  }
}

function findingReader(subject: Finding, bound: BoundPlan): (findings: Verdict) => Constant | undefined {
  const indexIn = (list: readonly { readonly name: string }[], name: string) =>
    list.findIndex(item => item.name === name)
  switch (subject.kind) {
    case 'rule': {
      const rules = bound.scores.flatMap(score => score.groups.flatMap(group => group.rules))
      const index = rules.findIndex(({ id }) => id === subject.id)
      // Without event input the points of an event rule are unknown.
      if (rules[index]?.earns.kind === 'events' && bound.events === undefined) return () => undefined
      return findings => findings.points[index]
    }
    case 'score': {
      const index = indexIn(bound.scores, subject.name)
      return findings => findings.scores[index]
    }
    case 'total':
      return findings => findings.total
    case 'grade':
      return findings => folded(findings.grade)
    case 'chance':
      return findings => findings.chance
    case 'account':
      return findings => findings.account?.[subject.figure]
    case 'criterion': {
      const index = indexIn(bound.criteria, subject.name)
      return findings => criterionState(findings.criteria[index])
    }
    case 'criteria': {
      const counted = subject.count === 'met' ? true : undefined
      return findings => findings.criteria.filter(truth => truth === counted).length
    }
    case 'stage':
      return findings => folded(findings.stage)
    case 'segment': {
      const index = indexIn(bound.segments, subject.name)
      return findings => folded(findings.segments[index])
    }
    case 'tag': {
      const index = indexIn(bound.tags, subject.name)
      return findings => findings.tags[index]
    }
  }
}

export function criterionState(truth: Truth): 'met' | 'not_met' | 'unknown' {
  if (truth === undefined) return 'unknown'
  return truth ? 'met' : 'not_met'
}

/** Constants are folded, so what they are compared with is too; an empty label is nothing. */
function folded(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : fold(text)
}
