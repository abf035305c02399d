import type { BoundPlan } from '../ir/bound-plan.ts'
import { type Expr, leavesOf, type Test } from '../ir/expr.ts'
import { fieldsOfSameness } from '../ir/key-fields.ts'
import type { Wanted } from './field.ts'

const NONE: Wanted = { text: false, words: false, mail: [] }

/** Every condition of a bound plan. */
export function* conditionsOf(bound: BoundPlan): Generator<Expr> {
  const rows: { readonly when?: Expr }[] = [
    ...bound.scores.flatMap(score => [
      score,
      ...score.groups.flatMap(group => [
        group,
        ...group.rules,
        ...group.rules.flatMap(({ earns }) => (earns.kind === 'cases' ? earns.rows : [])),
      ]),
    ]),
    ...bound.criteria,
    ...bound.exclude,
    ...bound.stages,
    ...bound.segments.flatMap(segment => segment.rows),
    ...bound.tags,
    ...bound.owners,
    ...bound.next,
  ]
  for (const { when } of rows) if (when !== undefined) yield when
}

/** The fields that a query reads, and what it asks of them beyond their values. */
export function wantedFields(bound: BoundPlan): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const want = (name: string, more: Partial<Wanted> = {}) => {
    const before = wanted.get(name) ?? NONE
    const mail = [...new Set([...before.mail, ...(more.mail ?? [])])]
    wanted.set(name, { ...before, ...more, mail })
  }
  for (const { name, read } of bound.fields) if (read) want(name)
  for (const name of fieldsOfSameness(bound)) want(name, { text: true })
  if (bound.account !== undefined) want('email', { mail: ['business_mail'] })
  if (bound.dedupe !== undefined || bound.owners.some(row => 'to' in row && row.to.length > 1)) {
    for (const name of ['id', 'email']) want(name, { text: true })
  }
  for (const row of bound.owners) if ('keep' in row) want(row.keep, { text: true })
  for (const expr of conditionsOf(bound)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.subject.kind !== 'field') continue
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) want(leaf.subject.name, wantsOf(test))
    }
  }
  return wanted
}

function wantsOf(test: Test): Partial<Wanted> {
  if (test.operator === 'has_word') return { words: true }
  if (test.operator === 'matches') return { text: true }
  return test.operator === 'is' ? { mail: test.values } : {}
}
