import type { Subject } from '../../ir/plan/expr.ts'
import { printSubject } from '../../ir/plan/print-expr.ts'
import { type Constraint, fits, type Tester } from './constraint.ts'
import { domainOf, type World } from './domain.ts'
import { allOf, broken, goal, type Task, type Want } from './task.ts'
import { type Found, findValue } from './value.ts'

/** The demands on each subject so far, and a value that meets them. */
export type Facts = ReadonlyMap<string, Demanded>

export interface Demanded {
  readonly subject: Subject
  readonly constraints: readonly Constraint[]
  readonly found: Found | 'unclear'
}

/**
 * `impossible` is proved: no lead of any input can do it. `possible` is a proof only as far as computed things (grades,
 * stages, points of many rules) hang on nothing else. `unclear` is what patterns hide, and what took too long.
 * `stoppedAfter`: the limit at which the search ended before it was through.
 */
export type Solution =
  | { readonly kind: 'possible'; readonly facts: Facts; readonly stoppedAfter?: string }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unclear'; readonly stoppedAfter?: string }

export type Solver = (tasks: readonly Task[], given?: Facts) => Solution

const MAX_STEPS = 3_000

/** Looks for values that meet the demands on all subjects; points and fields are treated as independent. */
export function createSolver(world: World, tester: Tester): Solver {
  return createSolverWith(world, tester, facts => facts)
}

/** Whether the points that are demanded can be had together with everything else: `points.ts` knows that. */
type Agreement = (facts: Facts) => Facts | 'impossible' | StoppedAfter

/** A search that ended before it was through: the limit that it came to, and how far it got. */
export interface StoppedAfter {
  readonly stoppedAfter: string
  readonly facts?: Facts
}

export function isStopped(answer: Facts | StoppedAfter): answer is StoppedAfter {
  return 'stoppedAfter' in answer
}

export function createSolverWith(world: World, tester: Tester, agree: Agreement): Solver {
  return (tasks, given = new Map()) => {
    let steps = 0
    let isUnclear = false
    let stoppedAfter: string | undefined

    const search = (open: readonly Task[], before: Facts): Facts | undefined => {
      const settled = settle(open, before, world, tester)
      steps += 1
      if (settled === undefined) return undefined
      const { facts, choices } = settled
      const [choice, ...others] = choices.sort((a, b) => a.of.length - b.of.length)
      if (choice === undefined) {
        const isHidden = [...facts.values()].some(({ found }) => found === 'unclear')
        const agreed = agree(facts)
        if (agreed === 'impossible') return undefined
        if (isStopped(agreed)) stoppedAfter = agreed.stoppedAfter
        if (!isHidden) return isStopped(agreed) ? (agreed.facts ?? facts) : agreed
        isUnclear = true
        return undefined
      }
      for (const [index, chosen] of choice.of.entries()) {
        if (steps > MAX_STEPS) {
          isUnclear = true
          stoppedAfter = `${MAX_STEPS} steps`
          return undefined
        }
        const rest: Task = { ...choice, atLeast: choice.atLeast - 1, of: choice.of.slice(index + 1) }
        const found = search([chosen, rest, ...others], facts)
        if (found !== undefined) return found
      }
      return undefined
    }

    const facts = search(tasks, given)
    const stopped = stoppedAfter === undefined ? {} : { stoppedAfter }
    if (facts !== undefined) return { kind: 'possible', facts, ...stopped }
    return isUnclear ? { kind: 'unclear', ...stopped } : { kind: 'impossible' }
  }
}

type Choice = Extract<Task, { kind: 'count' }>

/** Everything that leaves no choice; undefined if that is impossible. */
function settle(
  open: readonly Task[],
  given: Facts,
  world: World,
  tester: Tester,
): { readonly facts: Facts; readonly choices: Choice[] } | undefined {
  const queue = [...open]
  const choices: Choice[] = []
  let facts = given
  for (let at = 0; at < queue.length; at += 1) {
    const task = queue[at]
    if (task?.kind === 'goal') queue.push(broken(task))
    else if (task?.kind === 'count') {
      if (task.of.length < task.atLeast) return undefined
      if (task.atLeast === task.of.length) queue.push(...task.of)
      else if (task.atLeast > 0) choices.push(task)
    } else if (task?.kind === 'fact') {
      const more = demand(facts, task.subject, task.constraint, world, tester)
      if (more === undefined) return undefined
      facts = more
      queue.push(...consequences(task.subject, task.constraint, world, tester))
    }
  }
  return { facts, choices }
}

function demand(
  facts: Facts,
  subject: Subject,
  constraint: Constraint,
  world: World,
  tester: Tester,
): Facts | undefined {
  const key = printSubject(subject)
  const before = facts.get(key)
  if (before?.constraints.includes(constraint)) return facts
  const constraints = [...(before?.constraints ?? []), constraint]
  const found =
    isStill(before?.found, constraint, tester) ?? findValue(domainOf(subject, world), constraints, tester, world.asOf)
  return found === 'none' ? undefined : new Map(facts).set(key, { subject, constraints, found })
}

/** The value found before, if it also meets the new demand. */
function isStill(found: Demanded['found'] | undefined, constraint: Constraint, tester: Tester): Found | undefined {
  if (found === undefined || found === 'unclear') return undefined
  return fits(found === 'nothing' ? undefined : found.value, [constraint], tester) ? found : undefined
}

/** Translates a demand on a computed subject into demands on its parts. */
function consequences(subject: Subject, { test, holds, nothing }: Constraint, world: World, tester: Tester): Task[] {
  if (subject.kind === 'criterion') {
    const when = world.bound.criteria.find(({ name }) => name === subject.name)?.when
    const states = ['met', 'not_met', 'unknown'].filter(state => tester(test)(state, undefined) === holds)
    return when === undefined ? [] : (WANTED[states.join()] ?? []).map(want => goal(when, want, 'criteria'))
  }
  if (subject.kind === 'rule' && !nothing && tester(test)(0, undefined) !== holds) return [earns(subject.id, world)]
  return []
}

/** What the condition of a criterion must come to, for the states that it may have. */
const WANTED: Readonly<Record<string, readonly Want[]>> = {
  met: ['true'],
  not_met: ['false'],
  unknown: ['not true', 'not false'],
  'met,unknown': ['not false'],
  'not_met,unknown': ['not true'],
}

/** A rule that gives points has its condition and those around it. */
function earns(id: string, { bound }: World): Task {
  for (const score of bound.scores) {
    for (const group of score.groups) {
      const rule = group.rules.find(each => each.id === id)
      if (rule !== undefined) {
        return allOf([score, group, rule].flatMap(({ when }) => (when === undefined ? [] : [goal(when, 'true')])))
      }
    }
  }
  return allOf([])
}
