import { compileCondition } from '../../engine/condition.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import { MAIL_KINDS } from '../../ir/plan/operators.ts'
import type { Rule } from '../../ir/plan/plan.ts'
import { EMPTY_VERDICT } from '../../ir/results/verdict.ts'

/** All comparisons of a rulebook with a field, one value at a time: leads with equal results get the same verdict. */
export type Answers = (lead: Lead) => string

export function compileAnswers(bound: BoundPlan, asOf: number): (field: string) => Answers {
  const asked = questionsOf(bound)
  return field => {
    const subject = { kind: 'field', name: field } as const
    const mail: readonly Test[] = field === 'email' ? MAIL_KINDS.map(kind => ({ operator: 'is', values: [kind] })) : []
    const tests = [...(asked.get(field)?.values() ?? []), ...mail]
    const conditions = tests.map(test => compileCondition({ kind: 'test', subject, test }, { bound, asOf }, 'criteria'))
    return lead => conditions.map(holds => String(holds(lead, EMPTY_VERDICT))).join()
  }
}

/** Comparisons of fields, by the field; those with several values taken apart. */
function questionsOf(bound: BoundPlan): Map<string, Map<string, Test>> {
  const asked = new Map<string, Map<string, Test>>()
  const ask = (field: string, tests: readonly Test[]) => {
    const known = asked.get(field) ?? new Map<string, Test>()
    asked.set(field, known)
    for (const test of tests.flatMap(singles)) known.set(JSON.stringify(test), test)
  }
  for (const expr of conditionsOf(bound)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.subject.kind === 'field') ask(leaf.subject.name, leaf.kind === 'test' ? [leaf.test] : leaf.of)
    }
  }
  for (const { earns } of rulesOf(bound)) {
    if (earns.kind !== 'table') continue
    ask(
      earns.field,
      earns.rows.map(({ value }) => ({ operator: 'equals', values: [value] })),
    )
  }
  return asked
}

/** A comparison with several values, as one comparison for each of them. */
function singles(test: Test): Test[] {
  switch (test.operator) {
    case 'equals':
      return test.values.map(value => ({ ...test, values: [value] }))
    case 'is':
      return test.values.map(value => ({ ...test, values: [value] }))
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_word':
    case 'matches':
      return test.values.map(value => ({ ...test, values: [value] }))
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
    case 'between':
    case 'known':
    case 'in_last':
    case 'older_than':
    case 'in_next':
    case 'before':
    case 'after':
      return [test]
    default:
      return test satisfies never
  }
}

function rulesOf({ scores }: BoundPlan): Rule[] {
  return scores.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
}

function conditionsOf(bound: BoundPlan): Expr[] {
  const { scores, criteria, exclude, stages, segments, tags, owners, next } = bound
  const groups = scores.flatMap(score => score.groups)
  const rows = segments.flatMap(segment => segment.rows)
  const cases = rulesOf(bound).flatMap(({ earns }) => (earns.kind === 'cases' ? earns.rows : []))
  const all = [scores, groups, rulesOf(bound), criteria, exclude, stages, rows, tags, owners, next, cases]
  return all.flat().flatMap(({ when }) => when ?? [])
}
