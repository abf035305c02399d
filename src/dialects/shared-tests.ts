import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { leavesOf, type Subject } from '../ir/plan/expr.ts'
import type { Constant } from '../ir/values/value.ts'
import { conditionsOf } from './all-conditions.ts'
import type { OwnFunction, Sql } from './dialect/dialect.ts'
import { anyOf, type Column, type Step, slug, uniqueNames } from './dialect/write.ts'
import { type ConditionContext, holds, keyOfTest, type Subjected } from './query-condition.ts'

export interface SharedTests {
  readonly steps: readonly Step[]
  /** In which these tests are columns. */
  readonly context: ConditionContext
}

/** Fewer values than that are repeated rather than named. */
const LONG_LIST = 4

/** Tests that hold where one of several texts is found. */
interface ListTest {
  readonly operator: 'equals' | 'contains' | 'has_word'
  readonly values: readonly string[]
}

interface Listed {
  readonly subject: Extract<Subject, { kind: 'field' }>
  readonly test: ListTest
  /** What in the rulebook asks for it. */
  readonly by: string
}

/**
 * Long lists that the rulebook asks for more than once, of one field or of several: each is a function, and a column for
 * each field. A list that holds another one whole asks for that one's column, and has one for the rest.
 */
export function sharedTests(bound: BoundPlan, context: ConditionContext): SharedTests {
  const asked = [...listTests(bound, context)]
  /** What asks first for a list names it, as its members may change. */
  const first = new Map(asked.toReversed().map(({ test, by }) => [keyOf(test), by]))
  const times = new Map<string, number>()
  for (const { test } of asked) times.set(keyOf(test), (times.get(keyOf(test)) ?? 0) + 1)
  const lists = new Map(asked.map(({ test }) => [keyOf(test), test]))
  const contained = (test: ListTest) => partsOf(test, [...lists.values()])
  for (const { test } of asked) {
    for (const part of contained(test).parts) times.set(keyOf(part), (times.get(keyOf(part)) ?? 0) + 1)
  }
  const unique = uniqueNames()
  const functions = new Map<string, OwnFunction>()
  const columns = new Map<string, Column>()
  const columnOf = (subject: Listed['subject'], test: ListTest, name: string): Sql => {
    const key = keyOfTest(subject, test)
    const known = columns.get(key)
    if (known !== undefined) return known.name
    const by = slug(name)
    const own = functions.get(keyOf(test)) ?? listFunction(unique(`list_of_${by}`), test, context)
    functions.set(keyOf(test), own)
    const { words, value } = context.subject(subject)
    const column = unique(`${slug(subject.name)}_as_${by}`)
    columns.set(key, { name: column, call: own, of: test.operator === 'has_word' ? words : value })
    return column
  }
  const isShared = (test: ListTest) => (times.get(keyOf(test)) ?? 0) > 1
  /** The columns of the lists that it holds, and of what else is in it; none: it is not asked for again. */
  const sharedOf = (subject: Listed['subject'], test: ListTest): Sql[] => {
    const { parts, rest } = contained(test)
    const known = parts.filter(isShared)
    const name = first.get(keyOf(test)) ?? ''
    if (known.length === 0) return isShared(test) ? [columnOf(subject, test, name)] : []
    const values = [...parts.filter(part => !isShared(part)).flatMap(part => part.values), ...rest]
    const others: ListTest = { ...test, values }
    const own = () =>
      isShared(test) ? columnOf(subject, others, name) : holds(others, context.subject(subject), context)
    return [...known.flatMap(part => sharedOf(subject, part)), ...(values.length === 0 ? [] : [own()])]
  }
  const shared = new Map<string, Sql>()
  for (const { subject, test } of asked) {
    const parts = sharedOf(subject, test)
    if (parts.length > 0) shared.set(keyOfTest(subject, test), anyOf(parts))
  }
  return {
    steps: [
      { name: 'lists', about: 'lists that several parts of the rulebook ask for', columns: [...columns.values()] },
    ],
    context: { ...context, shared },
  }
}

function* listTests(bound: BoundPlan, context: ConditionContext): Generator<Listed> {
  for (const { by, when } of conditionsOf(bound)) {
    for (const leaf of leavesOf(when)) {
      const { subject } = leaf
      if (subject.kind !== 'field') continue
      const { isMissing, isList } = context.subject(subject)
      if (isMissing || isList) continue
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) {
        if (test.operator !== 'equals' && test.operator !== 'contains' && test.operator !== 'has_word') continue
        const given: readonly Constant[] = test.values
        const values = given.filter(value => typeof value === 'string')
        if (values.length < LONG_LIST || values.length < given.length) continue
        yield { by, subject, test: { operator: test.operator, values } }
      }
    }
  }
}

function keyOf({ operator, values }: ListTest): string {
  return JSON.stringify([operator, values])
}

/** Other lists that a list holds whole, the longest first, and what is left. */
function partsOf(
  test: ListTest,
  lists: readonly ListTest[],
): { readonly parts: readonly ListTest[]; readonly rest: readonly string[] } {
  let rest = test.values
  const parts: ListTest[] = []
  const smaller = lists.filter(each => each.operator === test.operator && each.values.length < test.values.length)
  for (const each of smaller.toSorted((a, b) => b.values.length - a.values.length)) {
    const own = new Set(each.values)
    const left = rest.filter(value => !own.has(value))
    if (rest.length - left.length < own.size) continue
    parts.push(each)
    rest = left
  }
  return { parts, rest }
}

/** A list as a function of a text, or of its words. */
function listFunction(name: string, test: ListTest, context: ConditionContext): OwnFunction {
  const isNothing: Subjected = {
    isList: false,
    isMissing: false,
    value: '',
    text: '',
    words: '',
    isMail: () => 'FALSE',
  }
  return {
    name,
    about: test.operator === 'has_word' ? 'whether words are among a list' : 'whether a text is in a list',
    takes: 'text',
    gives: 'truth',
    body: value => holds(test, { ...isNothing, value, words: value }, context),
  }
}
