import { MEMORY_FIELDS, scoreBefore } from '../ir/plan/before.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Subject, type Test } from '../ir/plan/expr.ts'
import { duplicateFieldsOf } from '../ir/plan/key-fields.ts'
import type { Wanted } from './cells/wanted.ts'

const NONE: Wanted = { text: false, words: false, mail: [] }

/** A condition, and what in the rulebook asks for it. */
export interface Asked {
  readonly by: string
  readonly when: Expr
}

/** Every condition of a bound plan. */
export function* conditionsOf(bound: BoundPlan): Generator<Asked> {
  const rows: { readonly by: string; readonly when?: Expr | undefined }[] = [
    ...bound.scores.flatMap(score => [
      { by: score.name, when: score.when },
      ...score.groups.flatMap(group => [
        { by: group.name ?? score.name, when: group.when },
        ...group.rules.flatMap(({ id, when, earns }) => [
          { by: id, when },
          ...(earns.kind === 'cases' ? earns.rows.map(row => ({ by: id, when: row.when })) : []),
        ]),
      ]),
    ]),
    ...bound.criteria.map(({ name, when }) => ({ by: name, when })),
    ...bound.exclude.map(({ id, when }) => ({ by: id, when })),
    ...bound.stages.map(({ id, stage, when }) => ({ by: id ?? stage, when })),
    ...bound.segments.flatMap(segment => segment.rows.map(({ label, when }) => ({ by: label, when }))),
    ...bound.tags.map(({ name, when }) => ({ by: name, when })),
    ...bound.owners.map(({ when }) => ({ by: 'owner', when })),
    ...bound.next.map(({ when }) => ({ by: 'next', when })),
  ]
  for (const { by, when } of rows) if (when !== undefined) yield { by, when }
}

/** What a query needs of a field. */
export interface Ask {
  readonly name: string
  /** Beyond its value. */
  readonly more: Partial<Wanted>
}

/** The fields that a query reads, and what it needs of them beyond their values; `keys`: by which leads are found. */
export function wantedFields(bound: BoundPlan, keys: readonly string[] = []): ReadonlyMap<string, Wanted> {
  const text = { text: true }
  return wantedIn([
    ...bound.fields.flatMap(({ name, read }) => (read ? [{ name, more: {} }] : [])),
    ...bound.fields.flatMap(({ name }) => (MEMORY_FIELDS.includes(name) ? [{ name, more: text }] : [])),
    ...keys.map(name => ({ name, more: text })),
    ...duplicateFieldsOf(bound).map(name => ({ name, more: text })),
    ...(bound.events?.join ?? []).map(name => ({ name, more: text })),
    ...(bound.account === undefined ? [] : [{ name: 'email', more: { mail: ['business_mail' as const] } }]),
    ...(bound.dedupe !== undefined || bound.owners.some(row => 'to' in row && row.to.length > 1)
      ? ['id', 'email'].map(name => ({ name, more: text }))
      : []),
    ...bound.owners.flatMap(row => ('keep' in row ? [{ name: row.keep, more: text }] : [])),
    ...[...conditionsOf(bound)].flatMap(({ when }) => [...leavesOf(when)]).flatMap(asksOf),
  ])
}

/** The needs of all fields. */
export function wantedIn(asks: readonly Ask[]): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  for (const { name, more } of asks) {
    const before = wanted.get(name) ?? NONE
    const mail = [...new Set([...before.mail, ...(more.mail ?? [])])]
    wanted.set(name, { ...before, ...more, mail })
  }
  return wanted
}

/** What a comparison needs of its field. */
export function asksOf(leaf: Extract<Expr, { subject: Subject }>): Ask[] {
  const { subject } = leaf
  if (subject.kind === 'change') return [{ name: scoreBefore(subject.name), more: {} }]
  if (subject.kind !== 'field') return []
  const tests = leaf.kind === 'test' ? [leaf.test] : leaf.of
  return tests.map(test => ({ name: subject.name, more: wantsOf(test) }))
}

function wantsOf(test: Test): Partial<Wanted> {
  if (test.operator === 'has_word') return { words: true }
  if (test.operator === 'matches') return { text: true }
  return test.operator === 'is' ? { mail: test.values } : {}
}
